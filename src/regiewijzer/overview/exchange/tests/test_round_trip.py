"""What goes out comes back the same."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from tests.hostile.workbooks import register
from tests.world import World

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.actions import save_plan
from regiewijzer.overview.exchange.queries import export_csv, export_workbook, planned
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.register.exchange.plans.plan import Plan
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import State
from regiewijzer.register.instruments.models import Instrument, Placing
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Membership, Network
from regiewijzer.register.organisations.models import Identifier, Organisation, Person

TODAY, DAY = date(2026, 12, 1), date(2021, 1, 1)
RICH: dict[str, Any] = {
    "challenges": [
        {
            "name": "Elk kind een plek",
            "themes": "Mobiliteit; Financiën",
            "target_groups": "ouders; jeugd",
            "policy_codes": "AP-1,2; BD 3",
        }
    ],
    "policy_codes": [{"code": "AP-1,2", "text": "Gezinnen"}, {"code": "BD 3"}],
    "organisations": [
        {"name": "Aalst", "kbo": "0207.437.468", "kind": "Gemeente", "as_of": date(2025, 1, 2)},
        {"name": "Aalst", "kbo": "0212.237.186", "kind": "OCMW", "domains": "Wonen; Zorg"},
        {"name": "Sint-Jan", "note": "-1 is geen formule\nmaar tekst"},
        {"name": "=1+1", "note": "'- eigenaardig", "website": "https://www.voorbeeld.be"},
    ],
    "persons": [
        {"name": "An Peeters", "organisation": "Sint-Jan", "phone": "+32 9 000 00 00", "experience_years": 3},
        {"name": "An Peeters", "organisation": "0212237186"},
    ],
    "networks": [
        {
            "name": "Huis; van “het” Kind", "goal": "Elk gezin dichtbij", "challenge": "elk kind een plek",
            "form": "Leiderorganisatie", "lead": "Aalst (0207.437.468)", "form_since": date(2024, 2, 29),
            "started": date(2023, 1, 1), "origin": "Vlaanderen", "mandated_by": "decreet", "meetings_per_year": 4,
            "mandate": "Huis van het Kind",
        },
        {"name": "Buurttafel", "archived": "ja"},
    ],
    "members": [
        {"network": "Buurttafel", "organisation": "Sint-Jan", "role": "Voorzitter", "persons": "An Peeters"},
        {"network": "Buurttafel", "organisation": "0212.237.186", "started": date(2020, 1, 1), "ended": DAY},
        {"network": "Buurttafel", "organisation": "0212.237.186", "started": DAY, "action": "Opent deuren"},
    ],
    "seats": [
        {
            "network": "Buurttafel", "organisation": "Sint-Jan", "person": "An Peeters", "started": DAY,
            "substitute": "ja", "appointed_by": "raad", "critical_voice": "ja",
        },
    ],
    "instruments": [
        {
            "name": "Reglement", "communicative": 30, "financial": 70, "challenges": "Elk kind een plek",
            "aims": "Sint-Jan; =1+1", "network": "Huis; van “het” Kind",
        },
        {"name": "Convenant", "legal": 100},
    ],
    "relations": [{"instrument": "Reglement", "kind": "versterkt", "other": "Convenant", "note": "wie betaalt"}],
    "decisions": [
        {"name": "Samenvoegen", "network": "Buurttafel", "decided_on": date(2026, 1, 1), "outcome": "hielp"},
        {"name": "Samenvoegen", "answer": "aanvaarden", "reason": "goed zo", "decided_on": date(2026, 2, 1)},
    ],
    "meetings": [
        {
            "name": "Buurttafel in mei", "network": "Buurttafel", "held_on": date(2026, 5, 4), "starts": "9.30",
            "ends": "11:00", "place": "De Vlier", "state": "gehouden",
            "minutes": "Actie: bellen\nBesluit: we gaan door",
        },
        {
            "name": "Buurttafel in juni", "network": "Buurttafel", "held_on": date(2026, 6, 1), "starts": "13:30",
            "ends": "15:00",
        },
    ],
    "actions": [
        {
            "name": "Bellen", "network": "Buurttafel", "organisation": "Sint-Jan", "person": "An Peeters",
            "due": date(2026, 6, 1), "meeting": "Buurttafel in mei", "note": "eerst de school",
        },
        {"name": "Bellen", "network": "Buurttafel", "state": "klaar", "done_on": date(2026, 5, 5)},
    ],
    "measurements": [
        {"network": "Buurttafel", "measured_on": date(2026, 3, 1), "trust": 3.25, "participants": 9},
        {"network": "Buurttafel", "measured_on": date(2026, 3, 1), "trust": "3,4", "participants": 9},
    ],
    "evaluations": [
        {"instrument": "Convenant", "measured_on": date(2026, 3, 1), "power_used": 4, "relation": 2},
        {
            "instrument": "Reglement", "measured_on": date(2026, 3, 1), "take_up": 1, "seen_take_up": "drie aanvragen",
            "ever_used": "al echt gebruikt", "partners_present": "één", "willingness": 2, "replaceable": "nee",
            "pitfalls": "het aanbod blijft liggen; partners doen alleen nog het minimum", "source": "werksessie",
            "answers": 4,
        },
    ],
    "results": [{"network": "Buurttafel", "evaluated_on": date(2026, 3, 1), "community": "ja", "evidence": "geteld"}],
    "users": [{"network": "Buurttafel", "measured_on": date(2026, 3, 1), "access": 3.25, "answers": 20, "invited": 30}],
    "member_satisfaction": [{"network": "Buurttafel", "measured_on": date(2026, 3, 1), "stay": "2,4", "note": "moe"}],
}  # fmt: skip


def _plan(files: list[tuple[str, bytes]]) -> Plan:
    return planned(read_files(files), TODAY)


def _brought_in(files: list[tuple[str, bytes]], authority: Authority) -> Plan:
    plan = _plan(files)
    assert plan.mistakes == ()
    save_plan(plan=plan, digest=plan.digest, actor=Actor(authority.pk), today=TODAY, file="x")
    return plan


def _differences(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (each.sheet.code, str(entry.found), entry.changed)
        for each in plan.sheets
        for entry in each.entries
        if entry.state is not State.UNCHANGED
    ]


@pytest.fixture
def rich(vliermonde: Authority) -> Authority:
    """A register with one of everything, namesakes, and text that looks like a formula."""
    _brought_in([("rijk.xlsx", register(**RICH))], vliermonde)
    return vliermonde


def test_every_row_of_a_rich_workbook_comes_in(vliermonde: Authority) -> None:
    plan = _brought_in([("rijk.xlsx", register(**RICH))], vliermonde)

    assert {each.sheet.code: len(each.of(State.NEW)) for each in plan.sheets if each.sheet.offered} == {
        code: len(rows) for code, rows in RICH.items()
    }
    assert Membership.objects.count() == 3
    network = Network.objects.get(name="Huis; van “het” Kind")
    assert (network.challenge, network.origin) == (Challenge.objects.get(), "flanders")
    assert GoalVersion.objects.get(network=network).valid_from == date(2023, 1, 1)
    assert FormPeriod.objects.get(network=network).lead == Organisation.objects.with_number("kbo", "0207437468").get()
    assert Instrument.objects.get(name="Reglement").aims.count() == 2
    assert Person.objects.filter(organisation__identifiers__value="0212237186").count() == 1


def test_bringing_the_same_workbook_in_again_changes_nothing(rich: Authority) -> None:
    plan = _plan([("rijk.xlsx", register(**RICH))])

    assert plan.mistakes == ()
    assert _differences(plan) == []


def test_an_export_comes_back_unchanged(rich: Authority) -> None:
    plan = _plan([("uit.xlsx", export_workbook())])

    assert plan.mistakes == ()
    assert _differences(plan) == []
    assert {each.sheet.code: len(each.entries) for each in plan.sheets if each.entries} == {
        **{code: len(rows) for code, rows in RICH.items()}, "goals": 1, "form_periods": 1, "placings": 2,
    }  # fmt: skip


def test_an_export_in_csv_comes_back_unchanged(rich: Authority) -> None:
    plan = _plan(export_csv())

    assert plan.mistakes == ()
    assert _differences(plan) == []


def test_an_export_fills_an_empty_authority_with_the_same(rich: Authority, other_authority: Authority) -> None:
    exported = export_workbook()

    with inside(other_authority.pk):
        _brought_in([("uit.xlsx", exported)], other_authority)
        again = export_csv()

    assert again == export_csv()


def test_a_register_made_by_hand_comes_back_unchanged(world: World) -> None:
    with inside(world.authority.pk):
        plan = planned(read_files([("uit.xlsx", export_workbook())]), timezone.localdate())

        assert plan.mistakes == ()
        assert _differences(plan) == []
        assert len(plan.sheets[1].entries) == Organisation.objects.count()


def test_true_namesakes_without_a_number_come_back_unchanged(vliermonde: Authority) -> None:
    for _ in range(3):
        Organisation.objects.create(authority=vliermonde, name="Sint-Jan", as_of=TODAY)
    first = Organisation.objects.order_by("pk").first()
    network = Network.objects.create(authority=vliermonde, name="N", as_of=TODAY)
    Membership.objects.create(authority=vliermonde, network=network, organisation=first)
    namesake = Network.objects.create(authority=vliermonde, name="N", note="van de regio", as_of=TODAY)
    Membership.objects.create(authority=vliermonde, network=namesake, organisation=first, role="chair")
    for share in ("legal", "market"):
        Instrument.objects.create(authority=vliermonde, name="Reglement", network=namesake, as_of=TODAY, **{share: 100})

    plan = _plan([("uit.xlsx", export_workbook())])

    assert plan.mistakes == ()
    assert _differences(plan) == []


def test_namesakes_without_a_number_fill_an_empty_authority_apart(vliermonde: Authority) -> None:
    partners = [Organisation.objects.create(authority=vliermonde, name="Sint-Jan", as_of=TODAY) for _ in range(2)]
    network = Network.objects.create(authority=vliermonde, name="N", as_of=TODAY)
    Membership.objects.create(authority=vliermonde, network=network, organisation=partners[1], action="Een zaal")
    files = export_csv()
    Network.objects.all().delete()
    Organisation.objects.all().delete()

    _brought_in(files, vliermonde)

    assert Organisation.objects.filter(name="Sint-Jan").count() == 2
    assert Membership.objects.get().action == "Een zaal"
    assert export_csv() == files


def test_a_name_that_stands_once_more_than_was_taken_out_is_still_a_mistake(vliermonde: Authority) -> None:
    for _ in range(2):
        Organisation.objects.create(authority=vliermonde, name="Sint-Jan", as_of=TODAY)
    files = [(name, data + b"Sint-Jan\r\n" if name == "Partners.csv" else data) for name, data in export_csv()]
    Organisation.objects.all().delete()

    plan = _plan(files)

    assert [mistake.fault for mistake in plan.mistakes] == [Fault.TWICE]


def test_line_ends_of_a_browser_are_no_change(vliermonde: Authority) -> None:
    Organisation.objects.create(authority=vliermonde, name="Sint-Jan", note="een\r\ntwee ", as_of=TODAY)

    assert _differences(_plan([("uit.xlsx", export_workbook())])) == []


def test_a_number_of_an_archived_partner_is_recognised(rich: Authority) -> None:
    Organisation.objects.with_number("kbo", "0207437468").update(archived_at=timezone.now())

    plan = _plan([("x.xlsx", register(organisations=[{"name": "Stad Aalst", "kbo": "0207.437.468"}]))])

    assert _differences(plan) == [("organisations", "{'name': 'Stad Aalst', 'kbo': '0207.437.468'}", ("name",))]
    assert Identifier.objects.count() == 2


def test_an_import_keeps_where_an_instrument_stood(vliermonde: Authority) -> None:
    """A new one from its start; a moved one from the day of the import; one of which only the goal changes not."""
    first = [{"name": "Reglement", "market": 100, "started": DAY}, {"name": "Convenant", "legal": 100}]
    second = [{"name": "Reglement", "market": 40, "legal": 60}, {"name": "Convenant", "goal": "Samen"}]

    _brought_in([("een.xlsx", register(instruments=first))], vliermonde)
    _brought_in([("twee.xlsx", register(instruments=second))], vliermonde)

    kept = Placing.objects.order_by("instrument__name", "id").values_list("instrument__name", "since", "market")
    assert list(kept) == [("Convenant", TODAY, 0), ("Reglement", DAY, 100), ("Reglement", TODAY, 40)]


def test_the_context_of_an_evaluation_comes_in_whole(rich: Authority) -> None:
    kept = Instrument.objects.get(name="Reglement").evaluations.get()
    assert (kept.take_up, kept.seen) == (1, {"take_up": "drie aanvragen"})
    assert (kept.ever_used, kept.partners_present, kept.replaceable) == ("used", "one", "no")
    assert (kept.pitfalls, kept.source, kept.answers) == (["idle", "resistance"], "workshop", 4)
