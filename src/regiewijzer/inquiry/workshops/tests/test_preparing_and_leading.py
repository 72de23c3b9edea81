import re

import pytest
from tests.accounts import Member
from tests.workshops import a_question, a_session, opened

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.actions.leading import set_shown, set_voting
from regiewijzer.inquiry.workshops.models import JoinLink, Question, Subject, Workshop
from regiewijzer.inquiry.workshops.queries.sources import chosen, questions_from
from regiewijzer.inquiry.workshops.tests import phones
from regiewijzer.register.networks.models import Network

HERE = "/vliermonde/werksessies/"


def test_the_screen_hides_results_until_they_are_shown(
    workshop: Workshop, question: Question, join_link: JoinLink, facilitator: Member
) -> None:
    for _phone_nr in range(5):
        phones.answered(phones.came_in(join_link), join_link, question, value="4")
    screen = f"{HERE}{workshop.pk}/scherm/"

    before = facilitator.client.get(screen).content.decode()
    facilitator.client.post(f"{HERE}{workshop.pk}/tonen/", {"show": "yes", "from": "screen"})
    after = facilitator.client.get(screen).content.decode()
    facilitator.client.post(f"{HERE}{workshop.pk}/tonen/", {"show": "no", "from": "screen"})
    hidden_again = facilitator.client.get(screen).content.decode()

    assert 'class="p answers"' not in before
    assert 'class="p answers"' in after
    assert 'class="p answers"' not in hidden_again
    assert "of one mind" in after
    assert facilitator.user.name not in after  # a shared screen shows no names


def test_results_that_are_shown_grow_when_voting_opens_again(
    workshop: Workshop, question: Question, join_link: JoinLink, facilitator: Member
) -> None:
    set_shown(workshop=workshop, shown=True)
    workshop.refresh_from_db()
    set_voting(workshop=workshop, is_open=True, seen=workshop.stage)
    seen = []
    for _phone_nr in range(11):
        phones.answered(phones.came_in(join_link), join_link, question, value="4")
        question.refresh_from_db()
        seen.append(question.released["answered"] if question.released else 0)

    assert seen == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]


def test_a_session_is_prepared_run_and_run_again(facilitator: Member, network: Network) -> None:
    client = facilitator.client
    here = client.post(f"{HERE}nieuw/?network={network.pk}", {"title": "Regiedag"})["location"]
    page = client.get(f"{here}vragenlijst/?key=governance-conditions").content.decode()
    items = re.findall(r'name="items" value="([^"]+)"', page)
    client.post(f"{here}vragenlijst/?key=governance-conditions", {"items": items[:2]})
    wrong = client.post(f"{here}vragenlijst/?key=governance-conditions", {"items": [], "sent": "yes"})
    client.post(f"{here}vragen/nieuw/choice/", {"text": "Waar beginnen we?", "options": "Loket\nLijst", "most": "1"})
    asked = list(Workshop.objects.get().questions.values_list("kind", "text"))

    client.post(f"{here}openen/")
    lead = client.get(here, follow=True)
    client.post(f"{here}einde/")
    account = client.get(here, follow=True)
    client.post(f"{here}kopie/")

    assert wrong.status_code == 422
    assert [kind for kind, _text in asked] == ["scale", "scale", "choice"]
    assert lead.redirect_chain[-1][0] == f"{here}leiden/"
    assert account.redirect_chain[-1][0] == f"{here}verslag/"
    assert [each.status for each in Workshop.objects.order_by("pk")] == ["ended", "prepared"]
    assert Subject.objects.filter(network=network).count() == 2


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        ("choice", {"text": "Wat?", "options": "een", "most": "1"}, "Give from 2 to 12 options"),
        ("choice", {"text": "Wat?", "options": "een\neen", "most": "1"}, "stands there twice"),
        ("choice", {"text": "Wat?", "options": "een\ntwee", "most": "3"}, "There are fewer options than that."),
        ("ranking", {"text": "Wat?", "options": "\n".join("abcdefghi")}, "Give from 2 to 8 options"),
        ("placing", {"text": "Wie?", "network": "Bestaat niet"}, "is not in the list"),
        ("scale", {"text": "", "low": "a", "high": "b"}, "This field is required."),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(
    workshop: Workshop, facilitator: Member, kind: str, typed: dict[str, str], sentence: str
) -> None:
    answer = facilitator.client.post(f"{HERE}{workshop.pk}/vragen/nieuw/{kind}/", typed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert workshop.questions.count() == 1


def test_a_subject_of_the_register_must_be_in_it(workshop: Workshop, facilitator: Member, network: Network) -> None:
    to = f"{HERE}{workshop.pk}/over/"

    unknown = facilitator.client.post(to, {"kind": "network", "name": "Bestaat niet"})
    known = facilitator.client.post(to, {"kind": "network", "name": network.name.upper()})
    again = facilitator.client.post(to, {"kind": "service", "name": network.name.upper()})

    assert (unknown.status_code, known.status_code, again.status_code) == (422, 302, 422)
    assert Subject.objects.get().network == network


def test_a_question_of_a_questionnaire_keeps_its_steps(workshop: Workshop, facilitator: Member) -> None:
    here = f"{HERE}{workshop.pk}/"
    draft = questions_from(chosen("governance-conditions"))[0]
    facilitator.client.post(f"{here}vragenlijst/?key=governance-conditions", {"items": [draft.item]})
    taken = workshop.questions.exclude(source={}).get()
    before = taken.options

    facilitator.client.post(f"{here}vragen/{taken.pk}/", {"text": "Met andere woorden", "low": "x", "high": "y"})

    taken.refresh_from_db()
    assert (taken.text, taken.options) == ("Met andere woorden", before)


def test_who_does_not_lead_sees_accounts_and_no_preparation(
    workshop: Workshop, question: Question, reader: Member, facilitator: Member
) -> None:
    before = reader.client.get(HERE).content.decode()
    end(workshop=workshop, actor=facilitator.actor)

    after = reader.client.get(HERE).content.decode()

    assert "Regiedag" not in before
    assert "Regiedag" in after
    assert reader.client.get(f"{HERE}{workshop.pk}/").status_code == 403
    assert reader.client.get(f"{HERE}{workshop.pk}/verslag/").status_code == 200


def test_two_clicks_are_one_step(facilitator: Member, vliermonde: Authority) -> None:
    workshop = a_session(facilitator.position, a_question(text="Een"), a_question(text="Twee"), a_question(text="Drie"))
    opened(workshop, facilitator.position, at=0)
    seen = {"seen": workshop.stage}

    for _click in range(2):
        facilitator.client.post(f"{HERE}{workshop.pk}/naar/", {"number": workshop.at + 1, **seen})
    said = facilitator.client.get(f"{HERE}{workshop.pk}/leiden/").content.decode()

    workshop.refresh_from_db()
    assert workshop.at == 1
    assert "The room had moved on already" in said
