"""Whole lists, cell by cell: what is right, what is matched in silence, and how much is asked."""

import random
import time
from datetime import date
from typing import Any

import pytest

from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists.proposal import Doubt, Ignored, Problem, Proposal, chosen_in
from regiewijzer.register.exchange.lists.reading import propose
from regiewijzer.register.exchange.lists.tests.invented import KEYS, LISTS, Listed, sheet
from regiewijzer.register.exchange.lists.tests.other_headings import OTHER_HEADINGS
from regiewijzer.register.exchange.lists.words import Meaning
from regiewijzer.science.names import compared

TODAY = date(2026, 11, 30)
ENOUGH, SECONDS = 0.95, 5
ALL = {**LISTS, **OTHER_HEADINGS}
HEADINGS = ("Netwerk", "Doel", "Trekker", "Partners", "Sinds")


def _proposed(*sheets: RawSheet, **more: Any) -> Proposal:
    return propose(sheets, today=TODAY, **more)


def _row(name: str, partners: str = "OCMW Zand, CAW Zee") -> tuple[Any, ...]:
    return name, "Een doel", "OCMW Zand", partners, 2019


def _asked(proposal: Proposal, kind: Doubt) -> list[tuple[str, ...]]:
    return [question.values for question in proposal.questions if question.kind is kind]


@pytest.mark.parametrize("listed", ALL.values(), ids=ALL.keys())
def test_nearly_every_cell_of_a_list_lands_right(listed: Listed) -> None:
    found = {network.name: network.to_json() for network in _proposed(*listed.sheets).networks}

    cells = [
        (wanted["name"], key, found[wanted["name"]][key], list(wanted[key]) if key == "partners" else wanted[key])
        for wanted in listed.networks
        for key in KEYS
    ]
    wrong = [cell for cell in cells if cell[2] != cell[3]]
    assert set(found) == {network["name"] for network in listed.networks}
    assert len(wrong) <= (1 - ENOUGH) * len(cells), wrong


@pytest.mark.parametrize("listed", ALL.values(), ids=ALL.keys())
def test_no_two_organisations_become_one_in_silence(listed: Listed) -> None:
    proposal = _proposed(*listed.sheets)

    together = {
        compared(spelling): index for index, each in enumerate(proposal.organisations) for spelling in each.spellings
    }
    silent = [each for each in proposal.organisations if each.sure and len({compared(s) for s in each.spellings}) > 1]
    assert silent == []
    assert all(together[compared(one)] != together[compared(other)] for one, other in listed.different)
    assert all(len({together[compared(spelling)] for spelling in group}) == 1 for group in listed.same)


@pytest.mark.parametrize("listed", ALL.values(), ids=ALL.keys())
def test_what_is_not_sure_is_asked_and_little_else(listed: Listed) -> None:
    proposal = _proposed(*listed.sheets)

    asked = [set(question.values) for question in proposal.questions]
    legend = bool(_asked(proposal, Doubt.LEGEND))
    assert all(legend or any(set(group) <= values for values in asked) for group in listed.same)
    assert all(any({one, other} <= values for values in asked) for one, other in listed.different)
    assert len(proposal.questions) <= listed.most_questions, proposal.questions


@pytest.mark.parametrize("listed", ALL.values(), ids=ALL.keys())
def test_persons_and_notes_stay_with_their_network(listed: Listed) -> None:
    networks = {network.name: network for network in _proposed(*listed.sheets).networks}

    persons = {(name, each.organisation, each.name) for name, network in networks.items() for each in network.persons}
    assert persons == set(listed.persons)
    assert {name: network.rest for name, network in networks.items() if network.rest} == listed.rest


def test_what_is_hidden_is_left_out_and_asked() -> None:
    proposal = _proposed(*LISTS["codes"].sheets)

    assert _asked(proposal, Doubt.HIDDEN) == [("Geheim",)]
    assert _asked(proposal, Doubt.NOT_IN_LEGEND) == [("XYZ",)]
    assert Ignored.LEGEND_SHEET in [left.what for left in proposal.left]


def test_a_number_that_lost_its_zero_is_whole_again() -> None:
    proposal = _proposed(*LISTS["members"].sheets)

    assert [each.kbo for each in proposal.organisations if each.name == "Gemeente Zandbeke"] == ["0207508932"]
    assert len(_asked(proposal, Doubt.NUMBER_WITHOUT_ZERO)) == 1
    assert _asked(proposal, Doubt.ROLE) == [("waarnemer",)]


