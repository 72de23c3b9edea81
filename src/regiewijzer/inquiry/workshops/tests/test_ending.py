import json

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from tests.accounts import Member
from tests.workshops import a_question, a_session, opened, phones, to_question, vote, vote_all

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.inquiry.workshops.actions.ending import end, end_overdue, subjects_to_tell
from regiewijzer.inquiry.workshops.actions.leading import (
    LONGEST_OPEN,
    NobodyToPlace,
    NotOpen,
    NotPrepared,
    open_room,
    set_shown,
    set_voting,
)
from regiewijzer.inquiry.workshops.actions.preparing import MOST_QUESTIONS, TooManyQuestions, add_question, copy
from regiewijzer.inquiry.workshops.actions.texts import put_in_group, set_hidden, vote_on_groups
from regiewijzer.inquiry.workshops.actions.voting import contribute
from regiewijzer.inquiry.workshops.models import (
    Contribution,
    JoinLink,
    Kind,
    Outcome,
    Participant,
    Question,
    Subject,
    Vote,
    Workshop,
)
from regiewijzer.inquiry.workshops.queries.accounts import account_of
from regiewijzer.register.networks.models import Membership, Network


def _ended(workshop: Workshop, by: Member) -> Workshop:
    return end(workshop=workshop, actor=by.actor)


def test_the_end_drops_every_key_and_shuffles(
    workshop: Workshop, question: Question, room: list[str], facilitator: Member
) -> None:
    vote_all(question, room, [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2])
    before = set(Vote.objects.values_list("pk", flat=True))

    _ended(workshop, facilitator)

    rows = Vote.objects.order_by("pk")
    assert not Participant.objects.exists()
    assert not JoinLink.objects.exists()
    assert before.isdisjoint(rows.values_list("pk", flat=True))
    assert set(rows.values_list("participant", "submit")) == {(None, None)}
    assert sorted(row.answer for row in rows) == [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5]


def test_the_order_of_rows_tells_nothing(facilitator: Member, vliermonde: object) -> None:
    """A curious administrator who knows the order in which people voted finds chance, not people."""
    kept = 0
    for _session in range(12):
        workshop = a_session(facilitator.position, a_question(Kind.SLIDER))
        join_link = opened(workshop, facilitator.position)
        vote_all(workshop.questions.get(), phones(join_link, 10), range(10))
        _ended(workshop, facilitator)
        found = Vote.objects.filter(question__workshop=workshop).order_by("pk")
        kept += sum(place == row.answer for place, row in enumerate(found))

    assert kept < 40  # of 120; chance is 12


@pytest.mark.django_db(transaction=True)
def test_no_transaction_number_links_a_vote_to_a_phone(facilitator: Member) -> None:
    """Every row of a session carries the number of the one transaction that ended it."""
    with_wall = facilitator.position.authority_id
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.authority', %s, false)", [str(with_wall)])
        workshop = a_session(facilitator.position, a_question())
        join_link = opened(workshop, facilitator.position)
        for phone in phones(join_link, 6):
            vote(workshop.questions.get(), phone, 4)
        _ended(workshop, facilitator)
        cursor.execute("select count(distinct xmin::text) from workshops_vote")
        assert cursor.fetchone() == (1,)
        cursor.execute("reset app.authority")


def test_under_five_answers_nothing_comes_out(
    workshop: Workshop, question: Question, room: list[str], facilitator: Member
) -> None:
    vote_all(question, room[:4], [1, 2, 3, 4])

    ended = _ended(workshop, facilitator)

    assert not Outcome.objects.exists()
    assert account_of(ended).nothing


def test_votes_that_came_too_late_for_a_release_stay_out_of_every_figure(
    workshop: Workshop, question: Question, room: list[str], facilitator: Member
) -> None:
    vote_all(question, room[:5], [1] * 5)
    set_shown(workshop=workshop, shown=True)
    workshop.refresh_from_db()
    set_voting(workshop=workshop, is_open=True, seen=workshop.stage)
    vote_all(question, room[5:7], [5, 5])

    ended = _ended(workshop, facilitator)

    (asked,) = account_of(ended).asked
    assert asked.result is not None
    assert [bar.count for bar in asked.result.bars] == [5, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ({1: 6, 2: 7}, [1, 2]),
        ({1: 6, 2: 4}, []),
        ({1: 6, 2: 7, 3: 4}, [2]),
        ({1: 6, 2: 7, 3: 3, 4: 2}, [1, 2]),
        ({1: 6, None: 2}, []),
        ({1: 6, None: 5}, [1]),
        ({None: 12}, []),
        ({1: 5}, [1]),
    ],
)
def test_a_subject_is_told_only_when_no_smaller_group_can_be_had(sizes: dict[int | None, int], told: list[int]) -> None:
    assert subjects_to_tell(sizes) == told


def test_subjects_are_told_beside_the_room(facilitator: Member, vliermonde: object) -> None:
    workshop = a_session(facilitator.position, a_question(), about=["Kinderopvang", "Buurtwerk"])
    join_link = opened(workshop, facilitator.position)
    first, second = Subject.objects.filter(workshop=workshop)
    asked = workshop.questions.get()
    vote_all(asked, phones(join_link, 6, first) + phones(join_link, 5, second), [1] * 6 + [5] * 5)

    (row,) = account_of(_ended(workshop, facilitator)).asked

    assert [(name, result.answered, result.mean) for name, result in row.by_subject] == [
        ("Buurtwerk", 6, 1.0),
        ("Kinderopvang", 5, 5.0),
    ]


