"""Screens of choices: the list, the beginning, the outcome with its signing, and the network that comes from it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.networks.forms import NetworkForm
from regiewijzer.register.networks.queries import networks_of_manager
from regiewijzer.register.records.templatetags.records import word
from regiewijzer.register.records.views import BUTTON, Link, ListPage, address, show_list
from regiewijzer.science.facts import Advice
from regiewijzer.tools.choice import questions
from regiewijzer.tools.choice.actions import conversations as actions
from regiewijzer.tools.choice.actions import signing
from regiewijzer.tools.choice.forms import InviteForm, SignForm, StartForm
from regiewijzer.tools.choice.models import Choice
from regiewijzer.tools.choice.queries import choices as queries
from regiewijzer.tools.choice.queries.existing import first_goal
from regiewijzer.ui.listing import Cell, Column, Filter, Listing
from regiewijzer.ui.templatetags.regiewijzer import short_day

SIGNED, OPEN = "signed", "open"


def _by_state(rows: QuerySet[Choice], value: str) -> QuerySet[Choice]:
    return rows.filter(signed_on__isnull=value == OPEN)


def _challenge(choice: Choice, request: AuthorityRequest) -> Cell:
    return Cell(choice.challenge.name, _network_of(choice), address(request, "choice", choice.pk))


def _network_of(choice: Choice) -> str:
    """The network it is about, that came from it, or that it joins."""
    if choice.network:
        return _("about %(name)s") % {"name": choice.network.name}
    if choice.made:
        return _("became %(name)s") % {"name": choice.made.name}
    return _("in %(name)s") % {"name": choice.joins.name} if choice.joins else ""


def _decided(choice: Choice, _request: AuthorityRequest) -> Cell:
    return Cell(word(choice.decided, "advices")) if choice.decided else Cell(_("not signed yet"), soft=True)


BEGIN = Link(gettext_lazy("Make a choice"), "choice_start", BUTTON, right=Right.EDIT_REGISTER)
LIST = ListPage(
    title=gettext_lazy("Choices"),
    lead=gettext_lazy(
        "Alone, outsource, involve residents, or a network? Chosen with reasons, signed, and looked at again."
    ),
    links=(BEGIN,),
    empty_title=gettext_lazy("No choices yet"),
    empty=gettext_lazy(
        "Before you begin a network: can you do it alone, is it a task for one party, and does a network exist that "
        "does this already? Nine questions at most, one at a time."
    ),
    empty_links=(BEGIN, Link(gettext_lazy("Network or not?"), "knowledge_page", arguments=("network-or-not",))),
)
LISTING = Listing(
    columns=(
        Column("challenge", gettext_lazy("Challenge"), ("challenge__name",), _challenge, heads=True),
        Column("decided", gettext_lazy("Choice"), ("decided",), _decided),
        Column(
            "signed_by",
            gettext_lazy("Signed by"),
            ("signed_by__user__name",),
            lambda row, _request: row.signed_by.user.name if row.signed_by else "",
        ),
        Column(
            "signed",
            gettext_lazy("Signed on"),
            ("signed_on",),
            lambda row, _request: short_day(row.signed_on),
            descending_first=True,
        ),
        Column(
            "review",
            gettext_lazy("Look at it again on"),
            ("decision__review_on",),
            lambda row, _request: short_day(row.decision.review_on if row.decision else None),
        ),
        Column(
            "begun",
            gettext_lazy("Begun"),
            ("created_at",),
            lambda row, _request: short_day(row.created_at),
            descending_first=True,
        ),
    ),
    sort="begun",
    filters=(
        Filter(
            "state",
            gettext_lazy("State"),
            lambda: [("", _("all")), (OPEN, _("not signed yet")), (SIGNED, _("signed"))],
            _by_state,
        ),
        Filter(
            "decided",
            gettext_lazy("Choice"),
            lambda: [("", _("all")), *((advice.value, _title(advice)) for advice in Advice)],
            lambda rows, value: rows.filter(decided=value),
        ),
    ),
    search=lambda rows, text: rows.filter(challenge__name__icontains=text),
)


def _title(advice: str) -> str:
    return str(questions.title_of(advice))


@require_safe
@needs(Right.SEE)
def choices(request: AuthorityRequest) -> HttpResponseBase:
    """All choices about challenges that are not in the archive."""
    return show_list(request, LIST, queries.for_list(), LISTING)


@needs(Right.SEE)
def choice_start(request: AuthorityRequest) -> HttpResponseBase:
    """Begin a choice: about which challenge, and about which network if it runs already.

    Who changes no register begins one about a network they manage.
    """
    if not (request.position.may(Right.EDIT_REGISTER) or networks_of_manager(request.position).exists()):
        raise PermissionDenied
    asked = {name: _asked(request, name) for name in ("challenge", "network")}
    form = StartForm(request.position, request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        begun = actions.start(
            challenge=form.cleaned_data["challenge"], network=form.cleaned_data["network"], by=request.position
        )
        return redirect(address(request, "choice_step", begun.pk, questions.PROCESSES))
    return render(request, "choice/start.html", {"form": form}, status=422 if form.errors else 200)


def _asked(request: AuthorityRequest, name: str) -> int | None:
    """The record the address names; the form refuses one that is not there."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdecimal() else None


