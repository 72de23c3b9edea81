"""How findings about one subject hang together."""

from dataclasses import dataclass

import pytest

from regiewijzer.library import catalogue
from regiewijzer.library.together import hang_together


@dataclass
class Found:
    rule: str
    weight: int = 3


BALANCE = [
    "form.no_form_fits", "effect.two_years_no_result", "cooperation.low", "effect.members_leaving", "goal.low",
    "goal.own_part_unclear",
]  # fmt: skip


def ties(rules):
    together = hang_together([Found(rule) for rule in rules])
    found = {each.finding.rule: each.relation and each.relation.kind.value for each in together.others}
    return together.first.rule, found, together.conversations


def test_six_findings_about_a_network_without_a_result_are_one_conversation():
    first, found, conversations = ties(BALANCE)

    assert (first, conversations) == ("effect.two_years_no_result", 1)
    assert found == {
        "form.no_form_fits": "same",
        "cooperation.low": "follows",
        "effect.members_leaving": "follows",
        "goal.low": "waits",
        "goal.own_part_unclear": "waits",
    }


def test_the_heaviest_comes_first_however_many_wait_for_a_lighter_one():
    found = [Found("goal.low", 5), *(Found(rule) for rule in BALANCE if rule != "goal.low")]

    assert hang_together(found).first.rule == "goal.low"


def test_what_is_one_question_is_so_in_either_order():
    together = hang_together([Found("form.no_form_fits", 5), Found("effect.two_years_no_result")])

    assert (together.first.rule, together.tied) == ("form.no_form_fits", 1)


def test_who_can_do_it_alone_decides_that_before_the_form_is_repaired():
    first, found, _conversations = ties(["form.too_many_for_lead", "goal.names_too_much", "choice.could_do_alone"])

    assert first == "choice.could_do_alone"
    assert found == {"form.too_many_for_lead": "against", "goal.names_too_much": "against"}


def test_becoming_smaller_pulls_against_asking_somebody_to_join():
    together = hang_together([Found("form.too_many_participants"), Found("composition.one_domain_dominates")])

    assert together.against == 1
    assert (
        together.others[0].relation.reason.nl == "Botst als jullie kleiner willen worden: dan vraag je er niemand bij."
    )


def test_what_no_relation_ties_stands_apart_and_the_heaviest_comes_first():
    assert ties(["form.trust_too_low", "register.stale"]) == ("form.trust_too_low", {"register.stale": None}, 2)


def test_a_finding_alone_is_one_conversation():
    assert ties(["register.stale"]) == ("register.stale", {}, 1)
    with pytest.raises(ValueError, match="without findings"):
        hang_together([])


def test_no_rule_is_decided_before_one_that_is_decided_before_it():
    for relation in catalogue.relations():
        assert all(catalogue.relation(other, relation.first) is None for other in relation.others)


def test_what_changes_along_does_so_the_other_way_only_where_the_relation_says_so():
    members, trust, late = "effect.members_leaving", "form.trust_too_low", "effect.two_years_no_result"

    both_ways = hang_together([Found(members, 5), Found(trust)])
    one_way = hang_together([Found(members, 5), Found(late)])

    relation = both_ways.others[0].relation
    assert relation is not None
    assert (relation.kind.value, str(relation.reason)) == ("follows", str(relation.back))
    assert one_way.others[0].relation is None
