"""What answers say, through real questionnaires: words from the band, agreement, and the names tools use."""

from collections.abc import Callable

import pytest
from tests.accounts import Member

from regiewijzer.inquiry.questionnaires.models import Sitting, Way
from regiewijzer.inquiry.questionnaires.public import (
    NotAnAnswer,
    Response,
    completed,
    outcome,
    questionnaire,
    read_answer,
    results,
)
from regiewijzer.inquiry.questionnaires.tests.conftest import all_answers
from regiewijzer.science.facts import InputSource
from regiewijzer.science.limits import Limits

FORM = questionnaire("governance-conditions")
TRUST = ("trust.agreements", "trust.benefit_of_doubt", "trust.considerate", "trust.goodwill")


def _trusting(*levels):
    return [Response(dict.fromkeys(TRUST, level)) for level in levels]


def test_a_survey_of_members_says_how_they_stand():
    told = outcome(FORM, _trusting(2, 2, 2, 4, 4, 4), source=InputSource.SURVEY, answered=6, invited=9)

    trust = told.dimension("trust")
    assert (told.score("trust"), told.band("trust")) == (3.0, "middle")
    assert trust.result.consensus == pytest.approx(0.5850, abs=5e-5)
    assert trust.split_reading is FORM.dimension("trust").split
    assert trust.reading.text.en.startswith("There is enough trust to work with a lead")
    assert (told.source, told.answered, told.invited, told.forms) == (InputSource.SURVEY, 6, 9, 6)
    assert [(each.value, each.count) for each in trust.items[0].counts] == [(1, 0), (2, 3), (3, 0), (4, 3), (5, 0)]


def test_a_group_that_agrees_is_not_called_split():
    assert (
        outcome(FORM, _trusting(3, 3, 3, 4, 4, 4), source=InputSource.SURVEY).dimension("trust").split_reading is None
    )


def test_the_limits_of_the_authority_decide_what_is_split():
    strict = Limits(split_consensus=0.9)

    told = outcome(FORM, _trusting(3, 3, 3, 4, 4, 4), source=InputSource.SURVEY, limits=strict)

    assert told.dimension("trust").result.split


def test_what_nobody_answered_says_nothing():
    told = outcome(FORM, _trusting(3), source=InputSource.ESTIMATE)

    need = told.dimension("need")
    assert (need.result.score, need.reading, need.points) == (None, None, None)


def test_what_a_tool_keeps_is_read_by_dimension_or_question():
    evaluation = questionnaire("instrument-evaluation")
    answers = {"goal_reached.score": 2, "power.used": 1, "power.needed": 3, "fit.score": None}

    told = completed(outcome(evaluation, [Response(answers)], source=InputSource.ESTIMATE), Way.ALONE, 1)

    assert (told.mean("goal_reached"), told.mean("power.used"), told.mean("power.needed")) == (2.0, 1.0, 3.0)
    assert told.mean("fit") is None
    assert (told.agreement("goal_reached"), told.questionnaire) == (None, "instrument-evaluation")


def test_only_what_was_chosen_is_told_of():
    effect = questionnaire("network-effect")
    answers = {"community.goal": 3, "network.ties": 4, "organisations.means": 2}

    told = outcome(effect, [Response(answers)], source=InputSource.WORKSHOP, chosen=tuple(answers))

    assert {item.question.id for each in told.dimensions for item in each.items} == set(answers)
    assert set(completed(told, Way.WORKSHOP, 1).asked) == set(answers)


@pytest.mark.parametrize(("ties", "coordination", "band"), [(2, 5, "middle"), (1, 5, "middle"), (3, 4, "high")])
def test_no_improvement_is_told_where_a_criterion_got_worse(ties: int, coordination: int, band: str) -> None:
    effect = questionnaire("network-effect")
    answers = {"network.ties": ties, "network.coordination": coordination}

    told = outcome(effect, [Response(answers)], source=InputSource.WORKSHOP, chosen=tuple(answers))

    (level,) = [each for each in told.dimensions if each.result.id == "network"]
    assert level.result.band == band
    assert level.reading == effect.dimension("network").readings[band]


def test_an_unknown_measure_is_a_mistake_and_not_an_unknown_score():
    told = outcome(FORM, [], source=InputSource.SURVEY)

    with pytest.raises(KeyError, match="asks nothing called 'lead_trust'"):
        told.score("lead_trust")


@pytest.mark.parametrize(
    ("way", "source", "answered"), [(Way.ALONE, InputSource.ESTIMATE, 1), (Way.TOGETHER, InputSource.WORKSHOP, None)]
)
def test_how_it_was_filled_in_says_how_sure_one_may_be(
    coordinator: Member, complete: Callable[..., Sitting], way: Way, source: InputSource, answered: int | None
) -> None:
    done = complete(coordinator, "governance-conditions", all_answers(FORM, 4), way=way)

    told = results(done)

    assert (told.source, told.answered, told.held_on, told.forms) == (source, answered, done.held_on, 1)


@pytest.mark.parametrize(
    ("scale", "sent", "value"),
    [
        ("agree5", "4", 4),
        ("agree5", "?", None),
        ("often5", "1", 1),
        ("rank5", "3", 3),
        ("yes_no", "yes", "yes"),
        ("number", "12", 12),
        ("number", "2.5", 2.5),
        ("text", "Minder vergaderen", "Minder vergaderen"),
        ("text", "?", "?"),
    ],
)
def test_what_is_sent_becomes_a_value(scale: str, sent: str, value: object) -> None:
    assert read_answer(SCALES[scale], sent) == value


@pytest.mark.parametrize(
    ("scale", "sent"),
    [
        ("agree5", "6"),
        ("agree5", ""),
        ("agree5", "4.0"),
        ("rank5", "?"),
        ("yes_no", "maybe"),
        ("number", "-1"),
        ("number", "nan"),
        ("number", "inf"),
        ("number", "many"),
        ("text", "x" * 2001),
        ("text", "a\0b"),
    ],
)
def test_what_is_no_answer_is_refused(scale: str, sent: str) -> None:
    with pytest.raises(NotAnAnswer):
        read_answer(SCALES[scale], sent)


SCALES = {
    name: scale
    for key in ("manager-roles", "manager-competences", "instrument-evaluation", "member-satisfaction")
    for name, scale in questionnaire(key).scales.items()
}
