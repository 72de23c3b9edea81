"""Screens of networks; the page of one network, its dossier, is composed in overview/dossier."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import Actor, AuthorityRequest, Position
from regiewijzer.foundation.rights import Right
from regiewijzer.register.networks import actions, queries
from regiewijzer.register.networks.forms import (
    DelegateForm,
    FormPeriodForm,
    ManagerForm,
    MemberForm,
    MembershipForm,
    NetworkForm,
    PhaseForm,
    SeatForm,
)
from regiewijzer.register.networks.models import Delegate, Management, Membership, Network
from regiewijzer.register.organisations.actions import add_person
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records import views as records
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.forms import RecordForm
from regiewijzer.register.records.templatetags.records import word
from regiewijzer.register.records.views import address
from regiewijzer.ui.conflicts import conflicts, rebase
from regiewijzer.ui.listing import PAGE_SIZE, Column, Listing, pages_of


def _add(form: RecordForm[Network], actor: Actor) -> Network:
    return actions.add_network(network=form.save(commit=False), goal=form.cleaned_data["goal"], actor=actor)


def _change(form: RecordForm[Network], actor: Actor, version: int) -> Network:
    return actions.change_network(
        network=form.save(commit=False), goal=form.cleaned_data["goal"], actor=actor, seen_version=version
    )


def _to_change(position: Position, pk: int) -> Network:
    return queries.access_network(position, pk, Right.EDIT_REGISTER)


SCREENS = records.RecordScreens(
    one="network",
    many="networks",
    path="netwerken/",
    title_of_new=gettext_lazy("Add a network"),
    form=NetworkForm,
    create=_add,
    change=_change,
    right=Right.EDIT_REGISTER,
    to_change=_to_change,
    form_template="networks/form.html",
    rows=lambda _request: queries.for_list(),
    listing=Listing(
        columns=(
            records.named(gettext_lazy("Network"), "network", lambda row: row.goal_now),
            records.counted("members", gettext_lazy("Partners"), "member_count"),
            Column(
                "form",
                gettext_lazy("Form"),
                ("form_now",),
                lambda row, _request: word(row.form_now, "forms"),
                words=True,
            ),
            records.coded("origin", gettext_lazy("Origin"), "origins"),
            records.AS_OF,
        ),
        sort="name",
        filters=(
            records.by_word("origin", gettext_lazy("Origin"), "origins"),
            records.by_word("form_now", gettext_lazy("Form"), "forms", "form"),
            records.by_theme(),
            records.by_word("mandate", gettext_lazy("Rule that asks for it"), "mandates"),
            records.by_word("layer", gettext_lazy("Layer"), "network_layers"),
            records.by_word("intensity", gettext_lazy("How much is done together"), "intensities"),
            records.by_policy_code(),
            records.archive_filter(),
        ),
        search=records.words_of(Network.KIND),
    ),
    list_page=records.ListPage(
        title=gettext_lazy("Networks"),
        lead=gettext_lazy(
            "Where sovereign organisations work on one goal. First look whether one exists before you start another."
        ),
        links=(
            records.Link(gettext_lazy("Networks that share partners"), "overlaps"),
            records.Link(gettext_lazy("Hours of networks"), "load"),
            records.Link(gettext_lazy("Who works with whom"), "who_with_whom"),
            records.Link(gettext_lazy("Forms of the networks"), "network_forms"),
        ),
        empty_title=gettext_lazy("No networks yet"),
        empty=gettext_lazy(
            "A municipality sits in 30 to 152 networks. A list of names with their partners is enough to begin: "
            "Regiewijzer shows which ones share almost the same people."
        ),
        empty_links=(records.IMPORT,),
    ),
)


@require_safe
@needs(Right.SEE)
def network_members(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Who sits in the network; the form to add a member stands below the list."""
    network = queries.access_network(request.position, pk)
    may_change = queries.may_on_network(request.position, network, Right.EDIT_REGISTER)
    queries.read_together([network], queries.EVERY_MEMBER)
    form = MemberForm(network) if may_change else None
    return _members_page(request, network, form)


@require_POST
def network_member_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    network = _to_change(request.position, pk)
    form = MemberForm(network, request.POST)
    if not form.is_valid():
        return _members_page(request, network, form, status=422)
    membership = actions.add_member(membership=form.save(commit=False), actor=request.actor)
    messages.success(request, _("%(name)s joined.") % {"name": membership.organisation.name})
    return redirect(address(request, "network_members", pk))


