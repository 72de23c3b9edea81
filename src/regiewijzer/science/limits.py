"""Where does a rule draw the line? Every threshold of the rules, with its source, range and basis.

The seeds and the literature mostly give words ("few", "rather high"); the numbers are then our own proposal,
`Basis.OURS`, and an authority may choose others. Provan & Kenis 2008 (table of four conditions by three forms) for the
forms; seeds 000, 001 and 004 for power, composition and the two years; the keys in `sources` are those of the list of
sources.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from regiewijzer.science.facts import Power

ROUNDING = 1e-9  # a mean of answers may miss a limit by the last bit of a float


def at_least(measured: float, limit: float) -> bool:
    """True when a measured value reaches a limit; every mean is compared with its limit here."""
    return measured >= limit - ROUNDING


class Basis(StrEnum):
    """Where a number comes from: the seeds, the literature, or ourselves."""

    SEED = "seed"
    LIT = "lit"
    OURS = "ours"


class Whose(StrEnum):
    """Whose number a limit is: of the authority, our proposal, or a figure of the source."""

    YOURS = "yours"
    OURS = "ours"
    SOURCE = "source"


class Unit(StrEnum):
    """What a number counts.

    SCORE runs from 0 to 1 here and from 1 to 5 on a screen; SHARE is shown as a percentage; LIKENESS, from 0 to 1, is
    an order and no share, so it is never a percentage.
    """

    SCORE = "score"
    SCORE_GAP = "score_gap"
    SHARE = "share"
    LIKENESS = "likeness"
    COUNT = "count"
    RATING = "rating"
    MONTHS = "months"
    ORDER = "order"


class Topic(StrEnum):
    """The subject under which a settings screen shows a threshold."""

    FORM = "form"
    INSTRUMENT = "instrument"
    COMPOSITION = "composition"
    GOAL = "goal"
    CONSENSUS = "consensus"
    OVERLAP = "overlap"
    EFFECT = "effect"
    CHOICE = "choice"
    UPKEEP = "upkeep"
    COOPERATION = "cooperation"
    STEERING = "steering"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a settings screen needs to show one field of `Limits`.

    `minimum` and `maximum` are inclusive; None for an order.
    """

    name: str
    label: str
    topic: Topic
    unit: Unit
    default: object
    minimum: float | None
    maximum: float | None
    basis: Basis
    sources: tuple[str, ...]


_WHOLE = frozenset({Unit.COUNT, Unit.RATING, Unit.MONTHS})
_PROVAN = ("seed 004", "Provan & Kenis 2008", "ours")
_POWER = ("seed 000", "seed 001", "Ayres & Braithwaite 1992", "ours")


def _range(topic: Topic, unit: Unit, minimum: float, maximum: float, *sources: str) -> dict[str, Any]:
    """Metadata of a number that is our own proposal, the case of nearly all."""
    return {
        "topic": topic,
        "unit": unit,
        "minimum": minimum,
        "maximum": maximum,
        "basis": Basis.OURS,
        "sources": sources or ("ours",),
    }


_FORM_SCORE = _range(Topic.FORM, Unit.SCORE, 0, 1, *_PROVAN)
_FORM_COUNT = _range(Topic.FORM, Unit.COUNT, 2, 1000, *_PROVAN)
_RATING = _range(Topic.INSTRUMENT, Unit.RATING, 1, 5, *_POWER)
_OVERLAP = _range(Topic.OVERLAP, Unit.SHARE, 0, 1, "seed 001", "ours")


