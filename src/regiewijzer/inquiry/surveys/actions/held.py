"""A survey that was held before, with what came in: for an example, where surveys have a past and nobody answered."""

from collections.abc import Sequence

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.questionnaires.public import title_of
from regiewijzer.inquiry.surveys.actions import sealing
from regiewijzer.inquiry.surveys.models import State, Survey
from regiewijzer.science.scoring.definitions import Answers


@transaction.atomic
def keep_held(*, survey: Survey, forms: Sequence[Answers], actor: Actor) -> Survey:
    """Keep it closed, with its days and the number of people asked as given; nobody is on its list.

    ValueError outside an example: what people answer comes from people.
    """
    if not Authority.objects.get(pk=actor.authority_id).is_example:
        raise ValueError("Only an example has surveys that nobody answered.")
    survey.authority_id, survey.state = actor.authority_id, State.CLOSED
    survey.save(force_insert=True)
    cell = survey.cells[0] if survey.cells else ""
    sealing.put_in_open(survey, [sealing.Form(cell, form, {}) for form in forms])
    changes: audit.Changes = {"questionnaire": [None, title_of(survey.key)]}
    audit.record(actor=actor, verb=Verb.CREATED, kind=Survey.KIND, pk=survey.pk, changes=changes)
    return survey
