"""What stands in one cell: organisations, persons, frequencies."""

import os
import subprocess
import sys

import pytest

from regiewijzer.register.exchange.lists.frequencies import frequency_in
from regiewijzer.register.exchange.lists.organisations import organisations_of
from regiewijzer.register.exchange.lists.partners import names_in, with_person
from regiewijzer.register.exchange.lists.words import Meaning, meaning_of, origin_of
from regiewijzer.science.names import compared


@pytest.mark.parametrize(("cell", "names"), [
    ("OCMW, CLB; Huis v/h Kind (Els)", ["OCMW, CLB", "Huis v/h Kind"]),
    ("OCMW,CLB , VDAB", ["OCMW", "CLB", "VDAB"]),
    ("OCMW / CLB / Huis v/h Kind", ["OCMW", "CLB", "Huis v/h Kind"]),
    ("- OCMW\n• CLB\n3. VDAB", ["OCMW", "CLB", "VDAB"]),
    ("OCMW Zand | CLB | ?", ["OCMW Zand", "CLB"]),
    ("OCMW Zand, CLB Zuid en JH De Kelder", ["OCMW Zand", "CLB Zuid", "JH De Kelder"]),
    ("OCMW Zand, Dienst Jeugd en Sport", ["OCMW Zand", "Dienst Jeugd en Sport"]),
    ("Logo + Wijkgezondheidscentrum De Brug", ["Logo", "Wijkgezondheidscentrum De Brug"]),
    ("CLB De Wijzer (GO!), Sociaal Huis (OCMW)", ["CLB De Wijzer (GO!)", "Sociaal Huis (OCMW)"]),
    ("n.v.t.", []),
])  # fmt: skip
def test_a_cell_is_cut_where_people_put_something_between_names(cell: str, names: list[str]) -> None:
    assert [named.organisation for named in names_in(cell).named] == names


def test_a_name_that_stands_alone_elsewhere_is_not_cut() -> None:
    known = {"vereniging zon en zee"}

    assert [each.organisation for each in names_in("CAW Zand, Vereniging Zon en Zee", known).named] == [
        "CAW Zand", "Vereniging Zon en Zee",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "organisation", "person"), [
    ("OCMW Zand (Els Peeters)", "OCMW Zand", "Els Peeters"),
    ("Huis v/h Kind (Els)", "Huis v/h Kind", "Els"),
    ("Els Peeters (OCMW Zand)", "OCMW Zand", "Els Peeters"),
    ("OCMW Zand: Els van den Bossche", "OCMW Zand", "Els van den Bossche"),
    ("Politie (Hulpverleningszone Zuid)", "Politie (Hulpverleningszone Zuid)", ""),
    ("Vereniging Welkom", "Vereniging Welkom", ""),
])  # fmt: skip
def test_a_person_beside_an_organisation_is_told_from_it(text: str, organisation: str, person: str) -> None:
    found = with_person(text)

    assert (found.organisation, found.person) == (organisation, person)


@pytest.mark.parametrize(("text", "times"), [
    ("maandelijks", 12), ("4x/jaar", 4), ("2-maandelijks", 6), ("per kwartaal", 4), ("2x/year", 2), ("quarterly", 4),
    ("1 x per maand", 12), ("elke laatste vrijdag v/d maand", 12), ("elke 1e do vd maand", 12), ("wekelijks", 52),
    ("jaarlijks (juni)", 1), ("twice a year", 2), ("om de twee maanden", 6), ("5", 5), ("zesmaandelijks", 2),
])  # fmt: skip
def test_a_frequency_is_a_number_a_year(text: str, times: int) -> None:
    assert (frequency_in(text).times, frequency_in(text).asked) == (times, False)


@pytest.mark.parametrize(("text", "asked"), [
    ("2 à 3 x per jaar", True), ("om de 6 weken", True), ("regelmatig?", True), ("ad hoc", False), ("op vraag", False),
    ("n.v.t.", False), ("", False),
])  # fmt: skip
def test_what_is_no_number_a_year_stays_unknown(text: str, asked: bool) -> None:
    assert (frequency_in(text).times, frequency_in(text).asked) == (None, asked)


@pytest.mark.parametrize(("heading", "meaning"), [
    ("Naam overleg", Meaning.NAME), ("Overlegfrequentie", Meaning.FREQUENCY),
    ("Wie zit er rond de tafel?", Meaning.PARTNERS),
    ("Doelgroep", Meaning.NOTE), ("Contactpersoon", Meaning.CONTACT), ("E-mailadres", Meaning.EMAIL),
    ("Lead organisation", Meaning.LEAD), ("Opdr.gever", Meaning.ORIGIN), ("Start date", Meaning.SINCE),
    ("Kleur", None),
])  # fmt: skip
def test_a_heading_says_what_its_column_is(heading: str, meaning: Meaning | None) -> None:
    assert meaning_of(heading) is meaning


@pytest.mark.parametrize(("text", "origin"), [
    ("decretaal", "flanders"), ("eigen initiatief", "own"), ("KB", "federal"), ("intergemeentelijk", "other"),
    ("provincie", "province"), ("erkend door de Vlaamse overheid", "recognised"), ("blauw", None),
])  # fmt: skip
def test_who_wants_a_network(text: str, origin: str | None) -> None:
    assert origin_of(text) == origin


def test_kinds_of_organisation_under_another_name_are_proposed_as_one() -> None:
    found = organisations_of(["Bib", "Bibliotheek Zand", "OCMW", "OCMW Zand", "OCMW Zee", "Gemeente Zand", "CAW Zand"])

    assert found.same("Bib", "Bibliotheek Zand")
    assert found.same("OCMW", "OCMW Zand")
    assert not found.same("OCMW Zand", "OCMW Zee")
    assert all(not each.sure for each in found.found if len(each.spellings) > 1)


def test_a_number_of_the_kbo_joins_two_names() -> None:
    found = organisations_of(["De Lantaarn", "Buurthuis Noord"], numbers={"de lantaarn": "1", "buurthuis noord": "1"})

    assert found.same("De Lantaarn", "Buurthuis Noord")


def test_beside_a_register_only_what_the_list_names_is_asked_about_and_nothing_of_it_less() -> None:
    register = [
        f"{kind} {town}" for kind in ("OCMW", "CAW", "Bib", "School") for town in ("Zand", "Zandt", "Zee", "Meer")
    ]
    of_list = ["Ocmw Zandt", "Bibliotheek Zee", "CAW Meers", "Buurthuis Noord"]
    names = [*register, *of_list]
    keys = {compared(name) for name in of_list}

    every, asked = organisations_of(names), organisations_of(names, listed=keys)
    of_these = {id(one) for one in every.found if keys & {compared(each) for each in one.spellings}}
    wanted = [pair for pair in every.alike if any(id(every.of(name)) in of_these for name in pair)]

    assert asked.alike == wanted
    assert 0 < len(wanted) < len(every.alike)
    assert [one.spellings for one in asked.found] == [one.spellings for one in every.found]


ASK = """
from regiewijzer.register.exchange.lists.organisations import organisations_of
print(organisations_of(["CLB Kraaienhof", "VCLB", "Atheneum Kraaienhof"]).alike)
"""


def test_every_process_asks_in_the_same_order() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", ASK],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(8)
    }

    assert len(said) == 1
    assert said.pop().count("CLB Kraaienhof") == 2
