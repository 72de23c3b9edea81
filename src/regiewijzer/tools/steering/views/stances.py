"""How the authority steers its policy fields."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.library.finding_text import RuleText
from regiewijzer.register.measurements.actions import measure
from regiewijzer.register.records.views import address
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.tools.steering.actions import AlreadyNamed, name_field
from regiewijzer.tools.steering.forms.stances import FieldForm, StanceForm
from regiewijzer.tools.steering.queries.stances import stance_of, stances_page


@require_safe
@needs(Right.SEE)
def stances(request: AuthorityRequest) -> HttpResponseBase:
    """Own script, power and components per policy field, now and before."""
    return _page(request, FieldForm(), status=200)


@needs(Right.EDIT_REGISTER)
def stance_add(request: AuthorityRequest) -> HttpResponseBase:
    """Say how the authority steers one policy field."""
    form = StanceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        measure(measurement=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Saved."))
        return redirect(address(request, "stances"))
    return render(request, "steering/stance.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@needs(Right.EDIT_REGISTER)
def stance_name(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Say which policy field a questionnaire was about."""
    stance, form = stance_of(pk), FieldForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        name_field(stance=stance, policy_field=form.cleaned_data["policy_field"], actor=request.actor)
    except AlreadyNamed:
        messages.error(request, _("Somebody said already which policy field this is about."))
    else:
        messages.success(request, _("Saved."))
    return redirect(address(request, "stances"))


def _page(request: AuthorityRequest, form: FieldForm, status: int) -> HttpResponseBase:
    limits = limits_of(request.authority)
    context = {
        "page": stances_page(limits),
        "form": form,
        "rule": RuleText(Rule.COMPONENT_WEAK, limits),
    }
    return render(request, "steering/stances.html", context, status=status)
