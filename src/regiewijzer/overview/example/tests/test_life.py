"""The people, decisions and past of Vliermonde, and what the rest of the program makes of them."""

from datetime import date

from regiewijzer.foundation.audit.queries import broken_link
from regiewijzer.library import sentences
from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries import how_decisions_did, open_findings, weekly_change
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import GuestSeat, Management
from regiewijzer.register.networks.queries import networks_of_guest
from regiewijzer.register.organisations.models import Identifier, Organisation, Person
from regiewijzer.register.search.queries import search
from regiewijzer.science.rules.vocabulary import Rule

KANSRIJK = "Kansrijk Opgroeien"
OVERLEG = "Lokaal Overleg Kinderopvang"


def test_three_of_four_decisions_helped(example: Example) -> None:
    assert how_decisions_did() == (3, 4)


def test_two_findings_came_this_week_and_one_went(example: Example) -> None:
    assert weekly_change(example.today) == (2, 1)


def test_kansrijk_was_found_the_day_after_it_was_measured(example: Example) -> None:
    found = StoredFinding.objects.standing().get(rule=Rule.TOO_MANY_PARTICIPANTS)

    assert found.found_on == date(2026, 10, 15)


def test_nothing_was_found_after_today(example: Example) -> None:
    assert not StoredFinding.objects.filter(found_on__gt=example.today).exists()


def test_every_finding_and_every_decision_has_a_sentence(example: Example) -> None:
    for decision in Decision.objects.exclude(finding=""):
        for numbers in (decision.numbers, decision.review_numbers):
            assert not numbers or sentences.sentence_of(decision.rule, numbers).plain
    for stored in StoredFinding.objects.all():
        assert sentences.sentence(stored).plain


def test_answered_findings_are_no_longer_open(example: Example) -> None:
    still_open = {finding.stored.rule for finding in open_findings()}

    assert Rule.TOO_MANY_PARTICIPANTS in still_open
    assert Rule.TWO_YEARS_NO_RESULT in still_open
    assert Rule.DETERRENT_WORKS not in still_open


def test_an_answer_remembers_what_the_finding_rested_on(example: Example) -> None:
    answer = Decision.objects.get(name="’t Klinket niet overvragen")

    assert (answer.rule, answer.numbers["count"], answer.organisation.name) == (Rule.MEMBER_LOAD, 7, "’t Klinket")
    assert answer.decided_by.user.name == "Hilde Maertens"


def test_people_manage_their_networks(example: Example) -> None:
    managed = Management.objects.filter(network__name=KANSRIJK).values_list("position__user__name", flat=True)

    assert set(managed) == {"Jonas Claeys", "Nadia Bensalem"}


def test_the_guest_sees_the_two_networks_of_the_organisation(example: Example) -> None:
    seat = GuestSeat.objects.get()

    assert set(networks_of_guest(seat.position).values_list("name", flat=True)) == {KANSRIJK, OVERLEG}


def test_persons_sit_for_their_organisation(example: Example) -> None:
    els, nele = Person.objects.get(name="Els Wouters"), Person.objects.get(name="Nele Van Damme")

    assert els.archived
    assert els.seats.get().membership.ended == date(2026, 6, 9)
    assert nele.email == "nele.vandamme@opgroeien-scheldekouter.example"
    assert nele.seats.get(membership__network__name=KANSRIJK).critical_voice
    assert {seat.membership.network.name for seat in nele.seats.all()} == {
        KANSRIJK,
        "Huis van het Kind",
        "Stuurgroep Huis van het Kind",
    }


def test_a_person_sits_in_the_membership_that_holds(example: Example) -> None:
    filip = Person.objects.get(name="Filip Terryn")

    assert filip.organisation.memberships.filter(network__name="Woonoverleg").count() == 2
    assert filip.seats.get().membership.ended is None


def test_a_decision_that_is_open_answers_what_the_rules_find(example: Example) -> None:
    found = {key for stored in StoredFinding.objects.standing() for key in stored.keys}
    answers = Decision.objects.standing().exclude(finding="")

    assert answers
    assert [decision.name for decision in answers if decision.finding not in found] == []


def test_nobody_can_log_in_with_a_password(example: Example) -> None:
    positions = example.authority.positions.select_related("user")

    assert positions
    assert not any(position.user.has_usable_password() for position in positions)


def test_organisations_keep_their_kbo_number_in_plain_digits(example: Example) -> None:
    assert {len(number.value) for number in Identifier.objects.all()} == {10}
    assert Organisation.objects.get(name="Gemeente Vliermonde").identifiers.get().value == example.authority.kbo


def test_everything_can_be_found_by_search(example: Example) -> None:
    kinds = {found.kind for found in search("Nestje")}

    assert "organisation" in kinds
    assert search("huisartsenkring")[0].title == "Huisartsenkring Vlierland"
    assert {found.kind for found in search("Kansrijk Opgroeien")} >= {"network", "instrument", "decision"}


def test_the_trail_is_whole(example: Example) -> None:
    assert broken_link() is None
