"""Files of mapping programs, a member list of PARTNER and an export of the organisation portal."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists import wording
from regiewijzer.register.exchange.lists.ours import our_sheets
from regiewijzer.register.exchange.lists.programs import is_written_by_program
from regiewijzer.register.exchange.lists.proposal import Because, Doubt, Ignored, Proposal, chosen_in
from regiewijzer.register.exchange.lists.reading import propose
from regiewijzer.register.exchange.lists.tests.invented import sheet
from regiewijzer.register.exchange.lists.words import Meaning

KUMU = (
    sheet("Elements", [
        ("Label", "Type", "Tags", "Description", "Sinds", "KBO"),
        ("Jeugdtafel", "Netwerk", "Jeugd", "Jongeren horen", "2019", ""),
        ("Woonoverleg", "Netwerk", "Wonen", "Betaalbaar wonen", "sept 2021", ""),
        ("OCMW Zand", "Organisatie", "", "Centrum voor welzijn", "", "207508932"),
        ("CAW Zee", "Organisatie", "", "", "", ""),
        ("Muziekschool Zand", "Organisatie", "", "", "", ""),
    ]),
    sheet("Connections", [
        ("From", "To", "Direction", "Type", "Strength", "Afspraak"),
        ("OCMW Zand", "Jeugdtafel", "directed", "trekker", 3, "levert de zaal"),
        ("CAW Zee", "Jeugdtafel", "directed", "lid", 1, "komt twee keer"),
        ("Woonoverleg", "OCMW Zand", "directed", "lid", 1, ""),
        ("OCMW Zand", "CAW Zee", "mutual", "kent", 2, ""),
    ]),
)  # fmt: skip
POLINODE = (
    sheet("Nodes", [("Name", "Type"), ("Buurtwerkgroep", "network"), ("Bib Dal", "organisation"),
                    ("CVO Dal", "organisation")]),
    sheet("Edges", [("Source", "Target", "Relationship"), ("Bib Dal", "Buurtwerkgroep", "coordinator"),
                    ("CVO Dal", "Buurtwerkgroep", "member")]),
)  # fmt: skip
GEPHI = (
    sheet("nodes", [("Id", "Label", "timeset"), ("n1", "Zorgoverleg", ""), ("n2", "Woonplatform", ""),
                    ("n3", "WZC Lis", ""), ("n4", "OCMW Lis", "")]),
    sheet("edges", [("Source", "Target", "Type", "Id", "Weight"), ("n3", "n1", "Directed", "0", "1.0"),
                    ("n4", "n1", "Directed", "1", "1.0"), ("n4", "n2", "Directed", "2", "1.0")]),
)  # fmt: skip
PARTNERS_ONLY = (
    sheet("armoede_elements", [("Label", "Type"), ("OCMW Bos", "Publiek"), ("CAW Bos", "Privaat"), ("KWB Bos", "")]),
    sheet("armoede_connections", [("From", "To"), ("OCMW Bos", "CAW Bos"), ("CAW Bos", "KWB Bos")]),
)
PARTNER = (
    sheet("Sheet1", [
        ("Organization Name", "Map Label", "Contact First Name", "Contact Last Name", "Email", "City"),
        ("OCMW Haven", "OCMW", "Eva", "Dox", "eva@haven.example", "Haven"),
        ("CLB Haven", "CLB", "Tim", "Raes", "tim@haven.example", ""),
    ]),
)  # fmt: skip
PORTAL = (
    sheet("organisaties", [
        ("Naam", "Type", "KBO nummer", "Provincie", "Gemeente", "Status"),
        ("Zandbeke", "Gemeente", "0207.508.932", "Limburg", "Zandbeke", "Actief"),
        ("Zandbeke", "OCMW", "", "Limburg", "Zandbeke", "Actief"),
        ("Kerkfabriek Sint-Jan", "Bestuur van de eredienst", "", "Limburg", "Zandbeke", "Actief"),
        ("Zandland", "Projectvereniging", "", "Limburg", "Zandbeke", "Niet actief"),
    ]),
)  # fmt: skip


def _proposed(sheets: Sequence[RawSheet], **more: Any) -> Proposal:
    return propose(sheets, today=date(2026, 11, 30), **more)


def _partners(proposal: Proposal) -> dict[str, list[str]]:
    return {network.name: sorted(network.partners) for network in proposal.networks}


@pytest.mark.parametrize(
    ("sheets", "program", "partners"),
    [
        (KUMU, "Kumu", {"Jeugdtafel": ["CAW Zee", "OCMW Zand"], "Woonoverleg": ["OCMW Zand"]}),
        (POLINODE, "Polinode", {"Buurtwerkgroep": ["Bib Dal", "CVO Dal"]}),
        (GEPHI, "Gephi", {"Zorgoverleg": ["OCMW Lis", "WZC Lis"], "Woonplatform": ["OCMW Lis"]}),
        (PARTNERS_ONLY, "Kumu", {"Kumu": ["CAW Bos", "KWB Bos", "OCMW Bos"]}),
        (PARTNER, "PARTNER", {"PARTNER": ["CLB Haven", "OCMW Haven"]}),
        (PORTAL, "Organisatieportaal", {}),
    ],
)
def test_a_file_of_a_program_is_known_by_its_own_headings(
    sheets: Sequence[RawSheet], program: str, partners: dict[str, list[str]]
) -> None:
    proposal = _proposed(sheets)

    assert is_written_by_program(sheets)
    assert proposal.problem is None
    assert _partners(proposal) == partners
    assert {each.word for each in proposal.columns} == {program}
    assert all(each.because in (Because.PROGRAM, Because.ONE_NETWORK) for each in proposal.columns)


@pytest.mark.usefixtures("english")
def test_the_reason_names_the_program() -> None:
    column = next(each for each in _proposed(KUMU).columns if each.heading == "From")

    assert wording.because(column) == "this is a file of Kumu, where this heading says so"


def test_what_is_said_of_a_network_and_of_a_tie_stays() -> None:
    network = {each.name: each for each in _proposed(KUMU).networks}["Jeugdtafel"]

    assert (network.goal, network.theme, network.since) == ("Jongeren horen", "Jeugd", "2019")
    assert network.lead == "OCMW Zand"
    assert network.rest == {"Type": "Netwerk", "Afspraak": "levert de zaal; komt twee keer"}


def test_an_organisation_keeps_its_number_and_what_has_no_column() -> None:
    proposal = _proposed(KUMU)

    rows = {row[0]: row[1:] for _number, row in our_sheets(proposal)[0].rows[1:]}
    assert rows["OCMW Zand"] == ("0207508932", "", "Type: Organisatie\nDescription: Centrum voor welzijn")
    assert "Muziekschool Zand" in rows  # sits nowhere, and comes along


def test_ties_between_two_partners_are_left_out_and_said() -> None:
    left = {each.what: each.text for each in _proposed(KUMU).left}

    assert left[Ignored.TIES] == "1"


def test_a_network_without_a_name_is_asked_for_one() -> None:
    asked = [each.values for each in _proposed(PARTNERS_ONLY).questions if each.kind is Doubt.ONE_NETWORK]
    of_a_file = _proposed([sheet("armoedetafel", [("From", "To"), ("OCMW Bos", "CAW Bos")])])

    assert asked == [("Kumu",)]
    assert [each.name for each in of_a_file.networks] == ["armoedetafel"]


def test_members_of_partner_come_with_who_speaks_for_them() -> None:
    proposal = _proposed(PARTNER)

    people = [(each.organisation, each.name, each.email) for each in proposal.networks[0].persons]
    assert people == [("OCMW Haven", "Eva Dox", "eva@haven.example"), ("CLB Haven", "Tim Raes", "tim@haven.example")]
    assert [each.note for each in proposal.said] == ["Map Label: OCMW\nCity: Haven", "Map Label: CLB"]


def test_organisations_of_the_portal_come_with_number_and_kind() -> None:
    proposal = _proposed(PORTAL)

    rows = {row[0]: row[1:] for _number, row in our_sheets(proposal)[0].rows[1:]}
    assert rows["Gemeente Zandbeke"] == ("0207508932", "municipality", "Provincie: Limburg\nGemeente: Zandbeke")
    assert rows["OCMW Zandbeke"][1] == "ocmw"
    assert rows["Kerkfabriek Sint-Jan"][2].endswith("Type: Bestuur van de eredienst")
    assert [each.text for each in proposal.left] == ["Zandland"]
    assert "Zandland" not in rows


def test_which_end_of_a_tie_is_the_network_can_be_chosen() -> None:
    ties = [
        sheet("Edges", [("Source", "Target"), ("Kring A", "Bib Dal"), ("Kring A", "CVO Dal"), ("Kring B", "Bib Dal")])
    ]
    chosen = chosen_in([{"heading": "Source", "becomes": "name"}, {"heading": "Target", "becomes": "partner"}])

    proposal = _proposed(ties, chosen=chosen)

    assert _partners(proposal) == {"Kring A": ["Bib Dal", "CVO Dal"], "Kring B": ["Bib Dal"]}
    assert [each.becomes for each in proposal.columns] == [Meaning.NAME, Meaning.PARTNER]


@pytest.mark.parametrize(
    "rows",
    [
        [("Netwerk", "From", "To", "Partners"), ("Jeugdtafel", "2019", "2024", "OCMW Zand; CAW Zee")],
        [("Naam", "Type", "Status"), ("Jeugdtafel", "overleg", "loopt"), ("Woontafel", "netwerk", "loopt")],
    ],
)
def test_a_list_of_ones_own_is_not_taken_for_a_file_of_a_program(rows: list[tuple[str, ...]]) -> None:
    assert not is_written_by_program([sheet("lijst", rows)])


@pytest.mark.parametrize(
    "sheets",
    [
        [sheet("Elements", [("Label", "Type")]), sheet("Connections", [("From", "To")])],
        [sheet("Connections", [("From", "To"), ("OCMW Zand", ""), ("", "CAW Zee")])],
    ],
)
def test_a_file_without_ties_says_that_nothing_is_in_it(sheets: Sequence[RawSheet]) -> None:
    assert _proposed(sheets).problem is not None
