"""What is the account of a session: each question with its result, per subject where that can be told?"""

from collections import defaultdict
from dataclasses import dataclass

from regiewijzer.inquiry.questionnaires.public import Outcome as MeasuredOutcome
from regiewijzer.inquiry.workshops.models import Contribution, Group, Outcome, Question, Subject, Workshop
from regiewijzer.inquiry.workshops.queries.completed import told_by_room
from regiewijzer.inquiry.workshops.queries.results import Result, TextGroup, result_from
from regiewijzer.inquiry.workshops.queries.workshops import questions_of, subjects_of
from regiewijzer.inquiry.workshops.tallies import read_back
from regiewijzer.science.limits import DEFAULTS, Limits


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what came out. `result` is None when fewer than five answered.

    `by_subject`: name and result of the subjects that can be told beside the whole.
    """

    question: Question
    result: Result | None
    by_subject: tuple[tuple[str, Result], ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The whole session. `measured`: what the questionnaires say that were asked."""

    workshop: Workshop
    subjects: tuple[Subject, ...]
    asked: tuple[Asked, ...]
    measured: tuple[MeasuredOutcome, ...] = ()

    @property
    def last_that_makes(self) -> int | None:
        """The last question with which the room made something: below it stands where that is written down."""
        return next((each.question.pk for each in reversed(self.asked) if each.question.makes), None)

    @property
    def nothing(self) -> bool:
        """Whether no question had enough answers."""
        return all(each.result is None for each in self.asked)


def account_of(workshop: Workshop, limits: Limits = DEFAULTS) -> Account:
    """The account, in a fixed number of queries."""
    outcomes: dict[int, list[Outcome]] = defaultdict(list)
    for row in Outcome.objects.filter(question__workshop=workshop).select_related("subject", "question__workshop"):
        outcomes[row.question_id].append(row)
    texts = _texts(workshop)
    asked = tuple(
        _asked(question, outcomes[question.pk], texts[question.pk], limits) for question in questions_of(workshop)
    )
    room = [row for rows in outcomes.values() for row in rows if row.subject_id is None]
    subjects = tuple(subjects_of(workshop))
    return Account(workshop, subjects, asked, told_by_room(room, limits))


def _asked(question: Question, outcomes: list[Outcome], groups: tuple[TextGroup, ...], limits: Limits) -> Asked:
    if question.takes_texts:
        kept = question.released
        return Asked(question, Result(question.kind, kept["answered"], 0, groups=groups) if kept else None)
    found = {row.subject: result_from(question, read_back(row.tally, question), limits) for row in outcomes}
    named = sorted((subject.name, result) for subject, result in found.items() if subject is not None)
    return Asked(question, found.get(None), tuple(named))


def _texts(workshop: Workshop) -> dict[int, tuple[TextGroup, ...]]:
    """Per question its texts by group, those in no group last."""
    loose: dict[int, list[Contribution]] = defaultdict(list)
    grouped: dict[int, list[Contribution]] = defaultdict(list)
    for text in Contribution.objects.filter(question__workshop=workshop):
        (loose[text.question_id] if text.group_id is None else grouped[text.group_id]).append(text)
    found: dict[int, list[TextGroup]] = defaultdict(list)
    for group in Group.objects.filter(question__workshop=workshop):
        found[group.question_id].append(TextGroup(group.pk, group.title, tuple(grouped[group.pk])))
    for question, texts in loose.items():
        found[question].append(TextGroup(None, "", tuple(texts)))
    return defaultdict(tuple, {question: tuple(groups) for question, groups in found.items()})
