from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.choice import (
    FOR_A_NETWORK,
    LEADS_TO,
    Alike,
    Caution,
    CoreProcess,
    Gate,
    Sought,
    advise,
    course,
    existing,
)
from regiewijzer.science.facts import Advice, Member, Network
from regiewijzer.science.limits import Limits, from_overrides

JOINT = {"alone": "no", "kind": "joint", "none_alone": "yes", "complex": "yes"}
NEW = JOINT | {"existing": "no", "invest": "yes", "partners_gain": "yes"}

PATHS = [
    ({"alone": "yes"}, Advice.DO_ALONE),
    ({"alone": "unsure"}, Advice.EXPLORE_FIRST),
    ({"alone": "no", "kind": "voice"}, Advice.INVOLVE_RESIDENTS),
    ({"alone": "no", "kind": "task"}, Advice.OUTSOURCE),
    ({"alone": "no", "kind": "unsure"}, Advice.EXPLORE_FIRST),
    ({"alone": "no", "kind": "joint", "none_alone": "no"}, Advice.LET_ONE_PARTNER),
    ({"alone": "no", "kind": "joint", "none_alone": "unsure"}, Advice.EXPLORE_FIRST),
    (JOINT | {"complex": "no"}, Advice.MAKE_AGREEMENT),
    (JOINT | {"existing": "goal"}, Advice.USE_EXISTING),
    (JOINT | {"existing": "unsure"}, Advice.SEARCH_FIRST),
    (JOINT | {"existing": "partners", "widen": "yes"}, Advice.USE_EXISTING),
    (JOINT | {"existing": "partners", "widen": "unsure"}, Advice.SEARCH_FIRST),
    (JOINT | {"existing": "no", "invest": "no"}, Advice.DO_NOT_START),
    (JOINT | {"existing": "no", "invest": "unsure"}, Advice.DO_NOT_START),
    (NEW | {"partners_gain": "no"}, Advice.OFFER_FIRST),
    (NEW | {"partners_gain": "unsure"}, Advice.OFFER_FIRST),
    (NEW, Advice.START_NETWORK),
    (NEW | {"complex": "unsure"}, Advice.START_NETWORK),
    (NEW | {"existing": "partners", "widen": "no"}, Advice.START_NETWORK),
]

answers = st.fixed_dictionaries(
    {}, optional={gate.value: st.sampled_from(sorted(ways)) for gate, ways in LEADS_TO.items()}
)
words = st.sampled_from(["opvang", "gezinnen", "armoede", "straten", "bomen", "ouderen", "buurt"])
goals = st.lists(words, max_size=5).map(" ".join)


def networks_of(refs):
    return st.builds(
        Network,
        ref=refs,
        name=st.sampled_from(["Alfa", "Beta"]),
        goal=goals,
        themes=st.lists(st.sampled_from("pq"), unique=True, max_size=2).map(tuple),
        members=st.lists(st.builds(Member, st.integers(1, 8)), max_size=6).map(tuple),
    )


several = st.lists(networks_of(st.integers(1, 50)), max_size=6, unique_by=lambda network: network.ref)
sought = st.builds(Sought, goals, st.just(("p",)), st.frozensets(st.integers(1, 8), max_size=6))


@pytest.mark.parametrize(("given_answers", "advice"), PATHS)
def test_every_way_through_the_questions_ends_in_its_advice(given_answers, advice):
    found = advise(given_answers)

    assert found is not None
    assert found.advice is advice


def test_the_ways_that_are_tested_use_every_answer():
    used = {(gate, answer) for given_answers, _advice in PATHS for gate, answer in given_answers.items()}

    assert used == {(gate.value, answer) for gate, ways in LEADS_TO.items() for answer in ways}


def test_the_next_question_is_asked_until_there_is_an_advice():
    assert course({}).next is Gate.ALONE
    assert course(JOINT).next is Gate.EXISTING
    assert course(NEW).next is None
    assert advise(JOINT) is None


def test_an_answer_beside_the_way_counts_for_nothing():
    assert course({"alone": "yes", "invest": "yes"}).asked == (Gate.ALONE,)


def test_an_unknown_answer_leaves_the_question_open():
    assert course({"alone": "maybe"}).next is Gate.ALONE


def test_what_settled_it_is_the_last_question():
    found = advise(NEW | {"invest": "no"})

    assert found is not None
    assert found.settled_by is Gate.INVEST


def test_a_network_that_is_alike_stands_before_a_new_one():
    found = advise(NEW, alike=1)

    assert found is not None
    assert found.advice is Advice.SEARCH_FIRST


def test_with_a_reason_why_it_does_not_fit_a_new_one_may_start():
    found = advise(NEW, alike=1, told_apart=True)

    assert found is not None
    assert found.advice is Advice.START_NETWORK
    assert Caution.ALIKE_EXISTS in found.cautions


