"""Calendars that read along, and what a partner without an account sees: their own actions, and nothing else.

Whoever holds an address holds its secret. What is wrong, old or taken back all give the same answer.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import Actor, AuthorityRequest
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.links import LANGUAGE, VALID_FOR, behind_the_wall_of, opens_nothing
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.surveys.public import running_about
from regiewijzer.overview.meetings.actions import position_behind, switch_digest
from regiewijzer.overview.meetings.documents import calendars
from regiewijzer.overview.meetings.queries import persons_to_write_to
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings import actions
from regiewijzer.register.meetings.models import Action, ActionLink, CalendarFeed
from regiewijzer.register.meetings.queries import (
    actions_behind,
    feed_with,
    feeds_of,
    link_with,
    meeting_to_change,
    meetings_in,
    networks_in,
)
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network, members_of, network_options
from regiewijzer.register.organisations.models import Person
from regiewijzer.register.records.views import address
from regiewijzer.science.facts import ActionState


@require_safe
@never_cache
def feed(request: HttpRequest, town: str, code: str) -> HttpResponseBase:
    """A calendar to subscribe to: what its owner may see today."""
    with behind_the_wall_of(town) as authority, translation.override(LANGUAGE):
        found = feed_with(code) if authority else None
        if authority is None or found is None:
            return HttpResponseNotFound()
        networks = networks_in(found)
        keys = networks.values_list("pk", flat=True)
        whole = found.network is None and found.position.may(Right.SEE)
        days = calendars.days(
            decisions=Decision.objects.standing().about(Network.KIND, *keys).exclude(review_on=None),
            surveys=running_about(networks, without_network=whole),
            ending=networks.filter(archived_at=None).exclude(ended=None),
        )
        name = found.network.name if found.network else f"Regiewijzer {authority.name}"
        content = calendars.feed(name, meetings_in(networks), days, f"{settings.PUBLIC_URL}/{authority.slug}")
    return HttpResponse(content, content_type=calendars.CALENDAR)


@dataclass(frozen=True, slots=True)
class OwnAction:
    """An action on the page of a link. `late`: how many days overdue."""

    action: Action
    late: int


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_actions(request: HttpRequest, town: str, code: str) -> HttpResponseBase:
    """A partner's own actions in one network. Looking changes nothing; ticking twice is ticking once."""
    with behind_the_wall_of(town) as authority, translation.override(LANGUAGE):
        link = link_with(code) if authority else None
        if authority is None or link is None:
            return opens_nothing(request)
        if request.method == "POST":
            _tick(link, request.POST.get("action", ""), done=request.POST.get("done") == "yes")
            return redirect(request.path)
        return render(request, "meetings/own_actions.html", _own(link, authority))


def _tick(link: ActionLink, pk: str, *, done: bool) -> None:
    """Of this person in this network; anything else is left as it is."""
    action = next((each for each in actions_behind(link) if str(each.pk) == pk), None)
    if action is not None:
        actions.tick(action=action, done=done, actor=Actor(link.authority_id))


def _own(link: ActionLink, authority: Authority) -> dict[str, object]:
    today, found = timezone.localdate(), actions_behind(link)
    return {
        "link": link,
        "town": authority,
        "actions": [OwnAction(each, _days_late(each, today)) for each in found],
        "overdue": sum(each.is_overdue(today) for each in found),
        "open": sum(each.state == ActionState.OPEN for each in found),
    }


def _days_late(action: Action, today: date) -> int:
    return (today - action.due).days if action.due and action.is_overdue(today) else 0


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def digest_off(request: HttpRequest, token: str) -> HttpResponseBase:
    """The mail on Monday, off or on again with one click. Looking changes nothing."""
    with translation.override(LANGUAGE):
        position = position_behind(token)
        if position is None:
            return opens_nothing(request)
        if request.method == "POST":
            switch_digest(position=position, on=request.POST.get("on") == "yes")
            return redirect(request.path)
        return render(request, "meetings/digest_off.html", {"position": position, "town": position.authority})


@needs(Right.SEE)
@never_cache
def own_calendars(request: AuthorityRequest) -> HttpResponseBase:
    """Which calendars read along; making an address, and taking one back."""
    context: dict[str, object] = {}
    if request.method == "POST":
        if pk := request.POST.get("revoke", ""):
            actions.revoke_feed(feed=_own_feed(request, pk), actor=request.actor)
            return redirect(address(request, "calendars"))
        code = actions.make_feed(position=request.position, network=_chosen(request), actor=request.actor)
        context["address"] = settings.PUBLIC_URL + reverse("calendar_feed", args=[request.authority.slug, code])
    context |= {"feeds": feeds_of(request.position), "networks": network_options()}
    return render(request, "meetings/calendars.html", context)


def _own_feed(request: AuthorityRequest, pk: str) -> CalendarFeed:
    return get_object_or_404(CalendarFeed, pk=pk if pk.isdecimal() else 0, position=request.position)


def _chosen(request: AuthorityRequest) -> Network | None:
    typed = request.POST.get("network", "")
    return access_network(request.position, int(typed)) if typed.isdecimal() else None


@never_cache
def links(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Personal links of a network: who has one, making one, and taking one back."""
    if not request.position.may(Right.SEE):
        raise PermissionDenied
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    persons = {delegate.person_id: delegate.person for each in members_of(network) for delegate in each.delegates.all()}
    context: dict[str, object] = {"network": network}
    if request.method == "POST":
        if ended := request.POST.get("end", ""):
            link = get_object_or_404(ActionLink, pk=ended if ended.isdecimal() else 0, network=network)
            actions.end_link(link=link, actor=request.actor)
            return redirect(address(request, "network_action_links", pk))
        context |= _made(request, network, persons)
    context["people"] = _people(network, list(persons.values()))
    return render(request, "meetings/links.html", context)


def _made(request: AuthorityRequest, network: Network, persons: dict[int, Person]) -> dict[str, object]:
    typed = request.POST.get("make", "")
    person = persons.get(int(typed)) if typed.isdecimal() else None
    if person is None:
        return {}
    until = timezone.localdate() + VALID_FOR
    code = actions.make_link(network=network, person=person, expires_on=until, actor=request.actor)
    made = settings.PUBLIC_URL + reverse("own_actions", args=[request.authority.slug, code])
    return {"address": made, "made_for": person.name}


def _people(network: Network, persons: list[Person]) -> list[tuple[Person, ActionLink | None, int]]:
    """Who sits there, with their link and how many actions of theirs are open."""
    given = {link.person_id: link for link in network.action_links.filter(expires_on__gte=timezone.localdate())}
    to_do = list(Action.objects.open().filter(network=network, person__in=persons).values_list("person", flat=True))
    return [
        (person, given.get(person.pk), to_do.count(person.pk)) for person in sorted(persons, key=lambda each: each.name)
    ]


@require_safe
def invitation(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The meeting as a file to invite people with, or to strike it from their calendars."""
    found = meeting_to_change(request.position, pk)
    persons, _without = persons_to_write_to(found.network)
    invited = [(person.name, person.email) for person in persons]
    site = f"{settings.PUBLIC_URL}/{request.authority.slug}"
    content = calendars.invitation(found, site, (request.user.name, request.user.email), invited)
    name = _("invitation")
    headers = {"Content-Disposition": f'attachment; filename="{name}-{found.held_on}.ics"'}
    return HttpResponse(content, content_type=calendars.CALENDAR, headers=headers)
