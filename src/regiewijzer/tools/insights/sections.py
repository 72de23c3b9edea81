"""What do pages and papers say of the users of a network? Personas and journeys alone: the rest is seen by few."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext, ngettext

from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science.facts import Feeling, Proof
from regiewijzer.tools.insights.models import Insight
from regiewijzer.tools.insights.queries import INSIGHTS, ShownStep
from regiewijzer.ui.pictures.journey import Stop, Way, journey_picture
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Cell, Link, Picture, State, Table
from regiewijzer.ui.section import Brief, Section
from regiewijzer.ui.wording import day, name_of, plain, worded

MOST_NAMES = 3


def section_of(seen: NetworkSeen) -> Section | None:
    """The personas and journeys of a network, with what each changed."""
    found = INSIGHTS.of(seen.network)
    url = seen.to("network_insights")
    if not found and seen.on_paper:
        return None
    topic = gettext("For whom we do this")
    return Section(
        key="insights",
        heading=_heading(found),
        topic=topic,
        tab=Link(gettext("Users"), url),
        brief=_brief(found),
        lead=() if found else (plain(_nothing()),),
        table=_table(seen, found) if found else None,
        links=(Link(gettext("Look at the users"), url, button=True),),
    )


def _brief(found: list[Any]) -> Brief:
    """How it stands: whether anything is known of users, whether they were asked, whether it changed anything."""
    if not found:
        return Brief(plain(_nothing()), State(Fit.UNKNOWN, gettext("nothing known")))
    names = ", ".join(each.name for each in found[:MOST_NAMES])
    said = worded(gettext("We know: **%(names)s**."), names=names)
    if all(each.proof == Proof.ASSUMED for each in found):
        return Brief(said, State(Fit.TIGHT, gettext("only assumed")))
    if not any(each.changed for each in found):
        return Brief(said, State(Fit.TIGHT, gettext("changed nothing yet")))
    return Brief(said, State(Fit.OK, gettext("it changed something")))


def _nothing() -> str:
    return gettext("Nobody wrote down yet what users go through.")


def _heading(found: list[Any]) -> str:
    unused = sum(not each.changed for each in found)
    if not found:
        return gettext("For whom we do this")
    if unused == len(found):
        return gettext("What users go through has changed nothing yet")
    return ngettext(
        "For whom we do this: %(count)s persona or journey", "For whom we do this: %(count)s personas and journeys",
        len(found),
    ) % {"count": len(found)}  # fmt: skip


def _table(seen: NetworkSeen, found: list[Any]) -> Table:
    head = (gettext("Insight"), gettext("How sure"), gettext("Made on"), gettext("What it changed"))
    rows: list[tuple[Cell, ...]] = [
        (
            f"{each.get_kind_display()}: {each.name}",
            str(each.get_proof_display()),
            day(each.made_on),
            "; ".join(said.rstrip(". ") for said in each.changed) or gettext("nothing yet"),
        )
        for each in found
    ]
    return Table(gettext("Personas and journeys"), head, tuple(rows), widths=(1.4, 0.7, 0.9, 2))


def picture(insight: Insight, steps: Sequence[ShownStep]) -> Picture | None:
    """A journey as lanes; None without steps."""
    head = (
        gettext("Step"),
        gettext("Stage"),
        gettext("How it feels"),
        gettext("Whom somebody meets"),
        gettext("Where it goes wrong"),
        gettext("What is possible"),
    )
    stops = tuple(
        Stop(
            name=each.step.name,
            stage=str(each.step.get_stage_display()),
            feeling=each.step.feeling,
            met=tuple(name for name, _inside in each.met),
            cells=(
                str(each.step.get_stage_display()),
                name_of(each.feeling, "feelings"),
                ", ".join(_met(each)) or "–",
                each.step.pain or "–",
                each.step.chance or "–",
            ),
        )
        for each in steps
    )
    way = Way(
        title=insight.name,
        stops=stops,
        feelings=tuple(name_of(feeling, "feelings") for feeling in Feeling),
        absent=frozenset(name for each in steps for name in each.absent),
        head=head,
    )
    return journey_picture(way, picture_id="journey")


def _met(shown: ShownStep) -> Iterator[str]:
    for name, inside in shown.met:
        yield name if inside else gettext("%(name)s (not at the table)") % {"name": name}
