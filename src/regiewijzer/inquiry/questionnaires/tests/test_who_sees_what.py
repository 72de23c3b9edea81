"""Who opens which form: a colleague, its writer, the person it is about, a stranger."""

from collections.abc import Callable

import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.definitions.catalogue import questionnaire
from regiewijzer.inquiry.questionnaires.models import Sitting, Status
from regiewijzer.inquiry.questionnaires.tests.conftest import all_answers

pytestmark = pytest.mark.usefixtures("english")

LIST = "/vliermonde/vragenlijsten/"
Complete = Callable[..., Sitting]


def _page(sitting: Sitting, what: str = "") -> str:
    return f"{LIST}beurt/{sitting.pk}/{what}"


def _begun(member: Member, world: World, key: str, **more: str) -> Sitting:
    """Begins a form by the screen."""
    sent = {"way": "alone", **more}
    answer = member.client.post(f"{LIST}{key}/invullen/", sent)
    assert answer.status_code == 302, answer.content.decode()
    with inside(world.authority.pk):
        return Sitting.objects.order_by("-id")[0]


def test_the_manager_fills_in_about_their_own_network_alone(world: World, manager: Member, reader: Member) -> None:
    other = {"way": "alone", "subject": "Huis van het Kind"}

    begun = _begun(manager, world, "goal-quality", subject="Kansrijk Opgroeien")
    elsewhere = manager.client.post(f"{LIST}goal-quality/invullen/", other)

    assert begun.network_id is not None
    assert elsewhere.status_code == 422
    assert manager.client.get(f"{LIST}instrument-evaluation/invullen/").status_code == 403
    assert reader.client.get(f"{LIST}goal-quality/invullen/").status_code == 403


def test_a_manager_who_was_relieved_keeps_no_way_in(world: World, manager: Member) -> None:
    sitting = _begun(manager, world, "goal-quality", subject="Kansrijk Opgroeien")
    with inside(world.authority.pk):
        manager.position.managements.all().delete()

    assert manager.client.get(_page(sitting)).status_code == 403
    assert manager.client.post(f"{_page(sitting, 'bewaren/')}?part=1", {}).status_code == 403


def test_colleagues_see_a_result_about_a_network_and_strangers_do_not(
    coordinator: Member, reader: Member, stranger: Member, guest: Member, complete: Complete
) -> None:
    done = complete(coordinator, "goal-quality", {"attractive.worth_it": 5, "attractive.tell": 5})

    assert reader.client.get(_page(done, "resultaat/")).status_code == 200
    assert stranger.client.get(_page(done, "resultaat/")).status_code == 404
    assert guest.client.get(_page(done, "resultaat/")).status_code == 403


@pytest.mark.parametrize("key", ["manager-roles", "manager-competences", "readiness"])
def test_what_somebody_says_of_themselves_is_for_their_eyes_only(
    key: str, reader: Member, administrator: Member, complete: Complete
) -> None:
    answers = all_answers(questionnaire(key), 2)
    done = complete(reader, key, answers, layer="staff" if key == "readiness" else "")

    own = reader.client.get(_page(done, "resultaat/"))
    others = [administrator.client.get(_page(done, part)).status_code for part in ("resultaat/", "", "klaar/")]

    assert "for your eyes only" in own.content.decode()
    assert others == [404, 404, 404]
    assert administrator.client.post(_page(done, "weg/")).status_code == 404
    assert _page(done, "resultaat/") not in administrator.client.get(f"{LIST}{key}/").content.decode()


def test_somebody_may_throw_away_their_own_result(reader: Member, complete: Complete) -> None:
    done = complete(reader, "manager-competences", {"personal.open": 5})

    gone = reader.client.post(_page(done, "weg/"))

    assert gone["location"] == LIST
    assert not Sitting.objects.exists()


def test_a_draft_is_its_writers_own(world: World, manager: Member, administrator: Member) -> None:
    sitting = _begun(manager, world, "goal-quality", subject="Kansrijk Opgroeien")

    for part in ("", "criteria/", "klaar/", "resultaat/"):
        assert administrator.client.get(_page(sitting, part)).status_code == 404
    for part in ("", "bewaren/", "klaar/", "weg/"):
        assert administrator.client.post(_page(sitting, part), {}).status_code == 404
    with inside(world.authority.pk):
        assert Sitting.objects.get().status == Status.DRAFT
