"""Where can somebody go? The items of the navigation, for the rights of who asks."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import AuthorityRequest, Position
from regiewijzer.foundation.rights import RIGHTS_OF, Right, Role
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.tool import NavItem
from regiewijzer.ui.addresses import address_of

MOST_KEPT = 1000  # pages by role, language and authority; a few kilobytes each

MAIN_NAV = (
    NavItem("overview", _("Overview"), under=("finding",)),
    NavItem("challenges", _("Challenges"), under=("challenge",)),
    NavItem("instruments", _("Instruments"), under=("instrument", "axis")),
    NavItem("networks", _("Networks"), under=("network", "overlaps", "load", "who_with_whom")),
    NavItem("meetings", _("Meetings"), under=("meeting",)),
    NavItem("organisations", _("Partners"), under=("organisation",)),
    NavItem("persons", _("People"), under=("person",)),
    NavItem("surveys", _("Surveys"), under=("survey",)),
    NavItem("knowledge", _("Knowledge"), under=("knowledge", "glossary", "source")),
)
_MORE = (  # beside those of the tools
    NavItem(
        "questionnaires", _("Questionnaires"), under=("questionnaire", "own_questionnaire", "own_sitting", "sitting")
    ),
    NavItem("decisions", _("Decisions"), under=("decision",)),
    NavItem("actions", _("Actions"), under=("action",)),
    NavItem("workshops", _("Workshops"), under=("workshop",)),
    NavItem("reports", _("Reports"), Right.EXPORT, under=("report",)),
    NavItem("exchange", _("Import and export"), Right.EXPORT, under=("exchange",)),
    NavItem("team", _("Team and settings"), Right.MANAGE_PEOPLE, under=("team", "settings", "invitation")),
    NavItem("trail", _("Audit trail"), Right.SEE_TRAIL),
    NavItem("help", _("Help and sources"), under=("help",)),
)
_OF_TOOLS = tuple(item for tool in TOOLS for item in tool.nav)
MORE = tuple(item for before in _MORE for item in (before, *(each for each in _OF_TOOLS if each.after == before.name)))
GUEST = (NavItem("guest", _("My networks"), Right.SEE_OWN_NETWORKS, under=("guest",)),)


@dataclass(frozen=True, slots=True)
class Link:
    """An item as the page shows it."""

    url: str
    label: Any
    current: bool


@dataclass(frozen=True, slots=True)
class Navigation:
    """Drawn for a narrow screen and a wide one. A guest, who sees their own networks alone, searches nothing."""

    links: tuple[Link, ...]
    menu: str
    rail: str
    searches: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: who asks, for which authority, and where they can go."""
    if not isinstance(getattr(request, "position", None), Position):
        return {"authority": None, "position": None}
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
    """Who reads, as the head of the page shows it."""
    return _reader(request.user.name, request.user.initials, str(request.position.get_role_display()))


@lru_cache(MOST_KEPT)
def _reader(name: str, initials: str, role: str) -> str:
    return render_to_string("ui/_reader.html", {"name": name, "initials": initials, "role": role})


def elsewhere(request: AuthorityRequest) -> str:
    """Links to where else the person works."""
    return render_to_string("ui/_elsewhere.html", {"positions": request.elsewhere}) if request.elsewhere else ""


def _here(request: HttpRequest) -> str:
    return (request.resolver_match.url_name or "") if request.resolver_match else ""


@lru_cache(MOST_KEPT)
def navigation(slug: str, role: Role, here: str, _language: str | None) -> Navigation:
    """The navigation on the page with the name `here`, in the language that is active: drawn once for all in a role."""
    main_nav, more = _links(slug, role, here, GUEST + MAIN_NAV), _links(slug, role, here, MORE)
    context = {"main_nav": main_nav, "more": more}
    menu, rail = (render_to_string(f"ui/_{part}.html", context) for part in ("menu", "rail"))
    return Navigation((*main_nav, *more), menu, rail, searches=len(main_nav) > 1)


def _links(slug: str, role: Role, here: str, items: tuple[NavItem, ...]) -> list[Link]:
    return [
        Link(address_of(item.name, slug), item.label, here == item.name or here.startswith(item.under or "\0"))
        for item in items
        if item.right in RIGHTS_OF[role]
    ]
