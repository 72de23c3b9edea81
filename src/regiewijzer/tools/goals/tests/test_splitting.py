from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.networks.actions import word_goal
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.tools.goals import actions
from regiewijzer.tools.goals.models import Measurement, Place, Split, SubGoal
from regiewijzer.tools.goals.public import sub_goals_by_network

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    return Network.objects.get(pk=world.key("network"))


@pytest.fixture
def split(world: World, network: Network) -> Split:
    """The proposal of the world, with a second part."""
    found = Split.objects.get(pk=world.key("split"))
    SubGoal.objects.create(authority=world.authority, split=found, text="Ouders vinden raad", themes=["housing"])
    return found


def _page(network: Network, more: str = "splitsen/") -> str:
    return f"/vliermonde/netwerken/{network.pk}/doel/{more}"


def _partners(network: Network) -> list[int]:
    return list(Membership.objects.filter(network=network, ended=None).values_list("organisation", flat=True))


def _everybody(network: Network, split: Split) -> dict[str, Any]:
    """All partners in the first part, one in both, one in none."""
    first, second = split.sub_goals.values_list("pk", flat=True)
    boxes: dict[str, Any] = {f"partner_{partner}": [str(first)] for partner in _partners(network)}
    one, other = _partners(network)[:2]
    return boxes | {f"partner_{one}": [str(first), str(second)], f"partner_{other}": ["none"]}


def _placed(network: Network, split: Split, coordinator: Member) -> None:
    assert coordinator.client.post(_page(network), _everybody(network, split)).status_code == 302


def test_a_proposal_begins_once(network: Network, coordinator: Member) -> None:
    Split.objects.all().delete()

    for _twice in range(2):
        coordinator.client.post(_page(network, "splitsen/begin/"))

    assert Split.objects.get().proposed_by == coordinator.position


def test_two_proposals_at_a_time_are_refused_by_the_database(network: Network, split: Split) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Split.objects.create(authority_id=network.authority_id, network=network)


def test_partners_carry_parts_or_none(network: Network, split: Split, coordinator: Member) -> None:
    _placed(network, split, coordinator)

    first, second = split.sub_goals.all()
    assert (first.places.count(), second.places.count()) == (len(_partners(network)) - 1, 1)
    assert Place.objects.filter(sub_goal=None).count() == 1


def test_what_was_said_before_is_replaced(network: Network, split: Split, coordinator: Member) -> None:
    _placed(network, split, coordinator)
    coordinator.client.post(_page(network), {"text": "Eén zin"})

    split.refresh_from_db()
    assert split.text == "Eén zin"
    assert not Place.objects.exists()


def test_a_part_and_no_part_at_once_is_refused_by_name(network: Network, split: Split, coordinator: Member) -> None:
    part, partner = split.sub_goals.first(), _partners(network)[0]
    assert part is not None

    answer = coordinator.client.post(_page(network), {f"partner_{partner}": [str(part.pk), "none"]})

    assert answer.status_code == 422
    assert "Partner 0 has both a part and no part." in answer.content.decode()
    assert not Place.objects.exists()


def test_a_part_of_another_network_cannot_be_carried(
    network: Network, split: Split, world_elsewhere: World, coordinator: Member
) -> None:
    partner = _partners(network)[0]

    answer = coordinator.client.post(_page(network), {f"partner_{partner}": [str(world_elsewhere.key("sub_goal"))]})

    assert answer.status_code == 422


def test_a_split_is_not_adopted_before_everybody_has_a_place(
    network: Network, split: Split, coordinator: Member
) -> None:
    answer = coordinator.client.post(_page(network, "splitsen/aannemen/"), follow=True)

    assert "Not everybody has a place yet: Partner 0" in answer.content.decode()
    assert network.goals.count() == 1


def test_one_part_is_no_split(network: Network, split: Split, coordinator: Member) -> None:
    SubGoal.objects.filter(text="Ouders vinden raad").delete()

    answer = coordinator.client.post(_page(network, "splitsen/aannemen/"), follow=True)

    assert "A split has at least two parts." in answer.content.decode()