def _members_page(
    request: AuthorityRequest, network: Network, form: MemberForm | None, status: int = 200
) -> HttpResponse:
    members = queries.members_of(network)
    page = Paginator(members, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "network": network,
        "form": form,
        "members": members,
        "page": page,
        "pages": pages_of(page, request.GET),
        "later": queries.later_members_of(network),
        "archived": queries.archived_members_of(network),
        "former": queries.former_members_of(network),
    }
    return render(request, "networks/members.html", context, status=status)


def network_member(request: AuthorityRequest, pk: int, membership: int) -> HttpResponseBase:
    """Change a membership, or say who sits there for the member."""
    network = _to_change(request.position, pk)
    found = queries.membership_of(network, membership)
    form = MembershipForm(request.POST or None, instance=found)
    context = _of_member(network, found, form, DelegateForm(found.organisation))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen_version"]
        try:
            actions.change_member(membership=form.save(commit=False), actor=request.actor, seen_version=seen)
        except Conflict:
            stored = queries.membership_of(network, membership)
            differ = conflicts(form, MembershipForm(instance=stored))
            rebase(form, request.POST, stored.version)
            return render(request, "networks/member.html", {**context, "conflicts": differ, "late": True}, status=409)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_members", pk))
    return render(request, "networks/member.html", context, status=422 if form.errors else 200)


@require_POST
def network_member_end(request: AuthorityRequest, pk: int, membership: int) -> HttpResponseBase:
    network = _to_change(request.position, pk)
    found = queries.membership_of(network, membership)
    try:
        actions.end_member(membership=found, ended=timezone.localdate(), actor=request.actor)
    except actions.HasLeft:
        messages.warning(request, _("%(name)s left the network before.") % {"name": found.organisation.name})
        return redirect(address(request, "network_members", pk))
    undo = address(request, "network_member_rejoin", pk, membership)
    records.offer_undo(request, _("%(name)s left the network.") % {"name": found.organisation.name}, undo)
    return redirect(address(request, "network_members", pk))


@require_POST
def network_member_rejoin(request: AuthorityRequest, pk: int, membership: int) -> HttpResponseBase:
    network = _to_change(request.position, pk)
    found = queries.membership_of(network, membership)
    try:
        actions.rejoin(membership=found, actor=request.actor)
    except actions.AlreadySits:
        messages.error(request, _("%(name)s already sits in the network.") % {"name": found.organisation.name})
    else:
        messages.success(request, _("%(name)s is a member again.") % {"name": found.organisation.name})
    return redirect(address(request, "network_members", pk))


@require_POST
def network_delegate_add(request: AuthorityRequest, pk: int, membership: int) -> HttpResponseBase:
    network = _to_change(request.position, pk)
    found = queries.membership_of(network, membership)
    form = DelegateForm(found.organisation, request.POST)
    if not form.is_valid():
        context = _of_member(network, found, MembershipForm(instance=found), form)
        return render(request, "networks/member.html", context, status=422)
    actions.seat(
        membership=found,
        person=_person(form, found.organisation, request.actor),
        started=form.cleaned_data["started"],
        substitute=form.cleaned_data["substitute"],
        actor=request.actor,
    )
    messages.success(request, _("Saved."))
    return redirect(address(request, "network_member", pk, membership))


def _of_member(
    network: Network, membership: Membership, form: MembershipForm, delegate_form: DelegateForm
) -> dict[str, Any]:
    """What the page of a member shows: who sits there, and who did before."""
    seats = list(membership.delegates.all())
    return {
        "network": network,
        "membership": membership,
        "form": form,
        "delegate_form": delegate_form,
        "seats": [each for each in seats if not each.over],
        "former": [each for each in seats if each.over],
    }


def network_seat(request: AuthorityRequest, pk: int, delegate: int) -> HttpResponseBase:
    """The period of a seat, who appointed the person, and what was agreed with them."""
    network = _to_change(request.position, pk)
    found = _delegate(network, delegate)
    sees = queries.may_on_network(request.position, network, Right.SEE_MANDATES)
    form = SeatForm(request.POST or None, instance=found, sees_mandates=sees)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen_version"]
        try:
            actions.change_seat(delegate=form.save(commit=False), actor=request.actor, seen_version=seen)
        except Conflict:
            stored = _delegate(network, delegate)
            differ = conflicts(form, SeatForm(instance=stored, sees_mandates=sees))
            rebase(form, request.POST, stored.version)
            late = {"network": network, "delegate": stored, "form": form, "conflicts": differ, "late": True}
            return render(request, "networks/seat.html", {**late, "sees_mandates": sees}, status=409)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_member", pk, found.membership_id))
    context = {"network": network, "delegate": found, "form": form, "sees_mandates": sees}
    return render(request, "networks/seat.html", context, status=422 if form.errors else 200)


