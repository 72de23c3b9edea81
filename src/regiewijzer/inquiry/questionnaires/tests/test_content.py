"""The questionnaires that ship: whole, in our words, and scored as the rules say."""

from itertools import product

import pytest
import yaml

from regiewijzer.inquiry.questionnaires.definitions import catalogue
from regiewijzer.inquiry.questionnaires.definitions.catalogue import (
    SHIPPED,
    decision_tree,
    questionnaire,
    questionnaires,
)
from regiewijzer.inquiry.questionnaires.models import Privacy, Subject, Way
from regiewijzer.inquiry.questionnaires.tests.conftest import all_answers
from regiewijzer.library.checks.prose import faults_of_language
from regiewijzer.library.texts import Language
from regiewijzer.science.governance import to_scale
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.power import Proportion, proportion
from regiewijzer.science.scoring.groups import Match, result
from regiewijzer.science.scoring.respondents import Response

TWELVE = {
    "cooperation-health",
    "director-type",
    "goal-quality",
    "governance-conditions",
    "instrument-evaluation",
    "manager-competences",
    "manager-roles",
    "member-satisfaction",
    "network-effect",
    "open-table",
    "readiness",
    "user-satisfaction",
}
FILES = sorted(SHIPPED.glob("*/*.yaml"))


def _texts(value, place=""):
    if isinstance(value, dict):
        for language in Language:
            if language in value:
                yield place, language, value[language]
        for key, child in value.items():
            yield from _texts(child, f"{place}.{key}")
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from _texts(child, f"{place}[{number}]")


def _score(key, answers):
    return result(questionnaire(key).scheme, [Response(answers)])


def _scores(key, answers):
    return {each.id: each.score for each in _score(key, answers).dimensions}


def test_twelve_questionnaires_and_a_decision_tree_ship():
    assert {each.key for each in questionnaires()} == TWELVE
    assert decision_tree("strategic-choice").start == "alone"
    assert catalogue.faults() == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_file_stands_under_its_id_and_version(file):
    written = yaml.safe_load(file.read_text(encoding="utf-8"))

    assert (written["id"], str(written["version"])) == (file.parent.name, file.stem)
    assert written["licence"] == "CC BY 4.0"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_text_is_written_as_the_house_writes(file):
    texts = list(_texts(yaml.safe_load(file.read_text(encoding="utf-8"))))
    wrong = [
        (place, fault) for place, language, text in texts for fault in faults_of_language(text, Language(language))
    ]

    assert len(texts) > 50
    assert wrong == []


@pytest.mark.parametrize("key", sorted(TWELVE))
def test_the_same_answer_to_everything_never_leaves_the_scale(key):
    asked = questionnaire(key)

    for value in {value for scale in asked.scales.values() for value in scale.labels}:
        for found in result(asked.scheme, [Response(all_answers(asked, value))]).dimensions:
            ends = asked.scheme.ends(asked.dimension(found.id).dimension)
            assert found.score is None or ends[0] <= found.score <= ends[1]


def test_the_bands_of_the_form_follow_the_limits_of_the_rules():
    bands = {
        each.id: [band.start for band in each.dimension.bands]
        for each in questionnaire("governance-conditions").dimensions
    }

    assert to_scale(DEFAULTS.nao_trust) in bands["trust"]
    assert to_scale(DEFAULTS.self_trust) in bands["trust"]
    assert to_scale(DEFAULTS.lead_trust_in_lead) in bands["trust_in_lead"]
    assert {
        to_scale(limit) for limit in (DEFAULTS.lead_consensus, DEFAULTS.nao_consensus, DEFAULTS.self_consensus)
    } <= set(bands["consensus"])
    assert {round(to_scale(limit), 2) for limit in (DEFAULTS.self_need, DEFAULTS.lead_need)} <= set(bands["need"])


