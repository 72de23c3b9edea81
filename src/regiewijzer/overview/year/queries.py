"""What was decided, changed and stopped in a year, which years are there, and what falls under which policy code?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Manager, Q, QuerySet
from django.utils import timezone

from regiewijzer.foundation.reading import Select, read_at_once
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import for_list
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Network
from regiewijzer.register.policy.models import PolicyCode

Coded = Challenge | Network | Instrument
CODED: tuple[type[Coded], ...] = (Challenge, Network, Instrument)


@dataclass(frozen=True, slots=True)
class Under:
    """What falls under one policy code. `row` is None for a code that is on no list any more."""

    code: str
    row: PolicyCode | None
    challenges: Sequence[Challenge]
    networks: Sequence[Network]
    instruments: Sequence[Instrument]

    @property
    def name(self) -> str:
        return str(self.row or self.code)

    @property
    def records(self) -> list[Coded]:
        return [*self.challenges, *self.networks, *self.instruments]


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar year, in the order of its days. Nothing in it is judged or added up to a mark.

    `under` is the policy code to which all of it is narrowed; `codes` are those there are, each with how many of the
    decisions of this year are about what falls under it.
    """

    year: int
    under: Under | None
    codes: Sequence[tuple[Under, int]]
    decided: Sequence[Decision]
    reviewed: Sequence[Decision]
    begun: Sequence[Network]
    forms: Sequence[FormPeriod]
    goals: Sequence[GoalVersion]
    stopped: Sequence[Network]
    instruments: Sequence[Instrument]


def year_of(year: int, code: str = "") -> Year:
    """What the register knows of it, without what is in the archive; of one policy code, when there is such a code."""
    codes = policy_codes()
    under = next((each for each in codes if each.code == code), None)
    decisions, networks = for_list().filter(archived_at=None), Network.objects.current().select_related("went_into")
    forms = FormPeriod.objects.filter(started__year=year, network__archived_at=None).select_related("network")
    worded = GoalVersion.objects.filter(valid_from__year=year, number__gt=1, network__archived_at=None)
    instruments = Instrument.objects.current().filter(ended__year=year)
    if under:
        decisions = decisions.filter(_about(under))
        networks = networks.filter(policy_codes__contains=[code])
        instruments = instruments.filter(policy_codes__contains=[code])
        forms = forms.filter(network__policy_codes__contains=[code])
        worded = worded.filter(network__policy_codes__contains=[code])
    found = read_at_once(
        [
            Select.of(decisions.filter(decided_on__year=year).order_by("decided_on", "id")),
            Select.of(decisions.filter(reviewed_on__year=year).order_by("reviewed_on", "id")),
            Select.of(networks.filter(started__year=year).order_by("started", "name")),
            Select.of(forms.order_by("started", "id")),
            Select.of(worded.select_related("network").order_by("valid_from", "id")),
            Select.of(networks.filter(ended__year=year).order_by("ended", "name")),
            Select.of(instruments.order_by("ended", "name")),
        ]
    )
    return Year(year, under, _counted(codes, found[0]), *found)


def policy_codes() -> list[Under]:
    """Every code of the list, and those only records still have, with what falls under each; by code."""
    listed, *coded = read_at_once(
        [
            Select.of(PolicyCode.objects.all()),
            *(Select.of(_with_codes(model._default_manager)) for model in CODED),
        ]
    )
    known = {each.code: each for each in listed}
    challenges, networks, instruments = map(_by_code, coded)
    used = {*challenges, *networks, *instruments}
    return [
        Under(code, known.get(code), challenges.get(code, ()), networks.get(code, ()), instruments.get(code, ()))
        for code in sorted({*known, *used})
    ]


def years() -> list[int]:
    """Those in which something was decided, and this one, the last first."""
    found = Decision.objects.filter(archived_at=None).values_list("decided_on__year", flat=True).distinct()
    return sorted({*found, timezone.localdate().year}, reverse=True)


def _with_codes(rows: "Manager[Any]") -> "QuerySet[Any]":
    return rows.filter(archived_at=None).exclude(policy_codes=[]).order_by("name", "pk")


def _by_code(rows: Iterable[Any]) -> Mapping[str, Sequence[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        for code in row.policy_codes:
            found[code].append(row)
    return found


def _about(under: Under) -> Q:
    """Decisions about what falls under a code, those about a pair or a group too."""
    found = Q(pk__in=())
    for record in under.records:
        found |= Q(pk__in=Decision.objects.about(record.KIND, record.pk).values("pk"))
    return found


def _counted(codes: Sequence[Under], decided: Sequence[Decision]) -> list[tuple[Under, int]]:
    about = [set(_subjects(each)) for each in decided]
    wanted = [{(record.KIND, record.pk) for record in each.records} for each in codes]
    return [(each, sum(bool(keys & subjects) for subjects in about)) for each, keys in zip(codes, wanted, strict=True)]


def _subjects(decision: Decision) -> Iterator[tuple[str, int]]:
    for kind in (each.KIND for each in CODED):
        if pk := getattr(decision, f"{kind}_id"):
            yield kind, pk
    for subject in decision.subjects:
        yield subject["kind"], subject["ref"]
