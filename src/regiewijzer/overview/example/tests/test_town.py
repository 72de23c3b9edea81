"""Vliermonde as the mockups of the design show it, and what the rules find in it."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from babel.dates import format_date

from regiewijzer.foundation.tenancy import inside
from regiewijzer.library import catalogue, sentences
from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.meetings.models import Meeting
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.science.facts import Level
from regiewijzer.science.governance import Verdict, conditions_of, to_scale, verdict
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.overlap import pairs
from regiewijzer.science.rules import find_all
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.science.upkeep import months_between

PEOPLE = "C6"  # the capability
KANSRIJK = "Kansrijk Opgroeien"
OVERLEG = "Lokaal Overleg Kinderopvang"
HUIS = "Huis van het Kind"
SCHOOL = "Brede School"
VRIJE_TIJD = "Vrije Tijd en Armoede"
ONTHAAL = "Breed Onthaal (GBO)"
NOORD = "Zorgzame Buurt Noord"
BALANS = "Buurt in Balans"
VEILIGHEID = "Veiligheidscel (LIVC)"
SIZES = {
    KANSRIJK: 14,
    OVERLEG: 11,
    HUIS: 16,
    SCHOOL: 9,
    VRIJE_TIJD: 10,
    ONTHAAL: 8,
    NOORD: 12,
    "Zorgraad": 19,
    "Woonoverleg": 10,
    BALANS: 9,
    VEILIGHEID: 7,
}
PLATFORM = "Verenigingenplatform"
SHARED = {
    (KANSRIJK, OVERLEG): 8,
    (KANSRIJK, HUIS): 7,
    (OVERLEG, HUIS): 5,
    (SCHOOL, HUIS): 4,
    (SCHOOL, "Werkgroep Veilig naar School"): 4,
    (KANSRIJK, ONTHAAL): 5,
    (ONTHAAL, NOORD): 4,
    (NOORD, "Zorgraad"): 7,
    (ONTHAAL, "Zorgraad"): 4,
    ("Woonoverleg", BALANS): 4,
    (ONTHAAL, "Woonoverleg"): 4,
    (VRIJE_TIJD, PLATFORM): 4,
    (NOORD, PLATFORM): 4,
}  # the town with all its services is one of them
AGES = {
    OVERLEG: 230,
    HUIS: 130,
    VEILIGHEID: 95,
    "Zorgraad": 77,
    ONTHAAL: 74,
    "Woonoverleg": 58,
    VRIJE_TIJD: 46,
    SCHOOL: 38,
    BALANS: 31,
    KANSRIJK: 26,
    NOORD: 19,
    "Jongeren aan Zet": 14,
    "Digibanken-overleg": 7,
    "Klimaattafel Kaai": 3,
}
AXIS = {
    "Visienota Zorgzame buurt": (100, 0, 0, 0),
    "Lerend netwerk brugfiguren": (100, 0, 0, 0),
    "Netwerk Kansrijk Opgroeien": (100, 0, 0, 0),
    "Charter Gezonde school": (85, 15, 0, 0),
    "Label kindvriendelijke winkel": (70, 30, 0, 0),
    HUIS: (80, 0, 20, 0),
    "Oproep buurtprojecten": (20, 80, 0, 0),
    OVERLEG: (70, 0, 0, 30),
    "Kansentarief vrije tijd": (0, 100, 0, 0),
    "Premie levenslang wonen": (0, 100, 0, 0),
    "Opvangcheque late uren": (0, 80, 20, 0),
    "Convenant CLB en scholen": (40, 0, 20, 40),
    "Subsidie buitenschoolse opvang": (15, 0, 75, 10),
    "Werkingssubsidie De Brug": (0, 0, 100, 0),
    "Terugvordering van subsidies": (0, 0, 70, 30),
    "Overeenkomst woonmaatschappij": (0, 0, 50, 50),
    "Reglement leegstand winkels": (0, 0, 25, 75),
    "Conformiteitsattest huurwoning": (0, 0, 0, 100),
}


def _moved(value: Any, by: timedelta) -> Any:
    """The same facts with every date this much later."""
    if isinstance(value, date):
        return value + by
    if isinstance(value, tuple):
        return tuple(_moved(each, by) for each in value)
    if not is_dataclass(value):
        return value
    return replace(value, **{each.name: _moved(getattr(value, each.name), by) for each in fields(value) if each.init})


def _network(example: Example, name: str):
    return next(network for network in example.register.networks if network.name == name)


def test_no_finding_type_is_silent(example: Example) -> None:
    """Each occurs in an example authority, from facts that stand in its files; texts about people get rules later."""
    running = {rule.value for rule in Rule}
    told = {each.rule for each in catalogue.finding_types() if each.capability != PEOPLE}

    assert sorted((running | told) - example.fired) == []


def test_a_fact_that_several_tools_see_is_one_finding(example: Example) -> None:
    told = {
        finding.subjects[0].name: (finding.rule, [other.rule for other in finding.also])
        for finding in example.findings
        if finding.also
    }

    assert told == {
        NOORD: ("goal.too_broad", ["goal.low"]),
        "Jongeren aan Zet": ("form.consensus_too_low", ["cooperation.low", "cooperation.split"]),
        "Woonoverleg": ("cooperation.brings_more", ["cooperation.gets_more"]),
    }


def test_the_findings_are_stored_as_the_rules_give_them(example: Example) -> None:
    stored = StoredFinding.objects.standing()

    assert {each.key for each in stored} == {finding.key for finding in example.findings}


@pytest.mark.parametrize("days", range(-400, 1500, 41))
def test_the_same_findings_hold_on_any_day(example: Example, days: int) -> None:
    later = find_all(_moved(example.register, timedelta(days=days)), DEFAULTS)

    assert [finding.key for finding in later] == [finding.key for finding in example.findings]


def test_kansrijk_opgroeien_bears_no_form_without_a_lead(example: Example) -> None:
    many = example.finding(Rule.TOO_MANY_PARTICIPANTS, KANSRIJK)
    trust = example.finding(Rule.TRUST_TOO_LOW, KANSRIJK)

    assert sentences.sentence(many).plain == (
        "Kansrijk Opgroeien draait als zelfregulerend netwerk met 13 partners; de gekozen grens voor die vorm is 8."
    )
    assert many.certainty == "great"
    assert (trust.numbers["value"], trust.numbers["answers"]) == (2.8, 12)


def test_a_lead_organisation_is_the_lightest_form_that_fits(example: Example) -> None:
    network = _network(example, KANSRIJK)
    now = conditions_of(network.measurements[-1])

    assert network.form == "self_regulating"
    assert [verdict(form, now) for form in ("self_regulating", "lead_organisation")] == [Verdict.SHORT, Verdict.FITS]


def test_kansrijk_opgroeien_was_measured_twice(example: Example) -> None:
    before, now = _network(example, KANSRIJK).measurements
    shown = [
        [round(to_scale(value), 1) for value in (each.trust, each.consensus, each.need) if value is not None]
        for each in (before, now)
    ]

    assert shown == [[3.3, 3.9, 2.1], [2.8, 4.1, 2.2]]
    assert (before.measured_on.strftime("%Y-%m"), now.measured_on) == ("2026-03", date(2026, 10, 14))
    assert (before.participants, now.participants) == (9, 14)
    assert now.trust_in_lead is not None
    assert round(to_scale(now.trust_in_lead), 1) == 3.8
    assert (now.answers, now.invited) == (12, 14)


def test_the_members_of_then_are_those_that_were_measured(example: Example) -> None:
    network = Network.objects.get(name=KANSRIJK)

    def sitting(day: date) -> int:
        return Membership.objects.sitting(day).filter(network=network).count()

    assert [sitting(date(2024, 9, 12)), sitting(date(2026, 3, 17)), sitting(date(2026, 10, 14))] == [6, 9, 14]
    assert network.memberships.get(organisation__name="CLB De Linde").ended == date(2026, 6, 9)


def test_the_goal_is_worded_as_on_the_page(example: Example) -> None:
    assert _network(example, KANSRIJK).goal == (
        "Tegen eind 2027 heeft elk gezin met jonge kinderen in armoede één vaste gids die de weg naar hulp kent."
    )


def test_ten_of_thirteen_work_in_care_and_nobody_speaks_for_families(example: Example) -> None:
    hammer = example.finding(Rule.ONE_DOMAIN_DOMINATES, KANSRIJK)

    assert (hammer.numbers["count"], hammer.numbers["total"], hammer.numbers["domain"]) == (10, 13, "health")
    assert example.finding(Rule.NO_USER_VOICE, KANSRIJK)


def test_two_networks_sit_with_nearly_the_same_people(example: Example) -> None:
    crossing = example.finding(Rule.MANDATED_CROSSES_LOCAL, KANSRIJK, OVERLEG)

    assert (crossing.numbers["shared"], crossing.numbers["total"], crossing.numbers["origin"]) == (8, 10, "flanders")
    assert crossing.numbers["in_common"] == "alike"
    assert crossing.certainty == "fair"  # among so many pairs this may be chance


def test_networks_have_the_sizes_and_ages_of_the_mockups(example: Example) -> None:
    sizes = {name: len(_network(example, name).partners) for name in SIZES}
    ages = {name: months_between(_network(example, name).started, example.today) for name in AGES}

    assert sizes == SIZES
    assert ages == AGES


def test_networks_share_the_partners_of_the_mockups(example: Example) -> None:
    shown = {
        frozenset((pair.first.name, pair.second.name)): pair.shared
        for pair in pairs(example.register.networks, min_shared=4)
        if {pair.first.name, pair.second.name} & SIZES.keys()
    }

    assert shown == {frozenset(names): shared for names, shared in SHARED.items()}


def test_one_network_is_stuck(example: Example) -> None:
    late = example.finding(Rule.TWO_YEARS_NO_RESULT)

    assert (late.numbers["network"], late.numbers["months"]) == (BALANS, 31)
    assert example.finding(Rule.NO_FORM_FITS, BALANS)


def test_results_of_networks_are_those_of_the_mockups(example: Example) -> None:
    assert _network(example, OVERLEG).results == {Level.NETWORK, Level.ORGANISATIONS}
    assert _network(example, SCHOOL).results == set(Level)
    assert _network(example, KANSRIJK).results == {Level.NETWORK}


def test_a_goal_that_is_too_broad_reads_as_in_the_product_paper(example: Example) -> None:
    broad = example.finding(Rule.GOAL_TOO_BROAD)

    assert sentences.sentence(broad).plain == (
        "Het doel van Zorgzame Buurt Noord noemt 3 doelgroepen en 4 beleidsdomeinen; "
        "voor 7 van 12 partners is er een actie."
    )


def test_the_eighteen_instruments_of_the_axis_have_their_shares(example: Example) -> None:
    stored = {each.name: each for each in Instrument.objects.all()}
    shares = {name: tuple(getattr(stored[name], share) for share in Instrument.SHARES) for name in AXIS}

    assert shares == AXIS
    assert stored["Terugvordering van subsidies"].status == "display_case"


def test_one_instrument_is_stronger_than_needed(example: Example) -> None:
    strong = example.finding(Rule.POWER_TOO_STRONG)

    assert strong.numbers == {
        "instrument": "Reglement leegstand winkels",
        "used": 4,
        "needed": 1,
        "goal_reached": 3,
        "partners_worse": 2,
        "partners_total": 5,
    }


def test_meetings_of_a_series_fall_on_the_day_that_it_says(example: Example) -> None:
    with inside(example.authority.pk):
        found = list(Meeting.objects.exclude(series="").values_list("series", "held_on"))

    assert len(found) == 4
    assert {f" op {format_date(day, 'EEEE', locale='nl')} om " in words for words, day in found} == {True}
