"""Where can somebody go? The items of the navigation, for the rights of who asks."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import AuthorityRequest, Position
from regiewijzer.foundation.accounts.queries import visitors_may_begin
from regiewijzer.foundation.rights import RIGHTS_OF, Right, Role
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.tool import NavItem
from regiewijzer.ui.addresses import address_of

MOST_KEPT = 1000  # pages by role, language and authority; a few kilobytes each


@dataclass(frozen=True, slots=True)
class Place:
    """One of the six places, with the pages that belong together there. Pages of a tool come after the one it names."""

    label: Any
    items: tuple[NavItem, ...]


_PLACES = (
    Place(
        _("This week"),
        (
            NavItem("week", _("This week"), Right.SEE, under=("onboarding",)),
            NavItem("findings", _("Findings"), under=("finding",)),
            NavItem("overview", _("Overview")),
        ),
    ),
    Place(
        _("Networks"),
        (
            NavItem(
                "networks",
                _("Networks"),
                under=(
                    "network",
                    "overlap",
                    "confirmations",
                    "load",
                    "who_with_whom",
                    "doubles",
                    "my_mandates",
                    "my_roles",
                    "staffing",
                    "tries",
                ),
            ),
            NavItem("meetings", _("Meetings"), under=("meeting", "calendars")),
            NavItem("actions", _("Actions"), under=("action",)),
            NavItem("organisations", _("Partners"), under=("organisation",)),
            NavItem("persons", _("People"), under=("person",)),
        ),
    ),
    Place(
        _("Instruments and challenges"),
        (
            NavItem("instruments", _("Instruments"), under=("instrument", "axis")),
            NavItem("challenges", _("Challenges"), under=("challenge",)),
        ),
    ),
    Place(
        _("Ask questions"),
        (
            NavItem(
                "questionnaires",
                _("Questionnaires"),
                under=("questionnaire", "own_questionnaire", "own_sitting", "sitting"),
            ),
            NavItem("surveys", _("Surveys"), under=("survey",)),
            NavItem("workshops", _("Workshops"), under=("workshop",)),
        ),
    ),
    Place(
        _("Decisions and reports"),
        (
            NavItem("decisions", _("Decisions"), under=("decision",)),
            NavItem("year", _("Account of the year"), under=("policy_codes",)),
            NavItem("reports", _("Reports"), Right.EXPORT, under=("report",)),
        ),
    ),
    Place(
        _("Our authority"),
        (
            NavItem("exchange", _("Import and export"), Right.EXPORT, under=("exchange",)),
            NavItem(
                "team", _("Team and settings"), Right.MANAGE_PEOPLE, under=("team", "guests", "settings", "invitation")
            ),
            NavItem("trail", _("Audit trail"), Right.SEE_TRAIL),
        ),
    ),
)
_OF_TOOLS = tuple(item for tool in TOOLS for item in tool.nav)
PLACES = tuple(
    Place(
        place.label,
        tuple(item for own in place.items for item in (own, *(each for each in _OF_TOOLS if each.after == own.name))),
    )
    for place in _PLACES
)
HEAD = (
    NavItem("knowledge", _("Knowledge"), under=("knowledge", "glossary", "source", "practice")),
    NavItem("help", _("Help and sources"), under=("help",)),
)
OF_GUEST = Place(
    _("This week"),
    (
        NavItem("week", _("This week"), Right.SEE_OWN_NETWORKS),
        NavItem("guest", _("My networks"), Right.SEE_OWN_NETWORKS, under=("guest",)),
    ),
)


@dataclass(frozen=True, slots=True)
class Link:
    """An item as the page shows it; a place has its own items, and is current when one of them is."""

    url: str
    label: Any
    current: bool
    items: tuple["Link", ...] = ()


@dataclass(frozen=True, slots=True)
class Navigation:
    """Drawn for a narrow screen and a wide one. A guest, who sees their own networks alone, searches nothing.

    `here` is the name of the place the page is in; empty outside all.
    """

    links: tuple[Link, ...]
    head: tuple[Link, ...]
    here: Any
    menu: str
    rail: str
    searches: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: who asks, for which authority, and where they can go."""
    if not isinstance(getattr(request, "position", None), Position):
        return {"authority": None, "position": None, "visitors_may_begin": visitors_may_begin()}
    inside: AuthorityRequest = request  # type: ignore[assignment]
    shared = {
        "authority": inside.authority,
        "position": inside.position,
        "navigation": navigation(inside.authority.slug, Role(inside.position.role), _here(request), get_language()),
    }
    holes: dict[str, str] | None = getattr(request, "holes", None)  # see kept.py
    if holes is not None:
        return {**shared, "csrf_token": holes["token"], "reader": holes["reader"], "elsewhere": holes["elsewhere"]}
    return {**shared, "reader": reader(inside), "elsewhere": elsewhere(inside)}


def reader(request: AuthorityRequest) -> str:
    """Who reads, as the head of the page shows it, with the key by which a browser tells their drafts apart."""
    role = str(request.position.get_role_display())
    return _reader(request.user.name, request.user.initials, role, request.position.pk)


@lru_cache(MOST_KEPT)
def _reader(name: str, initials: str, role: str, key: int) -> str:
    return render_to_string("ui/_reader.html", {"name": name, "initials": initials, "role": role, "key": str(key)})


def elsewhere(request: AuthorityRequest) -> str:
    """Links to where else the person works."""
    return render_to_string("ui/_elsewhere.html", {"positions": request.elsewhere}) if request.elsewhere else ""


def _here(request: HttpRequest) -> str:
    return (request.resolver_match.url_name or "") if request.resolver_match else ""


@lru_cache(MOST_KEPT)
def navigation(slug: str, role: Role, here: str, _language: str | None) -> Navigation:
    """The navigation on the page with the name `here`, in the language that is active: drawn once for all in a role."""
    places = tuple(_place(slug, role, here, place) for place in (OF_GUEST, *PLACES) if _reachable(role, place.items))
    head = tuple(_links(slug, role, here, HEAD))
    context = {"places": places, "head": head}
    menu, rail = (render_to_string(f"ui/_{part}.html", context) for part in ("menu", "rail"))
    inside = next((place.label for place in places if place.current), "")
    links = tuple(item for place in places for item in place.items)
    return Navigation((*links, *head), head, inside, menu, rail, searches=len(places) > 1)


def _reachable(role: Role, items: tuple[NavItem, ...]) -> list[NavItem]:
    return [item for item in items if item.right in RIGHTS_OF[role]]


def _place(slug: str, role: Role, here: str, place: Place) -> Link:
    """It leads to the first of its pages."""
    items = tuple(_links(slug, role, here, place.items))
    return Link(items[0].url, place.label, any(item.current for item in items), items)


def _links(slug: str, role: Role, here: str, items: tuple[NavItem, ...]) -> list[Link]:
    return [
        Link(address_of(item.name, slug), item.label, here == item.name or here.startswith(item.under or "\0"))
        for item in _reachable(role, items)
    ]
