"""Do the partners differ enough, or does a hammer see only nails?

Variety: Blau's index `1 - sum p^2` divided by its highest attainable value for this number of partners and kinds
(Harrison & Klein 2007, diversity as variety; the attainable maximum by counting). The hammer and the user's voice:
seed 001 and seed 004; the limits are our proposal.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from regiewijzer.science.limits import DEFAULTS, Limits, at_least

DOMAINS = 14  # domains of expertise an organisation can have: a fixed list, so that others do not move the measure
ENOUGH_AT_LIMIT = 6  # partners from which a share that just reaches the limit counts


class Hammer(StrEnum):
    """Why a composition is one-sided."""

    ONE_DOMAIN = "one_domain"
    LITTLE_VARIETY = "little_variety"
    NO_USER_VOICE = "no_user_voice"


@dataclass(frozen=True, slots=True)
class Composition:
    """Partners by main domain.

    `counts` run from most to least partners; partners whose domain is `unknown` are no kind. `dominant_share` is the
    share of the largest domain in all partners, so at least this much whatever the unknown ones turn out to be.
    `variety` is normalised Blau over the known ones, 0-1, or None when it cannot vary (one partner or kind).
    """

    members: int
    unknown: int
    counts: tuple[tuple[str, int], ...]
    dominant_share: float
    variety: float | None
    user_voice: bool

    @property
    def known(self) -> int:
        return self.members - self.unknown

    @property
    def dominant(self) -> str | None:
        return self.counts[0][0] if self.counts else None


def blau(counts: Sequence[int]) -> float:
    """Blau's index of these numbers per kind: the chance that two draws (with replacement) differ in kind, 0 to 1.

    Raises ValueError without members or with a negative number.
    """
    total = sum(counts)
    if total == 0 or min(counts) < 0:
        raise ValueError(f"Variety needs numbers of members, none negative and not all zero, not {list(counts)}.")
    return 1 - sum(count**2 for count in counts) / total**2


def attainable_blau(members: int, kinds: int) -> float:
    """Highest Blau index that `members` over at most `kinds` kinds can reach: spread as evenly as whole members allow.

    Raises ValueError without members or kinds.
    """
    if members < 1 or kinds < 1:
        raise ValueError(f"Variety needs at least one member and one kind, not {members} and {kinds}.")
    each, over = divmod(members, kinds)
    return 1 - (over * (each + 1) ** 2 + (kinds - over) * each**2) / members**2


def variety(counts: Sequence[int], kinds: int) -> float | None:
    """Blau's index as a part of what is attainable, 0 to 1; None when nothing but 0 is attainable.

    `kinds` is the number of kinds there are to choose from. Raises ValueError when more kinds are present than that.
    """
    present = sum(1 for count in counts if count)
    if present > kinds:
        raise ValueError(f"There are {present} kinds among the members, more than the {kinds} to choose from.")
    highest = attainable_blau(sum(counts), kinds)
    return min(1.0, blau(counts) / highest) if highest else None


def compose(domains: Sequence[Sequence[str]], *, user_voice: bool) -> Composition:
    """Composition of partners whose domains are given, the main one first; an empty sequence is 'unknown'.

    They choose from the fixed list; a domain off it is a kind of its own. Raises ValueError without partners.
    """
    if not domains:
        raise ValueError("A network without partners has no composition.")
    mains = Counter(each[0] for each in domains if each)
    counts = tuple(sorted(mains.items(), key=lambda item: (-item[1], item[0])))
    return Composition(
        members=len(domains),
        unknown=len(domains) - mains.total(),
        counts=counts,
        dominant_share=counts[0][1] / len(domains) if counts else 0.0,
        variety=variety([number for _, number in counts], max(DOMAINS, len(counts))) if counts else None,
        user_voice=user_voice,
    )


def parties(others: Sequence[Sequence[str]], own: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Domains of each party at a table, the main one first: the authority's own services are one.

    Its domain is the main one that most of them have.
    """
    mains = Counter(domains[0] for domains in own if domains)
    return [*others, *([tuple(main for main, _many in mains.most_common(1))] if own else [])]


def attainable(composition: Composition) -> float | None:
    """The highest Blau index that its known partners could reach over the fixed list; None without a known one."""
    kinds = max(DOMAINS, len(composition.counts))
    return attainable_blau(composition.known, kinds) if composition.known else None


def is_known(composition: Composition, limits: Limits = DEFAULTS) -> bool:
    """True when there are enough partners, and enough of them have a domain, to say something about them."""
    enough = composition.members >= limits.composition_members
    return enough and at_least(composition.known / composition.members, limits.composition_known)


def hammer(composition: Composition, limits: Limits = DEFAULTS) -> tuple[Hammer, ...]:
    """Every reason why this composition is one-sided; empty when it is not, or when too little is known.

    Of a few partners one domain dominates beyond the limit, not at it: three of five is 60 %, and one more turns it.
    """
    if not is_known(composition, limits):
        return ()
    dominates = at_least(composition.dominant_share, limits.dominant_domain)
    exactly = dominates and at_least(limits.dominant_domain, composition.dominant_share)
    little = composition.variety is not None and not at_least(composition.variety, limits.variety)
    reasons = (
        (Hammer.ONE_DOMAIN, dominates and not (exactly and composition.members < ENOUGH_AT_LIMIT)),
        (Hammer.LITTLE_VARIETY, little),
        (Hammer.NO_USER_VOICE, not composition.user_voice),
    )
    return tuple(reason for reason, holds in reasons if holds)
