"""Where may a network be stuck, and which of the eleven design principles come forward?

After Verdonschot & Kessels 2008, as seed 004 tells them. Their own study says that no combination of principles has a
fixed effect: nothing here says which is the right one, and all eleven stay in view. Which principles go with which
situation stands in the library and is our proposal. So is which findings are a sign of a situation; most of what one
can recognise no program sees.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from regiewijzer.science.rules.vocabulary import Rule

MOST_FORWARD = 4  # ours: more is no choice any more


class Impasse(StrEnum):
    """Twelve ways in which a network gets stuck; ours."""

    VISION_TALK = "vision_talk"
    TALK_NO_RESULT = "talk_no_result"
    ABSENT_MEMBER = "absent_member"
    SAME_ANSWERS = "same_answers"
    OWN_INTEREST = "own_interest"
    CONFLICT = "conflict"
    TOO_BROAD = "too_broad"
    ENERGY_GONE = "energy_gone"
    REPEATING_MISTAKES = "repeating_mistakes"
    LEADER_LEAVES = "leader_leaves"
    IMPOSED = "imposed"
    NO_MANDATE = "no_mandate"


class Helped(StrEnum):
    """What became of a try, as whoever was there says."""

    HELPED = "helped"
    A_LITTLE = "a_little"
    NOT = "not"


SIGNS: Mapping[Impasse, tuple[Rule, ...]] = MappingProxyType(
    {
        Impasse.VISION_TALK: (Rule.MEETINGS_WITHOUT_ACTION,),
        Impasse.TALK_NO_RESULT: (Rule.TWO_YEARS_NO_RESULT, Rule.ACTION_OVERDUE),
        Impasse.ABSENT_MEMBER: (Rule.PARTNER_AWAY, Rule.CORE_ABSENT, Rule.CORE_WITHOUT_PERSON),
        Impasse.SAME_ANSWERS: (Rule.ONE_DOMAIN_DOMINATES, Rule.NO_USER_VOICE),
        Impasse.OWN_INTEREST: (Rule.BRINGS_MORE, Rule.GETS_MORE, Rule.ONE_CARRIES),
        Impasse.CONFLICT: (Rule.COOPERATION_SPLIT, Rule.TRUST_TOO_LOW),
        Impasse.TOO_BROAD: (Rule.GOAL_TOO_BROAD, Rule.GOAL_NAMES_TOO_MUCH),
        Impasse.ENERGY_GONE: (Rule.MEMBERS_LEAVING,),
        Impasse.REPEATING_MISTAKES: (Rule.TRY_WITHOUT_EFFECT,),
        Impasse.LEADER_LEAVES: (Rule.ACTION_OWNER_LEFT,),
        Impasse.IMPOSED: (),  # its origin says so: a fact of the register, and no finding
        Impasse.NO_MANDATE: (),  # mandates are seen by few, so no finding tells of them
    }
)


def seen_in(rules: Iterable[str]) -> dict[Impasse, tuple[Rule, ...]]:
    """Situations of which these rules are a sign, each with the rules that fired for it, in the order of `Impasse`."""
    fired = set(rules)
    found = {impasse: tuple(rule for rule in signs if rule in fired) for impasse, signs in SIGNS.items()}
    return {impasse: signs for impasse, signs in found.items() if signs}


def put_forward(suggested: Sequence[Sequence[str]], most: int = MOST_FORWARD) -> tuple[str, ...]:
    """At most so many principles to begin with, of those suggested for each situation, in their order.

    What several situations suggest comes first; then each situation has its turn, so that none is left out while there
    is room. It is an order of showing, and says nothing of what works.
    """
    times = Counter(principle for each in suggested for principle in dict.fromkeys(each))
    longest = max(map(len, suggested), default=0)
    in_turn = [each[place] for place in range(longest) for each in suggested if place < len(each)]
    return tuple(sorted(dict.fromkeys(in_turn), key=lambda principle: -times[principle])[:most])