def test_the_trail_says_that_a_session_ended_and_nothing_of_answers(
    workshop: Workshop, question: Question, room: list[str], facilitator: Member
) -> None:
    vote_all(question, room, [4] * len(room))

    _ended(workshop, facilitator)

    kinds = list(Entry.objects.values_list("kind", "verb"))
    assert ("workshop", "ended") in kinds
    assert "answer" not in json.dumps([entry.changes for entry in Entry.objects.all()])


def test_a_session_ends_once(workshop: Workshop, join_link: JoinLink, facilitator: Member) -> None:
    _ended(workshop, facilitator)

    with pytest.raises(NotOpen):
        _ended(workshop, facilitator)
    with pytest.raises(NotPrepared):
        open_room(workshop=workshop, actor=facilitator.actor)


def test_a_forgotten_session_is_ended_after_a_day(
    workshop: Workshop, question: Question, room: list[str], facilitator: Member
) -> None:
    vote_all(question, room, [4] * len(room))

    assert end_overdue() == 0
    with time_machine.travel(timezone.now() + LONGEST_OPEN):
        assert end_overdue() == 1

    workshop.refresh_from_db()
    assert workshop.is_ended
    assert not Participant.objects.exists()


def _on_texts(by: Member, number: int) -> tuple[Workshop, Question, list[str]]:
    workshop = a_session(by.position, a_question(Kind.TEXT, "Wat ontbreekt er?"))
    room = phones(opened(workshop, by.position), number)
    asked = workshop.questions.get()
    for place, phone in enumerate(room):
        contribute(question=asked, key_hash=phone, texts={1: f"tekst {place}"})
    return workshop, asked, room


def test_texts_are_grouped_hidden_and_voted_on(facilitator: Member, vliermonde: object) -> None:
    workshop, asked, room = _on_texts(facilitator, 6)
    keys = list(Contribution.objects.order_by("pk").values_list("pk", flat=True))
    put_in_group(question=asked, contributions=keys[:3], title="Tijd")
    put_in_group(question=asked, contributions=keys[3:5], title="Geld")
    set_hidden(question=asked, contributions=keys[5:], hidden=True)
    made = vote_on_groups(question=asked, text="Wat eerst?")
    chosen = to_question(workshop, made.number)
    vote_all(chosen, room, [["1"]] * 4 + [["2"]] * 2)

    texts, groups = account_of(_ended(workshop, facilitator)).asked

    assert texts.result is not None
    assert [(group.title, len(group.texts)) for group in texts.result.groups] == [("Tijd", 3), ("Geld", 2)]
    assert groups.result is not None
    assert [(bar.label, bar.count) for bar in groups.result.bars] == [("Tijd", 4), ("Geld", 2)]


def test_texts_of_fewer_than_five_phones_are_not_kept(facilitator: Member, vliermonde: object) -> None:
    workshop, _asked, _room = _on_texts(facilitator, 4)

    ended = _ended(workshop, facilitator)

    assert not Contribution.objects.exists()
    assert account_of(ended).nothing


def test_a_copy_asks_the_same_and_knows_no_answer(
    workshop: Workshop, question: Question, room: list[str], facilitator: Member
) -> None:
    vote_all(question, room, [4] * len(room))
    ended = _ended(workshop, facilitator)

    made = copy(workshop=ended, title="Nog eens", by=facilitator.position)

    asked = made.questions.get()
    assert (made.status, made.copied_from, asked.text, asked.options) == (
        "prepared",
        ended,
        question.text,
        question.options,
    )
    assert (asked.voting, asked.released, asked.releases) == ("waiting", None, 0)
    assert not Vote.objects.filter(question=asked).exists()


def test_partners_to_be_placed_are_those_of_the_day(network: Network, facilitator: Member) -> None:
    workshop = a_session(facilitator.position, a_question(Kind.PLACING, "Wie hoort waar?", network=network))
    Membership.objects.filter(network=network).exclude(organisation__name="Partner 1").delete()

    opened(workshop, facilitator.position)

    assert [each["label"] for each in workshop.questions.get().options] == ["Partner 1"]


def test_a_network_without_partners_cannot_be_placed(network: Network, facilitator: Member) -> None:
    workshop = a_session(facilitator.position, a_question(Kind.PLACING, "Wie hoort waar?", network=network))
    Membership.objects.filter(network=network).delete()

    with pytest.raises(NobodyToPlace):
        open_room(workshop=workshop, actor=facilitator.actor)


def test_an_open_session_is_not_changed(workshop: Workshop, join_link: JoinLink, facilitator: Member) -> None:
    with pytest.raises(NotPrepared):
        add_question(question=a_question(workshop=workshop), actor=facilitator.actor)


def test_a_session_has_so_many_questions_at_most(workshop: Workshop, facilitator: Member) -> None:
    for _more in range(MOST_QUESTIONS - 1):
        add_question(question=a_question(workshop=workshop), actor=facilitator.actor)

    with pytest.raises(TooManyQuestions):
        add_question(question=a_question(workshop=workshop), actor=facilitator.actor)
