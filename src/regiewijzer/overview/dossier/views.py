"""The page of one record: what it is, what the tools say, what was decided, who changed it."""

from dataclasses import replace
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.dossier import queries, sections
from regiewijzer.overview.merging.queries import to_undo
from regiewijzer.register.challenges.queries import challenge_of
from regiewijzer.register.instruments.queries import instrument_of
from regiewijzer.register.merges.queries import now_part_of
from regiewijzer.register.networks.queries import access_network, may_on_network, members_of, networks_of_guest
from regiewijzer.register.networks.views.networks import SCREENS
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.organisations.queries import organisation_of, person_of
from regiewijzer.register.records.views import address
from regiewijzer.tools.choice.public import section_of_challenge
from regiewijzer.tools.composition import public as composition
from regiewijzer.tools.cooperation import public as cooperation
from regiewijzer.ui.listing import Cell, Column
from regiewijzer.ui.wording import short_day


def _findings(row: Any, request: AuthorityRequest) -> Cell:
    if not row.open_count:
        return Cell(gettext("none open"), soft=True)
    return Cell(str(row.open_count), url=f"{address(request, 'findings')}?network={row.pk}")


def _meets(row: Any, request: AuthorityRequest) -> Cell:
    if row.meets_on is None:
        return Cell(gettext("not planned"), soft=True)
    return Cell(short_day(row.meets_on), url=address(request, "meeting", row.meeting))


_STATE = (
    Column("findings", gettext_lazy("Open findings"), ("open_count",), _findings, numeric=True, descending_first=True),
    Column(
        "manager",
        gettext_lazy("Network manager"),
        ("manager_names",),
        lambda row, _request: ", ".join(row.manager_names) or Cell(gettext("nobody"), state="tight"),
    ),
    Column("meeting", gettext_lazy("Next meeting"), ("meets_on",), _meets),
)
_NAME, *_FIELDS = SCREENS.listing.columns
# a list is where one begins: it tells of each network what waits, who is on it and when it meets
NETWORKS = replace(
    SCREENS,
    rows=lambda _request: queries.listed_networks(),
    listing=replace(SCREENS.listing, columns=(_NAME, *_STATE, *_FIELDS)),
)


@require_safe
@needs(Right.SEE)
def network(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The dossier of a network."""
    found = access_network(request.position, pk)
    may_change = may_on_network(request.position, found, Right.EDIT_REGISTER)
    dossier = queries.network_dossier(found, request.position, may_change=may_change)
    may = {
        "change": may_change,
        "manage": may_change and request.position.may(Right.EDIT_REGISTER),
        "see_mandates": may_on_network(request.position, found, Right.SEE_MANDATES),
    }
    allowed = frozenset(what for what, allowed in may.items() if allowed)
    parts = sections.parts_of(dossier, allowed)
    context = {
        "dossier": dossier,
        "line": sections.in_a_line(dossier),
        "summary": sections.summary_of(dossier, allowed),
        "parts": parts,
        "shown": next((part for part in parts if part.part == request.GET.get(sections.PARAMETER)), parts[0]),
        "network": found,
        "may_change": may_change,
        "may_lead": may_on_network(request.position, found, Right.FACILITATE),
    }
    return render(request, "dossier/network.html", context)


@require_safe
@needs(Right.SEE)
def network_composition(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """From where the partners look, how that moved, and whether users are heard."""
    found = access_network(request.position, pk)
    seen = queries.network_seen(found, request.position)
    page = composition.page_of(seen)
    voices = may_on_network(request.position, found, Right.SEE_MANDATES)
    context = {
        "network": found,
        "page": page,
        "findings": [row for row in queries.about(found).findings if row.rule.startswith("composition.")],
        "critical_voices": len(queries.critical_voices(seen.members)) if voices else None,
        "may_change": may_on_network(request.position, found, Right.FACILITATE),
    }
    return render(request, "dossier/composition.html", context)


@require_safe
@needs(Right.SEE)
def instrument(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    found = instrument_of(pk)
    context = {"dossier": queries.instrument_dossier(found, request.authority), "instrument": found}
    return render(request, "dossier/instrument.html", context)


@require_safe
@needs(Right.SEE)
def organisation(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    try:
        found = organisation_of(pk)
    except Http404:
        return _where_it_is_now(request, Organisation.KIND, pk)
    about, merges = queries.about_with_parts(found)
    context = {
        "organisation": found,
        "about": about,
        "seats": sections.seats_of_organisation(queries.memberships_of(found)),
        "persons": queries.persons_of(found),
        "merged": to_undo(found, merges),
    }
    return render(request, "dossier/organisation.html", context)


def _where_it_is_now(request: AuthorityRequest, kind: str, pk: int) -> HttpResponseBase:
    """To the record it is a part of; 404 when there never was one."""
    stays = now_part_of(kind, pk)
    if stays is None:
        raise Http404
    return redirect(address(request, kind, stays))


@require_safe
@needs(Right.SEE)
def person(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    try:
        found = person_of(pk)
    except Http404:
        return _where_it_is_now(request, Person.KIND, pk)
    about, merges = queries.about_with_parts(found)
    context = {
        "person": found,
        "about": about,
        "seats": sections.seats_of_person(queries.seats_of(found)),
        "merged": to_undo(found, merges),
    }
    return render(request, "dossier/person.html", context)


@require_safe
@needs(Right.SEE)
def challenge(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    found = challenge_of(pk)
    context = {
        "challenge": found,
        "about": queries.about(found),
        "networks": queries.networks_of(found),
        "instruments": queries.instruments_of(found),
        "mix": queries.mix_of(found, request.authority),
        "choice": section_of_challenge(found, may_choose=request.position.may(Right.EDIT_REGISTER)),
    }
    return render(request, "dossier/challenge.html", context)


@require_safe
@needs(Right.SEE_OWN_NETWORKS)
def guest(request: AuthorityRequest) -> HttpResponseBase:
    """The networks a guest's own organisation sits in."""
    networks = networks_of_guest(request.position).order_by("name").prefetch_related("goals")
    return render(request, "dossier/guest.html", {"networks": networks})


@require_safe
@needs(Right.SEE_OWN_NETWORKS)
def guest_network(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """One network for a guest: goal, partners, what each does, brings and gets. No findings, no measurements."""
    found = access_network(request.position, pk, Right.SEE_OWN_NETWORKS)
    members = members_of(found)
    balance = cooperation.balance_of(found, members, limits_of(request.authority))
    context = {"network": found, "goal": found.goals.first(), "balance": balance} | {
        "partners": sections.partners_for_guests(members)
    }
    return render(request, "dossier/guest_network.html", context)
