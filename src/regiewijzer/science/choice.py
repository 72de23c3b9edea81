"""Is a network the answer to a challenge?

The gate, one question after another: seeds 001 and 004 (what you can do alone you do alone; a network only for what
nobody reaches alone; look at what exists first; two to three years and a first dip in satisfaction) and seed 003 (what
is called steering is often participation or outsourcing; partners need something to gain). The order of the questions,
what counts as the same goal and what may be overruled are our proposal. The words of the questions are kept with the
questionnaires; a test keeps the two alike.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from regiewijzer.science.facts import NO_LISTS, Advice, GoalLists, Network, Ref
from regiewijzer.science.likeness import corpus
from regiewijzer.science.limits import DEFAULTS, Limits, at_least

UNSURE = "unsure"
WORTH_A_LOOK = 0.15  # from this likeness of goals on a network is shown; a hint and no more; ours
_SOUGHT = "\0sought"  # no record is called this


class Gate(StrEnum):
    """The questions, in the order in which they can be asked."""

    ALONE = "alone"
    KIND = "kind"
    NONE_ALONE = "none_alone"
    COMPLEX = "complex"
    EXISTING = "existing"
    WIDEN = "widen"
    INVEST = "invest"
    PARTNERS_GAIN = "partners_gain"


class CoreProcess(StrEnum):
    """The four core processes of a local authority (seed 003)."""

    PREPARATION = "preparation"
    DECISION = "decision"
    EXECUTION = "execution"
    EVALUATION = "evaluation"


class Caution(StrEnum):
    """What to mind with an advice, without changing it."""

    DECIDING_STAYS = "deciding_stays"  # deciding on policy is for the elected (seed 003)
    COMPLEXITY_UNKNOWN = "complexity_unknown"
    FIRST_DIP = "first_dip"  # satisfaction often falls in the first two years (seed 004)
    ALIKE_EXISTS = "alike_exists"  # somebody said why the networks that are alike do not fit


LEADS_TO: Mapping[Gate, Mapping[str, Gate | Advice]] = MappingProxyType(
    {
        Gate.ALONE: {"yes": Advice.DO_ALONE, "no": Gate.KIND, UNSURE: Advice.EXPLORE_FIRST},
        Gate.KIND: {
            "voice": Advice.INVOLVE_RESIDENTS,
            "task": Advice.OUTSOURCE,
            "joint": Gate.NONE_ALONE,
            UNSURE: Advice.EXPLORE_FIRST,
        },
        Gate.NONE_ALONE: {"yes": Gate.COMPLEX, "no": Advice.LET_ONE_PARTNER, UNSURE: Advice.EXPLORE_FIRST},
        Gate.COMPLEX: {"yes": Gate.EXISTING, "no": Advice.MAKE_AGREEMENT, UNSURE: Gate.EXISTING},
        Gate.EXISTING: {
            "goal": Advice.USE_EXISTING,
            "partners": Gate.WIDEN,
            "no": Gate.INVEST,
            UNSURE: Advice.SEARCH_FIRST,
        },
        Gate.WIDEN: {"yes": Advice.USE_EXISTING, "no": Gate.INVEST, UNSURE: Advice.SEARCH_FIRST},
        Gate.INVEST: {"yes": Gate.PARTNERS_GAIN, "no": Advice.DO_NOT_START, UNSURE: Advice.DO_NOT_START},
        Gate.PARTNERS_GAIN: {"yes": Advice.START_NETWORK, "no": Advice.OFFER_FIRST, UNSURE: Advice.OFFER_FIRST},
    }
)
"""Where each answer leads: to the next question, or to an advice."""

FOR_A_NETWORK = frozenset({Advice.START_NETWORK, Advice.CONTINUE_NETWORK})
WITHOUT_A_NETWORK = frozenset(
    {
        Advice.DO_ALONE,
        Advice.INVOLVE_RESIDENTS,
        Advice.OUTSOURCE,
        Advice.LET_ONE_PARTNER,
        Advice.MAKE_AGREEMENT,
        Advice.STOP_NETWORK,
    }
)
"""With these a network that runs already has no reason to go on."""

_OF_ONE_THAT_RUNS = {Advice.START_NETWORK: Advice.CONTINUE_NETWORK, Advice.DO_NOT_START: Advice.STOP_NETWORK}


@dataclass(frozen=True, slots=True)
class Course:
    """How far the answers lead: the questions on the way, and then the next question or the advice."""

    asked: tuple[Gate, ...]
    next: Gate | None
    advice: Advice | None


@dataclass(frozen=True, slots=True)
class Advised:
    """An advice with the questions it follows from; the last of them is what settled it."""

    advice: Advice
    asked: tuple[Gate, ...]
    cautions: tuple[Caution, ...]

    @property
    def settled_by(self) -> Gate:
        return self.asked[-1]


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody wants to reach, in one sentence, on which themes, and with which partners.

    Partners are as in `parties`: own services stand among them as the one `AUTHORITY`.
    """

    goal: str = ""
    themes: tuple[str, ...] = ()
    partners: frozenset[Ref] = frozenset()