def test_a_mapping_of_ones_own_comes_first() -> None:
    rows = sheet("Blad", [("Groep", "Omschrijving", "Met"), ("Buurtzorg", "Zorg dichtbij", "OCMW Zand")])
    chosen = chosen_in(
        [{"sheet": "Blad", "heading": "Met", "becomes": "partners"}, {"heading": "Omschrijving", "becomes": "goal"}]
    )

    network = _proposed(rows, chosen=chosen).networks[0]

    assert (network.partners, network.goal) == (["OCMW Zand"], "Zorg dichtbij")
    with pytest.raises(ValueError, match="sheet, heading and becomes"):
        chosen_in([{"heading": "Met", "becomes": "alles"}])


def test_a_heading_with_a_slip_is_read_and_asked() -> None:
    proposal = _proposed(sheet("B", [("Netwerk", "Patners", "Opmerkng"), ("Buurtzorg", "OCMW Zand; CAW Zee", "goed")]))

    assert proposal.networks[0].partners == ["OCMW Zand", "CAW Zee"]
    assert ("Patners", "partners") in _asked(proposal, Doubt.HEADING)


@pytest.mark.parametrize(("rows", "problem"), [
    ([], Problem.NOTHING_IN_IT),
    ([("bla", "blie"), ("1", "2")], Problem.NO_HEADINGS),
    ([("Trekker", "Sinds", "Opmerking"), ("OCMW", 2019, "x"), ("CAW", 2020, "y")], Problem.NO_NETWORKS),
])  # fmt: skip
def test_a_list_without_networks_says_what_is_missing(rows: Any, problem: Problem) -> None:
    assert _proposed(sheet("Blad", rows)).problem is problem


def test_headings_that_come_again_and_headings_above_headings_are_no_networks() -> None:
    proposal = _proposed(
        sheet("B", [("Wie", "", "Wat"), HEADINGS, _row("Een overleg"), HEADINGS, _row("Twee overleg")])
    )

    assert [network.name for network in proposal.networks] == ["Een overleg", "Twee overleg"]
    assert [left.what for left in proposal.left] == [Ignored.GROUP_HEADINGS, Ignored.HEADINGS_AGAIN]


def test_sixty_columns_are_all_kept() -> None:
    more = [f"Kolom {number}" for number in range(55)]

    network = _proposed(sheet("B", [(*HEADINGS, *more), (*_row("Overleg"), *more)])).networks[0]

    assert len(network.rest) == 55


def test_one_network_twice_with_other_partners_stays_two_until_somebody_says_so() -> None:
    proposal = _proposed(
        sheet("B", [HEADINGS, _row("Overleg"), _row("Ander overleg"), _row("Overleg", "VDAB, CAW Zee")])
    )

    assert [len(network.partners) for network in proposal.networks] == [2, 2, 3]
    assert _asked(proposal, Doubt.NETWORK_TWICE) == [("Overleg",)]


def test_forty_sheets_are_forty_times_read() -> None:
    proposal = _proposed(*(sheet(f"B{n}", [HEADINGS, _row(f"Overleg nummer {n}")]) for n in range(40)))

    assert len(proposal.networks) == 40


def test_a_name_of_three_hundred_signs_is_cut_and_said() -> None:
    proposal = _proposed(sheet("B", [HEADINGS, _row("N" * 300)]))

    assert len(proposal.networks[0].name) == 200
    assert len(_asked(proposal, Doubt.TOO_LONG)) == 1


def test_a_cell_of_two_hundred_names_gives_two_hundred_partners() -> None:
    names = ", ".join(f"Vereniging {number}" for number in range(200))

    proposal = _proposed(sheet("B", [HEADINGS, _row("Overleg", names)]))

    assert len(proposal.networks[0].partners) == 201  # the lead stands in its own column
    assert _asked(proposal, Doubt.LOOKS_ALIKE) == []


def test_every_partner_with_a_slip_is_asked_about() -> None:
    right, slips = "OCMW Zand, Politiezone Zee, Natuurvereniging", "OCWM Zand, Poltiezone Zee, Natuurverenigng"

    proposal = _proposed(sheet("B", [HEADINGS, _row("Een overleg", right), _row("Twee overleg", slips)]))

    assert {frozenset(pair) for pair in _asked(proposal, Doubt.LOOKS_ALIKE)} >= {
        frozenset({"OCMW Zand", "OCWM Zand"}), frozenset({"Politiezone Zee", "Poltiezone Zee"}),
        frozenset({"Natuurvereniging", "Natuurverenigng"}),
    }  # fmt: skip


