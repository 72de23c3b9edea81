"""What did people say about a network, an instrument or the authority, that a tool can keep as a measurement?"""

from collections.abc import Collection
from typing import Any

from regiewijzer.inquiry.questionnaires.models import Sitting, Status, Way
from regiewijzer.inquiry.questionnaires.queries.outcomes import Outcome, outcome_of
from regiewijzer.inquiry.questionnaires.queries.sittings import RELATED, asked_or_none
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.science.limits import DEFAULTS, Limits


def completed(outcome: Outcome, way: Way, key: int, **about: Any) -> CompletedInquiry:
    """An outcome without its words. `about` as in CompletedInquiry."""
    return CompletedInquiry(
        way=way,
        key=key,
        questionnaire=outcome.questionnaire.key,
        version=outcome.questionnaire.version,
        result=outcome.result,
        asked=tuple(item.question.id for dimension in outcome.dimensions for item in dimension.items),
        source=outcome.source,
        held_on=outcome.held_on,
        answered=outcome.answered,
        invited=outcome.invited,
        **about,
    )


def completed_sittings(*, but_not: Collection[int] = (), limits: Limits = DEFAULTS) -> list[CompletedInquiry]:
    """Forms that are done and nobody's own, oldest first, without those of which the keys are given."""
    found = Sitting.objects.filter(status=Status.DONE, person=None).exclude(pk__in=but_not).select_related(*RELATED)
    return [
        completed(
            outcome_of(sitting, limits),
            Way(sitting.way),
            sitting.pk,
            network=sitting.network,
            instrument=sitting.instrument,
            layer=sitting.layer,
            evidence=sitting.evidence,
        )
        for sitting in found.order_by("held_on", "id")
        if asked_or_none(sitting) is not None
    ]
