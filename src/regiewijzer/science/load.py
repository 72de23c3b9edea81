"""How many hours a year do networks take of the authority, and who sits in how many of them?

Told by where a network comes from, by the rule that mandates it, and by theme. What nobody knows stays unknown: it is
no nought, and no sum holds it. The hours of a part are in those of the whole it belongs to, so that nothing is counted
twice; a network of several themes counts with its first. Seed 001 for the question, what counts how is our proposal.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from regiewijzer.science.facts import Network, Organisation, Origin, Ref, Register
from regiewijzer.science.overlap import memberships
from regiewijzer.science.wholes import way_up

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours per year of some networks, in the order they are given."""

    networks: tuple[Network, ...]

    @property
    def known(self) -> tuple[Network, ...]:
        return tuple(network for network in self.networks if network.hours_per_year is not None)

    @property
    def unknown(self) -> int:
        return len(self.networks) - len(self.known)

    @property
    def total(self) -> int | None:
        """The hours of those that are known; None when none is."""
        return sum(network.hours_per_year or 0 for network in self.known) if self.known else None

    @property
    def mandated(self) -> "Hours":
        return Hours(tuple(network for network in self.networks if network.mandated))


@dataclass(frozen=True, slots=True)
class Seats:
    """The networks one partner sits in, by name; `meetings` are those a year, None when no network says."""

    partner: Organisation
    networks: tuple[Network, ...]

    @property
    def mandated(self) -> int:
        return sum(network.mandated for network in self.networks)

    @property
    def meetings(self) -> int | None:
        known = [network.meetings_per_year for network in self.networks if network.meetings_per_year is not None]
        return sum(known) if known else None

    @property
    def silent(self) -> int:
        """Networks that do not say how often they meet."""
        return sum(network.meetings_per_year is None for network in self.networks)


def counted(networks: Sequence[Network]) -> Hours:
    """The networks whose hours count: those that are no part of another among them."""
    refs = {network.ref for network in networks}
    within: dict[Ref, Ref] = {each.ref: each.within for each in networks if each.within is not None}
    return Hours(tuple(each for each in networks if not any(whole in refs for whole in way_up(each.ref, within))))


def by_origin(hours: Hours) -> Mapping[Origin, Hours]:
    """In the order of `Origin`; those without networks are absent."""
    found = _grouped(hours, lambda network: network.origin)
    return {origin: found[origin] for origin in Origin if origin in found}


def by_rule(hours: Hours) -> Mapping[tuple[str, str], Hours]:
    """Of mandated networks: by the code of the rule, or what somebody wrote down of it; both empty when neither is.

    Most hours first; what is unknown comes last.
    """
    return _most_first(_grouped(hours.mandated, _rule))


def by_theme(hours: Hours) -> Mapping[str, Hours]:
    """By code, most hours first; '' for networks without a theme."""
    return _most_first(_grouped(hours, lambda network: network.themes[0] if network.themes else ""))


def by_partner(register: Register) -> tuple[Seats, ...]:
    """Where every partner sits, by name; the authority with its services is none, nor is who sits nowhere."""
    sits_in = memberships(register.running)
    return tuple(
        Seats(organisation, tuple(sorted(sits_in[organisation.ref], key=lambda network: network.name)))
        for organisation in sorted(register.partners, key=lambda each: (each.name, str(each.ref)))
        if organisation.ref in sits_in
    )


def spread(seats: Iterable[Seats]) -> Mapping[int, int]:
    """How many partners sit in so many networks, few networks first."""
    counts: dict[int, int] = defaultdict(int)
    for each in seats:
        counts[len(each.networks)] += 1
    return dict(sorted(counts.items()))


def _rule(network: Network) -> tuple[str, str]:
    return (network.mandate, "") if network.mandate else ("", " ".join(network.mandated_by.split()))


def _grouped(hours: Hours, key: Callable[[Network], K]) -> dict[K, Hours]:
    found: dict[K, list[Network]] = defaultdict(list)
    for network in hours.networks:
        found[key(network)].append(network)
    return {each: Hours(tuple(networks)) for each, networks in found.items()}


def _most_first(found: Mapping[K, Hours]) -> dict[K, Hours]:
    return dict(sorted(found.items(), key=lambda item: (item[1].total is None, -(item[1].total or 0), str(item[0]))))