def _delegate(network: Network, pk: int) -> Delegate:
    found = Delegate.objects.select_related("membership__organisation", "membership__network", "person")
    return get_object_or_404(found, pk=pk, membership__network=network)


def _person(form: DelegateForm, organisation: Organisation, actor: Actor) -> Person:
    if form.cleaned_data["person"]:
        return Person.objects.get(pk=form.cleaned_data["person"])
    person = Person(
        name=form.cleaned_data["new_name"], function=form.cleaned_data["new_function"], organisation=organisation
    )
    return add_person(person=person, actor=actor)


@require_POST
def network_delegate_remove(request: AuthorityRequest, pk: int, delegate: int) -> HttpResponseBase:
    network = _to_change(request.position, pk)
    found = _delegate(network, delegate)
    membership, person = found.membership_id, found.person
    actions.unseat(delegate=found, actor=request.actor)
    undo = address(request, "network_delegate_return", pk, membership, person.pk)
    records.offer_undo(request, _("%(name)s no longer sits there.") % {"name": person.name}, undo)
    return redirect(address(request, "network_member", pk, membership))


@require_POST
def network_delegate_return(request: AuthorityRequest, pk: int, membership: int, person: int) -> HttpResponseBase:
    """Take back that a person was taken away."""
    found = queries.membership_of(_to_change(request.position, pk), membership)
    back = get_object_or_404(Person, pk=person, organisation=found.organisation_id)
    actions.seat_again(membership=found, person=back, actor=request.actor)
    messages.success(request, _("%(name)s sits there again.") % {"name": back.name})
    return redirect(address(request, "network_member", pk, membership))


def network_phase(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Say in which phase the network is from a day on; what it was in before stands under it."""
    network = _to_change(request.position, pk)
    current = queries.phase_of(network)
    form = PhaseForm(request.POST or None, initial={"phase": current.phase} if current else None)
    if request.method == "POST" and form.is_valid():
        actions.begin_phase(network=network, actor=request.actor, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network", pk))
    context = {"network": network, "form": form, "phases": queries.PHASES.of(network)}
    return render(request, "networks/phase.html", context, status=422 if form.errors else 200)


@require_POST
def network_phase_remove(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take back the last phase the network was given: it was a mistake. The one before goes on."""
    former = actions.take_back_phase(network=_to_change(request.position, pk), actor=request.actor)
    if former is None:
        messages.success(request, _("Taken away. The network now has no phase."))
    else:
        messages.success(request, _("Taken away. The network is again in the phase: %(phase)s.") % {"phase": former})
    return redirect(address(request, "network_phase", pk))


def network_form(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Give the network another form from a day on."""
    network = _to_change(request.position, pk)
    current = queries.form_of(network)
    initial = {"form": current.form, "lead": current.lead_id} if current else None
    form = FormPeriodForm(network, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        lead = form.cleaned_data["lead"]
        actions.take_form(
            network=network,
            form=form.cleaned_data["form"],
            lead=Organisation.objects.get(pk=lead) if lead else None,
            started=form.cleaned_data["started"],
            actor=request.actor,
        )
        messages.success(request, _("Saved."))
        return redirect(address(request, "network", pk))
    context = {"network": network, "form": form, "periods": network.forms.select_related("lead")}
    return render(request, "networks/form_period.html", context, status=422 if form.errors else 200)


@require_POST
def network_form_remove(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take back the last form the network was given: it was a mistake. The one before goes on."""
    former = actions.remove_form(network=_to_change(request.position, pk), actor=request.actor)
    if former is None:
        messages.success(request, _("Taken away. The network now has no form."))
    else:
        messages.success(request, _("Taken away. The network again has the form: %(form)s.") % {"form": former})
    return redirect(address(request, "network_form", pk))


@needs(Right.EDIT_REGISTER)
def network_managers(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Who manages the network for the authority."""
    network = queries.access_network(request.position, pk, Right.EDIT_REGISTER)
    form = ManagerForm(network, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.give_manager(
            network=network, position=form.cleaned_data["position"], actor=request.actor, started=timezone.localdate()
        )
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_managers", pk))
    context = {"network": network, "form": form, "managements": queries.managers_of(network)}
    return render(request, "networks/managers.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.EDIT_REGISTER)
def network_manager_remove(request: AuthorityRequest, pk: int, management: int) -> HttpResponseBase:
    network = queries.access_network(request.position, pk, Right.EDIT_REGISTER)
    found = get_object_or_404(Management.objects.select_related("position", "network"), pk=management, network=network)
    actions.take_manager(management=found, actor=request.actor)
    messages.success(request, _("Saved."))
    return redirect(address(request, "network_managers", pk))
