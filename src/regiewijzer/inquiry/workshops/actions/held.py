"""A session that was held before, with its outcome: for an example, where sessions have a past and no room answered."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time

from django.db import transaction

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.questionnaires.public import Questionnaire
from regiewijzer.inquiry.workshops.actions.preparing import add_drafts, add_subject, prepare
from regiewijzer.inquiry.workshops.models import Outcome, Status, Subject, Voting, Workshop
from regiewijzer.inquiry.workshops.queries.sources import Draft, questions_from
from regiewijzer.inquiry.workshops.tallies import stored, tally
from regiewijzer.register.networks.models import Network

BEGAN, ENDED = time(13), time(15)


@transaction.atomic
def prepare_about(
    *,
    workshop: Workshop,
    asked: Sequence[Questionnaire] = (),
    network: Network | None,
    by: Position,
    drafts: Sequence[Draft] = (),
) -> Workshop:
    """A session in preparation about a network, with everything these questionnaires ask a room, and these drafts."""
    made = prepare(workshop=workshop, by=by)
    if network is not None:
        add_subject(subject=Subject(workshop=made, network=network, name=network.name), actor=by.actor)
    for questionnaire in asked:
        add_drafts(workshop=made, drafts=questions_from(questionnaire), actor=by.actor)
    if drafts:
        add_drafts(workshop=made, drafts=drafts, actor=by.actor, network=network)
    return made


@transaction.atomic
def keep_held(
    *,
    workshop: Workshop,
    answers: Sequence[tuple[Questionnaire, Mapping[str, Sequence[int]]]],
    network: Network | None,
    by: Position,
) -> dict[str, int]:
    """Keep a session that has ended on its day: per questionnaire what the room answered, item by item.

    Gives by questionnaire the key of its first tally, which is what a measurement is made from. An item without answers
    is not asked. ValueError outside an example: what a room answers comes from the room.
    """
    if not Authority.objects.get(pk=by.authority_id).is_example:
        raise ValueError("Only an example has sessions in which no room answered.")
    day = workshop.held_on
    if day is None:
        raise ValueError("A session that was held has a day.")
    made = prepare_about(workshop=workshop, asked=(), network=network, by=by)
    for questionnaire, given in answers:
        drafts = [draft for draft in questions_from(questionnaire) if given.get(draft.item)]
        add_drafts(workshop=made, drafts=drafts, actor=by.actor)
    said = {(questionnaire.key, item): values for questionnaire, given in answers for item, values in given.items()}
    first: dict[str, int] = {}
    for question in made.questions.all():
        key = question.source["questionnaire"]
        question.released = stored(tally(question, said[key, question.source["item"]]))
        question.releases, question.voting, question.shown = 1, Voting.CLOSED, True
        question.save()
        outcome = Outcome.objects.create(authority_id=by.authority_id, question=question, tally=question.released)
        first.setdefault(key, outcome.pk)
    made.status, made.participants = Status.ENDED, max(len(values) for values in said.values())
    made.opened_at, made.ended_at = (datetime.combine(day, at, UTC) for at in (BEGAN, ENDED))
    made.save()
    return first
