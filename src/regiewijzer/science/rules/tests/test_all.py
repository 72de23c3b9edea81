"""What holds for every finding, whatever the facts are."""

from hypothesis import given, settings

from regiewijzer.science.facts import Register
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import find_all
from regiewijzer.science.rules.tests.registers import TODAY, every_telling, registers
from regiewijzer.science.rules.vocabulary import Reason, Rule


@settings(max_examples=60, deadline=None)
@given(registers)
def test_every_finding_and_its_grounds_carry_numbers_under_a_known_name(register):
    for finding in every_telling(find_all(register, Limits())):
        assert finding.rule in set(Rule)
        assert all(isinstance(number, int | float | str) for number in finding.numbers.values())
        assert {ground.code for ground in finding.grounds} <= set(Reason)


@settings(max_examples=60, deadline=None)
@given(registers)
def test_the_same_facts_give_the_same_findings_and_a_key_occurs_once(register):
    findings = find_all(register, Limits())

    assert find_all(register, Limits()) == findings
    keys = [key for finding in findings for key in finding.keys]
    assert len(set(keys)) == len(keys)


@settings(max_examples=40, deadline=None)
@given(registers)
def test_a_pair_of_networks_and_a_failing_form_are_told_once(register):
    findings = find_all(register, Limits())

    told = [frozenset(finding.subjects) for finding in findings if len(finding.subjects) == 2]
    assert len(set(told)) == len(told)
    hopeless = {finding.subjects[0].ref for finding in findings if finding.rule == Rule.NO_FORM_FITS}
    about_form = [finding.subjects[0].ref for finding in findings if finding.rule.startswith("form.")]
    assert all(about_form.count(ref) == 1 for ref in hopeless)


@settings(max_examples=40, deadline=None)
@given(registers)
def test_nothing_is_said_about_a_network_that_ended(register):
    ended = {network.ref for network in register.networks if not network.runs_on(TODAY)}

    for finding in find_all(register, Limits()):
        assert not any(subject.kind == "network" and subject.ref in ended for subject in finding.subjects)


def test_an_empty_register_has_nothing_to_tell():
    assert find_all(Register(TODAY), Limits()) == ()
