"""The folders of the examples, read without a database."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from regiewijzer.overview.example.actions import building
from regiewijzer.overview.example.files import AUTHORITIES, CONTENT, STORY_DAY, Example, moved, read_example
from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.organisations.models import Scheme, clean_number

VLIERMONDE = read_example(CONTENT / "vliermonde")
NO_SUCH_NUMBERS = "01"  # the KBO began to count at 0200, so these were never given out


def _rows(example: Example, title: str) -> list[dict[Raw, Raw]]:
    sheet = next(sheet for sheet in example.sheets if sheet.title == title)
    (_number, headings), *rows = sheet.rows
    return [dict(zip(headings, cells, strict=False)) for _number, cells in rows]


def test_the_town_is_as_large_as_it_should_be() -> None:
    persons = _rows(VLIERMONDE, "Mensen")

    assert len(_rows(VLIERMONDE, "Opgaven")) >= 12
    assert len(_rows(VLIERMONDE, "Instrumenten")) >= 25
    assert len([network for network in _rows(VLIERMONDE, "Netwerken") if not network["Einde"]]) >= 35
    assert len(_rows(VLIERMONDE, "Partners")) == 127
    assert len(persons) >= 120
    assert sum(seat["Kritische stem"] == "ja" for seat in _rows(VLIERMONDE, "Zetels")) >= 15


def test_networks_come_from_every_government() -> None:
    origins = {network["Herkomst"] for network in _rows(VLIERMONDE, "Netwerken")}

    assert origins == {"Eigen initiatief", "Vlaanderen", "Federale overheid", "Provincie", "Andere overheid"}


def test_somebody_has_an_account_in_every_role() -> None:
    roles = {colleague.name: colleague.role.value for colleague in VLIERMONDE.people}

    assert set(roles.values()) == {
        "administrator", "coordinator", "network_manager", "contributor", "reader", "guest", "facilitator",
    }  # fmt: skip
    assert roles["Hilde Maertens"] == "coordinator"
    assert roles["Jonas Claeys"] == "network_manager"
    assert roles["Nadia Bensalem"] == "contributor"


def test_a_guest_and_nobody_else_works_for_a_partner() -> None:
    assert [colleague.role.value for colleague in VLIERMONDE.people if colleague.works_for] == ["guest"]


@pytest.mark.parametrize("name", AUTHORITIES)
def test_kbo_numbers_are_valid_different_and_nobody_s(name: str) -> None:
    example = read_example(CONTENT / name)
    written = [str(partner["KBO-nummer"]) for partner in _rows(example, "Partners") if partner["KBO-nummer"]]
    numbers = [clean_number(Scheme.KBO, number) for number in written]

    assert numbers
    assert len(numbers) == len(set(numbers))
    assert all(
        number.startswith(NO_SUCH_NUMBERS) for number in (*numbers, clean_number(Scheme.KBO, example.authority.kbo))
    )


def test_one_person_works_in_both_examples() -> None:
    addresses = [{colleague.email for colleague in read_example(CONTENT / name).people} for name in AUTHORITIES]

    assert addresses[0] & addresses[1] == {"hilde.maertens@vliermonde.example"}


def test_every_address_is_one_that_cannot_exist() -> None:
    addresses = [str(person["E-mail"]) for person in _rows(VLIERMONDE, "Mensen")]
    addresses += [colleague.email for colleague in VLIERMONDE.people]

    assert all(address.endswith(".example") for address in addresses)


def test_every_network_of_today_has_a_goal_a_form_and_members() -> None:
    """A part of another network has no form of its own."""
    members = Counter(member["Netwerk"] for member in _rows(VLIERMONDE, "Leden"))
    today = [network for network in _rows(VLIERMONDE, "Netwerken") if not network["Einde"]]
    bare = [
        network["Naam"]
        for network in today
        if not (network["Doel"] and (network["Vorm"] or network["Deel van"]) and members[network["Naam"]] >= 3)
    ]

    assert bare == []


def test_a_good_part_of_what_partners_do_is_written_down_once() -> None:
    actions_ = Counter(member["Actie"] for member in _rows(VLIERMONDE, "Leden") if member["Actie"])
    repeated = {action: times for action, times in actions_.items() if times > 2}

    assert len(actions_) >= 150
    assert repeated == {}


def test_moving_moves_dates_and_the_dates_in_texts() -> None:
    later = moved(VLIERMONDE, timedelta(days=100))
    before, after = (_rows(example, "Netwerken")[0] for example in (moved(VLIERMONDE, timedelta()), later))
    acts = [
        [str(member["Actie"]) for member in _rows(example, "Leden") if member["Netwerk"] == "Kansrijk Opgroeien"]
        for example in (moved(VLIERMONDE, timedelta()), later)
    ]

    assert (before["Start"], after["Start"]) == ("12/09/2024", "21/12/2024")
    assert any("tegen 1 december." in action for action in acts[0])
    assert any("tegen 11 maart." in action for action in acts[1])
    assert str(before["Doel"]).startswith("Tegen eind 2027 heeft")
    assert str(after["Doel"]).startswith("Tegen eind 2028 heeft")
    assert later.people[1].manages[0].since == VLIERMONDE.people[1].manages[0].since + timedelta(days=100)


def test_no_date_stays_behind_in_braces() -> None:
    assert "{20" not in repr(moved(VLIERMONDE, timedelta()))


def test_it_can_be_told_on_a_leap_day() -> None:
    later = moved(VLIERMONDE, date(2028, 2, 29) - STORY_DAY)

    days = [date(*map(int, reversed(str(each["Stand op"]).split("/")))) for each in _rows(later, "Netwerken")]
    assert max(days) <= date(2028, 2, 29)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("authority.yaml", "role: coordinator", "role: coordinater", "Did you mean “coordinator”?"),
        ("authority.yaml", "since: 2024-09-12", "since: soon", "“since” must be a day such as 2026-11-23, not “soon”."),
        ("Partners.csv", ";Gemeente;", ";Gemente;", "Gemente"),
        ("Leden.csv", "Lid sinds", "Bij sinds", "Bij sinds"),
        ("Leden.csv", "Kansrijk Opgroeien", "Kansrijk Opgroien", "Kansrijk Opgroien"),
    ],
)
def test_a_mistake_in_the_files_is_told_and_nothing_is_built(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, old: str, new: str, said: str
) -> None:
    folder = copytree(CONTENT, tmp_path / "content")
    path = folder / "vliermonde" / file
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(building, "CONTENT", folder)

    with pytest.raises(ValueError, match=file.removesuffix(".csv")) as raised:
        building.build_example(today=STORY_DAY)

    assert said in str(raised.value)
