"""Where can somebody go? The spine of the interface: one line with stops, for the rights of who asks."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import AuthorityRequest, Position
from regiewijzer.foundation.rights import Right


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in the navigation. `under` are the first words of names of pages that belong to it."""

    name: str
    label: Any
    right: Right = Right.SEE
    under: tuple[str, ...] = ()


SPINE = (
    Stop("overview", _("Overview"), under=("finding",)),
    Stop("challenges", _("Challenges"), under=("challenge",)),
    Stop("instruments", _("Instruments"), under=("instrument", "axis")),
    Stop("networks", _("Networks"), under=("network", "overlaps")),
    Stop("organisations", _("Partners"), under=("organisation",)),
    Stop("persons", _("People"), under=("person",)),
    Stop("surveys", _("Surveys"), under=("survey",)),
    Stop("knowledge", _("Knowledge"), under=("knowledge", "glossary", "source")),
)
MORE = (
    Stop("questionnaires", _("Questionnaires"), under=("questionnaire", "own_questionnaire", "own_sitting", "sitting")),
    Stop("stances", _("How you steer"), under=("stance",)),
    Stop("choices", _("Choices"), under=("choice",)),
    Stop("decisions", _("Decisions"), under=("decision",)),
    Stop("readiness", _("Ready to steer?"), under=("readiness", "not_steering")),
    Stop("workshops", _("Workshops"), under=("workshop",)),
    Stop("reports", _("Reports"), Right.EXPORT, under=("report",)),
    Stop("exchange", _("Import and export"), Right.EXPORT, under=("exchange",)),
    Stop("team", _("Team and settings"), Right.MANAGE_PEOPLE, under=("team", "settings", "invitation")),
    Stop("trail", _("Audit trail"), Right.SEE_TRAIL),
    Stop("help", _("Help and sources"), under=("help",)),
)
GUEST = (Stop("guest", _("My networks"), Right.SEE_OWN_NETWORKS, under=("guest",)),)


@dataclass(frozen=True, slots=True)
class Link:
    """A stop as the page shows it."""

    url: str
    label: Any
    current: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: who asks, for which authority, and where they can go."""
    if not isinstance(getattr(request, "position", None), Position):
        return {"authority": None, "position": None}
    inside: AuthorityRequest = request  # type: ignore[assignment]
    shared = {
        "authority": inside.authority,
        "position": inside.position,
        "spine": _links(inside, GUEST + SPINE),
        "more": _links(inside, MORE),
    }
    holes: dict[str, str] | None = getattr(request, "holes", None)  # see kept.py
    if holes is not None:
        return {**shared, "csrf_token": holes["token"], "reader": holes["reader"], "elsewhere": holes["elsewhere"]}
    return {**shared, "reader": reader(inside), "elsewhere": elsewhere(inside)}


def reader(request: AuthorityRequest) -> str:
    """Who reads, as the head of the page shows it."""
    return render_to_string("ui/_reader.html", {"user": request.user, "position": request.position})


def elsewhere(request: AuthorityRequest) -> str:
    """Links to where else the person works."""
    return render_to_string("ui/_elsewhere.html", {"positions": other_positions(request.position)})


def other_positions(position: Position) -> list[Position]:
    """Where else the person works."""
    found = Position.objects.active().filter(user=position.user_id).exclude(pk=position.pk)
    return list(found.select_related("authority").order_by("authority__name"))


def _links(request: AuthorityRequest, stops: tuple[Stop, ...]) -> list[Link]:
    name = (request.resolver_match.url_name or "") if request.resolver_match else ""
    return [
        Link(
            reverse(stop.name, args=[request.authority.slug]),
            stop.label,
            name == stop.name or name.startswith(stop.under or "\0"),
        )
        for stop in stops
        if request.position.may(stop.right)
    ]