@dataclass(frozen=True, slots=True)
class Alike:
    """A network that is there already. `likeness` of the goals from 0 to 1; None when one of them has no words."""

    network: Network
    likeness: float | None
    themes: tuple[str, ...]
    partners: tuple[Ref, ...]
    same_goal: bool
    same_partners: bool

    @property
    def alike_in_words(self) -> bool:
        return (self.likeness or 0.0) >= WORTH_A_LOOK

    @property
    def in_common(self) -> int:
        """In how many respects it comes near: the words of the goal, a theme, a partner."""
        return self.alike_in_words + bool(self.themes) + bool(self.partners)

    @property
    def near(self) -> bool:
        """Whether it is worth a look. One partner alone says nothing: some sit in every network."""
        return self.alike_in_words or bool(self.themes) or len(self.partners) > 1

    @property
    def alike(self) -> bool:
        """Whether it may well do this already: the same goal, or the same partners on the same theme."""
        return self.same_goal or (self.same_partners and bool(self.themes))


def course(answers: Mapping[str, str]) -> Course:
    """Follow the answers from the first question. An answer beside the way, or one that is unknown, counts as none."""
    asked: list[Gate] = []
    at: Gate | Advice = Gate.ALONE
    while isinstance(at, Gate):
        leads_to = LEADS_TO[at].get(answers.get(at, ""))
        if leads_to is None:
            return Course(tuple(asked), at, None)
        asked.append(at)
        at = leads_to
    return Course(tuple(asked), None, at)


def advise(
    answers: Mapping[str, str],
    *,
    alike: int = 0,
    told_apart: bool = False,
    processes: Collection[str] = (),
    runs: bool = False,
) -> Advised | None:
    """What follows from the answers; None while a question is open.

    `alike` networks may well do this already; `told_apart` when somebody wrote why none of them fits. `runs`: the
    question is about a network that is there. More networks that are alike never make a new one more advised.
    """
    found = course(answers)
    if found.advice is None:
        return None
    advice = found.advice
    if advice is Advice.START_NETWORK and alike and not told_apart and not runs:
        advice = Advice.SEARCH_FIRST
    if runs:
        advice = _OF_ONE_THAT_RUNS.get(advice, advice)
    return Advised(advice, found.asked, tuple(_cautions(advice, answers, alike, processes, runs=runs)))


def existing(
    sought: Sought, networks: Iterable[Network], limits: Limits = DEFAULTS, lists: GoalLists = NO_LISTS
) -> tuple[Alike, ...]:
    """The networks that come near what is sought: those that are alike first, then in most respects."""
    there = tuple(networks)
    texts: dict[Ref, str] = {network.ref: network.goal for network in there}
    goals = corpus(texts | {_SOUGHT: sought.goal}, lists)
    found = [_compared(sought, network, goals.likeness(_SOUGHT, network.ref), limits) for network in there]
    return tuple(sorted((each for each in found if each.near), key=_nearest_first))


def _compared(sought: Sought, network: Network, likeness: float | None, limits: Limits) -> Alike:
    shared = tuple(partner for partner in network.parties if partner in sought.partners)
    return Alike(
        network=network,
        likeness=likeness,
        themes=tuple(theme for theme in sought.themes if theme in network.themes),
        partners=shared,
        same_goal=likeness is not None and at_least(likeness, limits.goal_likeness),
        same_partners=len(shared) >= limits.overlap_shared,
    )


def _nearest_first(found: Alike) -> tuple[bool, int, float, int, str]:
    return (not found.alike, -found.in_common, -(found.likeness or 0.0), -len(found.partners), found.network.name)


def _cautions(
    advice: Advice, answers: Mapping[str, str], alike: int, processes: Collection[str], *, runs: bool
) -> Iterable[Caution]:
    if advice in FOR_A_NETWORK and CoreProcess.DECISION in processes:
        yield Caution.DECIDING_STAYS
    if advice in FOR_A_NETWORK and answers.get(Gate.COMPLEX) == UNSURE:
        yield Caution.COMPLEXITY_UNKNOWN
    if advice is Advice.START_NETWORK:
        yield Caution.FIRST_DIP
    if advice is Advice.START_NETWORK and alike and not runs:
        yield Caution.ALIKE_EXISTS
