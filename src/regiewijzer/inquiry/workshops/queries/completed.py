"""What did rooms tell about a network, an instrument or the authority, that a tool can keep as a measurement?

From the frozen tallies alone: answers of one person are kept together nowhere. So scores and the spread of each
question are exact, and the agreement on a dimension of several questions is not known and left out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from regiewijzer.inquiry.questionnaires.public import Outcome as MeasuredOutcome
from regiewijzer.inquiry.questionnaires.public import (
    Questionnaire,
    UnknownQuestionnaire,
    Way,
    completed,
    numbers_around,
    outcome_of_counts,
    questionnaire,
)
from regiewijzer.inquiry.questionnaires.public import Subject as AskedAbout
from regiewijzer.inquiry.workshops.models import Kind, Outcome, Status, Subject, SubjectKind, Workshop
from regiewijzer.inquiry.workshops.tallies import read_back
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import InputSource
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.scoring.definitions import Value

RELATED = ("question__workshop", "subject__network", "subject__instrument")


@dataclass(frozen=True, slots=True)
class _About:
    network: Network | None = None
    instrument: Instrument | None = None


def completed_workshops(*, but_not: Collection[int] = (), limits: Limits = DEFAULTS) -> list[CompletedInquiry]:
    """Questionnaires that were asked in sessions that have ended, oldest first.

    The key of each is that of the frozen tally of its first question; those of which the keys are given are left out.
    Of fewer than five answers there is no tally, so nothing either.
    """
    found = (
        Outcome.objects.filter(question__workshop__status=Status.ENDED, question__source__has_key="questionnaire")
        .select_related(*RELATED)
        .order_by("question__workshop__ended_at", "question__workshop", "question__number", "id")
    )
    subjects = _subjects()
    sheets = [list(sheet) for _key, sheet in groupby(sorted(found, key=_sheet), key=_sheet)]
    sheets.sort(key=lambda sheet: (sheet[0].question.workshop.ended_at, sheet[0].pk))
    kept = [sheet for sheet in sheets if sheet[0].pk not in but_not]
    return [said for sheet in kept for said in _completed(sheet, subjects, limits)]


def told_by_room(rows: Iterable[Outcome], limits: Limits = DEFAULTS) -> tuple[MeasuredOutcome, ...]:
    """What each questionnaire of one session says, of the room as a whole."""
    asked = sorted((row for row in rows if row.question.source), key=lambda row: (_sheet(row), row.question.number))
    sheets = [list(sheet) for _key, sheet in groupby(asked, key=_sheet)]
    found = [(sheet, _questionnaire(sheet[0].question.source)) for sheet in sheets]
    return tuple(outcome_told(definition, sheet, limits=limits) for sheet, definition in found if definition)


def _sheet(row: Outcome) -> tuple[Any, ...]:
    """What belongs together: one questionnaire in one session, about one subject."""
    source = row.question.source
    asked = (source["questionnaire"], source["version"], source["own"] or 0)
    return (row.question.workshop_id, *asked, row.subject_id or 0)


def _subjects() -> dict[int, list[Subject]]:
    found: dict[int, list[Subject]] = {}
    for subject in Subject.objects.filter(workshop__status=Status.ENDED).select_related("network", "instrument"):
        found.setdefault(subject.workshop_id, []).append(subject)
    return found


def _completed(sheet: list[Outcome], subjects: dict[int, list[Subject]], limits: Limits) -> Iterator[CompletedInquiry]:
    """Nothing when it is about a person, when its file is gone, or when it is about several things at once."""
    first = sheet[0]
    asked = _questionnaire(first.question.source)
    about = _about(asked, first.subject, subjects.get(first.question.workshop_id, [])) if asked else None
    if asked is None or about is None:
        return
    said = outcome_told(asked, sheet, network=about.network, limits=limits)
    yield completed(said, Way.WORKSHOP, first.pk, network=about.network, instrument=about.instrument)


def _questionnaire(source: dict[str, Any]) -> Questionnaire | None:
    try:
        return questionnaire(source["questionnaire"], source["version"], source["own"])
    except UnknownQuestionnaire:
        return None


def _about(asked: Questionnaire, subject: Subject | None, all_subjects: list[Subject]) -> _About | None:
    """What a tally is about, when a questionnaire about such a thing was asked. The room as a whole is one subject."""
    if asked.subject is AskedAbout.AUTHORITY:
        several = sum(each.kind == SubjectKind.AUTHORITY for each in all_subjects) > 1
        return None if subject is not None or several else _About()
    only = subject or (all_subjects[0] if len(all_subjects) == 1 else None)
    if only is None:
        return None
    if asked.subject is AskedAbout.NETWORK and only.network is not None:
        return _About(network=only.network)
    if asked.subject is AskedAbout.INSTRUMENT and only.instrument is not None:
        return _About(instrument=only.instrument)
    return None


def outcome_told(
    asked: Questionnaire, sheet: list[Outcome], *, network: Network | None = None, limits: Limits = DEFAULTS
) -> MeasuredOutcome:
    """What the frozen tallies of one questionnaire say together. They must be of one session and one subject."""
    workshop: Workshop = sheet[0].question.workshop
    tallies = {
        row.question.source["item"]: (row.question.kind, read_back(row.tally, row.question))
        for row in sheet
        if row.question.kind in _VALUES
    }
    return outcome_of_counts(
        asked,
        {
            item: {_VALUES[Kind(kind)](key): times for key, times in found.line.counts.items()}
            for item, (kind, found) in tallies.items()
        },
        max((found.line.answered + found.unknown for _kind, found in tallies.values()), default=0),
        source=InputSource.WORKSHOP,
        limits=limits,
        circumstances=numbers_around(network, workshop.held_on) if workshop.held_on else None,
        held_on=workshop.held_on,
        invited=workshop.participants if sheet[0].subject_id is None else None,
    )


_VALUES: Mapping[Kind, Callable[[str], Value]] = {Kind.SCALE: int, Kind.CHOICE: str}
"""What is scored, and how the key of an answer is read."""
