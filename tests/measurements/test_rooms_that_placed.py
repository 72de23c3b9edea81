"""What a room said of partners becomes the arena of its phase, once, and a finding from there."""

from typing import Any

import pytest
from django.utils import timezone

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.models import Kind
from regiewijzer.inquiry.workshops.models.questions import option
from regiewijzer.overview.findings.actions import refresh_when_needed
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.measurements.actions import import_completed
from regiewijzer.register.networks.models import Network, PhaseStart
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.tools.arena.models import Arena, Placed
from tests.accounts import Member
from tests.workshops import a_question, a_session, opened, phones, vote_all
from tests.world import World

CORE, FAR = "core", "not_needed"


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    """In its phase of goals, with Partner 0 in its arena and Buurtwerk, who is no member, known to bring access."""
    PhaseStart.objects.all().delete()
    PhaseStart.objects.create(
        authority=vliermonde, network_id=world.key("network"), phase="goals", started="2025-01-01"
    )
    Placed.objects.create(
        authority=vliermonde,
        arena_id=world.key("arena"),
        organisation_id=world.key("newcomer"),
        contributions=["Toegang"],
    )
    return Network.objects.get(pk=world.key("network"))


def _room(network: Network, by: Member, said: dict[str, list[str]], **asked: Any) -> None:
    """Six phones placed partners, by name; Buurtwerk stands beside the members."""
    beside = Organisation.objects.get(name="Buurtwerk").pk
    asked |= {"phase": "goals", "options": [option(beside, "Buurtwerk")]}
    workshop = a_session(by.position, a_question(Kind.PLACING, "Wie?", network=network, **asked), about=[network])
    room = phones(opened(workshop, by.position), 6)
    question = workshop.questions.get()
    keys = {name: key for key, name in question.labels.items()}
    votes = [{keys[name]: answers[phone] for name, answers in said.items()} for phone in range(6)]
    vote_all(question, room, votes)
    end(workshop=workshop, actor=by.actor)


def test_six_phones_make_an_arena_and_the_arena_a_finding(
    world: World, network: Network, facilitator: Member, vliermonde: Authority
) -> None:
    _room(network, facilitator, {"Buurtwerk": [CORE] * 6, "Partner 1": [CORE] * 3 + [FAR] * 3})

    refresh_when_needed(authority=vliermonde, today=timezone.localdate())

    arena = Arena.objects.filter(network=network, phase="goals").first()
    assert arena
    assert (arena.source, arena.answers, arena.made_by) == ("workshop", 6, None)
    placed = {row.organisation.name: row for row in arena.placed.all()}
    assert (placed["Buurtwerk"].where, placed["Buurtwerk"].contributions) == ("core", ["Toegang"])
    assert (placed["Partner 1"].where, placed["Partner 1"].divided) == ("", True)
    assert placed["Partner 2"].where == ""  # nobody placed it
    found = StoredFinding.objects.filter(rule="arena.core_absent")
    assert [each.numbers["partner"] for each in found] == ["Buurtwerk"]


def test_it_is_handed_on_once_and_what_somebody_changes_after_it_stays(
    world: World, network: Network, facilitator: Member, vliermonde: Authority
) -> None:
    _room(network, facilitator, {"Buurtwerk": [CORE] * 6})

    first, second = import_completed(authority=vliermonde), import_completed(authority=vliermonde)

    assert second == 0
    assert first
    assert Arena.objects.filter(network=network, source="workshop").count() == 1


def test_scores_stand_where_they_say_the_ring_that_most_chose(
    world: World, network: Network, facilitator: Member, vliermonde: Authority
) -> None:
    apart = ["4.4", "4.4", "1.1", "1.1", "4.1", "4.1"]  # three rings as often, each score clear
    clear, beside = ["4.1"] * 5 + ["3.2"], ["4.2", "4.2", "3.1", "3.1", "4.1", "3.2"]  # all core; no first score
    _room(network, facilitator, {"Buurtwerk": clear, "Partner 1": apart, "Partner 2": beside}, scored=True)

    import_completed(authority=vliermonde)

    arena = Arena.objects.filter(network=network, phase="goals").first()
    assert arena
    placed = {row.organisation.name: row for row in arena.placed.all()}
    of = {name: (row.where, row.place, row.importance, row.replaceability) for name, row in placed.items()}
    assert of["Buurtwerk"] == ("core", "", 4, 1)
    assert of["Partner 1"] == ("", "", None, None)
    assert placed["Partner 1"].divided
    assert of["Partner 2"] == ("core", "core", None, None)


def test_a_room_leaves_what_is_needed_and_whom_it_was_not_asked_about(
    world: World, network: Network, facilitator: Member, vliermonde: Authority, manager: Member
) -> None:
    page = f"/vliermonde/netwerken/{network.pk}/tafel/goals/nodig/"
    manager.client.post(page, {"contribution": "Toegang", "holders": "2"})
    with inside(vliermonde.pk):
        _room(network, facilitator, {"Partner 1": [CORE] * 6})
        import_completed(authority=vliermonde)
        arena = Arena.objects.filter(network=network, phase="goals").first()
        assert arena
        assert [(need.contribution, need.holders) for need in arena.needs.all()] == [("Toegang", 2)]
        assert {row.organisation.name: row.where for row in arena.placed.all()}["Partner 0"] == "core"
