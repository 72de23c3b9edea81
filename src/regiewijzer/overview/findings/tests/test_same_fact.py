"""One fact told by two tools: one row, one answer, before and after of the rule that was answered."""

from datetime import date

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.findings.actions import answer, refresh
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries import before_after, findings_about, opened, rows_of
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import standing_answers
from regiewijzer.register.networks.models import FormPeriod, Network
from regiewijzer.science.rules.vocabulary import Rule

pytestmark = pytest.mark.usefixtures("english")
LONG_AGO = date(2025, 1, 1)


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    network = Network.objects.get(pk=world.key("network"))
    FormPeriod.objects.filter(network=network).update(form="nao")
    return network


def _members_disagree(network: Network) -> None:
    network.cooperation_measurements.create(
        authority_id=network.authority_id, agreement=2, source="survey", answers=9, invited=10
    )


def _form_lacks_consensus(network: Network) -> None:
    network.measurements.create(
        authority_id=network.authority_id,
        trust=4,
        consensus="2.2",
        need=3,
        trust_in_lead=5,
        participants=10,
    )


def _refreshed(network: Network) -> StoredFinding:
    """The one finding about agreement on the goal."""
    refresh(authority=network.authority, today=timezone.localdate())
    rules = {Rule.CONSENSUS_TOO_LOW.value, Rule.COOPERATION_LOW.value}
    (found,) = [row for row in StoredFinding.objects.standing() if rules & set(row.rules)]
    return found


def test_two_tools_that_see_the_same_are_one_finding_with_two_sources(network: Network) -> None:
    _members_disagree(network)
    _form_lacks_consensus(network)

    found = _refreshed(network)
    shown = opened(found, network.authority)

    assert found.rules == ("form.consensus_too_low", "cooperation.low")
    assert {"Provan and Kenis, 2008", "Louweret, Gemeente.nu"} <= {str(source) for source in shown.text.sources}
    assert [side.sentence.plain for side in shown.text.others] == [
        "In Kansrijk Opgroeien the members accept the goal too little: 2.0 out of 5."
    ]


def test_a_second_tool_that_sees_it_makes_no_new_finding(network: Network) -> None:
    _members_disagree(network)
    first = _refreshed(network)
    StoredFinding.objects.filter(pk=first.pk).update(found_on=LONG_AGO)
    _form_lacks_consensus(network)

    joined = _refreshed(network)

    assert (joined.pk, joined.rule, joined.found_on) == (first.pk, "form.consensus_too_low", LONG_AGO)


def test_when_the_first_tool_no_longer_sees_it_the_other_goes_on(network: Network) -> None:
    _members_disagree(network)
    _form_lacks_consensus(network)
    joined = _refreshed(network)
    network.measurements.all().delete()

    left = _refreshed(network)

    assert (left.pk, left.rule, left.also) == (joined.pk, "cooperation.low", [])


def test_findings_that_were_apart_become_one_and_the_other_row_closes(network: Network) -> None:
    _members_disagree(network)
    alone = _refreshed(network)
    separate = StoredFinding.objects.create(
        authority_id=network.authority_id,
        key=f"form.consensus_too_low:network-{network.pk}",
        rule="form.consensus_too_low",
        weight=4,
        numbers={},
        certainty="fair",
        found_on=LONG_AGO,
    )
    _form_lacks_consensus(network)

    joined = _refreshed(network)

    alone.refresh_from_db()
    assert (joined.pk, joined.found_on) == (separate.pk, LONG_AGO)
    assert alone.gone_on == timezone.localdate()


def _decided(found: StoredFinding, coordinator: Member) -> Decision:
    return answer(
        decision=Decision(name="Praten", answer="act", decided_on=LONG_AGO), stored=found, actor=coordinator.actor
    )


def test_an_answer_holds_for_the_fact_whoever_tells_it(network: Network, coordinator: Member) -> None:
    _members_disagree(network)
    decision = _decided(_refreshed(network), coordinator)
    _form_lacks_consensus(network)

    found = _refreshed(network)

    rows = rows_of(findings_about("network", network.pk), standing_answers())
    (line,) = [row for row in rows if row.stored.pk == found.pk]
    assert line.answer == decision
    assert opened(found, network.authority).decisions == [decision]


def test_before_and_after_speak_of_the_rule_that_was_answered(network: Network, coordinator: Member) -> None:
    _members_disagree(network)
    decision = _decided(_refreshed(network), coordinator)
    _form_lacks_consensus(network)
    network.cooperation_measurements.update(agreement="2.4")
    _refreshed(network)

    change = before_after(decision)

    assert change is not None
    assert change.after is not None
    assert (change.before.plain[-13:], change.after.plain[-13:]) == ("2.0 out of 5.", "2.4 out of 5.")


def test_the_page_shows_both_sides(network: Network, coordinator: Member) -> None:
    _members_disagree(network)
    _form_lacks_consensus(network)

    page = coordinator.client.get(f"/vliermonde/bevindingen/{_refreshed(network).pk}/").content.decode()

    assert "Seen from another side too" in page
    assert page.count("The rule and the source") == 2
