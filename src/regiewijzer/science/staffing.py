"""Who takes which role in which network, from what people offer? Nobody more than so many, nobody forced.

An integer programme, in this order: as many roles covered as can be; as many as can be by who likes to do it; and the
heaviest load as light as can be. What counts is how many times a person takes a role: an offer holds for every network,
so that networks are divided afterwards. What cannot be covered is told. Our proposal; the five roles are Voets'.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regiewijzer.science.integer_programme import Rule, solve

MOST_ROLES = 3  # of one person, over all networks: our proposal; a fourth is overload (Voets)


NOTHING_TAKEN: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Offer:
    """A person offers a role; `gladly`: likes to do it, not only wants to learn it."""

    person: str
    role: str
    gladly: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A role in a network."""

    network: str
    role: str


@dataclass(frozen=True, slots=True)
class Staffing:
    """Who takes what; `uncovered` stay open; `load` counts roles of whoever has any. `proven`: none is better."""

    assigned: tuple[tuple[Place, str], ...]
    uncovered: tuple[Place, ...]
    load: Mapping[str, int]
    gladly: int
    proven: bool


def staff(
    offers: Sequence[Offer], places: Sequence[Place], most: int, taken: Mapping[str, int] = NOTHING_TAKEN
) -> Staffing:
    """Fill these places, each person at most `most` of them. A place or an offer that is there twice counts once.

    `taken`: how many roles a person has already, which count.
    Of two offers of the same role the glad one counts. ValueError when `most` is negative.
    """
    if most < 0:
        raise ValueError(f"Nobody can take {most} roles.")
    places = tuple(dict.fromkeys(places))
    asked = Counter(place.role for place in places)
    willing: dict[tuple[str, str], bool] = {}
    for offer in offers:
        if asked[offer.role]:
            key = (offer.person, offer.role)
            willing[key] = willing.get(key, False) or offer.gladly
    times, proven = _times(willing, asked, most, taken)
    assigned = _divided(places, times)
    load = Counter(assigned.values())
    return Staffing(
        assigned=tuple(assigned.items()),
        uncovered=tuple(place for place in places if place not in assigned),
        load={person: load[person] for person in dict.fromkeys(offer.person for offer in offers) if load[person]},
        gladly=sum(willing[person, place.role] for place, person in assigned.items()),
        proven=proven,
    )


def _times(
    willing: Mapping[tuple[str, str], bool], asked: Mapping[str, int], most: int, taken: Mapping[str, int]
) -> tuple[dict[tuple[str, str], int], bool]:
    """How many times each person takes each role; the three wishes after one another, each kept in the next."""
    keys = list(willing)
    left = {person: max(0, most - taken.get(person, 0)) for person, _role in keys}
    highest = [min(left[person], asked[role]) for person, role in keys]
    by_role, by_person = defaultdict[str, dict[int, float]](dict), defaultdict[str, dict[int, float]](dict)
    for nr, (person, role) in enumerate(keys):
        by_role[role][nr] = by_person[person][nr] = 1.0
    rules = [Rule(numbers, most=asked[role]) for role, numbers in by_role.items()]
    rules += [Rule(numbers, most=left[person]) for person, numbers in by_person.items()]
    # one place more outweighs all gladness: no number of roles has more places than there are
    weight = sum(asked.values()) + 1
    worth = [-float(weight + glad) for glad in willing.values()]
    fullest = solve(worth, highest, rules)
    if fullest is None or not any(fullest.values):
        return {}, fullest is not None and fullest.proven
    covered = sum(fullest.values)
    gladly = sum(value for value, glad in zip(fullest.values, willing.values(), strict=True) if glad)
    load = len(keys)  # behind the numbers: the heaviest load
    rules.append(Rule(dict.fromkeys(range(len(keys)), 1.0), least=covered))
    rules.append(Rule({nr: 1.0 for nr, glad in enumerate(willing.values()) if glad}, least=gladly))
    # who has too many already cannot be helped, and counts as full
    rules += [Rule(numbers | {load: -1.0}, most=left[person] - most) for person, numbers in by_person.items()]
    lightest = solve([0.0] * len(keys) + [1.0], [*highest, most], rules)
    if lightest is None:
        return dict(zip(keys, fullest.values, strict=True)), False
    times = dict(zip(keys, lightest.values[:load], strict=True))
    return times, fullest.proven and lightest.proven


def _divided(places: Sequence[Place], times: Mapping[tuple[str, str], int]) -> dict[Place, str]:
    """Places to persons: whoever has fewest roles in that network first, then whoever still has most to take."""
    left = defaultdict[str, dict[str, int]](dict)
    for (person, role), number in times.items():
        if number:
            left[role][person] = number
    within: Counter[tuple[str, str]] = Counter()
    assigned = {}
    for place in places:
        able = left[place.role]
        if not able:
            continue
        person = min(able, key=lambda each: (within[place.network, each], -able[each]))
        assigned[place] = person
        within[place.network, person] += 1
        able[person] -= 1
        if not able[person]:
            del able[person]
    return assigned
