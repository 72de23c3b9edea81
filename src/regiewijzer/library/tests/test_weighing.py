"""Which finding comes first?"""

from dataclasses import replace

import pytest

from regiewijzer.library import catalogue
from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.finding_text import texts_of
from regiewijzer.library.weighing import MOST_SUBJECTS_FIRST, each_rule_in_turn, heaviest_first, weights
from regiewijzer.science.finding import Certainty, Finding, Kind, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason

LATE, CROWDED, LED, OLD = (
    "effect.two_years_no_result",
    "form.too_many_participants",
    "form.too_many_for_lead",
    "register.stale",
)
ASKED = grounds.ground(Reason.ANSWERS_OF_INVITED, holds=True, answers=12, invited=14, percent=86)


def found(rule, name, certainty=Certainty.FAIR, *reasons, about=None, also=()):
    numbers = {"network": name, "subject": name, "months": 31, "count": 14, "limit": 8}
    subject = Subject(Kind.NETWORK, about or name, name)
    return Finding(rule, (subject,), numbers, certainty, reasons, also=also)


def crowded(members, name="Kansrijk", rule=CROWDED, limit="self_participants"):
    return found(rule, name, Certainty.GREAT, grounds.of_limit(limit, members, Limits()))


def names(texts):
    return [text.numbers["network"] for text in texts]


@pytest.mark.parametrize(
    ("finding", "weight"),
    [
        (crowded(9), 3),
        (crowded(10), 4),
        (crowded(11), 4),
        (crowded(12), 5),
        (crowded(14), 5),
        (crowded(40), 5),
        (crowded(36, rule=LED, limit="lead_participants"), 2),
        (found(OLD, "old"), 1),
        (found(LATE, "late"), 5),
    ],
)
def test_what_lies_just_beyond_its_limit_weighs_less_and_what_lies_far_beyond_it_more(finding, weight):
    assert weights([finding]) == {finding.key: weight}


def test_a_finding_of_several_rules_weighs_as_much_as_the_heaviest_by_its_size():
    small = crowded(9)
    joined = replace(small, also=(found(LATE, "x"),))

    assert weights([joined]) == {joined.key: 5}


def test_at_most_five_subjects_come_first_and_the_heaviest_are_among_them():
    alike = [crowded(10, f"Netwerk {number}") for number in range(8)]
    heavy, second = found(LATE, "Laat"), found("form.no_form_fits", "Laat")

    given = weights([*alike, heavy, second])

    first = [key for key, weight in given.items() if WeightLevel.of(weight) is WeightLevel.FIRST]
    assert {heavy.key, second.key} <= set(first)
    assert len(first) == MOST_SUBJECTS_FIRST + 1  # two about one subject
    assert [given[finding.key] for finding in alike[4:]] == [3] * 4


def test_what_was_answered_takes_no_place_of_the_five_and_the_next_comes_forward():
    alike = [crowded(10, f"Netwerk {number}") for number in range(6)]

    given = weights(alike, {alike[0].key})

    assert [given[finding.key] for finding in alike] == [4] * 6


def test_within_a_level_what_was_measured_and_what_is_large_come_before_facts_of_the_register():
    register = found("choice.could_do_alone", "register", Certainty.GREAT)
    measured = found("form.trust_too_low", "measured", Certainty.FAIR, ASKED)
    large = crowded(11 + 3, "large")

    texts = heaviest_first(texts_of([register, measured, large]))

    assert names(texts) == ["large", "measured", "register"]
    assert [text.level for text in texts] == [WeightLevel.FIRST] * 3


def test_of_two_of_one_weight_the_larger_comes_first_whatever_they_are_called():
    assert names(heaviest_first(texts_of([crowded(15, "a"), crowded(40, "b")]))) == ["b", "a"]


def test_the_weight_of_the_library_decides_what_comes_first():
    assert catalogue.finding_type(LATE).weight > catalogue.finding_type(OLD).weight

    assert names(heaviest_first(texts_of([found(OLD, "old"), found(LATE, "late")]))) == ["late", "old"]


def test_another_rule_comes_before_the_same_again():
    findings = [found(CROWDED, "a"), found(CROWDED, "b"), found(LATE, "c"), found(CROWDED, "d"), found(OLD, "e")]

    assert names(each_rule_in_turn(texts_of(findings))) == ["c", "a", "b", "d", "e"]


def test_of_two_alike_the_surest_comes_first():
    texts = texts_of([found(CROWDED, "guess", Certainty.LIMITED), found(CROWDED, "known", Certainty.GREAT)])

    assert names(each_rule_in_turn(texts)) == names(heaviest_first(texts)) == ["known", "guess"]


def test_another_finding_about_one_of_the_five_stays_first_however_light_it_is():
    alike = [crowded(10, f"Netwerk {number}") for number in range(6)]
    another = found("choice.could_do_alone", "Netwerk 0", Certainty.LIMITED)

    given = weights([*alike, another])

    assert given[another.key] == catalogue.finding_type(another.rule).weight == 4
    assert [given[finding.key] for finding in alike] == [4] * 5 + [3]


def test_what_may_be_chance_never_comes_first():
    alike = grounds.of_limit("overlap_same", 1.0, Limits())
    by_chance = found(
        "overlap.group", "a", Certainty.FAIR, grounds.ground(Reason.MAY_BE_CHANCE, holds=False, percent=8.0), alike
    )
    beyond = found(
        "overlap.group", "b", Certainty.FAIR, grounds.ground(Reason.BEYOND_CHANCE, holds=True, percent=0.1), alike
    )

    given = weights([by_chance, beyond])

    assert [WeightLevel.of(given[each.key]) for each in (by_chance, beyond)] == [WeightLevel.NEXT, WeightLevel.FIRST]


def test_what_the_service_judged_itself_is_no_measurement():
    judged = grounds.ground(Reason.FILLED_IN_TOGETHER, holds=True, answers=12)

    assert not grounds.is_measured([judged])
    assert grounds.is_measured([judged, ASKED])
