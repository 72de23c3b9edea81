"""The files of the examples, read without a database."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from regiewijzer.overview.example.queries import (
    AUTHORITIES,
    CONTENT,
    STORY_DAY,
    Story,
    StoryMistakes,
    moved,
    read_story,
)
from regiewijzer.register.organisations.models import Scheme, clean_number

VLIERMONDE = read_story(CONTENT / "vliermonde")
NO_SUCH_NUMBERS = "01"  # the KBO began to count at 0200, so these were never given out

AUTHORITY = "authority: {slug: elders, name: Elders, service: Welzijn, kbo: 0150.416.316, accent: leie}\n"
MEASUREMENT = "forms:\n- {network: Zorgtafel, day: 2026-10-05, source: survey, participants: 4, trust: hoog}"
PARTNER = "organisations:\n- {name: De Brug, kind: care, domains: [health], as_of: 2026-10-05}\n"


def _mistakes(folder: Path, text: str) -> str:
    (folder / "alles.yaml").write_text(AUTHORITY + text)
    with pytest.raises(StoryMistakes) as raised:
        read_story(folder)
    return str(raised.value)


def _network(**changes: str) -> str:
    fields = {
        "name": "Zorgtafel",
        "themes": "[leisure]",
        "target_groups": "[ouderen]",
        "territory": "Noord",
        "as_of": "2026-10-05",
        "started": "2024-01-08",
        "meetings_per_year": "4",
        "goals": "[]",
        "forms": "[]",
        "members": "[{who: De Brug}]",
    }
    written = ", ".join(f"{name}: {value}" for name, value in (fields | changes).items())
    return f"{PARTNER}networks:\n- {{{written}}}\n"


def test_the_town_is_as_large_as_it_should_be() -> None:
    persons = [worker for team in VLIERMONDE.teams for worker in team.people]

    assert len(VLIERMONDE.challenges) >= 12
    assert len(VLIERMONDE.instruments) >= 25
    assert len([network for network in VLIERMONDE.networks if network.ended is None]) >= 35
    assert len(VLIERMONDE.organisations) == 127
    assert len(persons) >= 120
    assert sum(worker.critical for worker in persons) >= 15


def test_networks_come_from_every_government() -> None:
    assert {network.origin.value for network in VLIERMONDE.networks} == {
        "own",
        "flanders",
        "federal",
        "province",
        "other",
    }


def test_somebody_has_an_account_in_every_role() -> None:
    roles = {colleague.name: colleague.role.value for colleague in VLIERMONDE.people}

    assert set(roles.values()) == {
        "administrator", "coordinator", "network_manager", "contributor", "reader", "guest", "facilitator",
    }  # fmt: skip
    assert roles["Hilde Maertens"] == "coordinator"
    assert roles["Jonas Claeys"] == "network_manager"
    assert roles["Nadia Bensalem"] == "contributor"


@pytest.mark.parametrize("name", AUTHORITIES)
def test_kbo_numbers_are_valid_different_and_nobody_s(name: str) -> None:
    story = read_story(CONTENT / name)
    numbers = [clean_number(Scheme.KBO, partner.kbo) for partner in story.organisations if partner.kbo]

    assert numbers
    assert len(numbers) == len(set(numbers))
    assert all(
        number.startswith(NO_SUCH_NUMBERS) for number in (*numbers, clean_number(Scheme.KBO, story.authority.kbo))
    )


def test_one_person_works_in_both_examples() -> None:
    addresses = [{colleague.email for colleague in read_story(CONTENT / name).people} for name in AUTHORITIES]

    assert addresses[0] & addresses[1] == {"hilde.maertens@vliermonde.example"}


def test_every_address_is_one_that_cannot_exist() -> None:
    addresses = [team.mail for team in VLIERMONDE.teams] + [colleague.email for colleague in VLIERMONDE.people]

    assert all(address.endswith(".example") for address in addresses)


def test_every_network_of_today_has_a_goal_a_form_and_members() -> None:
    bare = [
        network.name
        for network in VLIERMONDE.networks
        if not (network.goals and network.forms and len(network.members) >= 3)
    ]

    assert bare == []


def test_a_good_part_of_what_partners_do_is_written_down_once() -> None:
    actions = Counter(seat.action for network in VLIERMONDE.networks for seat in network.members if seat.action)
    repeated = {action: times for action, times in actions.items() if times > 2}

    assert len(actions) >= 150
    assert repeated == {}


def test_moving_the_story_moves_its_dates_and_the_dates_in_its_texts() -> None:
    later = moved(VLIERMONDE, timedelta(days=100))
    before, after = (
        next(network for network in story.networks if network.name == "Kansrijk Opgroeien")
        for story in (moved(VLIERMONDE, timedelta()), later)
    )

    assert after.started == before.started + timedelta(days=100)
    assert "tegen 1 december." in before.members[2].action
    assert "tegen 11 maart." in after.members[2].action
    assert before.goals[-1].text.startswith("Tegen eind 2027 heeft")
    assert after.goals[-1].text.startswith("Tegen eind 2028 heeft")


def test_no_date_stays_behind_in_braces() -> None:
    assert "{20" not in repr(moved(VLIERMONDE, timedelta()))


def test_a_story_needs_only_an_authority(tmp_path: Path) -> None:
    (tmp_path / "alles.yaml").write_text(AUTHORITY)

    assert read_story(tmp_path) == Story(authority=read_story(tmp_path).authority)


def test_a_story_without_an_authority_says_so(tmp_path: Path) -> None:
    (tmp_path / "partners.yaml").write_text(PARTNER)

    with pytest.raises(StoryMistakes, match="“authority” is missing"):
        read_story(tmp_path)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("organisatons: []", "alles.yaml: “organisatons” is not a part of the story. Did you mean “organisations”?"),
        (PARTNER.replace("as_of", "as_off"), "De Brug: “as_off” is not a field here. Did you mean “as_of”?"),
        (PARTNER.replace("as_of", "as_off"), "De Brug: “as_of” is missing."),
        (PARTNER.replace("2026-10-05", "oktober"), "De Brug, as_of: “oktober” must be a date such as 2026-11-23."),
        (PARTNER.replace("care", "zorg"), "De Brug, kind: “zorg” must be one of municipality, ocmw,"),
        (PARTNER.replace("[health]", "health"), "De Brug, domains: “health” must be a list."),
        (PARTNER.replace("[health]", "[helth]"), "De Brug: there is no domain “helth”. Did you mean “health”?"),
        (PARTNER.replace("}", ", own: ja}"), "De Brug, own: “ja” must be true or false."),
        (PARTNER.replace("}", ", kbo: 0150.416.317}"), "De Brug: “0150.416.317”"),
        (PARTNER + PARTNER.splitlines()[1], "The organisation “De Brug” is there 2 times."),
        (_network(members="[{who: De Burg}]"), "there is no organisation “De Burg”. Did you mean “De Brug”?"),
        (_network(members="[{who: De Brug}, {who: De Brug}]"), "Zorgtafel: De Brug sits in it 2 times."),
        (_network(members="[{who: De Brug, since: 5}]"), "Zorgtafel, members, De Brug, since: “5” must be a date"),
        (_network(themes="[leasure]"), "Zorgtafel: there is no theme “leasure”. Did you mean “leisure”?"),
        (_network(meetings_per_year="vier"), "Zorgtafel, meetings_per_year: “vier” must be a whole number."),
        ("people:\n- {name: An, email: an@elders.example, role: guest}", "An: a guest, and nobody else,"),
        (MEASUREMENT, "Zorgtafel, trust: “hoog” must be a number such as 3.8."),
        ("[1, 2]", "this is not YAML"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_place_and_what_is_expected(tmp_path: Path, text: str, sentence: str) -> None:
    assert sentence in _mistakes(tmp_path, text)


def test_shares_of_power_sum_to_a_hundred(tmp_path: Path) -> None:
    instrument = "{name: Premie, power: {market: 80}, goal: Doen, serves: [], started: 2024-01-08, as_of: 2026-10-05}"

    assert "Premie: the shares of “power” sum to 80, not 100." in _mistakes(tmp_path, f"instruments:\n- {instrument}")


def test_a_person_sits_only_where_their_organisation_does(tmp_path: Path) -> None:
    other = "- {name: De Kaai, kind: care, domains: [health], as_of: 2026-10-05}\nnetworks:"
    person = "{name: An, function: arts, years: 3, sits_in: [Zorgtafel]}"
    team = f"teams:\n- {{organisation: De Kaai, mail: kaai.example, people: [{person}]}}"

    found = _mistakes(tmp_path, _network().replace("networks:", other) + team)

    assert "An: De Kaai is no member of Zorgtafel." in found


def test_an_old_decision_carries_the_numbers_of_its_sentence(tmp_path: Path) -> None:
    finding = "about: [{network: Zorgtafel}], finding: goal.too_broad, numbers: {groups: 3}"
    decision = f"{{name: Vier, answer: act, by: An, day: 2026-10-05, {finding}}}"
    people = "people:\n- {name: An, email: an@elders.example, role: coordinator}\n"

    found = _mistakes(tmp_path, _network() + people + f"decisions:\n- {decision}")

    assert "Vier: goal.too_broad needs the number “active”." in found
    assert "groups" not in found


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    assert len(_mistakes(tmp_path, PARTNER.replace("care", "zorg").replace("2026-10-05", "nu")).splitlines()) == 2


def test_a_story_can_be_told_on_a_leap_day() -> None:
    later = moved(VLIERMONDE, date(2028, 2, 29) - STORY_DAY)

    assert max(network.as_of for network in later.networks) <= date(2028, 2, 29)