@dataclass(frozen=True, slots=True)
class Limits:
    """Every threshold an authority may set. Scores and shares run from 0 to 1. A value out of range is a ValueError."""

    # Self-regulating asks for high trust, few participants, high consensus and a low need; the numbers are ours.
    self_trust: float = field(default=0.75, metadata=_FORM_SCORE)
    self_participants: int = field(default=8, metadata=_FORM_COUNT)
    self_consensus: float = field(default=0.75, metadata=_FORM_SCORE)
    self_need: float = field(default=0.33, metadata=_FORM_SCORE)
    # A lead organisation asks for trust in the lead, a moderate number, rather low consensus, a moderate need; ours.
    lead_trust_in_lead: float = field(default=0.5, metadata=_FORM_SCORE)
    lead_participants: int = field(default=35, metadata=_FORM_COUNT)
    lead_consensus: float = field(default=0.2, metadata=_FORM_SCORE)
    lead_need: float = field(default=0.67, metadata=_FORM_SCORE)
    # An NAO asks for moderate trust and rather high consensus; it takes many participants and a high need; ours.
    nao_trust: float = field(default=0.4, metadata=_FORM_SCORE)
    nao_consensus: float = field(default=0.5, metadata=_FORM_SCORE)
    # 'Fits narrowly': within a quarter of a point on the scale of 1 to 5, or within a tenth of the number; ours.
    narrow_score: float = field(default=0.0625, metadata=_range(Topic.FORM, Unit.SCORE_GAP, 0, 0.5))
    narrow_participants: float = field(default=0.1, metadata=_range(Topic.FORM, Unit.SHARE, 0, 0.5))
    # Two or three at the table are no network of which a form can be said (one line, or three); ours.
    form_members: int = field(default=4, metadata=_FORM_COUNT)
    # One measurement may be chance; drift needs this many in a row; ours.
    drift_measurements: int = field(default=2, metadata=_range(Topic.FORM, Unit.COUNT, 2, 5, "seed 004", "ours"))
    # Share of the invited that makes a measurement sure; also the line for network centralisation; ours.
    response: float = field(default=0.7, metadata=_range(Topic.FORM, Unit.SHARE, 0, 1))

    # From little to much enforcement power. The seeds order the last two differently, so the order is a choice.
    power_order: tuple[Power, ...] = field(
        default=(Power.COMMUNICATIVE, Power.MARKET, Power.FINANCIAL, Power.LEGAL),
        metadata={
            "topic": Topic.INSTRUMENT,
            "unit": Unit.ORDER,
            "minimum": None,
            "maximum": None,
            "basis": Basis.SEED,
            "sources": ("seed 000", "seed 004"),
        },
    )
    # A goal of at most 2 on 5 is not reached, of at least 4 reached; a relation of at most 2 is poor; ours.
    goal_missed: int = field(default=2, metadata=_RATING)
    goal_reached: int = field(default=4, metadata=_RATING)
    poor_relation: int = field(default=2, metadata=_RATING)
    # A relation got worse when it fell by so many steps; ours.
    relation_drop: int = field(default=2, metadata=_range(Topic.INSTRUMENT, Unit.RATING, 1, 4, *_POWER))
    # Use, reach of the right partners and fit with other instruments are poor at this; ours.
    poor_use: int = field(default=2, metadata=_RATING)
    poor_reach: int = field(default=2, metadata=_RATING)
    poor_fit: int = field(default=2, metadata=_RATING)

    # A hammer sees nails (seed 001): one domain with three fifths of the partners, or little variety; ours.
    dominant_domain: float = field(
        default=0.6, metadata=_range(Topic.COMPOSITION, Unit.SHARE, 0, 1, "seed 001", "ours")
    )
    variety: float = field(
        default=0.5, metadata=_range(Topic.COMPOSITION, Unit.SHARE, 0, 1, "Harrison & Klein 2007", "ours")
    )
    # Below this number, or with fewer of the partners' domains known, composition says nothing; ours.
    composition_members: int = field(default=3, metadata=_range(Topic.COMPOSITION, Unit.COUNT, 2, 50))
    composition_known: float = field(default=0.5, metadata=_range(Topic.COMPOSITION, Unit.SHARE, 0, 1))

    # A goal is too broad above so many target groups or policy domains, or when too few of many partners act; ours.
    goal_groups: int = field(default=2, metadata=_range(Topic.GOAL, Unit.COUNT, 1, 20, "seed 001", "ours"))
    goal_domains: int = field(default=3, metadata=_range(Topic.GOAL, Unit.COUNT, 1, 20, "seed 001", "ours"))
    goal_partners: int = field(default=8, metadata=_range(Topic.GOAL, Unit.COUNT, 2, 100, "seed 001", "ours"))
    goal_active: float = field(default=0.5, metadata=_range(Topic.GOAL, Unit.SHARE, 0, 1, "seed 001", "ours"))

    # Answers are split under this agreement, from so many answers on; ours, with the measure of Tastle & Wierman.
    split_consensus: float = field(
        default=0.6, metadata=_range(Topic.CONSENSUS, Unit.LIKENESS, 0, 1, "Tastle & Wierman 2007", "ours")
    )
    split_answers: int = field(default=5, metadata=_range(Topic.CONSENSUS, Unit.COUNT, 2, 50))

    # Two networks overlap when they share so many partners and so large a part of them; all ours.
    overlap_shared: int = field(default=3, metadata=_range(Topic.OVERLAP, Unit.COUNT, 1, 50, "seed 001", "ours"))
    overlap_contained: float = field(default=0.5, metadata=_OVERLAP)
    overlap_alike: float = field(default=0.5, metadata=_OVERLAP)
    overlap_same: float = field(default=0.8, metadata=_OVERLAP)
    # Goals are alike from this likeness on; sharing is no coincidence up to this false discovery rate; ours.
    goal_likeness: float = field(default=0.4, metadata=_range(Topic.OVERLAP, Unit.LIKENESS, 0, 1))
    false_discovery: float = field(default=0.05, metadata=_range(Topic.OVERLAP, Unit.SHARE, 0, 0.5))
    # Four meetings a year in six networks is one every other week; a partner in more carries much; ours.
    member_load: int = field(default=6, metadata=_range(Topic.OVERLAP, Unit.COUNT, 1, 200, "seed 001", "ours"))
    # Above so many such partners one finding tells it of all; ours.
    loaded_partners: int = field(default=5, metadata=_range(Topic.OVERLAP, Unit.COUNT, 1, 1000))

    # Imposed networks take much above half of the hours; nothing is told of hours known of too few networks; ours.
    mandated_hours: float = field(default=0.5, metadata=_OVERLAP)
    hours_known: float = field(default=0.7, metadata=_OVERLAP)

    # The seeds give a network two years before it yields.
    effect_months: int = field(
        default=24,
        metadata={
            "topic": Topic.EFFECT,
            "unit": Unit.MONTHS,
            "minimum": 6,
            "maximum": 120,
            "basis": Basis.SEED,
            "sources": ("seed 001", "seed 004"),
        },
    )

    # Lower than before needs so many answers both times, and users half a point on the scale of 1 to 5 less; ours.
    compared_answers: int = field(default=5, metadata=_range(Topic.EFFECT, Unit.COUNT, 2, 200))
    satisfaction_drop: float = field(default=0.125, metadata=_range(Topic.EFFECT, Unit.SCORE_GAP, 0.025, 1))
    # Members who give staying less than 2.5 on 5 may leave; ours.
    members_stay: float = field(default=0.375, metadata=_range(Topic.EFFECT, Unit.SCORE, 0, 1))
    # Above so many networks without a recorded choice one finding tells it of all; ours.
    unrecorded_choices: int = field(default=5, metadata=_range(Topic.CHOICE, Unit.COUNT, 1, 1000))

    # Facts are old from so many months on; above so many old records of a kind one finding tells it; ours.
    stale_months: int = field(default=12, metadata=_range(Topic.UPKEEP, Unit.MONTHS, 1, 60))
    stale_records: int = field(default=5, metadata=_range(Topic.UPKEEP, Unit.COUNT, 1, 1000))

    # Members judge their goal or their cooperation poor under the middle of the lower half of the scale; ours.
    goal_rating: float = field(default=0.375, metadata=_range(Topic.GOAL, Unit.SCORE, 0, 1, "seed 001", "ours"))
    cooperation_rating: float = field(
        default=0.375, metadata=_range(Topic.COOPERATION, Unit.SCORE, 0, 1, "seed 003", "ours")
    )
    # A partner is out of balance when it brings so many steps (of 0 to 3) more than it gets, or the reverse; ours.
    balance_gap: int = field(default=2, metadata=_range(Topic.COOPERATION, Unit.COUNT, 1, 3, "seed 003", "ours"))
    # One partner carries a network when it brings this share of everything, from so many partners on; ours.
    carries_share: float = field(default=0.5, metadata=_range(Topic.COOPERATION, Unit.SHARE, 0, 1, "seed 003", "ours"))
    carries_partners: int = field(default=4, metadata=_range(Topic.COOPERATION, Unit.COUNT, 2, 50, "seed 003", "ours"))
    # A component of steering is weak below this: 2.5 on the scale of 1 to 5; ours.
    weak_component: float = field(
        default=0.375, metadata=_range(Topic.STEERING, Unit.SCORE, 0, 1, "Pröpper 2004", "ours")
    )
    # A partner that was away so many times in a row is lost to the table; ours.
    meetings_away: int = field(default=2, metadata=_range(Topic.MEETING, Unit.COUNT, 2, 20))
    # So many meetings in a row from which no action came are talk; ours.
    meetings_without_action: int = field(default=3, metadata=_range(Topic.MEETING, Unit.COUNT, 2, 20))
    # Who says to be stuck and tries nothing for so long; ours, the source gives no deadline.
    stuck_months: int = field(
        default=2, metadata=_range(Topic.EFFECT, Unit.MONTHS, 1, 24, "Verdonschot & Kessels 2008", "ours")
    )

    def __post_init__(self) -> None:
        for threshold in thresholds():
            _check(threshold, getattr(self, threshold.name))