def test_trust_needs_four_answers_and_turns_the_sentence_on_opportunism_round():
    four = {"trust.agreements": 4, "trust.benefit_of_doubt": 4, "trust.considerate": 4, "trust.opportunism": 1}

    assert _scores("governance-conditions", four)["trust"] == 4.25
    assert _scores("governance-conditions", four | {"trust.opportunism": None})["trust"] is None
    assert _scores("governance-conditions", four | {"trust.goodwill": 5})["trust"] == 4.4


def test_a_need_of_exactly_the_limit_still_fits_a_light_form():
    """At most .33 of 1, or 2.32 on the ladder, is low: the line belongs to the band below it."""
    need = questionnaire("governance-conditions").dimension("need").dimension

    assert (need.band_of(2.32).id, need.band_of(2.33).id) == ("low", "middle")


@pytest.mark.parametrize(("used", "needed", "reached"), [*product(range(5), range(5), [None, *range(1, 6)])])
def test_power_reads_as_the_rule_reads_it(used, needed, reached):
    answers = {"power.used": used, "power.needed": needed, "goal_reached.score": reached}

    said = {match.pattern for match in _score("instrument-evaluation", answers).patterns}

    expected = proportion(used, needed, reached)
    assert said == (set() if expected is Proportion.UNKNOWN else {expected.value})


def test_pitfalls_are_counted_and_context_is_not():
    scores = _scores(
        "instrument-evaluation", {"pitfalls.idle": "yes", "pitfalls.talk_only": "no", "context.expertise": 4}
    )

    assert (scores["pitfalls"], scores["context"]) == (1.0, None)


@pytest.mark.parametrize(
    ("script", "power", "kind"),
    [(5, 5, "controlling"), (1, 5, "implementing"), (5, 1, "visionary"), (1, 1, "facilitating"), (3, 5, "between")],
)
def test_a_director_has_one_type_unless_exactly_three_lies_between(script, power, kind):
    answers = {"script.own_frame": script, "script.room": script, "power.legal": power, "power.money": power}

    assert _score("director-type", answers).patterns == (Match(kind),)


def test_after_two_years_without_anything_better_it_is_said():
    asked = questionnaire("network-effect")
    answers = {"community.goal": 3, "network.ties": 3, "organisations.access": 2}
    nothing = Match("two_years_nothing")

    assert nothing in result(asked.scheme, [Response(answers)], circumstances={"age_months": 24}).patterns
    assert nothing not in result(asked.scheme, [Response(answers)], circumstances={"age_months": 23}).patterns
    assert nothing not in result(asked.scheme, [Response(answers)]).patterns
    better = Response(answers | {"network.ties": 5})
    assert nothing not in result(asked.scheme, [better], circumstances={"age_months": 24}).patterns


def test_the_role_test_has_twenty_statements_and_five_forced_rankings():
    asked = questionnaire("manager-roles")

    assert (len(asked.questions), len(asked.rankings)) == (20, 5)
    assert {sum(each.item.dimension == role.id for each in asked.questions) for role in asked.dimensions} == {4}
    assert asked.shuffled


def test_who_answers_for_themselves_is_promised_that_nobody_else_sees_it():
    private = {each.key for each in questionnaires() if each.private}

    assert private == {"manager-roles", "manager-competences", "readiness"}
    for each in questionnaires():
        if each.subject is Subject.PERSON:
            assert each.privacy is Privacy.CONFIDENTIAL
            assert Way.TOGETHER not in each.ways


def test_users_are_never_asked_by_one_who_answers_for_them():
    assert Way.ALONE not in questionnaire("user-satisfaction").ways


def test_the_tree_leads_from_every_answer_to_an_advice():
    tree = decision_tree("strategic-choice")
    ends = set()

    def follow(place, depth=0):
        assert depth < 20
        if place in tree.outcomes:
            ends.add(place)
        else:
            for answer in tree.questions[place].answers:
                follow(answer.leads_to, depth + 1)

    follow(tree.start)
    assert ends == set(tree.outcomes)
