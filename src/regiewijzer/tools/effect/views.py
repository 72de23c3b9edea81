"""Screens of the effect tool."""

from typing import Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.register.measurements.actions import measure
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network, may_on_network
from regiewijzer.register.records.views import address
from regiewijzer.science.rules import effect as rules
from regiewijzer.tools.effect import sections
from regiewijzer.tools.effect.actions import looking
from regiewijzer.tools.effect.forms.conclusion import ConclusionForm
from regiewijzer.tools.effect.forms.criteria import ChoiceForm, ScoreForm
from regiewijzer.tools.effect.forms.satisfaction import MemberForm, SatisfactionForm, UserForm
from regiewijzer.tools.effect.queries import criteria, page, satisfaction


@require_safe
@needs(Right.SEE)
def network_effect(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What the network is judged on, what it yielded against two years, what people say, and what was concluded."""
    network = access_network(request.position, pk)
    known = page.effect_of(network, limits_of(request.authority))
    context = {
        "network": network,
        "effect": known,
        "heading": sections.heading_of(known),
        "users_note": sections.users_note(),
        "conclusions": sections.conclusions(known.conclusions),
        "may_change": may_on_network(request.position, network, Right.EDIT_REGISTER),
        "may_decide": may_on_network(request.position, network, Right.DECIDE),
    }
    return render(request, "effect/network.html", context)


def network_effect_criteria(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Choose on what the network will be judged, before anything is scored."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    known = criteria.around(page.network_facts(network), timezone.localdate())
    choices = criteria.choices_of(network)
    form = ChoiceForm(network, known, request.POST or None, chosen=choices[0].criteria if choices else ())
    if request.method == "POST" and form.is_valid():
        looking.choose(choice=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Criteria kept. You can score them from now on."))
        return redirect(address(request, "network_effect", pk))
    context = {"network": network, "form": form, "known": known, "questionnaire": form.questionnaire}
    return render(request, "effect/criteria.html", context, status=422 if form.errors else 200)


def network_effect_score(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Score the criteria that were chosen; without a choice one chooses first."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    choice = criteria.choice_on(network, timezone.localdate())
    if choice is None:
        messages.info(request, _("First choose the criteria: choosing afterwards is working towards an outcome."))
        return redirect(address(request, "network_effect_criteria", pk))
    form = ScoreForm(choice, request.POST or None)
    if request.method == "POST" and form.is_valid():
        looking.evaluate(evaluation=form.save(commit=False), scored=form.scored(), actor=request.actor)
        messages.success(request, _("Evaluation saved."))
        return redirect(address(request, "network_effect", pk))
    context = {"network": network, "form": form, "choice": choice}
    return render(request, "effect/score.html", context, status=422 if form.errors else 200)


def network_effect_users(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Write down what users said."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    context = {"title": _("What do users say?"), "measurements": satisfaction.of_users(network)}
    return _tell(request, network, UserForm(network, request.POST or None), context)


def network_effect_members(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Write down what members said."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    context = {"title": _("What do members say?"), "measurements": satisfaction.of_members(network)}
    return _tell(request, network, MemberForm(network, request.POST or None), context)


def _tell(
    request: AuthorityRequest, network: Network, form: SatisfactionForm, context: dict[str, Any]
) -> HttpResponseBase:
    if request.method == "POST" and form.is_valid():
        measure(measurement=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Measurement saved."))
        return redirect(address(request, "network_effect", network.pk))
    shown = {"network": network, "form": form, **context}
    return render(request, "effect/satisfaction.html", shown, status=422 if form.errors else 200)


def network_effect_conclude(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Decide to continue, change, merge or stop, and write down what was learned."""
    network = access_network(request.position, pk, Right.DECIDE)
    form = ConclusionForm(network, request.POST or None)
    if request.method == "POST" and form.is_valid():
        known, limits = page.network_facts(network), limits_of(request.authority)
        late = next(iter(rules.late(known, timezone.localdate(), limits)), None)
        made = looking.conclude(
            conclusion=form.save(commit=False), decision=form.decision(), actor=request.actor, answers=late
        )
        messages.success(request, _("Decision recorded. We compute again on the day you chose."))
        return redirect(address(request, "decision", made.decision_id or 0))
    context = {"network": network, "form": form, "effect": page.effect_of(network, limits_of(request.authority))}
    return render(request, "effect/conclude.html", context, status=422 if form.errors else 200)
