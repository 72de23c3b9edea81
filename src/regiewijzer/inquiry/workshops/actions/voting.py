"""Counting what a phone answers: once, changed until voting closes, and never after.

One statement looks whether the session is on this question with voting open, whether the phone belongs to it, and
writes. It holds the question so that closing waits for answers on their way: what was acknowledged is counted.
"""

import json
import uuid
from collections.abc import Mapping

from django.db import connection, transaction

from regiewijzer.inquiry.workshops.actions.announcing import screens_must_change
from regiewijzer.inquiry.workshops.models import Contribution, Participant, Question, Status, Vote, Voting, Workshop
from regiewijzer.inquiry.workshops.tallies import Answer


class NotNow(Exception):
    """Voting on this question is not open, or the phone is not in its session; nothing was counted."""


CAST = f"""
insert into {Vote._meta.db_table} (authority_id, question_id, participant_id, submit, answer, round)
select q.authority_id, q.id, p.id, %(submit)s::uuid, %(answer)s::jsonb, q.releases
  from {Question._meta.db_table} q
  join {Workshop._meta.db_table} w on w.id = q.workshop_id and w.status = '{Status.OPEN}' and w.at = q.number
  join {Participant._meta.db_table} p on p.workshop_id = w.id and p.key_hash = %(key)s
 where q.id = %(question)s and q.voting = '{Voting.OPEN}'
   and not exists (
     select 1 from {Vote._meta.db_table} v
      where v.authority_id = q.authority_id and v.submit = %(submit)s::uuid and v.participant_id <> p.id
   )
   for share of q
on conflict (question_id, participant_id) do update
   set answer = excluded.answer, submit = excluded.submit, round = excluded.round
 where {Vote._meta.db_table}.answer is distinct from excluded.answer
"""  # noqa: S608 - names of our own tables


def cast(*, question: Question, key_hash: str, answer: Answer, submit: uuid.UUID) -> None:
    """Count an answer, or change the one this phone gave before. NotNow when it cannot be.

    Sending the same again changes nothing, so it may be sent until an acknowledgement comes. Must run inside the wall.
    A mark that another phone used counts for nobody; IntegrityError when that happens in the very same moment.
    """
    sent: dict[str, str | int] = {
        "question": question.pk,
        "key": key_hash,
        "submit": str(submit),
        "answer": json.dumps(answer),
    }
    with connection.cursor() as cursor:
        cursor.execute(CAST, sent)
        counted = cursor.rowcount
    if not counted and not _sent_before(question, key_hash, answer):
        raise NotNow


def _sent_before(question: Question, key_hash: str, answer: Answer) -> bool:
    """Whether this phone's answer was this one already, so that nothing had to change."""
    found = Vote.objects.filter(question=question, participant__key_hash=key_hash).values_list("answer", flat=True)
    return any(kept == answer for kept in found)


@transaction.atomic
def contribute(*, question: Question, key_hash: str, texts: Mapping[int, str]) -> None:
    """Keep the short texts of a phone: one per slot; what was there and is not sent any more goes. NotNow as above."""
    workshop = Workshop.objects.select_for_update().get(pk=question.workshop_id)
    asked = Question.objects.select_for_update().get(pk=question.pk)
    phone = Participant.objects.filter(workshop=workshop, key_hash=key_hash).first()
    if phone is None or not workshop.is_open or workshop.at != asked.number or not asked.is_open:
        raise NotNow
    before = {each.slot: each for each in Contribution.objects.filter(question=asked, participant=phone)}
    gone = [each.pk for slot, each in before.items() if slot not in texts]
    Contribution.objects.filter(pk__in=gone).delete()
    for slot, text in texts.items():
        kept = before.get(slot) or Contribution(
            authority_id=asked.authority_id, question=asked, participant=phone, slot=slot
        )
        if kept.text != text:
            kept.text, kept.group, kept.hidden = text, None, False
            kept.save()
    if asked.shown:
        screens_must_change(workshop)