@needs(Right.SEE)
def choice(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What was answered and advised, where people differ, and what was decided; sending it signs it."""
    found = queries.choice_of(pk)
    if request.method == "POST":
        return _sign(request, found)
    return _page(request, found, None)


def _sign(request: AuthorityRequest, found: Choice) -> HttpResponseBase:
    if not queries.may_on_choice(request.position, found, Right.DECIDE):
        raise PermissionDenied
    people = queries.around(found, request.position)
    if found.is_signed or not people.all_done:
        messages.error(request, _("This choice cannot be signed now."))
        return redirect(address(request, "choice", found.pk))
    form = _sign_form(request, found, people)
    if not form.is_valid():
        return _page(request, found, form)
    decided = Advice(form.cleaned_data["decided"])
    try:
        signing.sign(
            choice=found,
            name=f"{_title(decided)}: {found.challenge.name}"[:200],
            advised=form.advised[0].value if len(set(form.advised)) == 1 else "",
            decided=decided,
            reason=form.cleaned_data["reason"],
            joins=form.cleaned_data["joins"],
            review_on=form.cleaned_data["review_on"],
            actor=request.actor,
        )
    except signing.NotLooked:
        form.add_error("decided", _("Look at the networks that exist first; only then can a new one start."))
        return _page(request, found, form)
    except signing.AlreadySigned:
        messages.error(request, _("Somebody signed this choice before you."))
    else:
        messages.success(request, _("The choice is signed. It comes back to you for review."))
    return redirect(address(request, "choice", found.pk))


def _sign_form(request: AuthorityRequest, found: Choice, people: queries.Around) -> SignForm:
    advised = [each.advice for conversation in people.readable if (each := questions.advised(conversation)) is not None]
    joins = next((each.existing for each in people.readable if each.existing is not None), None)
    return SignForm(found, advised, joins, request.POST or None)


def _page(request: AuthorityRequest, found: Choice, form: SignForm | None) -> HttpResponseBase:
    people = queries.around(found, request.position)
    may_sign = people.all_done and not found.is_signed and queries.may_on_choice(request.position, found, Right.DECIDE)
    rows = questions.differences(people.readable) if len(people.readable) > 1 else ()
    context = {
        "choice": found,
        "people": people,
        "advices": [(each, questions.shown_advice(each)) for each in people.readable if each.done_at],
        "answers": [(each, questions.answered_steps(each)) for each in people.readable if each.done_at],
        "rows": rows,
        "differing": sum(not row.alike for row in rows),
        "decided": questions.title_of(found.decided) if found.decided else None,
        "form": form or (_sign_form(request, found, people) if may_sign else None),
        "invite": _invite_form(request, found, people),
        "tree": questions.tree(),
        "may_change": queries.may_on_choice(request.position, found, Right.EDIT_REGISTER),
        "may_start": found.decided == Advice.START_NETWORK and found.made_id is None,
    }
    return render(request, "choice/choice.html", context, status=422 if form and form.errors else 200)


def _invite_form(request: AuthorityRequest, found: Choice, people: queries.Around) -> InviteForm | None:
    may = queries.may_on_choice(request.position, found, Right.EDIT_REGISTER)
    may = may and not found.is_signed and people.has_room
    return InviteForm(found) if may else None


@require_POST
@needs(Right.SEE)
def choice_invite(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Ask a colleague to answer the same questions apart."""
    found = queries.choice_to_change(request.position, pk)
    form = InviteForm(found, request.POST)
    if found.is_signed or not form.is_valid():
        messages.error(request, _("Choose a colleague from the list."))
        return redirect(address(request, "choice", pk))
    colleague = form.cleaned_data["position"]
    try:
        actions.invite(choice=found, position=colleague, actor=request.actor)
    except actions.NoRoom:
        messages.error(request, _("Two people answer these questions already."))
    else:
        messages.success(
            request, _("%(name)s can answer the questions now, without seeing yours.") % {"name": colleague}
        )
    return redirect(address(request, "choice", pk))


@require_POST
@needs(Right.SEE)
def choice_go_on(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Wait no longer for a colleague who has not finished."""
    found = queries.choice_to_change(request.position, pk)
    if not found.is_signed and actions.wait_no_longer(choice=found, actor=request.actor):
        messages.success(request, _("You wait no longer. What was not finished is thrown away."))
    return redirect(address(request, "choice", pk))


@require_POST
@needs(Right.SEE)
def choice_remove(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Throw away a choice that was not signed."""
    found = queries.choice_to_change(request.position, pk)
    if found.is_signed:
        messages.error(request, _("A signed choice stays. Make a new one when you think otherwise now."))
        return redirect(address(request, "choice", pk))
    actions.throw_away(choice=found, actor=request.actor)
    messages.success(request, _("The choice about “%(name)s” is thrown away.") % {"name": found.challenge.name})
    return redirect(address(request, "choices"))


@needs(Right.EDIT_REGISTER)
def choice_network(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Start the network the choice asks for: the form of a network, filled in with what is known."""
    found = queries.choice_of(pk)
    if found.decided != Advice.START_NETWORK or found.made_id is not None:
        messages.error(request, _("A network can start from a signed choice that asks for one, and only once."))
        return redirect(address(request, "choice", pk))
    form = NetworkForm(request.POST or None, initial=_filled_in(found))
    form.instance.authority_id = request.authority.pk
    if request.method == "POST" and form.is_valid():
        try:
            made = signing.start_network(
                choice=found, network=form.save(commit=False), goal=form.cleaned_data["goal"], actor=request.actor
            )
        except signing.NothingToStart:
            messages.error(request, _("A colleague started this network just before you."))
            return redirect(address(request, "choice", pk))
        messages.success(request, _("The network is added, and keeps the choice it came from."))
        return redirect(address(request, "network", made.pk))
    context = {"form": form, "choice": found}
    return render(request, "choice/network.html", context, status=422 if form.errors else 200)


def _filled_in(found: Choice) -> dict[str, object]:
    """What the challenge and the conversation say of the network to come."""
    challenge = found.challenge
    conversation = found.conversations.select_related("choice__challenge").order_by("created_at", "id").first()
    return {
        "goal": first_goal(conversation) if conversation else challenge.result,
        "challenge": challenge.pk,
        "themes": challenge.themes,
        "target_groups": challenge.target_groups,
        "territory": challenge.territory,
    }
