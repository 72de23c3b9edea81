"""What was before comes in beside what is: in its place, and once."""

from datetime import date
from typing import Any

from tests.accounts import Member
from tests.hostile.workbooks import register
from tests.world import World

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.actions import save_plan
from regiewijzer.overview.exchange.queries import export_workbook, planned
from regiewijzer.overview.findings.actions import answer, refresh
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import of_network
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.register.instruments.models import Placing
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Membership, Network
from regiewijzer.register.organisations.models import Organisation

TODAY = date(2026, 12, 1)
TABLE = {
    "name": "Zorgtafel", "goal": "Niemand alleen", "started": date(2024, 1, 1), "form": "Zelfregulerend",
    "form_since": date(2025, 1, 1),
}  # fmt: skip
EARLIER = {"network": "Zorgtafel", "valid_from": date(2020, 1, 1), "text": "Meer bezoek"}
NOW = {"network": "Zorgtafel", "valid_from": date(2024, 6, 1), "text": "Niemand alleen"}
BY_ONE = {"network": "Zorgtafel", "form": "Leiderorganisatie", "started": date(2020, 1, 1), "ended": date(2025, 1, 1)}
BY_ALL = {"network": "Zorgtafel", "form": "Zelfregulerend", "started": date(2025, 1, 1)}


def _bring_in(authority: Authority, **sheets: list[dict[str, Any]]) -> None:
    plan = planned(read_files([("x.xlsx", register(**sheets))]), TODAY)
    assert plan.mistakes == ()
    save_plan(plan=plan, digest=plan.digest, actor=Actor(authority.pk), today=TODAY, file="x")


def _goals() -> list[tuple[int, str, date]]:
    return list(GoalVersion.objects.order_by("number").values_list("number", "text", "valid_from"))


def test_a_new_network_comes_in_with_all_its_goals(vliermonde: Authority) -> None:
    _bring_in(vliermonde, networks=[TABLE], goals=[EARLIER, NOW])

    assert _goals() == [(1, "Meer bezoek", date(2020, 1, 1)), (2, "Niemand alleen", date(2024, 6, 1))]


def test_an_earlier_goal_comes_before_the_goal_that_is_there(vliermonde: Authority) -> None:
    _bring_in(vliermonde, networks=[TABLE])
    _bring_in(vliermonde, goals=[EARLIER])

    assert _goals() == [(1, "Meer bezoek", date(2020, 1, 1)), (2, "Niemand alleen", date(2024, 1, 1))]


def test_the_goal_on_the_sheet_of_networks_stays_the_goal_of_today(vliermonde: Authority) -> None:
    _bring_in(vliermonde, networks=[TABLE], goals=[EARLIER])

    assert Network.objects.get().goals.first().text == "Niemand alleen"


def test_a_new_network_comes_in_with_all_its_forms(vliermonde: Authority) -> None:
    _bring_in(vliermonde, networks=[TABLE], form_periods=[BY_ONE, BY_ALL])

    assert set(FormPeriod.objects.values_list("form", "started", "ended")) == {
        ("lead_organisation", date(2020, 1, 1), date(2025, 1, 1)),
        ("self_regulating", date(2025, 1, 1), None),
    }


def test_an_instrument_comes_in_with_the_places_it_had(vliermonde: Authority) -> None:
    premium = {"name": "Premie", "market": 60, "legal": 40, "started": date(2022, 1, 1)}
    places = [
        {"since": date(2022, 1, 1), "market": 100},
        {"since": date(2024, 1, 1), "market": 60, "legal": 40, "reason": "strenger"},
    ]
    told = [{"instrument": "Premie", "status": "In gebruik", **each} for each in places]

    _bring_in(vliermonde, instruments=[premium], placings=told)

    assert list(Placing.objects.order_by("since").values_list("market", "legal", "reason")) == [
        (100, 0, ""), (60, 40, "strenger"),
    ]  # fmt: skip


def test_a_decision_answers_the_same_finding_about_records_with_other_keys(
    world: World, other_authority: Authority
) -> None:
    with inside(world.authority.pk):
        finding = StoredFinding.objects.filter(rule="composition.no_user_voice").first()
        assert finding is not None
        decision = Decision.objects.get(pk=world.key("decision"))
        decision.rule, decision.finding, decision.numbers = finding.rule, finding.key, finding.numbers
        decision.save()
        exported = export_workbook()

    with inside(other_authority.pk):
        plan = planned(read_files([("x.xlsx", exported)]), TODAY)
        save_plan(plan=plan, digest=plan.digest, actor=Actor(other_authority.pk), today=TODAY, file="x")
        brought = Decision.objects.get(name=decision.name)
        named = finding.subjects[0]["name"]
        assert brought.numbers == decision.numbers
        assert brought.finding == f"{finding.rule}:network-{Network.objects.get(name=named).pk}"
        assert StoredFinding.objects.standing().filter(key=brought.finding).count() == 1


def test_an_answer_about_a_group_too_large_for_its_key_comes_back_with_every_network_of_it(
    vliermonde: Authority, other_authority: Authority, coordinator: Member
) -> None:
    owned = {"authority": vliermonde}
    partners = Organisation.objects.bulk_create(Organisation(name=f"Partner {number}", **owned) for number in range(4))
    networks = Network.objects.bulk_create(Network(name=f"Netwerk {number:02}", **owned) for number in range(30))
    Membership.objects.bulk_create(
        Membership(network=network, organisation=each, **owned) for network in networks for each in partners
    )
    refresh(authority=vliermonde, today=TODAY)
    finding = StoredFinding.objects.get(rule="overlap.group")
    decision = Decision(name="Eén tafel", answer="act", decided_on=TODAY)
    answered = answer(decision=decision, stored=finding, actor=coordinator.actor)
    exported = export_workbook()

    assert finding.key.startswith("overlap.group:many-30-")
    assert answered in of_network(networks[17].pk)
    with inside(other_authority.pk):
        plan = planned(read_files([("x.xlsx", exported)]), TODAY)
        save_plan(plan=plan, digest=plan.digest, actor=Actor(other_authority.pk), today=TODAY, file="x")
        refresh(authority=other_authority, today=TODAY)
        brought = Decision.objects.get(name="Eén tafel")
        again = StoredFinding.objects.standing().get(rule="overlap.group")
        assert brought.finding == again.key != finding.key
        assert [each["name"] for each in brought.subjects] == [network.name for network in networks]
        assert brought in of_network(Network.objects.get(name="Netwerk 17").pk)
