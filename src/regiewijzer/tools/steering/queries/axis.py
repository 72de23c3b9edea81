"""The axis of power: instruments with their place now, and where they stood before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts import Instrument, InstrumentStatus, Power, Ref
from regiewijzer.science.limits import Limits
from regiewijzer.science.power import Place, Proportion, place, proportion_of
from regiewijzer.tools.steering.queries.standing import instruments, instruments_on
from regiewijzer.ui.pictures.axis import Axis, Emphasis, InstrumentRow, Standing, TypeColumn, axis_picture
from regiewijzer.ui.pictures.canvas import Shape
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.wording import name_of, text_of

Href = Callable[[str, Ref], str]

SHAPES = {
    Power.COMMUNICATIVE: Shape.CIRCLE,
    Power.MARKET: Shape.SQUARE,
    Power.FINANCIAL: Shape.DIAMOND,
    Power.LEGAL: Shape.TRIANGLE,
}
STANDINGS = {InstrumentStatus.PLANNED: Standing.PLANNED, InstrumentStatus.ENDED: Standing.ENDED}
RUNNING = "running"
EVERYTHING = "all"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which instruments the axis shows. `status` is RUNNING (all but ended), EVERYTHING, or one status."""

    challenge: int | None = None
    origin: str = ""
    status: str = RUNNING
    then: date | None = None

    def shows(self, instrument: Instrument) -> bool:
        in_status = {RUNNING: instrument.status is not InstrumentStatus.ENDED, EVERYTHING: True}
        return (
            (self.challenge is None or self.challenge in instrument.challenges)
            and (not self.origin or instrument.origin == self.origin)
            and in_status.get(self.status, instrument.status == self.status)
        )


@dataclass(frozen=True, slots=True)
class Moved:
    """An instrument whose place or status differs between two moments; one of both is None when it was not there."""

    instrument: Instrument
    before: Place | None
    after: Place | None
    before_status: InstrumentStatus | None

    @property
    def change(self) -> float:
        return 0.0 if self.before is None or self.after is None else self.after.mean - self.before.mean


@dataclass(frozen=True, slots=True)
class AxisPage:
    """The picture, what it says, and what changed since the moment compared with."""

    heading: str
    picture: Picture | None
    shown: int
    total: int
    moved: tuple[Moved, ...]
    display_case: tuple[Instrument, ...]


def axis_page(narrowed: Narrowed, limits: Limits, href: Href) -> AxisPage:
    """The instruments that match, now and, when asked, at an earlier moment."""
    known = instruments()
    now = [instrument for instrument in known if narrowed.shows(instrument)]
    then = {each.ref: each for each in instruments_on(narrowed.then)} if narrowed.then else {}
    rows = [row_of(each, limits, href, before=then.get(each.ref)) for each in now]
    return AxisPage(
        heading=heading(rows),
        picture=axis_picture(Axis(columns(limits), tuple(rows)), picture_id="axis"),
        shown=len(now),
        total=len(known),
        moved=tuple(_moved(now, then, limits)) if narrowed.then else (),
        display_case=tuple(each for each in now if each.status is InstrumentStatus.DISPLAY_CASE),
    )


def options() -> dict[str, list[tuple[str, str]]]:
    """What one can narrow by: value and words, by the name of the filter."""
    challenges = Challenge.objects.current().order_by("name").values_list("pk", "name")
    every = ("", gettext("all"))
    return {
        "challenge": [every, *((str(pk), name) for pk, name in challenges)],
        "origin": [every, *word_choices("origins")],
        "status": [
            (RUNNING, gettext("all that are not ended")),
            (EVERYTHING, gettext("all")),
            *word_choices("instrument_statuses"),
        ],
    }


def one_row(
    name: str, shares: Mapping[Power, int], limits: Limits, *, before: Mapping[Power, int], picture_id: str = "place"
) -> Picture | None:
    """The picture of one instrument with these shares, beside where it stands now. ValueError when they do not fit."""
    moved = dict(before) != dict(shares)
    row = InstrumentRow(
        name=name,
        shares=_in_order(shares, limits),
        place=place(shares, limits).mean,
        before=_in_order(before, limits) if moved else (),
        place_before=place(before, limits).mean if moved else None,
    )
    return axis_picture(Axis(columns(limits), (row,)), picture_id=picture_id)


def columns(limits: Limits) -> tuple[TypeColumn, ...]:
    """The types in the authority's order of power."""
    return tuple(_column(power) for power in limits.power_order)


def row_of(instrument: Instrument, limits: Limits, href: Href, *, before: Instrument | None = None) -> InstrumentRow:
    """One instrument on the axis; `before` is the same at an earlier moment, drawn when its place differs."""
    emphasis, words = _emphasis(instrument, limits)
    moved = before is not None and dict(before.shares) != dict(instrument.shares)
    return InstrumentRow(
        name=instrument.name,
        shares=_in_order(instrument.shares, limits),
        place=place(instrument.shares, limits).mean,
        in_display_case=instrument.status is InstrumentStatus.DISPLAY_CASE,
        emphasis=emphasis,
        words=words,
        standing=STANDINGS.get(instrument.status, Standing.IN_USE),
        href=href("instrument", instrument.ref),
        before=_in_order(before.shares, limits) if before is not None and moved else (),
        place_before=place(before.shares, limits).mean if before is not None and moved else None,
    )


def heading(rows: Sequence[InstrumentRow]) -> str:
    """What there is to see on the axis."""
    strong = sum(row.emphasis is Emphasis.STRONG for row in rows)
    if strong:
        return ngettext(
            "One instrument is stronger than needed", "%(count)s instruments are stronger than needed", strong
        ) % {"count": strong}
    return gettext("Your instruments, from little to much power")


def _in_order(shares: Mapping[Power, int], limits: Limits) -> tuple[int, ...]:
    return tuple(shares.get(power, 0) for power in limits.power_order)


def _column(power: Power) -> TypeColumn:
    words = {
        Power.COMMUNICATIVE: (gettext("you convince"), gettext("Convince")),
        Power.MARKET: (gettext("you stimulate"), gettext("Stimulate")),
        Power.FINANCIAL: (gettext("you control the money"), gettext("Money")),
        Power.LEGAL: (gettext("you oblige"), gettext("Oblige")),
    }
    verb, short = words[power]
    name = name_of(power, "powers")
    return TypeColumn(name=name, short=short, verb=verb, shape=SHAPES[power])


def _emphasis(instrument: Instrument, limits: Limits) -> tuple[Emphasis | None, str]:
    found = proportion_of(instrument, limits)
    if found is Proportion.TOO_STRONG:
        return Emphasis.STRONG, text_of(found, "proportions")
    if found is Proportion.TOO_WEAK:
        return Emphasis.WEAK, gettext("too weak for its goal")
    return None, ""


def _moved(now: Sequence[Instrument], then: Mapping[Ref, Instrument], limits: Limits) -> list[Moved]:
    found = []
    for instrument in now:
        before = then.get(instrument.ref)
        if before is None or dict(before.shares) != dict(instrument.shares) or before.status != instrument.status:
            found.append(
                Moved(
                    instrument=instrument,
                    before=place(before.shares, limits) if before else None,
                    after=place(instrument.shares, limits),
                    before_status=before.status if before else None,
                )
            )
    return found