@pytest.mark.parametrize(
    ("given_answers", "advice"),
    [
        (NEW, Advice.CONTINUE_NETWORK),
        (NEW | {"invest": "no"}, Advice.STOP_NETWORK),
        ({"alone": "yes"}, Advice.DO_ALONE),
    ],
)
def test_of_a_network_that_runs_the_question_is_whether_to_go_on(given_answers, advice):
    found = advise(given_answers, runs=True, alike=3)

    assert found is not None
    assert found.advice is advice
    assert Caution.ALIKE_EXISTS not in found.cautions


def test_deciding_on_policy_stays_with_the_elected():
    processes = [CoreProcess.DECISION, CoreProcess.EXECUTION]

    network, alone = advise(NEW, processes=processes), advise({"alone": "yes"}, processes=processes)

    assert network is not None
    assert alone is not None
    assert Caution.DECIDING_STAYS in network.cautions
    assert alone.cautions == ()


def test_a_new_network_comes_with_its_dip_and_with_what_is_not_known():
    found = advise(NEW | {"complex": "unsure"})

    assert found is not None
    assert found.cautions == (Caution.COMPLEXITY_UNKNOWN, Caution.FIRST_DIP)


@given(answers, st.booleans())
def test_what_one_party_can_do_alone_never_becomes_a_network(given_answers, runs):
    for alone in ({"alone": "yes"}, {"none_alone": "no"}):
        found = advise(given_answers | alone, runs=runs)

        assert found is None or found.advice not in FOR_A_NETWORK


@given(answers, st.integers(0, 5), st.integers(0, 5), st.booleans())
def test_more_networks_that_are_alike_never_make_a_new_one_more_advised(given_answers, fewer, more, told_apart):
    few = advise(given_answers, alike=min(fewer, more), told_apart=told_apart)
    many = advise(given_answers, alike=max(fewer, more), told_apart=told_apart)

    if many is not None and many.advice is Advice.START_NETWORK:
        assert few is not None
        assert few.advice is Advice.START_NETWORK


@given(answers)
def test_no_will_to_invest_never_becomes_a_new_network(given_answers):
    found = advise(given_answers | {"invest": "no"})

    assert found is None or found.advice is not Advice.START_NETWORK


@given(answers)
def test_the_questions_on_the_way_are_each_asked_once_and_all_were_answered(given_answers):
    found = course(given_answers)

    assert len(set(found.asked)) == len(found.asked)
    assert all(gate in given_answers for gate in found.asked)
    assert (found.next is None) is not (found.advice is None)


OPVANG = Network(
    ref=1,
    name="Lokaal Overleg Kinderopvang",
    goal="Elk gezin vindt opvang voor zijn kinderen in de buurt.",
    themes=("children_families",),
    members=tuple(Member(ref) for ref in (1, 2, 3, 4)),
)
STRATEN = Network(ref=2, name="Veilige straten", goal="Minder snel verkeer.", members=(Member(9),))


def test_the_same_goal_is_found_by_its_words():
    (found,) = existing(Sought(goal="Elk gezin vindt opvang voor kinderen in de buurt"), [STRATEN, OPVANG])

    assert found.network is OPVANG
    assert found.same_goal
    assert found.alike


def test_the_same_partners_on_the_same_theme_are_alike_and_on_another_are_not():
    wanted = Sought(themes=("children_families",), partners=frozenset({2, 3, 4, 7}))

    (same,) = existing(wanted, [OPVANG])
    (other,) = existing(replace(wanted, themes=("housing",)), [OPVANG])

    assert same.partners == (2, 3, 4)
    assert same.alike
    assert other.same_partners
    assert not other.alike


def test_a_network_with_nothing_in_common_is_not_shown():
    assert existing(Sought(goal="Zwemmen voor iedereen"), [OPVANG, STRATEN]) == ()


def test_nothing_asked_finds_nothing():
    assert existing(Sought(), [OPVANG, STRATEN]) == ()


def test_an_authority_may_ask_for_fewer_shared_partners():
    wanted = Sought(partners=frozenset({1, 2}))

    assert not existing(wanted, [OPVANG], Limits())[0].same_partners
    assert existing(wanted, [OPVANG], from_overrides({"overlap_shared": 2}))[0].same_partners


@given(sought, several)
def test_those_that_are_alike_come_first_and_each_has_something_in_common(wanted, there):
    found = existing(wanted, there)

    assert [each.alike for each in found] == sorted((each.alike for each in found), reverse=True)
    assert all(each.themes or each.partners or each.likeness for each in found)
    assert existing(wanted, list(reversed(there))) == found or len({each.network.name for each in found}) < len(found)


@given(sought, several, st.integers(1, 8))
def test_naming_one_more_partner_never_hides_a_network(wanted, there, partner):
    before = {each.network.ref for each in existing(wanted, there)}
    after = {each.network.ref for each in existing(replace(wanted, partners=wanted.partners | {partner}), there)}

    assert before <= after


def test_one_partner_in_common_is_not_worth_a_look_and_two_are():
    (one,), (two,) = ((Alike(OPVANG, None, (), partners, False, False),) for partners in ((1,), (1, 2)))

    assert not one.near
    assert two.near
    assert existing(Sought(partners=frozenset({1})), [OPVANG]) == ()
