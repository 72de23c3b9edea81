"""Rooms for the tests: sessions that are prepared, open and ended, and phones that answer in them."""

import uuid
from collections.abc import Sequence
from typing import Any

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.inquiry.questionnaires.public import questionnaire
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.actions.joining import hash_of_key, join
from regiewijzer.inquiry.workshops.actions.leading import go_to, open_room
from regiewijzer.inquiry.workshops.actions.preparing import add_drafts, add_question, add_subject, prepare
from regiewijzer.inquiry.workshops.actions.texts import put_in_group
from regiewijzer.inquiry.workshops.actions.voting import cast, contribute
from regiewijzer.inquiry.workshops.models import Contribution, JoinLink, Kind, Question, Subject, SubjectKind, Workshop
from regiewijzer.inquiry.workshops.models.questions import option
from regiewijzer.inquiry.workshops.queries.sources import questions_from
from regiewijzer.register.networks.models import Network

STEPS = [option(step, {1: "oneens", 5: "eens"}.get(step, "")) for step in range(1, 6)]
ENOUGH = 5


def a_question(kind: str = Kind.SCALE, text: str = "Wij doen wat we afspreken.", **more: Any) -> Question:
    """A question that was not added yet."""
    options = STEPS if kind == Kind.SCALE else [option(key, f"Keuze {key}") for key in (1, 2, 3)]
    needs = kind in (Kind.SCALE, Kind.CHOICE, Kind.RANKING)
    return Question(kind=kind, text=text, **({"options": options if needs else []} | more))


def a_session(
    by: Position, *questions: Question, title: str = "Regiedag", about: Sequence[Network | str] = ()
) -> Workshop:
    """A prepared session; about networks of the register or services by name."""
    workshop = prepare(workshop=Workshop(title=title), by=by)
    for each in about:
        known = {"kind": SubjectKind.NETWORK, "network": each} if isinstance(each, Network) else {"kind": "service"}
        name = each.name if isinstance(each, Network) else each
        add_subject(subject=Subject(workshop=workshop, name=name, **known), actor=by.actor)  # type: ignore[arg-type]
    for question in questions or (a_question(),):
        question.workshop = workshop
        add_question(question=question, actor=by.actor)
    return workshop


def opened(workshop: Workshop, by: Position, *, at: int = 1) -> JoinLink:
    """The join link of a session that is now on a question, or in its lobby."""
    join_link = open_room(workshop=workshop, actor=by.actor)
    workshop.refresh_from_db()
    if at:
        to_question(workshop, at)
    return join_link


def to_question(workshop: Workshop, number: int) -> Question:
    """The room goes to a question, and votes on it."""
    workshop.refresh_from_db()
    go_to(workshop=workshop, number=number, seen=workshop.stage)
    workshop.refresh_from_db()
    return workshop.questions.get(number=number)


def phones(join_link: JoinLink, number: int, subject: Subject | None = None) -> list[str]:
    """So many phones, each by the hash of its key."""
    return [hash_of_key(join(join_link=join_link, subject=subject)) for _each in range(number)]


def vote(question: Question, phone: str, answer: Any, submit: uuid.UUID | None = None) -> None:
    """One phone answers."""
    cast(question=question, key_hash=phone, answer=answer, submit=submit or uuid.uuid4())


def vote_all(question: Question, room: Sequence[str], answers: Sequence[Any]) -> None:
    """Each phone answers in turn."""
    for phone, answer in zip(room, answers, strict=True):
        vote(question, phone, answer)


def asked_of_room(key: str, answers: Sequence[int], by: Position, about: Sequence[Network | str]) -> None:
    """A session that has ended: so many phones answered the first question of a questionnaire."""
    workshop = a_session(by, about=about)
    add_drafts(workshop=workshop, drafts=questions_from(questionnaire(key))[:1], actor=by.actor)
    room = phones(opened(workshop, by), len(answers))
    vote_all(to_question(workshop, 2), room, answers)
    end(workshop=workshop, actor=by.actor)


def workshops_about(network: Network, *, by: Position) -> dict[str, int]:
    """A session in preparation, one that is open on its short texts, and one that has ended: keys by name."""
    first = a_question(low="oneens", high="eens", discuss="Waarom?", no_answer="Weet ik niet")
    prepared = a_session(by, first, a_question(Kind.TEXT, "Wat ontbreekt er?"), about=[network])
    running, texts = _on_texts(by, network)
    ended, _texts = _on_texts(by, network)
    end(workshop=ended, actor=by.actor)
    return {
        "workshop": prepared.pk,
        "workshop_subject": Subject.objects.get(workshop=prepared).pk,
        "workshop_question": first.pk,
        "workshop_open": running.pk,
        "text_question": texts.pk,
        "workshop_ended": ended.pk,
    }


def _on_texts(by: Position, network: Network) -> tuple[Workshop, Question]:
    """A session with five phones, votes on its scale, and texts in two groups."""
    workshop = a_session(by, a_question(discuss="Waarom?"), a_question(Kind.TEXT, "Wat ontbreekt er?"), about=[network])
    join_link = opened(workshop, by)
    room = phones(join_link, ENOUGH)
    vote_all(workshop.questions.get(number=1), room, [1, 2, 4, 4, 5])
    asked = to_question(workshop, 2)
    for phone in room:
        contribute(question=asked, key_hash=phone, texts={1: "Meer tijd"})
    for number, text in enumerate(Contribution.objects.filter(question=asked).order_by("pk")[:2]):
        put_in_group(question=asked, contributions=[text.pk], title=f"Groep {number}")
    return workshop, asked
