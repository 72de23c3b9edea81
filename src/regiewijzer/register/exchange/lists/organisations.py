"""Which names of a list mean one organisation? Equal spelling is sure; everything else is a question with a proposal.

Names are compared by the words in them: the kind of organisation (bib is bibliotheek), the place, and what is its own.
"""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from regiewijzer.register.exchange.lists.words import FAMILIES, KIND_WORDS, LEGAL_FORMS
from regiewijzer.science.names import compared, tidied, without_accents

ARTICLES = frozenset(
    ["de", "het", "'t", "t", "een", "the", "la", "le", "van", "voor", "der", "den", "ter", "ten", "vzw"]
)
SHORTEST_BEGIN, SHORTEST_WORD, SHORTEST_SLIP = 3, 4, 5
# kinds of which people take one for another, whatever else is in the name
TAKEN_FOR = frozenset({"clb", "vclb"})
FEWEST_IN_A_PLACE, MOST_CENTRES = 3, 3
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?\b\.?")
_WORD = re.compile(r"[^\W_]+!?")
_SCHOOL = re.compile(r"(.{3,}?)s?(college|instituut|school|atheneum|lyceum)$")
_FAMILY = {name: family[0] for family in FAMILIES for name in family}
_PHRASES = sorted((name for name in _FAMILY if " " in name), key=len, reverse=True)
_IN_FULL = {"st": "sint", "h": "heilig", "o": "onze", "l": "lieve"}
KINDS = KIND_WORDS | {family[0] for family in FAMILIES} | {"college", "instituut", "lyceum"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one name: kinds of organisation in their common form, and the others."""

    kinds: frozenset[str]
    own: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.kinds | self.own


@dataclass(slots=True)
class Organisation:
    """One organisation of a list: every spelling in order, the first its name. `sure`: they differ in spelling only."""

    spellings: list[str] = field(default_factory=list)
    kbo: str = ""
    because: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        return self.spellings[0]

    @property
    def sure(self) -> bool:
        return len({compared(each) for each in self.spellings}) == 1


@dataclass(slots=True)
class Organisations:
    """All organisations of a list. `alike` are pairs of names that look alike and may be two."""

    found: list[Organisation] = field(default_factory=list)
    alike: list[tuple[str, str]] = field(default_factory=list)
    _of: dict[str, Organisation] = field(default_factory=dict)

    def of(self, name: str) -> Organisation | None:
        """Which organisation this name is proposed to be."""
        return self._of.get(compared(name))

    def same(self, one: str, other: str) -> bool:
        """Whether both names are proposed to be one organisation."""
        return compared(one) == compared(other) or (self.of(one) is not None and self.of(one) is self.of(other))


@lru_cache(maxsize=50_000)
def words_of(name: str) -> Words:
    """The words of a name that tell it from others."""
    plain = without_accents(name).replace("&", " en ")
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), plain)
    plain = re.sub(r"(?<=\w)[’']s\b|-", " ", plain)
    kinds: set[str] = set()
    for phrase in _PHRASES:
        if re.search(rf"\b{re.escape(phrase)}\b", plain):
            plain = re.sub(rf"\b{re.escape(phrase)}\b", " ", plain)
            kinds.add(_FAMILY[phrase])
    own: set[str] = set()
    for word in (_IN_FULL.get(each, each) for each in _WORD.findall(plain)):
        if word in LEGAL_FORMS or word in ARTICLES:
            continue
        if word in _FAMILY or word in KINDS:
            kinds.add(_FAMILY.get(word, word))
        elif match := _SCHOOL.fullmatch(word):
            kinds.add(match[2])
            own.add(match[1])
        else:
            own.add(word)
    if "ocmw" in kinds:
        kinds -= {"huis", "sociaal"}
    return Words(frozenset(kinds), frozenset(own))


def organisations_of(
    names: Iterable[str],
    *,
    expanded: Mapping[str, str] | None = None,
    numbers: Mapping[str, str] | None = None,
    home: str = "",
    listed: Collection[str] | None = None,
) -> Organisations:
    """The organisations behind these names. `expanded`: full names by code of a legend; `numbers`: KBO by name.

    `listed`: the names that are asked about, as they are compared; all when it is not given. What looks alike is only
    sought for these, so a large register beside a short list costs little.
    """
    spelt: dict[str, list[str]] = {}
    for name in names:
        spellings = spelt.setdefault(compared(name), [])
        if tidied(name) not in spellings:
            spellings.append(tidied(name))
    keys = list(spelt)
    places = _places(keys, home)
    parent = {key: key for key in keys}
    order = {key: place for place, key in enumerate(keys)}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def join(one: str, other: str) -> None:
        first, second = sorted((root(one), root(other)), key=order.__getitem__)
        parent[second] = first

    by_words: dict[frozenset[str], str] = {}
    for key in keys:
        if words := words_of(key).all:
            join(by_words.setdefault(words, key), key)
    for number_keys in _by_number(keys, numbers or {}).values():
        for other in number_keys[1:]:
            join(number_keys[0], other)
    for short, whole in _bare(keys, places, home):
        join(whole, short)
    for code, whole in (expanded or {}).items():
        if compared(whole) in parent:
            spelt[compared(whole)].append(tidied(code))
    result = Organisations()
    groups: dict[str, Organisation] = {}
    for key in keys:
        group = groups.get(root(key))
        if group is None:
            group = groups[root(key)] = Organisation()
            result.found.append(group)
        group.spellings += spelt[key]
        group.kbo = group.kbo or (numbers or {}).get(key, "")
        result._of[key] = group
    asked = [listed is None or any(compared(each) in listed for each in one.spellings) for one in result.found]
    result.alike = _alike(result.found, asked, places)
    return result


def _by_number(keys: Sequence[str], numbers: Mapping[str, str]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        if number := numbers.get(key):
            grouped[number].append(key)
    return grouped


def _places(keys: Iterable[str], home: str) -> Counter[str]:
    """Words behind several kinds of organisation: the places of a list, with how many names have them."""
    kinds: dict[str, set[frozenset[str]]] = defaultdict(set)
    for key in keys:
        words = words_of(key)
        for word in words.own if words.kinds else ():
            kinds[word].add(words.kinds)
    found = Counter({word: len(found) for word, found in kinds.items() if len(found) >= FEWEST_IN_A_PLACE})
    if home:
        found[compared(home)] += len(kinds) + 1
    return found


def _bare(keys: Sequence[str], places: Mapping[str, int], home: str) -> list[tuple[str, str]]:
    """Short names with the longer one they are proposed to be: 'Bib' with 'Bibliotheek Aalst', 'Thuisland' likewise."""
    pairs = []
    by_kind: dict[str, list[str]] = defaultdict(list)
    by_own: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        for kind in words_of(key).kinds:
            by_kind[kind].append(key)
        for word in words_of(key).own:
            by_own[word].append(key)
    for key in keys:
        words = words_of(key)
        if words.kinds and not words.own:
            longer = [
                other for other in by_kind[next(iter(words.kinds))]
                if words_of(other).kinds == words.kinds and words_of(other).own
            ]  # fmt: skip
            distinct = {words_of(other).all: other for other in reversed(longer)}
            if len(distinct) > 1:
                best = max((places[word] for own in distinct for word in own if word in places), default=0)
                distinct = {own: other for own, other in distinct.items() if any(places.get(w) == best for w in own)}
            if len(distinct) == 1:
                pairs.append((key, next(iter(distinct.values()))))
        elif words.own and not words.kinds and not words.own & set(places):
            longer = [
                other
                for other in min((by_own[word] for word in words.own), key=len)
                if words.own == words_of(other).own and words_of(other).kinds
            ]
            if len({words_of(other).all for other in longer}) == 1:
                pairs.append((key, longer[0]))
    return pairs


def _alike(found: Sequence[Organisation], asked: Sequence[bool], places: Mapping[str, int]) -> list[tuple[str, str]]:
    """Pairs of organisations whose names look alike, at least one of each asked about."""
    pairs: list[tuple[str, str]] = []
    near: dict[str, list[int]] = defaultdict(list)
    for index, organisation in enumerate(found):
        keys = set()
        for spelling in organisation.spellings:
            words = words_of(spelling)
            own = words.own - set(places)
            keys |= {f"own {word[:SHORTEST_BEGIN]}" for word in own}
            # without a word of its own, a name is told apart by its kind
            keys |= {f"kind {kind[-3:]}" for kind in words.kinds} if not own or words.kinds & TAKEN_FOR else set()
            keys |= {f"kind {kind[:4]}" for kind in words.kinds} if not own else set()
        for key in sorted(keys):  # a set is in another order in every process, and so were the questions
            near[key].append(index)
    seen: set[tuple[int, int]] = set()
    for one, other in _slips(found, asked):
        seen.add((one, other))
        first, second = found[one], found[other]
        pairs.append(
            next((a, b) for a in first.spellings for b in second.spellings if is_slip(compared(a), compared(b)))
        )
    for one, other in _of_other_towns(found):
        if not (asked[one] or asked[other]):
            continue
        seen.add((one, other))
        pairs.append((found[one].name, found[other].name))
    for indexes in near.values():
        of_list = [index for index in indexes if asked[index]]
        for place, one in enumerate(indexes):
            for other in indexes[place + 1 :] if asked[one] else of_list[bisect(of_list, one) :]:
                if (one, other) in seen:
                    continue
                seen.add((one, other))
                hit = next(
                    ((a, b) for a in found[one].spellings for b in found[other].spellings if _look_alike(a, b, places)),
                    None,
                )
                if hit:
                    pairs.append(hit)
    return pairs


def _of_other_towns(found: Sequence[Organisation]) -> list[tuple[int, int]]:
    """A welfare centre of one's own town is often written without it, so another's is easily taken for it.

    Where many stand in a list they are told apart by their towns.
    """
    centres = [index for index, each in enumerate(found) if words_of(each.name).kinds == {"ocmw"}]
    if len(centres) > MOST_CENTRES:
        return []
    return [(one, other) for place, one in enumerate(centres) for other in centres[place + 1 :]]


def _slips(found: Sequence[Organisation], asked: Sequence[bool]) -> list[tuple[int, int]]:
    """Organisations of which one spelling is a slip of another: both are the same with one letter taken out."""
    without: dict[str, set[int]] = defaultdict(set)
    for index, organisation in enumerate(found):
        for name in {compared(spelling) for spelling in organisation.spellings}:
            if len(name) >= SHORTEST_SLIP:
                for shorter in {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}:
                    without[shorter].add(index)
    pairs = {
        (one, other)
        for near in without.values()
        if len(near) > 1
        for one in near
        for other in near
        if one < other and (asked[one] or asked[other])
    }
    return sorted(
        (one, other)
        for one, other in pairs
        if any(is_slip(compared(a), compared(b)) for a in found[one].spellings for b in found[other].spellings)
    )


def _look_alike(one: str, other: str, places: Mapping[str, int]) -> bool:
    first, second = words_of(one), words_of(other)
    town, region = first.own & set(places), second.own & set(places)
    own, others = first.own - set(places), second.own - set(places)
    elsewhere = bool(town and region and town != region)
    if first.kinds == second.kinds:
        if elsewhere:
            return False
        if own and others:
            return own != others and _similar(own, others)
        return bool(own or others) and bool(first.kinds & {"clb"})
    if own and others and own & others == min(own, others, key=len) and not elsewhere:
        # what is its own is the same, the kind is another
        return bool(first.kinds and second.kinds) or own == others
    if elsewhere or not (first.kinds and second.kinds):
        return False
    inside = any(a != b and (a in b or b in a) for a in first.kinds for b in second.kinds if min(len(a), len(b)) >= 3)
    return (
        inside
        and (not own or not others or own == others)
        and not (first.kinds | second.kinds) & {"dienst", "raad", "huis", "kring"}
    )


def _similar(own: frozenset[str], others: frozenset[str]) -> bool:
    """One word that begins the same or is a slip of the other; the rest is equal."""
    left, right = sorted(own - others), sorted(others - own)
    if len(left) != 1 or len(right) != 1:
        return False
    one, other = left[0], right[0]
    if one.isdigit() or other.isdigit():
        return False
    begin = _common_begin(one, other)
    shorter = min(len(one), len(other))
    return (begin >= max(SHORTEST_BEGIN, shorter - 3) and begin * 2 >= shorter) or is_slip(one, other)


def is_slip(one: str, other: str) -> bool:
    """Whether one letter more, less, other or two that changed places make the one of the other."""
    if one == other or min(len(one), len(other)) < SHORTEST_SLIP or abs(len(one) - len(other)) > 1:
        return False
    begin = _common_begin(one, other)
    end = min(_common_begin(one[::-1], other[::-1]), min(len(one), len(other)) - begin)
    first, second = one[begin : len(one) - end], other[begin : len(other) - end]
    if max(len(first), len(second)) > 1 and first != second[::-1]:
        return False
    # a letter or a number by itself tells names apart: werkgroep A and B, school 1 and 2
    words = [_word_at(name, begin) for name in (one, other)]
    return min(map(len, words)) >= SHORTEST_WORD and not any(sign.isdigit() for sign in first + second)


def _word_at(text: str, place: int) -> str:
    begin = re.search(r"\w*$", text[:place])
    rest = re.match(r"\w*", text[place:])
    return (begin[0] if begin else "") + (rest[0] if rest else "")


def _common_begin(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
