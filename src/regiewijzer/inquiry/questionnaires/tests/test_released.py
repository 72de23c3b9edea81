"""The service sees counts of roles per five people, and never who."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member, logged_in, position_in

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.inquiry.questionnaires.models import Sitting
from regiewijzer.inquiry.questionnaires.public import service_coverage
from regiewijzer.science.scoring.coverage import Coverage

STRONG_OPERATOR = {"operator.agenda": 5, "operator.minutes": 5, "operator.follow_up": 5}
WEAK_OPERATOR = {"operator.agenda": 1, "operator.minutes": 1, "operator.follow_up": 1}

Fill = Callable[..., Sitting]


@pytest.fixture
def people(authority: Authority) -> list[Member]:
    return [logged_in(position_in(authority, Role.READER, f"Persoon {number}")) for number in range(11)]


@pytest.fixture
def fill(complete: Fill) -> Callable[[Member, dict[str, int]], None]:
    """Somebody fills in the role test, a minute after the last one."""
    minutes = iter(range(1, 100))

    def fill(who: Member, answers: dict[str, int]) -> None:
        done = complete(who, "manager-roles", answers)
        Sitting.objects.filter(pk=done.pk).update(done_at=timezone.now() + timedelta(minutes=next(minutes)))

    return fill


def _operators() -> bool | None:
    found = service_coverage("manager-roles")
    return None if found is None else next(role.covered for role in found.roles if role.role == "operator")


def test_nothing_is_told_of_fewer_than_five(people: list[Member], fill: Fill) -> None:
    for who in people[:4]:
        fill(who, STRONG_OPERATOR)

    assert service_coverage("manager-roles") is None


def test_five_people_show_which_roles_are_covered(people: list[Member], fill: Fill) -> None:
    for who, answers in zip(people[:5], [STRONG_OPERATOR] * 2 + [WEAK_OPERATOR] * 3, strict=True):
        fill(who, answers)

    found = service_coverage("manager-roles")

    assert found is not None
    assert found.people == 5
    roles = {role.role: role for role in found.roles}
    assert roles["operator"].coverage is Coverage.COVERED
    assert roles["champion"].coverage is Coverage.THIN
    assert roles["champion"].reading is not None


def test_the_sixth_changes_nothing_until_ten_have_answered(people: list[Member], fill: Fill) -> None:
    seen = []
    for who, answers in zip(people, [STRONG_OPERATOR] + [WEAK_OPERATOR] * 4 + [STRONG_OPERATOR] * 6, strict=True):
        fill(who, answers)
        seen.append(_operators())

    assert seen == [None] * 4 + [False] * 5 + [True] * 2


def test_a_second_form_waits_for_the_next_five(people: list[Member], fill: Fill) -> None:
    for who, answers in zip(people[:5], [STRONG_OPERATOR] + [WEAK_OPERATOR] * 4, strict=True):
        fill(who, answers)
    fill(people[1], STRONG_OPERATOR)
    before = _operators()

    for who in people[5:10]:
        fill(who, WEAK_OPERATOR)

    assert (before, _operators()) == (False, True)


def test_somebodys_leaving_waits_too(people: list[Member], fill: Fill) -> None:
    for who, answers in zip(people[:5], [STRONG_OPERATOR] * 2 + [WEAK_OPERATOR] * 3, strict=True):
        fill(who, answers)
    people[0].position.ended_at = timezone.now() + timedelta(minutes=50)
    people[0].position.save()

    assert _operators() is True


def test_who_left_before_the_last_five_does_not_count(people: list[Member], fill: Fill) -> None:
    for who, answers in zip(people[:10], [STRONG_OPERATOR] * 2 + [WEAK_OPERATOR] * 8, strict=True):
        fill(who, answers)
    people[0].position.ended_at = timezone.now()
    people[0].position.save()

    assert _operators() is False
