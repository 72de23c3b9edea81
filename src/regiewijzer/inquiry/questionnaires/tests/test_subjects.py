"""Who may fill in a questionnaire about what: decided in one place, whatever a form offers."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from tests.accounts import Member
from tests.world import World

from regiewijzer.inquiry.questionnaires.definitions.catalogue import questionnaire
from regiewijzer.inquiry.questionnaires.models import Way
from regiewijzer.inquiry.questionnaires.queries.subjects import about_of, subject_options, ways_open_to
from regiewijzer.register.networks.models import Network

GOAL, ROLES, READY, INSTRUMENT = (
    questionnaire(key) for key in ("goal-quality", "manager-roles", "readiness", "instrument-evaluation")
)


@pytest.mark.parametrize(
    ("who", "asked", "ways"),
    [
        ("coordinator", GOAL, [Way.ALONE, Way.TOGETHER]),
        ("manager", GOAL, [Way.ALONE, Way.TOGETHER]),
        ("reader", GOAL, []),
        ("facilitator", GOAL, []),
        ("guest", GOAL, []),
        ("manager", INSTRUMENT, []),
        ("contributor", INSTRUMENT, [Way.ALONE, Way.TOGETHER]),
        ("reader", ROLES, [Way.ALONE]),
        ("guest", ROLES, []),
        ("reader", READY, [Way.ALONE]),
        ("coordinator", READY, [Way.ALONE, Way.TOGETHER]),
    ],
)
def test_ways_depend_on_the_right_and_on_what_it_is_about(request, world: World, vliermonde, who, asked, ways):
    member: Member = request.getfixturevalue(who)

    assert ways_open_to(member.position, asked) == ways


def test_a_manager_is_offered_their_own_networks(world: World, vliermonde, manager: Member, coordinator: Member):
    assert [name for name, _key in subject_options(manager.position, GOAL)] == ["Kansrijk Opgroeien"]
    assert len(subject_options(coordinator.position, GOAL)) == 2


def test_what_is_not_theirs_is_refused_whoever_asks(world: World, vliermonde, manager: Member, reader: Member):
    own, other = world.key("network"), world.other_network

    assert about_of(manager.position, GOAL, Way.ALONE, own).network == Network.objects.get(pk=own)
    with pytest.raises(PermissionDenied):
        about_of(manager.position, GOAL, Way.ALONE, other)
    with pytest.raises(PermissionDenied):
        about_of(reader.position, READY, Way.TOGETHER, None)
    with pytest.raises(Http404):
        about_of(manager.position, GOAL, Way.ALONE, 999_999_999)