def test_an_adopted_split_is_the_goal_and_keeps_its_parts(network: Network, split: Split, coordinator: Member) -> None:
    _placed(network, split, coordinator)

    coordinator.client.post(_page(network, "splitsen/aannemen/"))

    version = network.goals.first()
    split.refresh_from_db()
    assert version is not None
    assert (version.number, version.text) == (2, "Elk kind een plek Ouders vinden raad")
    assert (split.status, split.adopted_as) == ("adopted", version)
    assert [len(part.partners) for part in sub_goals_by_network()[network.pk]] == [len(_partners(network)) - 1, 1]


def test_adopting_can_be_undone(network: Network, split: Split, coordinator: Member) -> None:
    before = network.goals.first()
    _placed(network, split, coordinator)
    page = coordinator.client.post(_page(network, "splitsen/aannemen/"), follow=True)
    undo = _page(network, f"splitsen/{split.pk}/terug/")

    coordinator.client.post(undo)

    split.refresh_from_db()
    assert undo in page.content.decode()
    assert network.goals.first() == before
    assert (split.status, split.adopted_as, split.sub_goals.count()) == ("proposed", None, 2)
    assert sub_goals_by_network() == {}


@pytest.mark.parametrize("since", ["worded", "measured", "proposed"])
def test_what_was_built_upon_cannot_be_undone(network: Network, split: Split, coordinator: Member, since: str) -> None:
    _placed(network, split, coordinator)
    version = actions.adopt_split(split=split, text="Samen", actor=coordinator.actor)
    if since == "worded":
        word_goal(network=network, text="Weer anders", valid_from=version.valid_from, actor=coordinator.actor)
    elif since == "measured":
        Measurement.objects.create(authority_id=network.authority_id, network=network, version=version, concrete=3)
    else:
        actions.propose_split(network=network, actor=coordinator.actor)

    answer = coordinator.client.post(_page(network, f"splitsen/{split.pk}/terug/"), follow=True)

    split.refresh_from_db()
    assert "This cannot be taken back" in answer.content.decode()
    assert (split.status, network.goals.filter(pk=version.pk).exists()) == ("adopted", True)


def test_a_goal_worded_anew_leaves_its_parts_to_history(network: Network, split: Split, coordinator: Member) -> None:
    _placed(network, split, coordinator)
    version = actions.adopt_split(split=split, text="Samen", actor=coordinator.actor)
    word_goal(network=network, text="Weer anders", valid_from=version.valid_from, actor=coordinator.actor)

    page = coordinator.client.get(_page(network, "")).content.decode()

    assert sub_goals_by_network() == {}
    assert "Split into 2 parts" in page


def test_a_proposal_is_put_aside_and_taken_up_again(network: Network, split: Split, coordinator: Member) -> None:
    coordinator.client.post(_page(network, "splitsen/intrekken/"))
    aside = Split.objects.get().status
    coordinator.client.post(_page(network, f"splitsen/{split.pk}/terug/"))

    assert (aside, Split.objects.get().status) == ("withdrawn", "proposed")


def test_parts_are_added_changed_and_removed(network: Network, split: Split, coordinator: Member) -> None:
    coordinator.client.post(_page(network, "splitsen/deel/"), {"text": "Derde", "target_groups": "ouders, jongeren"})
    third = SubGoal.objects.get(text="Derde")
    coordinator.client.post(_page(network, f"splitsen/deel/{third.pk}/"), {"text": "Derde, maar kleiner"})
    changed = SubGoal.objects.get(pk=third.pk).text
    coordinator.client.post(_page(network, f"splitsen/deel/{third.pk}/weg/"))

    assert third.target_groups == ["ouders", "jongeren"]
    assert changed == "Derde, maar kleiner"
    assert split.sub_goals.count() == 2


def test_a_part_without_words_is_refused_on_the_working_surface(
    network: Network, split: Split, coordinator: Member
) -> None:
    answer = coordinator.client.post(_page(network, "splitsen/deel/"), {"text": "", "target_groups": "ouders"})

    assert answer.status_code == 422
    assert 'value="ouders"' in answer.content.decode()


def test_a_part_of_a_split_that_was_adopted_is_not_changed(network: Network, split: Split, coordinator: Member) -> None:
    _placed(network, split, coordinator)
    part = split.sub_goals.first()
    assert part is not None
    actions.adopt_split(split=split, text="Samen", actor=coordinator.actor)

    assert coordinator.client.get(_page(network, f"splitsen/deel/{part.pk}/")).status_code == 404
    assert coordinator.client.post(_page(network, f"splitsen/deel/{part.pk}/weg/")).status_code == 404
