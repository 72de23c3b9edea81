"""Who sits at a table by domain and by kind of organisation, how that moved, and whether users were heard?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils import timezone

from regiewijzer.inquiry.workshops.public import Spread, last_room_about
from regiewijzer.library.catalogue import words
from regiewijzer.register.networks.models import Membership
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.organisations.queries import apart_from_own
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science import composition
from regiewijzer.science.composition import Composition
from regiewijzer.science.facts.insights import Insight
from regiewijzer.science.insights import RECENT_MONTHS, last_seen
from regiewijzer.science.upkeep import months_between

QUESTIONNAIRE = "open-table"
MOST_MOMENTS = 6


@dataclass(frozen=True, slots=True)
class Kind:
    """One domain or kind of organisation, by its code: how many parties of the table are of it."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Moment:
    """The table after the partners of one month changed: parties of the domain that is the largest today, of all.

    `on` is the last day of that month on which somebody came or left.
    """

    on: date
    alike: int
    parties: int
    joined: int
    left: int

    @property
    def others(self) -> int:
        return self.parties - self.alike


@dataclass(frozen=True, slots=True)
class Composed:
    """Everything the page of a composition shows.

    `domains` run from most to least, `absent` are those of the fixed list that nobody has. `since_unknown`: partners of
    whom nobody knows since when they sit there; they count from the beginning. `speakers` speak for users, `heard` are
    the insights of the last twelve months that were seen with users, `last_heard` the last of all.
    """

    composed: Composition | None
    domains: tuple[Kind, ...]
    absent: tuple[str, ...]
    kinds: tuple[Kind, ...]
    moments: tuple[Moment, ...]
    since_unknown: int
    speakers: tuple[str, ...]
    heard: tuple[Insight, ...]
    last_heard: date | None
    spread: tuple[Spread, ...]

    @property
    def attainable(self) -> float | None:
        return composition.attainable(self.composed) if self.composed else None

    @property
    def blau(self) -> float | None:
        counts = [count for _domain, count in self.composed.counts] if self.composed else []
        return composition.blau(counts) if counts else None


def composed_of(seen: NetworkSeen) -> Composed:
    """The composition of the partners of today, and of days before, in a fixed number of queries."""
    today = timezone.localdate()
    organisations = [member.organisation for member in seen.members]
    heard = _heard(seen.known.insights if seen.known else (), today)
    composed = compose(organisations, user_voice=bool(heard))
    largest = composed.dominant if composed else None
    memberships = list(Membership.objects.filter(network=seen.network).select_related("organisation"))
    present = composed.counts if composed else ()
    return Composed(
        composed=composed,
        domains=tuple(Kind(code, count) for code, count in present),
        absent=tuple(sorted(set(_domains()) - {code for code, _count in present}, key=_domains().index)),
        kinds=_kinds(organisations),
        moments=tuple(_moments(memberships, largest, today)),
        since_unknown=sum(member.started is None for member in seen.members),
        speakers=tuple(each.name for each in organisations if each.speaks_for_users),
        heard=heard,
        last_heard=last_seen(seen.known.insights) if seen.known else None,
        spread=last_room_about(seen.network, QUESTIONNAIRE, seen.limits),
    )


def compose(organisations: Sequence[Organisation], *, user_voice: bool) -> Composition | None:
    """The composition of these partners, own services as one; None without any."""
    others, own = apart_from_own(organisations)
    parties = composition.parties([each.domains for each in others], [each.domains for each in own])
    return composition.compose(parties, user_voice=user_voice) if parties else None


def _domains() -> tuple[str, ...]:
    """The fixed list."""
    return tuple(word.code for word in words("domains"))


def _kinds(organisations: Iterable[Organisation]) -> tuple[Kind, ...]:
    """Organisations by kind, own services as one."""
    others, own = apart_from_own(organisations)
    counted = Counter(each.kind for each in (*others, *own[:1]))
    return tuple(Kind(code, count) for code, count in sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def _heard(insights: Sequence[Insight], today: date) -> tuple[Insight, ...]:
    return tuple(each for each in insights if each.seen and months_between(each.made_on, today) < RECENT_MONTHS)


def _moments(memberships: Sequence[Membership], largest: str | None, today: date) -> Iterator[Moment]:
    """The table after each month in which it changed, from old to new: the first, and the last few."""
    if largest is None:
        return
    joined = Counter(each.started for each in memberships if each.started and each.started <= today)
    left = Counter(each.ended for each in memberships if each.ended and each.ended <= today)
    days = sorted({*joined, *left})
    months = [list(of_month) for _month, of_month in groupby(days, key=lambda each: (each.year, each.month))]
    shown = months if len(months) <= MOST_MOMENTS else [months[0], *months[1 - MOST_MOMENTS :]]
    for of_month in shown:
        found = compose(_sitting(memberships, of_month[-1]), user_voice=False)
        alike = dict(found.counts).get(largest, 0) if found else 0
        came, gone = (sum(counts[each] for each in of_month) for counts in (joined, left))
        yield Moment(of_month[-1], alike, found.members if found else 0, came, gone)


def _sitting(memberships: Iterable[Membership], on: date) -> list[Organisation]:
    """Who sat there on a day; whoever is in the archive and never left is no partner."""
    return [
        each.organisation
        for each in memberships
        if (each.started is None or each.started <= on)
        and (each.ended is None or each.ended > on)
        and (each.organisation.archived_at is None or each.ended is not None)
    ]
