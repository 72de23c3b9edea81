import uuid

import pytest
from django.http import QueryDict
from tests.accounts import Member
from tests.workshops import a_question, a_session, opened, phones, to_question, vote, vote_all

from regiewijzer.inquiry.workshops.actions.leading import Moved, go_to, set_shown, set_voting
from regiewijzer.inquiry.workshops.actions.releases import release_when_due
from regiewijzer.inquiry.workshops.actions.voting import NotNow, contribute
from regiewijzer.inquiry.workshops.forms.answers import NotAnAnswer, read_answer, read_texts
from regiewijzer.inquiry.workshops.models import Contribution, Kind, Question, Vote, Workshop
from regiewijzer.inquiry.workshops.queries.results import result_of


def _close(workshop: Workshop) -> None:
    workshop.refresh_from_db()
    set_voting(workshop=workshop, is_open=False, seen=workshop.stage)


def _shown(question: Question) -> list[int] | None:
    question.refresh_from_db()
    found = result_of(question)
    return [bar.count for bar in found.bars] if found else None


def test_a_vote_is_counted_once_and_changed_in_place(question: Question, room: list[str]) -> None:
    vote(question, room[0], 2)
    vote(question, room[0], 5)

    assert [each.answer for each in Vote.objects.all()] == [5]


def test_sending_the_same_again_is_one_vote_and_no_fault(question: Question, room: list[str]) -> None:
    mark = uuid.uuid4()

    for _again in range(3):
        vote(question, room[0], 4, mark)

    assert Vote.objects.count() == 1


def test_a_mark_taken_from_another_phone_counts_for_nobody(question: Question, room: list[str]) -> None:
    mark = uuid.uuid4()
    vote(question, room[0], 4, mark)

    with pytest.raises(NotNow):
        vote(question, room[1], 1, mark)

    assert [each.answer for each in Vote.objects.all()] == [4]


def test_nothing_is_counted_after_voting_closed(workshop: Workshop, question: Question, room: list[str]) -> None:
    vote(question, room[0], 2)
    _close(workshop)

    with pytest.raises(NotNow):
        vote(question, room[0], 5)
    with pytest.raises(NotNow):
        vote(question, room[1], 5)

    assert [each.answer for each in Vote.objects.all()] == [2]


def test_the_same_answer_sent_again_after_closing_is_still_acknowledged(
    workshop: Workshop, question: Question, room: list[str]
) -> None:
    vote(question, room[0], 2)
    _close(workshop)

    vote(question, room[0], 2)

    assert Vote.objects.count() == 1


def test_a_phone_of_another_session_counts_for_nothing(facilitator: Member, question: Question) -> None:
    elsewhere = opened(a_session(facilitator.position), facilitator.position)
    (foreign,) = phones(elsewhere, 1)

    for stranger in (foreign, "0" * 64):
        with pytest.raises(NotNow):
            vote(question, stranger, 3)

    assert not Vote.objects.exists()


def test_only_the_question_the_room_is_on_is_answered(facilitator: Member, vliermonde: object) -> None:
    workshop = a_session(facilitator.position, a_question(text="Een"), a_question(text="Twee"))
    join_link = opened(workshop, facilitator.position)
    (phone,) = phones(join_link, 1)
    first = workshop.questions.get(number=1)
    second = to_question(workshop, 2)

    with pytest.raises(NotNow):
        vote(first, phone, 3)
    vote(second, phone, 3)

    assert [each.question for each in Vote.objects.all()] == [second]


def _shown_and_open_again(workshop: Workshop) -> None:
    set_shown(workshop=workshop, shown=True)
    workshop.refresh_from_db()
    set_voting(workshop=workshop, is_open=True, seen=workshop.stage)


def test_showing_closes_the_vote_first_and_counts_every_answer_that_is_in(
    workshop: Workshop, question: Question, room: list[str]
) -> None:
    vote_all(question, room[:8], [3] * 8)

    set_shown(workshop=workshop, shown=True)

    question.refresh_from_db()
    assert not question.is_open
    with pytest.raises(NotNow):
        vote(question, room[0], 5)
    assert _shown(question) == [0, 0, 8, 0, 0]


def test_bars_come_from_five_votes_and_then_per_five(workshop: Workshop, question: Question, room: list[str]) -> None:
    _shown_and_open_again(workshop)
    seen = []

    for phone in room:
        vote(question, phone, 3)
        release_when_due(question)
        seen.append(_shown(question))

    totals = [sum(each) if each else 0 for each in seen]
    assert totals == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10]


