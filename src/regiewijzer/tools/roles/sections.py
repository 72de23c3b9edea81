"""What do a page and a report say of who takes which role?"""

from collections.abc import Mapping

from django.utils.translation import gettext

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.inquiry.questionnaires.public import questionnaire
from regiewijzer.library.texts import Text
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science import facts
from regiewijzer.science.facts import NetworkRole
from regiewijzer.tools.roles.queries import Team, service_roles
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, State, Table
from regiewijzer.ui.section import Brief, Point, Section
from regiewijzer.ui.wording import name_of, plain, text_of, within, worded

COMPETENCES = "manager-competences"


def section_of(seen: NetworkSeen) -> Section:
    """Who takes which of the five roles: tasks alone. Offers stand on the page, for who may see them."""
    url = seen.to("network_roles")
    topic, tab = gettext("Who takes which role"), Link(gettext("Roles"), url)
    tasks = seen.known.roles if seen.known else ()
    ways = (Link(gettext("Look at the roles"), url, button=True),)
    if not tasks:
        said = plain(gettext("Nobody said yet who takes which of the five roles."))
        brief = Brief(said, State(Fit.UNKNOWN, gettext("not said")))
        return Section(key="roles", heading=topic, topic=topic, tab=tab, brief=brief, lead=(said,), links=ways)
    by_role = {role: ", ".join(task.name for task in tasks if task.role == role) for role in NetworkRole}
    head = (gettext("Role"), gettext("Taken by"))
    rows = tuple((role_name(role), who or State(Fit.SHORT, gettext("nobody"))) for role, who in by_role.items())
    loaded = facts.overloaded(tasks)
    uncovered = [role for role, who in by_role.items() if not who]
    first = _said_first(loaded, uncovered)
    well = (
        State(Fit.OK, gettext("all taken")) if not (loaded or uncovered) else State(Fit.SHORT, gettext("not divided"))
    )
    return Section(
        key="roles",
        heading=first,
        brief=Brief(plain(f"{first}."), well),
        topic=topic,
        tab=tab,
        table=Table(gettext("The five roles"), head, rows, widths=(1, 2)),
        links=ways,
    )


def heading(team: Team) -> str:
    """What was found first on the page."""
    if not team.known:
        return gettext("Who takes which role?")
    return _said_first(team.loaded, team.uncovered)


def _said_first(loaded: tuple[tuple[str, int], ...], uncovered: "list[NetworkRole] | tuple[NetworkRole, ...]") -> str:
    said = []
    if loaded:
        said.append(gettext("One person carries %(count)s of the five roles") % {"count": within(loaded[0][1])})
    if len(uncovered) == 1:
        said.append(gettext("nobody is %(role)s") % {"role": text_of(uncovered[0], "manager_roles")})
    elif uncovered:
        said.append(gettext("%(count)s of the five roles are open") % {"count": within(len(uncovered))})
    if not said:
        return gettext("All five roles are taken")
    first = "; ".join(said)
    return first[:1].upper() + first[1:]


def points(team: Team) -> tuple[Point, ...]:
    """Overload, an inexperienced manager alone."""
    found = [
        Point(
            Fit.SHORT,
            worded(gettext("**%(who)s** carries **%(count)s of the five roles** here"), who=who, count=count),
        )
        for who, count in team.loaded
    ]
    if team.beginner:
        said = gettext("One person **alone** leads this network, and says to have little experience")
        found.append(Point(Fit.SHORT, worded(said)))
    return tuple(found)


def role_name(role: str) -> str:
    return name_of(role, "manager_roles")


def as_read(position: Position, offers: Mapping[str, bool]) -> str:
    """The sentence others read; empty when nothing is offered."""
    name = position.user.name
    gladly = ", ".join(text_of(role, "manager_roles") for role, wish in offers.items() if wish)
    learn = ", ".join(text_of(role, "manager_roles") for role, wish in offers.items() if not wish)
    if gladly and learn:
        said = gettext("%(name)s likes to be %(gladly)s and wants to learn %(learn)s.")
    elif gladly:
        said = gettext("%(name)s likes to be %(gladly)s.")
    elif learn:
        said = gettext("%(name)s wants to learn %(learn)s.")
    else:
        return ""
    return said % {"name": name, "gladly": gladly, "learn": learn}


def service_table() -> Table | None:
    """Over the whole service, role by role: at least two, or fewer than two; None until five tests."""
    found = service_roles()
    if found is None:
        return None
    rows = tuple(
        (
            role_name(role),
            State(Fit.SHORT, gettext("fewer than two"))
            if role in found.thin
            else State(Fit.OK, gettext("at least two")),
        )
        for role in NetworkRole
    )
    caption = gettext("Who is strong in it, over the whole service?")
    return Table(caption, (gettext("Role"), gettext("Strong in it")), rows, widths=(2, 1))


def competences() -> tuple[tuple[Text, Text], ...]:
    """What a network manager has to be able to do, the most important first: groups in rank, never a total."""
    return tuple((each.title, each.text) for each in questionnaire(COMPETENCES).dimensions)
