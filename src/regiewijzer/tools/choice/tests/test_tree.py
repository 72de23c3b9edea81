"""The words of the questions and the rule of the gate say the same."""

from regiewijzer.library import catalogue
from regiewijzer.science.choice import LEADS_TO, CoreProcess, Gate
from regiewijzer.science.facts import Advice
from regiewijzer.tools.choice.questions import STEPS, tree


def test_every_answer_of_the_tree_leads_where_the_rule_leads() -> None:
    words = tree()
    outcomes = {outcome.id: outcome.advice for outcome in words.outcomes.values()}
    of_the_tree = {
        question.id: {answer.id: outcomes.get(answer.leads_to, answer.leads_to) for answer in question.answers}
        for question in words.questions.values()
    }

    assert of_the_tree == {
        gate.value: {key: str(way.value) for key, way in ways.items()} for gate, ways in LEADS_TO.items()
    }
    assert words.start == Gate.ALONE


def test_the_four_core_processes_are_those_of_the_rule() -> None:
    beside = tree().core_processes

    assert beside is not None
    assert set(beside.options) == set(CoreProcess)


def test_every_question_has_its_words_why_it_is_asked_and_its_source() -> None:
    words = tree()

    assert set(words.questions) == set(STEPS[1:])
    assert all(question.help and question.sources for question in words.questions.values())


def test_every_advice_has_a_meaning_in_both_languages() -> None:
    for advice in Advice:
        meaning = catalogue.word(advice, "advices").meaning

        assert meaning is not None
        assert meaning.nl
        assert meaning.en
