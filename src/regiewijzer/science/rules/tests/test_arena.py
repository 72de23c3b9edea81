from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from regiewijzer.science.facts import Actor, ArenaSource, Member, Network, Phase, PhaseArena
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.rules.arena import of_network

TODAY, LATELY = date(2026, 12, 1), date(2026, 11, 1)
CORE = Actor("k", "Kern", rank=4)


def _network(*actors: Actor, needs: tuple[tuple[str, int], ...] = (), **facts: Any) -> Network:
    arena = PhaseArena(Phase.ACTION, LATELY, actors, needs, ArenaSource.TOGETHER, answers=6)
    known = {"phase": Phase.ACTION, "arenas": (arena,), "members": (Member("m"), Member("n")), "as_of": LATELY, **facts}
    return Network("net", "Net", **known)


def _found(network: Network) -> list[str]:
    return [finding.rule for finding in of_network(network, TODAY, DEFAULTS)]


def test_a_core_partner_that_is_no_member_is_told_with_its_phase() -> None:
    (finding,) = of_network(_network(CORE), TODAY, DEFAULTS)

    assert finding.rule == "arena.core_absent"
    assert finding.numbers == {"network": "Net", "partner": "Kern", "phase": "action"}
    assert [subject.ref for subject in finding.subjects] == ["net", "k"]


@pytest.mark.parametrize("changed", [{"rank": 3}, {"rank": None}, {"divided": True}, {"organisation": "m"}])
def test_who_is_not_core_or_sits_there_is_not_missing(changed: dict[str, Any]) -> None:
    assert "arena.core_absent" not in _found(_network(replace(CORE, **changed)))


def test_an_arena_of_another_phase_tells_nothing() -> None:
    assert _found(_network(CORE, phase=Phase.GOALS)) == []
    assert _found(_network(CORE, phase=None)) == []
    assert _found(_network(CORE, members=())) == []


def test_a_core_member_without_a_person_is_told_where_persons_are_written_down() -> None:
    core = replace(CORE, organisation="m")

    assert _found(_network(core, with_person=frozenset({"n"}))) == ["arena.core_without_person"]
    assert _found(_network(core, with_person=frozenset({"m", "n"}))) == []
    assert _found(_network(core, with_person=frozenset())) == []


def test_who_is_not_needed_is_told_in_the_action_phase_alone() -> None:
    idle = Actor("m", "M", rank=1)
    (finding,) = of_network(_network(idle, replace(idle, organisation="n", name="N")), TODAY, DEFAULTS)

    assert (finding.rule, finding.numbers["count"], finding.numbers["partner"]) == (
        "arena.not_needed_in_action", 2, "M, N",
    )  # fmt: skip
    earlier = PhaseArena(Phase.GOALS, LATELY, (idle,))
    assert _found(_network(phase=Phase.GOALS, arenas=(earlier,))) == []


def test_an_irreplaceable_member_alone_with_what_it_brings_is_told() -> None:
    alone = Actor("m", "M", rank=4, irreplaceable=True, brings=("Middelen",))
    second = Actor("n", "N", rank=3, brings=("middelen",))
    seated = frozenset({"m", "n"})

    assert _found(_network(alone, with_person=seated)) == ["arena.great_dependence"]
    assert _found(_network(alone, second, with_person=seated)) == []
    assert _found(_network(replace(alone, divided=True), with_person=seated)) == []
    assert _found(_network(replace(alone, irreplaceable=None), with_person=seated)) == []


def test_what_nobody_at_the_table_brings_is_told_each_apart() -> None:
    brings = Actor("m", "M", rank=3, brings=("tijd",))
    needs = (("Tijd", 1), ("geld", 1), ("kennis", 2))
    found = of_network(_network(brings, needs=needs), TODAY, DEFAULTS)

    assert [finding.numbers["contribution"] for finding in found] == ["geld", "kennis"]
    assert len({finding.key for finding in found}) == 2


def test_where_nobody_wrote_down_what_members_bring_nothing_is_missing() -> None:
    assert _found(_network(Actor("m", "M", rank=3), needs=(("geld", 1),))) == []


def test_an_arena_of_one_person_is_less_certain_than_one_of_a_room() -> None:
    room, alone = _network(CORE), _network(CORE)
    alone = replace(alone, arenas=(replace(alone.arenas[0], source=ArenaSource.OWN, answers=None),))

    (sure,), (less,) = (of_network(each, TODAY, DEFAULTS) for each in (room, alone))

    assert sure.certainty != less.certainty