def thresholds() -> tuple[Threshold, ...]:
    """Every field of `Limits` in order, described for a settings screen. `label` is the code of its text."""
    return tuple(
        Threshold(
            name=each.name,
            label=f"limit.{each.name}",
            topic=each.metadata["topic"],
            unit=each.metadata["unit"],
            default=each.default,
            minimum=each.metadata["minimum"],
            maximum=each.metadata["maximum"],
            basis=each.metadata["basis"],
            sources=each.metadata["sources"],
        )
        for each in fields(Limits)
    )


def from_overrides(overrides: Mapping[str, object]) -> Limits:
    """The limits of an authority that changed only these names. An order may be given as codes.

    Raises ValueError with a sentence for an unknown name, a wrong type or a value out of range.
    """
    unknown = sorted(set(overrides) - {threshold.name for threshold in thresholds()})
    if unknown:
        raise ValueError(f"No limit is called {', '.join(unknown)}.")
    values: dict[str, Any] = dict(overrides)
    if "power_order" in values:
        values["power_order"] = _power_order(values["power_order"])
    return Limits(**values)


def is_default(name: str, limits: Limits) -> bool:
    """True when the authority did not choose another value for this limit."""
    return bool(getattr(limits, name) == getattr(DEFAULTS, name))


def whose(name: str, value: object) -> Whose:
    """Whose number this value of a limit is. KeyError for an unknown name."""
    threshold = _BY_NAME[name]
    if value != threshold.default:
        return Whose.YOURS
    return Whose.OURS if threshold.basis is Basis.OURS else Whose.SOURCE


