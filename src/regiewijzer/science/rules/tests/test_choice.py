from dataclasses import replace
from datetime import date

from regiewijzer.science.facts import Advice, Challenge, Choice, Member, Network, Origin, Register
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import choice, overlap

TODAY = date(2026, 11, 23)
LOKET = Challenge(1, "Eén loket", as_of=TODAY)
PLATFORM = Network(
    ref=1, name="Platform", started=date(2021, 10, 4), challenge=1, as_of=date(2026, 9, 1), themes=("leisure",)
)
ALONE = Choice(1, challenge=1, decided_on=date(2026, 2, 9), decided=Advice.DO_ALONE)


def found(*networks, choices=(), challenges=(LOKET,), limits=None):
    register = Register(TODAY, networks=networks, challenges=challenges, choices=choices, authority=7)
    return choice.find(register, limits or Limits())


def test_a_network_that_runs_though_one_can_do_it_alone_is_told():
    (finding,) = found(PLATFORM, choices=(ALONE,))

    assert finding.rule == "choice.could_do_alone"
    assert finding.numbers == {"network": "Platform", "challenge": "Eén loket"}
    assert [subject.ref for subject in finding.subjects] == [1, 1]
    assert finding.certainty is Certainty.GREAT
    assert finding.measured_on == date(2026, 2, 9)


def test_only_the_newest_choice_of_a_challenge_counts():
    later = Choice(2, challenge=1, decided_on=date(2026, 9, 1), decided=Advice.START_NETWORK)

    assert found(PLATFORM, choices=(ALONE, later)) == ()


def test_a_network_that_ended_or_was_imposed_is_left_in_peace():
    assert found(replace(PLATFORM, ended=date(2026, 3, 1)), choices=(ALONE,)) == ()
    assert found(replace(PLATFORM, origin=Origin.FLANDERS), choices=(ALONE,)) == ()


def test_an_assignment_or_a_say_is_no_network_and_told_once_per_challenge():
    for decided, kind in ((Advice.OUTSOURCE, "outsourcing"), (Advice.INVOLVE_RESIDENTS, "participation")):
        (finding,) = found(PLATFORM, replace(PLATFORM, ref=2), choices=(replace(ALONE, decided=decided),))

        assert finding.rule == "choice.not_cooperation"
        assert finding.numbers == {"challenge": "Eén loket", "kind": kind}


def test_without_a_network_a_choice_for_participation_is_no_finding():
    assert found(choices=(replace(ALONE, decided=Advice.INVOLVE_RESIDENTS),)) == ()


def test_where_no_choice_can_be_told_none_is_missed():
    register = Register(today=TODAY, networks=(Network(ref=1, name="Zorgraad"),), choices_known=False)

    assert choice.find(register, Limits()) == ()
    assert choice.find(replace(register, choices_known=True), Limits()) != ()


def test_a_network_without_a_choice_is_told():
    (finding,) = found(PLATFORM)

    assert finding.rule == "choice.not_recorded"
    assert finding.numbers == {"network": "Platform"}


def test_a_choice_about_the_network_or_its_challenge_is_enough():
    about_it = Choice(1, challenge=9, decided_on=TODAY, decided=Advice.CONTINUE_NETWORK, networks=(1,))
    about_its_challenge = replace(ALONE, decided=Advice.START_NETWORK)

    assert found(PLATFORM, choices=(about_it,)) == ()
    assert found(PLATFORM, choices=(about_its_challenge,)) == ()


def test_an_imposed_network_was_never_a_choice():
    assert found(replace(PLATFORM, origin=Origin.FEDERAL)) == ()


def test_many_are_told_together_and_the_young_ones_apart():
    lasting = [replace(PLATFORM, ref=ref, name=f"Oud {ref}") for ref in range(1, 5)]
    young = [replace(PLATFORM, ref=9, name="Jong", started=date(2026, 1, 1))]

    findings = found(*lasting, *young, limits=from_overrides({"unrecorded_choices": 3}))

    assert [finding.rule for finding in findings] == ["choice.not_recorded", "choice.many_not_recorded"]
    assert findings[0].numbers == {"network": "Jong"}
    assert findings[1].numbers == {"count": 4, "silent": 5, "total": 5}
    assert findings[1].key == "choice.many_not_recorded:authority-7:lasting"


MEMBERS = tuple(Member(ref) for ref in range(1, 7))
RUNNING = Network(
    ref=1, name="Mantelzorg", started=date(2022, 1, 1), themes=("care",), members=MEMBERS, as_of=TODAY, challenge=1
)
PLANNED = replace(RUNNING, ref=2, name="Buurtzorgtafel", started=date(2027, 2, 1), members=MEMBERS[:3])
CHOSEN = (replace(ALONE, decided=Advice.START_NETWORK),)


def test_a_planned_network_beside_one_that_runs_is_told_in_time():
    (finding,) = found(PLANNED, RUNNING, choices=CHOSEN)

    assert finding.rule == "choice.existing_network"
    assert finding.numbers == {"network": "Buurtzorgtafel", "other": "Mantelzorg", "count": 1, "shared": 3}


def test_a_planned_network_beside_three_that_run_is_told_once_with_the_nearest_first():
    running = [
        replace(RUNNING, ref=ref, name=name, members=MEMBERS[:shared])
        for ref, name, shared in ((3, "Dementie", 3), (4, "Zorgzaam", 4), (5, "Buurten", 3))
    ]
    planned = replace(PLANNED, members=MEMBERS)

    (finding,) = found(planned, *running, choices=CHOSEN)

    assert finding.numbers == {
        "network": "Buurtzorgtafel", "other": "Zorgzaam, Buurten, Dementie", "count": 3, "shared": 4,
    }  # fmt: skip
    assert [subject.ref for subject in finding.subjects] == [2, 4, 5, 3]
    assert finding.key == "choice.existing_network:network-2:network-3:network-4:network-5"


def test_two_partners_another_theme_or_an_imposed_network_are_no_reason():
    for changed in ({"members": MEMBERS[:2]}, {"themes": ("housing",)}, {"origin": Origin.FLANDERS}):
        findings = found(replace(PLANNED, **changed), RUNNING, choices=CHOSEN)

        assert "choice.existing_network" not in {finding.rule for finding in findings}


def test_a_planned_network_is_not_told_once_more_as_an_overlap():
    data_table = replace(PLANNED, members=MEMBERS, goal="Mantelzorgers krijgen rust")
    running = replace(RUNNING, goal="Mantelzorgers krijgen rust")
    register = Register(TODAY, networks=(data_table, running), challenges=(LOKET,), choices=CHOSEN)

    assert [finding.rule for finding in choice.find(register, Limits())] == ["choice.existing_network"]
    assert overlap.find(register, Limits()) == ()
    begun = Register(TODAY, networks=(replace(data_table, started=date(2026, 1, 1)), running), challenges=(LOKET,))
    assert overlap.find(begun, Limits()) != ()


def test_as_many_as_the_limit_are_told_one_by_one():
    limits = from_overrides({"unrecorded_choices": 3})
    three = [replace(PLATFORM, ref=ref, name=f"Oud {ref}") for ref in range(1, 4)]

    assert [finding.rule for finding in found(*three, limits=limits)] == ["choice.not_recorded"] * 3