def test_a_result_stays_hidden_until_it_is_shown(workshop: Workshop, question: Question, room: list[str]) -> None:
    vote_all(question, room, [3] * len(room))

    assert _shown(question) is None
    set_shown(workshop=workshop, shown=True)
    assert _shown(question) == [0, 0, 12, 0, 0]


def test_one_changed_vote_cannot_be_read_from_the_bars(workshop: Workshop, question: Question, room: list[str]) -> None:
    _shown_and_open_again(workshop)
    vote_all(question, room[:5], [1] * 5)
    release_when_due(question)

    vote(question, room[0], 5)
    release_when_due(question)

    assert _shown(question) == [5, 0, 0, 0, 0]


def test_a_step_from_a_page_of_before_is_refused(workshop: Workshop, question: Question) -> None:
    workshop.refresh_from_db()
    seen = workshop.stage
    go_to(workshop=workshop, number=0, seen=seen)

    with pytest.raises(Moved):
        go_to(workshop=workshop, number=1, seen=seen)


SENT = {
    Kind.SCALE: ("value=4", 4),
    Kind.SLIDER: ("value=100", 100),
    Kind.CHOICE: ("value=3&value=1", ["1", "3"]),
    Kind.RANKING: ("place-1=2&place-2=1&place-3=3", {"1": 2, "2": 1, "3": 3}),
    Kind.PLACING: ("ring-7=core&ring-8=?", {"7": "core"}),
}
MISFITS = {
    Kind.SCALE: ["", "value=", "value=0", "value=6", "value=4.5", "value=?", "value=²"],
    Kind.SLIDER: ["", "value=-1", "value=101", "value=1e2", "value=١"],
    Kind.CHOICE: ["", "value=9", "value=1&value=2&value=3", "value=1&value=9"],
    Kind.RANKING: ["", "place-1=1&place-2=1&place-3=2", "place-1=1&place-2=2", "place-1=0&place-2=1&place-3=2"],
    Kind.PLACING: ["ring-7=moon"],
}


def _asked(kind: str) -> Question:
    placing = {"options": [{"key": "7", "label": "OCMW"}, {"key": "8", "label": "CAW"}]}
    return a_question(kind, **(placing if kind == Kind.PLACING else {}), most=2)


@pytest.mark.parametrize("kind", SENT)
def test_what_a_phone_sends_becomes_an_answer(kind: str) -> None:
    sent, answer = SENT[kind]

    assert read_answer(_asked(kind), QueryDict(sent)) == answer


@pytest.mark.parametrize(("kind", "sent"), [(kind, sent) for kind, all_sent in MISFITS.items() for sent in all_sent])
def test_what_is_no_answer_is_refused_with_a_sentence(kind: str, sent: str) -> None:
    with pytest.raises(NotAnAnswer, match=r"\w+ .*\."):
        read_answer(_asked(kind), QueryDict(sent))


def test_who_does_not_know_says_so_where_that_is_offered() -> None:
    asked = a_question(no_answer="Weet ik niet")

    assert read_answer(asked, QueryDict("value=?")) is None


def test_short_texts_are_trimmed_and_have_an_end() -> None:
    assert read_texts(QueryDict("text-1=  meer%0Atijd &text-3=geld&text-4=niet")) == {1: "meer tijd", 3: "geld"}
    with pytest.raises(NotAnAnswer):
        read_texts(QueryDict(f"text-1={'x' * 201}"))
    with pytest.raises(NotAnAnswer):
        read_texts(QueryDict("text-1=  "))


def test_texts_of_a_phone_are_replaced_by_what_it_sends_next(facilitator: Member, vliermonde: object) -> None:
    workshop = a_session(facilitator.position, a_question(Kind.TEXT, "Wat ontbreekt er?"))
    join_link = opened(workshop, facilitator.position)
    asked, room = workshop.questions.get(), phones(join_link, 1)

    contribute(question=asked, key_hash=room[0], texts={1: "tijd", 2: "geld"})
    contribute(question=asked, key_hash=room[0], texts={1: "tijd", 3: "mensen"})

    assert sorted(Contribution.objects.values_list("text", flat=True)) == ["mensen", "tijd"]