def _power_order(value: object) -> tuple[Power, ...]:
    codes = tuple(Power)
    if not isinstance(value, list | tuple) or any(code not in codes for code in value):
        raise ValueError(f"power_order must be a list of {', '.join(Power)}, not {value!r}.")
    return tuple(Power(code) for code in value)


def _check(threshold: Threshold, value: object) -> None:
    if threshold.unit is Unit.ORDER:
        _check_order(threshold.name, value)
    else:
        _check_number(threshold, value)


def _check_order(name: str, value: object) -> None:
    if not isinstance(value, tuple) or sorted(value) != sorted(Power):
        raise ValueError(f"{name} must hold each of {', '.join(Power)} exactly once, not {value!r}.")


def _check_number(threshold: Threshold, value: object) -> None:
    whole = threshold.unit in _WHOLE
    is_number = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
    assert threshold.minimum is not None
    assert threshold.maximum is not None
    if not is_number or not threshold.minimum <= value <= threshold.maximum:  # type: ignore[operator]
        kind = "a whole number" if whole else "a number"
        raise ValueError(
            f"{threshold.name} must be {kind} from {threshold.minimum} to {threshold.maximum}, not {value!r}."
        )


_BY_NAME = {threshold.name: threshold for threshold in thresholds()}
DEFAULTS = Limits()  # below what it is checked with
