"""What did surveys tell, that a tool can take over as a measurement?"""

from collections.abc import Collection

from regiewijzer.inquiry.questionnaires.public import Gathered, Way
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.queries.release import release
from regiewijzer.inquiry.surveys.queries.surveys import RELATED, asked_or_none
from regiewijzer.science.limits import DEFAULTS, Limits


def gathered_in_surveys(*, but_not: Collection[int] = (), limits: Limits = DEFAULTS) -> list[Gathered]:
    """Closed surveys of which enough may be told, oldest first, without those of which the keys are given."""
    closed = Survey.objects.closed().exclude(pk__in=but_not).select_related(*RELATED).order_by("closed_on", "pk")
    released = [release(survey, limits) for survey in closed if asked_or_none(survey) is not None]
    return [
        Gathered(
            way=Way.SURVEY,
            key=each.survey.pk,
            outcome=each.outcome,
            network=each.survey.network,
            instrument=each.survey.instrument,
        )
        for each in released
        if each.outcome is not None
    ]
