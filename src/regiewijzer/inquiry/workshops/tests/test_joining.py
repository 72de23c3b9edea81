import pytest
import time_machine
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from tests.cast import Member
from tests.rooms import a_session, opened

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.workshops.actions import joining
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.actions.joining import (
    ALARM,
    TRIES,
    WINDOW,
    Locked,
    Over,
    TooManyTries,
    find_door,
    hash_of_key,
    join,
)
from regiewijzer.inquiry.workshops.actions.leading import LONGEST_OPEN, set_locked
from regiewijzer.inquiry.workshops.models import Door, Guesses, Participant, Workshop

WRONG = "ZZZZZZ"


def test_the_code_opens_the_door_however_it_is_typed(workshop: Workshop, door: Door) -> None:
    workshop.refresh_from_db()

    assert find_door(typed=workshop.code, address="1") == door
    assert find_door(typed=f" {workshop.code[:3].lower()} {workshop.code[3:]}", address="1") == door


def test_only_hashes_of_codes_and_keys_stand_at_the_door(workshop: Workshop, door: Door) -> None:
    key = join(door=door)

    workshop.refresh_from_db()
    assert workshop.code not in door.code_hash
    assert Participant.objects.get().key_hash == hash_of_key(key)


@pytest.mark.parametrize("typed", ["", WRONG, "ABC", "' or 1=1", "ＡＢＣＤＥＦ", "\0" * 6])
def test_a_wrong_code_opens_nothing_and_is_counted(door: Door, typed: str) -> None:
    assert find_door(typed=typed, address="1") is None
    assert sorted(Guesses.objects.values_list("count", flat=True)) == [1, 1]


def test_a_code_of_a_session_that_has_ended_opens_nothing(workshop: Workshop, door: Door, facilitator: Member) -> None:
    workshop.refresh_from_db()
    code = workshop.code

    end(workshop=workshop, actor=facilitator.actor)

    assert find_door(typed=code, address="1") is None
    with pytest.raises(Over):
        join(door=door)


def test_a_code_is_over_after_a_day(workshop: Workshop, door: Door) -> None:
    workshop.refresh_from_db()

    with time_machine.travel(timezone.now() + LONGEST_OPEN):
        assert find_door(typed=workshop.code, address="1") is None
        with pytest.raises(Over):
            join(door=door)


def test_a_locked_door_lets_nobody_new_in_and_says_so_to_whoever_scanned(workshop: Workshop, door: Door) -> None:
    set_locked(workshop=workshop, is_locked=True)
    workshop.refresh_from_db()
    door.refresh_from_db()

    assert find_door(typed=workshop.code, address="1") is None
    with pytest.raises(Locked):
        join(door=door)


def test_an_address_that_tries_too_often_is_refused_until_the_window_has_passed(workshop: Workshop, door: Door) -> None:
    workshop.refresh_from_db()
    for _try in range(TRIES):
        find_door(typed=WRONG, address="bot")

    with pytest.raises(TooManyTries):
        find_door(typed=workshop.code, address="bot")
    with time_machine.travel(timezone.now() + timezone.timedelta(seconds=WINDOW)):
        assert find_door(typed=workshop.code, address="bot") == door


def test_five_hundred_bots_get_nowhere_and_the_room_gets_in(workshop: Workshop, door: Door) -> None:
    workshop.refresh_from_db()
    refused = 0

    for bot in range(500):
        for _try in range(4):
            try:
                assert find_door(typed=WRONG, address=f"bot {bot}") is None
            except TooManyTries:
                refused += 1

    everybody = Guesses.objects.get(address="")
    assert everybody.count <= ALARM + 500 * 3
    assert refused >= 500 - ALARM // 4
    assert find_door(typed=workshop.code, address="a phone in the room") == door


def test_addresses_are_not_kept_readable_and_old_windows_go(door: Door) -> None:
    find_door(typed=WRONG, address="192.0.2.7")

    assert not Guesses.objects.filter(address__contains="192.0.2.7").exists()
    with time_machine.travel(timezone.now() + timezone.timedelta(seconds=3 * WINDOW)):
        find_door(typed=WRONG, address="192.0.2.8")
        assert Guesses.objects.count() == 2


def test_a_room_is_full_at_some_point(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "MOST_PHONES", 1)
    join(door=door)

    with pytest.raises(joining.Full):
        join(door=door)


def test_two_open_sessions_have_two_codes(workshop: Workshop, door: Door, facilitator: Member) -> None:
    other = a_session(facilitator.position)
    opened(other, facilitator.position)

    workshop.refresh_from_db()
    other.refresh_from_db()
    assert workshop.code != other.code
    assert find_door(typed=other.code, address="1").workshop_id == other.pk


def test_a_door_leads_to_its_own_authority_only(
    workshop: Workshop, door: Door, other_authority: Authority, vliermonde: Authority
) -> None:
    assert Door.objects.get(pk=door.pk).authority_id == vliermonde.pk
    with pytest.raises(ObjectDoesNotExist):
        Door.objects.get(pk=door.pk, authority=other_authority)
