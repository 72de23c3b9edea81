"""Which surveys and sessions stand behind the measurements of an example?

Each measurement that says it comes from a survey or a session gets one that can be opened: on its day, with its numbers
of people, and with answers that come to its scores. What is measured stands in the files alone. Answers of fewer than
five people are not shown, so there nothing is made.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from statistics import fmean
from types import MappingProxyType

from django.utils.formats import date_format
from django.utils.text import capfirst

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.inquiry.questionnaires.public import (
    Filled,
    Question,
    Questionnaire,
    Way,
    finish,
    keep,
    questionnaire,
    start,
)
from regiewijzer.inquiry.surveys import public as surveys
from regiewijzer.inquiry.workshops import public as workshops
from regiewijzer.overview.example.files import Prepared
from regiewijzer.overview.measurements.models import Imported
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.measurements.actions import MeasurementFields
from regiewijzer.register.measurements.models import Measurement
from regiewijzer.register.networks.models import Network
from regiewijzer.science.consensus import consensus
from regiewijzer.science.facts import InputSource
from regiewijzer.science.release import LEAST_FOR_SCORES
from regiewijzer.tools.roles.public import TEST
from regiewijzer.ui.wording import name_of

NO_AGREEMENT: Mapping[str, float] = MappingProxyType({})
SURVEY_DAYS = timedelta(days=14)  # that a survey of the example ran
WEAK, STRONG = 2, 5  # answers to a test of roles
USUAL = 0.75  # how far people agree where a measurement does not tell


@dataclass(frozen=True, slots=True)
class _Said:
    """A measurement, what asked it, and in whose layer.

    `scores` by dimension, on the scale of its questions; `agreed` from 0 to 1, where it is known.
    """

    row: Measurement
    tool: str
    asked: Questionnaire
    scores: Mapping[str, float]
    agreed: Mapping[str, float]
    network: Network | None
    layer: str

    @property
    def day(self) -> date:
        return self.row.measured_on

    @property
    def people(self) -> int:
        return self.row.answers or 0


def hold_what_was_measured(*, surveys_by: Position, workshops_by: Position) -> None:
    """Make every survey and session behind a measurement, the oldest first. Inside the wall of an example."""
    found = sorted(_measured(), key=lambda said: (said.day, said.network.pk if said.network else 0, said.layer))
    for said in found:
        if said.row.source == InputSource.SURVEY:
            _hold_survey(said, surveys_by)
    rooms = [said for said in found if said.row.source == InputSource.WORKSHOP]
    for _room, sheets in groupby(rooms, key=lambda said: (said.day, said.network, said.layer)):
        _hold_workshop(list(sheets), workshops_by)


def take_test(strong: Collection[str], position: Position) -> None:
    """The test of roles of one person, who alone sees it. Inside the wall of an example."""
    asked = questionnaire(TEST)
    answers = {
        each.item.id: STRONG if each.item.dimension in strong else WEAK
        for each in asked.questions
        if each.item.dimension
    }
    sitting = start(questionnaire=asked, way=Way.ALONE, by=position)
    sitting = keep(sitting=sitting, filled=Filled(asked=tuple(answers), answers=answers))
    finish(sitting=sitting, held_on=sitting.held_on, actor=position.actor)


def prepare(prepared: Prepared, *, by: Position) -> None:
    """A session or survey that somebody is preparing, or a session of which no tool keeps a measurement.

    Inside the wall of an example.
    """
    network, asked = Network.objects.get(name=prepared.network), questionnaire(prepared.questionnaire)
    if prepared.way is Way.WORKSHOP:
        made = workshops.Workshop(title=prepared.title, held_on=prepared.on)
        if prepared.given:
            answers = {each.item: [int(step) for step in each.answers] for each in prepared.given}
            workshops.keep_held(workshop=made, answers=[(asked, answers)], network=network, by=by)
            return
        workshops.prepare_about(workshop=made, asked=[asked], network=network, by=by)
        return
    survey = surveys.Survey(
        key=asked.key, version=asked.version, subject=asked.subject, network=network, privacy=asked.privacy,
        why=prepared.title, closes_on=prepared.on,
    )  # fmt: skip
    people = [line.rstrip(">").split(" <") for line in surveys.reachable(network).lines]
    surveys.save_draft(survey=survey, asked=[surveys.Asked(email, name) for name, email in people], actor=by.actor)


def answers_that_give(
    asked: Questionnaire, scores: Mapping[str, float], people: int, agreed: Mapping[str, float] = NO_AGREEMENT
) -> dict[str, list[int]]:
    """By question what each of so many people answered, so that every dimension has its score, and about its agreement.

    As near as whole answers come: the score is within half an answer of all people on all its questions.
    """
    return {
        question.id: given
        for dimension, score in scores.items()
        for question, given in _answers_of(list(asked.questions_of(dimension)), score, people, agreed.get(dimension))
    }


def _answers_of(
    questions: Sequence[Question], score: float, people: int, agreed: float | None
) -> Iterator[tuple[Question, list[int]]]:
    lowest, *_between, highest = questions[0].scale.scale.steps
    cells = people * len(questions)
    whole, more = divmod(round(score * cells), cells)
    even = [whole + (place * more // cells != (place + 1) * more // cells) for place in range(cells)]

    def off(given: Sequence[int]) -> float:
        told = given if agreed is None else _by_person(given, people)
        return abs(consensus(told, lowest=lowest, highest=highest) - (USUAL if agreed is None else agreed))

    steps = range(2) if agreed is None else range(highest - lowest)
    spreads = (_apart(even, step, pairs, (lowest, highest)) for step in steps for pairs in range(1 + cells // 2))
    given = min(spreads, key=off)
    for nr, question in enumerate(questions):
        values = given[nr * people : (nr + 1) * people]
        yield question, [lowest + highest - value for value in values] if question.item.reversed else values


def _by_person(given: Sequence[int], people: int) -> list[float]:
    """The mean answer of each of so many people, question after question."""
    return [fmean(given[person::people]) for person in range(people)]


def _apart(even: Sequence[int], step: int, pairs: int, ends: tuple[int, int]) -> list[int]:
    """The same answers, of which so many pairs lie further apart, here and there: their mean stays."""
    given, possible = list(even), len(even) // 2
    for pair in range(possible):
        if pair * pairs // possible != (pair + 1) * pairs // possible:
            up, down = 2 * pair, 2 * pair + 1
            moved = max(0, min(step, ends[1] - given[up], given[down] - ends[0]))
            given[up] += moved
            given[down] -= moved
    return given


def _measured() -> Iterator[_Said]:
    for tool in TOOLS:
        for key, importer in tool.imports.items():
            fields = importer.keywords.get("fields") if isinstance(importer, partial) else None
            if isinstance(fields, MeasurementFields) and fields.model.SUBJECT in ("", "network"):
                yield from _rows_of(tool.name, questionnaire(key), fields)


def _rows_of(tool: str, asked: Questionnaire, fields: MeasurementFields) -> Iterator[_Said]:
    of_people = fields.model._default_manager.filter(
        source__in=[InputSource.SURVEY, InputSource.WORKSHOP], answers__gte=LEAST_FOR_SCORES
    )
    for row in of_people:
        scores = {
            dimension: float(value)
            for name, dimension in fields.scores.items()
            if (value := getattr(row, name)) is not None
        }
        agreed = {
            dimension: float(value)
            for name, dimension in fields.scores.items()
            if fields.agreed and (value := getattr(row, f"{name}_consensus")) is not None
        }
        layer = getattr(row, fields.layer) if fields.layer else ""
        yield _Said(row, tool, asked, scores, agreed, getattr(row, "network", None), layer)


def _hold_survey(said: _Said, by: Position) -> None:
    given = answers_that_give(said.asked, said.scores, said.people, said.agreed)
    forms = [{item: values[person] for item, values in given.items()} for person in range(said.people)]
    survey = surveys.keep_held(
        survey=surveys.Survey(
            key=said.asked.key, version=said.asked.version, subject=said.asked.subject, network=said.network,
            privacy=said.asked.privacy, closes_on=said.day, launched_on=said.day - SURVEY_DAYS, closed_on=said.day,
            invited=said.row.invited or said.people, made_by=by, cells=[said.layer] if said.layer else [],
        ),
        forms=forms,
        actor=by.actor,
    )  # fmt: skip
    _is_measured(said, Way.SURVEY, survey.pk)


def _hold_workshop(sheets: Sequence[_Said], by: Position) -> None:
    first = sheets[0]
    whose = name_of(first.layer, "layers") if first.layer else ""
    about = first.network.name if first.network else f"{first.asked.title} {whose}".rstrip()
    outcomes = workshops.keep_held(
        workshop=workshops.Workshop(
            title=capfirst(f"{about}, {date_format(first.day, 'F Y')}"), held_on=first.day
        ),
        answers=[(said.asked, answers_that_give(said.asked, said.scores, said.people, said.agreed)) for said in sheets],
        network=first.network,
        by=by,
    )  # fmt: skip
    for said in sheets:
        _is_measured(said, Way.WORKSHOP, outcomes[said.asked.key])


def _is_measured(said: _Said, way: Way, key: int) -> None:
    """The measurement is there already, so it is not made a second time."""
    Imported.objects.create(
        authority_id=said.row.authority_id, way=way, key=key, questionnaire=said.asked.key, tool=said.tool
    )
