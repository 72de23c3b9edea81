"""Which findings follow from what the members think of their cooperation, and from what each partner brings and gets?

Limits: `cooperation`. A theme that is judged poor and on which the answers fall apart is told twice here; `deduplicate`
makes one finding of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from regiewijzer.science.consensus import falls_apart
from regiewijzer.science.cooperation import Lean, Theme, carries, division, leaning
from regiewijzer.science.facts import GiveAndTake, MemberRatings, Network, Register, latest
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.governance import to_scale
from regiewijzer.science.limits import Limits, at_least
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

_RULE_OF_LEAN = MappingProxyType({Lean.BRINGS_MORE: Rule.BRINGS_MORE, Lean.GETS_MORE: Rule.GETS_MORE})


@dataclass(frozen=True, slots=True)
class _Case:
    """One network on a day."""

    network: Network
    today: date
    limits: Limits

    @property
    def rows(self) -> tuple[GiveAndTake, ...]:
        """What was said of partners that still sit at the table."""
        return tuple(row for row in self.network.give_and_take if row.organisation in self.network.partners)


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the cooperation in every running network."""
    return tuple(finding for network in register.running for finding in of_network(network, register.today, limits))


def of_network(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """What the members of this network do not accept, and where bringing and getting are out of balance."""
    case = _Case(network, today, limits)
    last = latest(network.cooperation_ratings)
    judged = _judged(case, last) if last else ()
    return (*judged, *_leaning(case, Lean.BRINGS_MORE), *_leaning(case, Lean.GETS_MORE), *_carried(case))


def _judged(case: _Case, last: MemberRatings) -> tuple[Finding, ...]:
    known = [(theme, last.ratings[theme]) for theme in Theme if theme in last.ratings]
    measured, limits = grounds.of_measurement(last, case.today, case.limits), case.limits
    low = [
        _finding(
            Rule.COOPERATION_LOW,
            case,
            {"theme": theme.value, "value": round(to_scale(rating.score), 2)},
            (
                *measured,
                *grounds.of_agreement(rating.agreement, last, limits),
                grounds.of_limit("cooperation_rating", rating.score, limits),
            ),
            last.measured_on,
            ("cooperation_rating",),
            theme.value,
        )
        for theme, rating in known
        if not at_least(rating.score, limits.cooperation_rating)
    ]
    split = [
        _finding(
            Rule.COOPERATION_SPLIT,
            case,
            {"theme": theme.value, "agreement": round(rating.agreement or 0.0, 2), "answers": last.answers or 0},
            (*measured, grounds.of_limit("split_consensus", rating.agreement or 0.0, limits)),
            last.measured_on,
            ("split_consensus", "split_answers"),
            theme.value,
        )
        for theme, rating in known
        if falls_apart(rating.agreement, last.answers, limits)
    ]
    return (*low, *split)


def _leaning(case: _Case, to: Lean) -> tuple[Finding, ...]:
    """One finding for all partners that lean to this side, by name; its sizes are those of the most uneven."""
    found = leaning(case.rows, to, case.limits)
    if not found:
        return ()
    first = found[0]
    numbers: dict[str, Number] = {
        "partner": ", ".join(sorted(row.name for row in found)),
        "brings": first.brings or 0,
        "gets": first.gets or 0,
        "count": len(found),
        "total": len(case.network.partners),
    }
    return (_finding(_RULE_OF_LEAN[to], case, numbers, _said(case, found), _oldest(found), ("balance_gap",)),)


def _carried(case: _Case) -> tuple[Finding, ...]:
    known = [row for row in case.rows if row.brings is not None]
    found = division(known)
    if found is None or not carries(found, case.limits):
        return ()
    numbers: dict[str, Number] = {
        "partner": found.largest.name,
        "percent": grounds.percent(found.share),
        "count": found.estimated,
        "total": len(case.network.partners),
    }
    used = ("carries_share", "carries_partners")
    reasons = (*_said(case, known), grounds.of_limit("carries_share", found.share, case.limits))
    return (_finding(Rule.ONE_CARRIES, case, numbers, reasons, _oldest(known), used),)


def _who_said(own: int, total: int) -> Ground:
    if own in (0, total):
        return grounds.ground(Reason.SAID_ITSELF if own else Reason.ESTIMATED_FOR_PARTNER, holds=bool(own))
    return grounds.ground(Reason.SAID_BY_PARTNERS, holds=False, count=own, total=total)


def _said(case: _Case, rows: Sequence[GiveAndTake]) -> tuple[Ground, ...]:
    """Who said so, how long ago, and of how many partners nothing is known."""
    own = sum(row.agreed for row in rows)
    estimated = sum(row.brings is not None and row.gets is not None for row in case.rows)
    missing, total = len(case.network.partners) - estimated, len(case.network.partners)
    return (
        _who_said(own, len(rows)),
        grounds.of_age(Reason.FACTS_DATED, _oldest(rows), case.today, case.limits),
        *((grounds.ground(Reason.PARTNERS_UNKNOWN, holds=False, count=missing, total=total),) if missing else ()),
    )


def _oldest(rows: Sequence[GiveAndTake]) -> date:
    return min(row.said_on for row in rows)


def _finding(
    rule: Rule,
    case: _Case,
    numbers: dict[str, Number],
    reasons: tuple[Ground, ...],
    measured_on: date,
    used: tuple[str, ...],
    aspect: str = "",
) -> Finding:
    return Finding(
        rule=rule.value,
        subjects=(Subject(Kind.NETWORK, case.network.ref, case.network.name),),
        numbers={"network": case.network.name, **numbers},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=measured_on,
        aspect=aspect,
        limits_used=grounds.limits_used(case.limits, *used),
    )
