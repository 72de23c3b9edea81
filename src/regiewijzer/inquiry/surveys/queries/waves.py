"""What changed since the last time the same was asked? Only when nobody can be found by comparing."""

from dataclasses import dataclass
from datetime import date

from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.privacy import known_to_compare, marks_of
from regiewijzer.inquiry.surveys.queries.release import Released, release
from regiewijzer.library.texts import Text
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.release import comparable


@dataclass(frozen=True, slots=True)
class Change:
    """One dimension now and then; None where it could not be told."""

    title: Text
    score: float | None
    score_before: float | None
    agreement: float | None
    agreement_before: float | None


@dataclass(frozen=True, slots=True)
class Wave:
    """The wave before. `changes` is empty when the two may not be compared."""

    survey: Survey
    day: date
    may_compare: bool
    changes: tuple[Change, ...] = ()


def wave_before(released: Released, limits: Limits = DEFAULTS) -> Wave | None:
    """The last closed survey with the same questions about the same thing; None when there was none."""
    survey = released.survey
    earlier = Survey.objects.closed().filter(
        key=survey.key,
        subject=survey.subject,
        network=survey.network_id,
        instrument=survey.instrument_id,
        pk__lt=survey.pk,
    )
    before = earlier.select_related("network", "instrument", "own__own").order_by("-closed_on", "-pk").first()
    if before is None or before.closed_on is None:
        return None
    then, now = _asked(before), _asked(survey)
    if not known_to_compare(then, now) or not comparable(then, now, survey.least_for_scores):
        return Wave(before, before.closed_on, may_compare=False)
    changes = _changes(released, release(before, limits))
    return Wave(before, before.closed_on, may_compare=True, changes=changes)


def _asked(survey: Survey) -> set[str]:
    return set(survey.asked or marks_of(survey.invitees.values_list("email", flat=True)))


def _changes(now: Released, before: Released) -> tuple[Change, ...]:
    if now.outcome is None or before.outcome is None:
        return ()
    known = {each.worded.id: each.result for each in before.outcome.dimensions}
    return tuple(
        Change(
            title=each.worded.title,
            score=each.result.score,
            score_before=known[each.worded.id].score,
            agreement=each.result.consensus,
            agreement_before=known[each.worded.id].consensus,
        )
        for each in now.outcome.dimensions
        if each.worded.id in known and each.ends is not None
    )
