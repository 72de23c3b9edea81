from contextlib import suppress
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from tests.accounts import Member
from tests.workshops import a_session, opened

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.workshops.actions import joining
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.actions.joining import (
    ALARM,
    ONE_MORE_EVERY,
    TRIES,
    WINDOW,
    Locked,
    Over,
    TooManyTries,
    find_join_link,
    hash_of_key,
    join,
)
from regiewijzer.inquiry.workshops.actions.leading import LONGEST_OPEN, set_locked
from regiewijzer.inquiry.workshops.codes import ALPHABET, LENGTH
from regiewijzer.inquiry.workshops.models import JoinAttempts, JoinLink, Participant, Workshop

WRONG = "ZZZZZZ"
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def test_the_code_opens_the_join_link_however_it_is_typed(workshop: Workshop, join_link: JoinLink) -> None:
    workshop.refresh_from_db()

    assert find_join_link(typed=workshop.code, address="1") == join_link
    assert find_join_link(typed=f" {workshop.code[:3].lower()} {workshop.code[3:]}", address="1") == join_link


def test_only_hashes_of_codes_and_keys_stand_at_the_door(workshop: Workshop, join_link: JoinLink) -> None:
    key = join(join_link=join_link)

    workshop.refresh_from_db()
    assert workshop.code not in join_link.code_hash
    assert Participant.objects.get().key_hash == hash_of_key(key)


@pytest.mark.parametrize("typed", ["", WRONG, "ABC", "' or 1=1", "ＡＢＣＤＥＦ", "\0" * 6])
def test_a_wrong_code_opens_nothing_and_is_counted(join_link: JoinLink, typed: str) -> None:
    assert find_join_link(typed=typed, address="1") is None
    assert sorted(JoinAttempts.objects.values_list("count", flat=True)) == [1, 1]


def test_a_code_of_a_session_that_has_ended_opens_nothing(
    workshop: Workshop, join_link: JoinLink, facilitator: Member
) -> None:
    workshop.refresh_from_db()
    code = workshop.code

    end(workshop=workshop, actor=facilitator.actor)

    assert find_join_link(typed=code, address="1") is None
    with pytest.raises(Over):
        join(join_link=join_link)


def test_a_code_is_over_after_a_day(workshop: Workshop, join_link: JoinLink) -> None:
    workshop.refresh_from_db()

    with time_machine.travel(timezone.now() + LONGEST_OPEN):
        assert find_join_link(typed=workshop.code, address="1") is None
        with pytest.raises(Over):
            join(join_link=join_link)


def test_a_locked_join_link_lets_nobody_new_in_and_says_so_to_whoever_scanned(
    workshop: Workshop, join_link: JoinLink
) -> None:
    set_locked(workshop=workshop, is_locked=True)
    workshop.refresh_from_db()
    join_link.refresh_from_db()

    assert find_join_link(typed=workshop.code, address="1") is None
    with pytest.raises(Locked):
        join(join_link=join_link)


@pytest.mark.parametrize("later", [ONE_MORE_EVERY, WINDOW])
def test_an_address_that_tries_too_often_is_slowed_and_a_right_code_waits_half_a_minute(
    workshop: Workshop, join_link: JoinLink, later: int
) -> None:
    workshop.refresh_from_db()
    with time_machine.travel(NOON, tick=False):
        for _try in range(TRIES):
            find_join_link(typed=WRONG, address="bot")

        with pytest.raises(TooManyTries):
            find_join_link(typed=workshop.code, address="bot")
    with time_machine.travel(NOON + timezone.timedelta(seconds=later), tick=False):
        assert find_join_link(typed=workshop.code, address="bot") == join_link


def test_one_address_tries_too_little_in_an_hour_to_find_a_session(join_link: JoinLink) -> None:
    looked_at = 0
    for second in range(0, 3600, 5):
        with time_machine.travel(NOON + timezone.timedelta(seconds=second), tick=False), suppress(TooManyTries):
            find_join_link(typed=WRONG, address="bot")
            looked_at += 1

    assert looked_at / len(ALPHABET) ** LENGTH < 1e-6


def test_five_hundred_bots_get_nowhere_and_the_room_gets_in(workshop: Workshop, join_link: JoinLink) -> None:
    workshop.refresh_from_db()
    refused = 0

    for bot in range(500):
        for _try in range(4):
            try:
                assert find_join_link(typed=WRONG, address=f"bot {bot}") is None
            except TooManyTries:
                refused += 1

    everybody = JoinAttempts.objects.get(address="")
    assert everybody.count <= ALARM + 500 * 3
    assert refused >= 500 - ALARM // 4
    assert find_join_link(typed=workshop.code, address="a phone in the room") == join_link


def test_addresses_are_not_kept_readable_and_old_windows_go(join_link: JoinLink) -> None:
    find_join_link(typed=WRONG, address="192.0.2.7")

    assert not JoinAttempts.objects.filter(address__contains="192.0.2.7").exists()
    with time_machine.travel(timezone.now() + timezone.timedelta(seconds=3 * WINDOW)):
        find_join_link(typed=WRONG, address="192.0.2.8")
        assert JoinAttempts.objects.count() == 2


def test_a_room_is_full_at_some_point(join_link: JoinLink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "MOST_PHONES", 1)
    join(join_link=join_link)

    with pytest.raises(joining.Full):
        join(join_link=join_link)


def test_two_open_sessions_have_two_codes(workshop: Workshop, join_link: JoinLink, facilitator: Member) -> None:
    other = a_session(facilitator.position)
    opened(other, facilitator.position)

    workshop.refresh_from_db()
    other.refresh_from_db()
    assert workshop.code != other.code
    assert find_join_link(typed=other.code, address="1").workshop_id == other.pk


def test_a_join_link_leads_to_its_own_authority_only(
    workshop: Workshop, join_link: JoinLink, other_authority: Authority, vliermonde: Authority
) -> None:
    assert JoinLink.objects.get(pk=join_link.pk).authority_id == vliermonde.pk
    with pytest.raises(ObjectDoesNotExist):
        JoinLink.objects.get(pk=join_link.pk, authority=other_authority)