def test_five_hundred_networks_are_proposed_in_seconds() -> None:
    by_chance = random.Random(1)
    parts = ("zon", "berg", "vel", "den", "kaa", "ster", "mol", "lin", "hoe", "ros", "bru", "gra", "hei", "wij")

    def made_up() -> str:
        return "".join(by_chance.choices(parts, k=4)).capitalize()

    organisations = [f"{by_chance.choice(('OCMW', 'CAW', 'Vereniging', 'Dienst'))} {made_up()}" for _ in range(1500)]
    rows = [
        _row(f"Overleg {made_up()} {made_up()}", ", ".join(by_chance.sample(organisations, 12))) for _ in range(500)
    ]

    begin = time.process_time()
    proposal = _proposed(sheet("B", [HEADINGS, *rows]))

    assert time.process_time() - begin < SECONDS
    assert sum(len(network.partners) for network in proposal.networks) >= 6000


def test_a_column_may_be_left_out_of_the_networks_and_kept_as_a_note() -> None:
    rows = sheet("B", [("Netwerk", "Thema"), ("Buurtzorg", "Zorg")])

    network = _proposed(rows, chosen={("", "Thema"): Meaning.NOTE}).networks[0]

    assert (network.theme, network.rest) == (None, {"Thema": "Zorg"})


def test_partners_in_columns_of_their_own_come_together() -> None:
    rows = [("Netwerk", "Partner 1", "Partner 2", "Partner 3"), ("Zorgtafel", "OCMW Zand", "CAW Zee", "?")]

    assert _proposed(sheet("B", rows)).networks[0].partners == ["OCMW Zand", "CAW Zee"]


def test_tables_below_one_another_are_told_apart() -> None:
    rows = [
        ("Netwerk", "Partners"), ("Zorgtafel", "OCMW Zand, CAW Zee"), (), ("Organisatie", "Contactpersoon"),
        ("OCMW Zand", "Els Bral"),
    ]  # fmt: skip

    proposal = _proposed(sheet("B", rows))

    assert [network.name for network in proposal.networks] == ["Zorgtafel"]
    assert [(each.organisation, each.name) for each in proposal.contacts] == [("OCMW Zand", "Els Bral")]


def test_the_title_of_a_second_table_is_no_network() -> None:
    rows = [
        HEADINGS, _row("Zorgtafel"), (), ("Interne werkgroepen",),
        ("Werkgroep", "Doel", "Trekker", "Leden", "Sinds"), _row("Personeel"),
    ]  # fmt: skip

    assert [network.name for network in _proposed(sheet("B", rows)).networks] == ["Zorgtafel", "Personeel"]


def test_a_text_about_networks_is_no_list_of_them() -> None:
    rows = [("Wij hebben een overleg over zorg.",), ("Ook over wonen.",)]

    assert _proposed(sheet("B", rows)).problem is Problem.NO_HEADINGS


def test_a_theme_alone_in_its_row_is_of_the_networks_below_it() -> None:
    rows = [
        ("Thema", "Netwerk", "Partners"), ("Welzijn",), ("", "Zorgtafel", "OCMW Zand"), ("Ruimte",),
        ("", "Gecoro", "Gemeente Zand"),
    ]  # fmt: skip

    found = [(network.name, network.theme) for network in _proposed(sheet("B", rows)).networks]

    assert found == [("Zorgtafel", "Welzijn"), ("Gecoro", "Ruimte")]


def test_a_table_with_its_headings_in_the_first_column_is_turned() -> None:
    rows = [
        ("Netwerk", "Zorgtafel", "Jeugdtafel"), ("Doel", "Zorg dichtbij", "Jongeren horen"),
        ("Partners", "OCMW Zand, CAW Zee", "CAW Zee"), ("Sinds", "2019", "sept 2020"),
    ]  # fmt: skip

    found = [(each.name, each.goal, each.partners, each.since) for each in _proposed(sheet("B", rows)).networks]

    assert found == [
        ("Zorgtafel", "Zorg dichtbij", ["OCMW Zand", "CAW Zee"], "2019"),
        ("Jeugdtafel", "Jongeren horen", ["CAW Zee"], "2020-09"),
    ]


def test_crosses_beside_facts_of_the_networks_are_read_with_them() -> None:
    rows = [
        ("Netwerk", "Doel", "Trekker", "Gemeente Zand", "OCMW Zand", "CAW Zee"),
        ("Zorgtafel", "Zorg", "OCMW Zand", "x", "x", ""), ("Jeugdtafel", "Jeugd", "CAW Zee", "", "", "x"),
        ("Sporttafel", "Sport", "Gemeente Zand", "x", "", ""),
    ]  # fmt: skip

    found = [(each.name, each.goal, each.lead, each.partners) for each in _proposed(sheet("B", rows)).networks]

    assert found[0] == ("Zorgtafel", "Zorg", "OCMW Zand", ["Gemeente Zand", "OCMW Zand"])
    assert found[1] == ("Jeugdtafel", "Jeugd", "CAW Zee", ["CAW Zee"])
