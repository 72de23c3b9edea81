"""A file, looked at without a database."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from django.utils.translation import override
from tests.hostile.flanders import flanders
from tests.hostile.planted import planted_workbook
from tests.hostile.workbooks import register

from regiewijzer.library import catalogue
from regiewijzer.overview.exchange.tables import SHEETS
from regiewijzer.overview.scan.facts.sheets import scan_sheets
from regiewijzer.overview.scan.facts.two_files import scan_two_files
from regiewijzer.overview.scan.public import Scan, as_object, as_page, complaints
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.files.reading import files_at, read_files
from regiewijzer.register.exchange.sheets.mistakes import Note
from regiewijzer.science import facts

TODAY = date(2026, 12, 1)
FULL: dict[str, Any] = {
    "challenges": [{"name": "Elk kind een plek", "as_of": date(2026, 1, 1)}, {"name": "Oud", "archived": "ja"}],
    "organisations": [
        {"name": "Stad", "kbo": "0207.437.468", "domains": "Zorg; Wonen", "is_own": "ja"},
        {"name": "Ouders", "speaks_for_users": "ja"},
        {"name": "Gestopt", "archived": "ja"},
        *({"name": f"Partner {number}"} for number in range(12)),
    ],
    "networks": [
        {
            "name": "Huis", "goal": "Kinderen in het kleuteronderwijs", "themes": "Mobiliteit", "origin": "Vlaanderen",
            "form": "Leiderorganisatie", "lead": "Stad", "started": date(2020, 1, 1), "as_of": date(2026, 6, 1),
        },
        {"name": "Tafel", "goal": "Kinderen naar het kleuteronderwijs", "form": "Zelfregulerend"},
        {"name": "Voorbij", "ended": date(2025, 1, 1)},
    ],
    "members": [
        {"network": "Huis", "organisation": "Stad", "action": "leidt"},
        {"network": "Huis", "organisation": "Ouders"},
        {"network": "Huis", "organisation": "Gestopt"},
        {"network": "Huis", "organisation": "Partner 11", "ended": date(2025, 1, 1)},
        *({"network": name, "organisation": f"Partner {number}"} for name in ("Huis", "Tafel") for number in range(10)),
        {"network": "Voorbij", "organisation": "Stad"},
    ],
    "instruments": [{"name": "Premie", "communicative": 25, "market": 75, "challenges": "Elk kind een plek"}],
    "decisions": [
        {"name": "Doen", "decided_on": date(2026, 1, 1), "review_on": date(2026, 6, 1)},
        {"name": "Gedaan", "decided_on": date(2026, 1, 1), "reviewed_on": date(2026, 6, 1)},
    ],
    "measurements": [
        {"network": "Huis", "measured_on": date(2026, 3, 1), "trust": 4, "participants": 9, "source": "Bevraging"},
        {"network": "Huis", "measured_on": date(2025, 3, 1), "trust": 3, "participants": 9},
    ],
    "evaluations": [{"instrument": "Premie", "measured_on": date(2026, 3, 1), "power_used": 4, "relation": 2}],
    "results": [
        {"network": "Huis", "evaluated_on": date(2026, 3, 1), "community": "ja"},
        {"network": "Huis", "evaluated_on": date(2025, 3, 1), "community": "nee"},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def full() -> Scan:
    return scan_sheets(read_files([("vol.xlsx", register(**FULL))]), TODAY)


@pytest.fixture(scope="module")
def flemish() -> Scan:
    return scan_two_files(read_files(files_at(flanders())), TODAY)


def test_rows_become_the_facts_the_rules_look_at(full: Scan) -> None:
    house = next(network for network in full.register.networks if network.name == "Huis")

    assert full.mistakes == ()
    assert (house.origin, house.mandated, house.themes) == (facts.Origin.FLANDERS, True, ("mobility",))
    assert (house.form, house.lead, house.lead_name) == (facts.Form.LEAD_ORGANISATION, "0207437468", "Stad")
    own = facts.Member("0207437468", has_action=True, own=True)
    assert house.members[:2] == (own, facts.Member("Ouders", has_action=False))
    assert len(house.members) == 12
    assert [(each.trust, each.source) for each in house.measurements] == [
        (0.5, facts.InputSource.ESTIMATE),
        (0.75, facts.InputSource.SURVEY),
    ]
    assert (house.results, house.results_known) == (frozenset({facts.Level.COMMUNITY}), frozenset(facts.Level))
    assert house.as_of == date(2026, 6, 1)


def test_what_was_not_filled_in_is_not_made_up(full: Scan) -> None:
    table = next(network for network in full.register.networks if network.name == "Tafel")

    assert table.as_of is None
    assert table.members[0].has_action is None
    assert table.results_known == frozenset()


def test_what_is_in_the_archive_or_done_stays_out(full: Scan) -> None:
    assert [challenge.name for challenge in full.register.challenges] == ["Elk kind een plek"]
    assert "Gestopt" not in {organisation.name for organisation in full.register.organisations}
    assert [decision.subject for decision in full.register.decisions] == ["Doen"]
    assert "Voorbij" not in {network.name for network in full.register.running}


def test_instruments_bring_their_shares_and_evaluations(full: Scan) -> None:
    (premium,) = full.register.instruments

    assert premium.shares[facts.Power.MARKET] == 75
    assert premium.challenges == ("Elk kind een plek",)
    assert premium.evaluations == (facts.Evaluation(date(2026, 3, 1), power_used=4, relation=2),)


def test_findings_come_out_of_a_workbook(full: Scan) -> None:
    rules = {finding.rule for finding in full.findings}

    assert "overlap.mandated_crosses_local" in rules
    assert "form.too_many_participants" in rules
    assert "decision.review_due" in rules or "upkeep.review_due" in rules


def test_the_object_for_programs_has_the_agreed_shape(full: Scan) -> None:
    told = json.loads(json.dumps(as_object(full, min_jaccard=0.5), ensure_ascii=False))

    assert set(told) == {"counts", "findings", "overlaps"}
    assert told["counts"] == {
        "organisations": 15, "networks": 3, "memberships": 25, "instruments": 1, "challenges": 2,
    }  # fmt: skip
    assert set(told["findings"][0]) == {
        "rule", "subjects", "numbers", "sentence", "source", "sources", "weight", "certainty", "grounds", "limits",
        "measured_on", "also",
    }  # fmt: skip
    assert told["overlaps"] == [
        {
            "a": "Huis",
            "b": "Tafel",
            "shared": 10,
            "jaccard": 10 / 12,
            "containment": 1.0,
            "goal_likeness": pytest.approx(1, abs=0.5),
            "p_value": 1.0,
            "q_value": 1.0,
        }
    ]


def test_a_finding_says_how_sure_we_are_why_and_whose_its_limits_are(full: Scan) -> None:
    found = as_object(full, min_jaccard=0.5)["findings"]

    (crossing,) = [finding for finding in found if finding["rule"] == "overlap.mandated_crosses_local"]
    assert crossing["certainty"] == "limited"
    assert [(ground["code"], ground["holds"]) for ground in crossing["grounds"]] == [
        ("members_undated", False), ("goals_alike", True), ("may_be_chance", False),
        ("far_beyond_limit", True),
    ]  # fmt: skip
    assert all(ground["sentence"] for ground in crossing["grounds"])
    assert [(limit["name"], limit["value"], limit["basis"]) for limit in crossing["limits"]] == [
        ("overlap_shared", 3, "ours"), ("overlap_contained", 0.5, "ours"), ("goal_likeness", 0.4, "ours"),
    ]  # fmt: skip
    assert [source["key"] for source in crossing["sources"]] == ["seed 001", "ours"]
    assert [source["basis"] for source in crossing["sources"]] == ["seed", "ours"]


def test_the_least_jaccard_is_a_choice(full: Scan) -> None:
    assert as_object(full, min_jaccard=0.9)["overlaps"] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_people_read_every_finding_under_its_weight(full: Scan, language: str) -> None:
    with override(language):
        page = as_page(full, min_jaccard=0.5)

    levels = {catalogue.finding_type(finding.rule).level for finding in full.findings}
    for level in levels:
        assert catalogue.word(level, "weight_levels").short.in_language(language) in page
    assert not re.search(r"[{}]", page)


def test_good_rows_are_looked_at_although_others_are_wrong() -> None:
    scan = scan_sheets(read_files([("fouten.xlsx", planted_workbook())]), timezone.localdate())

    assert len(scan.mistakes) == 40
    assert scan.counts["organisations"] == 2
    assert any("Netwerken!B3" in complaint for complaint in complaints(scan))


def test_a_file_without_a_sheet_of_ours_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        scan_sheets(read_files([("iets.csv", b"kleur\nrood\n")]), TODAY)

    assert refused.value.reason == Reason.NO_SHEET_OF_OURS


def test_every_sheet_is_known_to_a_scan() -> None:
    assert [sheet.title.nl for sheet in SHEETS if sheet.offered] == [
        "Opgaven", "Partners", "Mensen", "Netwerken", "Leden", "Zetels", "Instrumenten", "Verbanden", "Besluiten",
        "Overleggen", "Acties", "Beleidscodes", "Metingen",
        "Evaluaties", "Resultaten", "Gebruikers", "Tevredenheid van leden",
    ]  # fmt: skip


def test_all_of_flanders_is_read(flemish: Scan) -> None:
    assert flemish.mistakes == ()
    assert flemish.counts == {
        "organisations": 775, "networks": 286, "members": 3180, "instruments": 0, "challenges": 0,
    }  # fmt: skip


def test_the_associations_with_the_same_members_are_found(flemish: Scan) -> None:
    overlaps = as_object(flemish, min_jaccard=0.5)["overlaps"]

    identical = {(each["a"], each["b"]) for each in overlaps if each["jaccard"] == 1}
    assert len(overlaps) == 115
    assert len(identical) == 12
    assert {("Leiedal", "Zuidwest"), ("Meetjesman", "Regionale Jeugddienst Meetjesland")} <= identical
    assert all(each["goal_likeness"] is None and each["shared"] >= 3 for each in overlaps)
    assert overlaps == sorted(overlaps, key=lambda each: (-each["jaccard"], -each["shared"]))


def test_every_pair_that_shares_three_is_listed_with_its_chance_over_all_pairs(flemish: Scan) -> None:
    """679 remain under the degree-corrected model, corrected over all pairs of networks (Benjamini & Hochberg 1995)."""
    overlaps = as_object(flemish, min_jaccard=0)["overlaps"]

    assert len(overlaps) == 1348
    assert sum(each["q_value"] <= 0.05 for each in overlaps) == 679
    assert all(each["p_value"] <= each["q_value"] <= 1 for each in overlaps)


def test_flemish_associations_with_the_same_members_are_fourteen_pairs_and_five_groups(flemish: Scan) -> None:
    found = as_object(flemish, min_jaccard=0.5)["findings"]

    told = {tuple(sorted(each["name"] for each in finding["subjects"])): finding for finding in found}
    assert sum(finding["rule"] == "overlap.same_partners" for finding in found) == 14
    assert sum(finding["rule"] == "overlap.group" for finding in found) == 5
    group = told["Leiedal", "WIV", "Zuidwest"]
    assert (group["numbers"]["shared"], group["numbers"]["union"]) == (12, 14)
    assert ("EcoWerf", "Hofheide", "IGO", "Interleuven") in told


def test_other_files_beside_the_two_are_told(flemish: Scan) -> None:
    assert len(flemish.remarks) == 3


def test_a_pair_with_a_number_that_is_not_in_the_list_is_a_mistake_with_its_cell() -> None:
    files = [
        ("organisations.csv", b"kbo,name,classification\n0207437468,Aalst,Gemeente\n0212237186,Band,Iets nieuws\n"),
        ("memberships.csv", b"member_kbo,association_kbo\n0207437468,0212237186\n0206561993,0212237186\n1,2\n"),
    ]

    scan = scan_sheets(read_files(files), TODAY)

    assert [str(mistake.place) for mistake in scan.mistakes] == [
        "memberships.csv!A3", "memberships.csv!A4", "memberships.csv!B4",
    ]  # fmt: skip
    assert scan.counts["members"] == 1
    assert scan.remarks[0].numbers == {"classification": "Iets nieuws", "count": 1}


def test_associations_of_one_name_become_networks_with_their_number() -> None:
    files = [
        ("organisations.csv", b"kbo,name\n0207437468,Aalst\n0212237186,Band\n0206561993,band\n"),
        ("memberships.csv", b"member_kbo,association_kbo\n0207437468,0212237186\n0207437468,0206561993\n"),
    ]

    scan = scan_sheets(read_files(files), TODAY)

    assert {network.name for network in scan.register.networks} == {"Band (0212237186)", "band (0206561993)"}


def test_how_instruments_act_on_each_other_is_read_from_a_file() -> None:
    sheets = {
        "challenges": [{"name": "Winkelhart"}],
        "instruments": [
            {"name": "Heffing", "legal": 100, "challenges": "Winkelhart"},
            {"name": "Label", "communicative": 100, "challenges": "Winkelhart"},
        ],
        "relations": [{"instrument": "Heffing", "kind": "werkt tegen", "other": "Label"}],
    }

    scan = scan_sheets(read_files([("verbanden.xlsx", register(**sheets))]), TODAY)

    assert [finding.rule for finding in scan.findings] == ["instrument.conflicts"]
    assert scan.findings[0].numbers == {"instrument": "Heffing", "other": "Label", "challenge": "Winkelhart"}


def test_two_files_say_the_same_to_the_register_alone_and_to_every_tool() -> None:
    raws = read_files(files_at(flanders()))

    assert scan_two_files(raws, TODAY) == scan_sheets(raws, TODAY)


def test_a_list_with_headings_of_ones_own_is_looked_at_too() -> None:
    rows = (("Overleg", "Wie doet mee", "Kleur"), ("Jeugdtafel", "OCMW Zand, CLB Zuid", "rood"))

    found = scan_sheets([RawSheet("lijst", "lijst", tuple(enumerate(rows, start=1)))], date(2026, 12, 1))

    assert (found.counts["networks"], found.counts["organisations"], found.counts["members"]) == (1, 2, 2)
    assert [remark.note for remark in found.remarks] == [Note.OWN_LIST]
    assert found.mistakes == ()
