from datetime import date
from decimal import Decimal

import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.measurements.actions import measure
from regiewijzer.science.director import Component, DirectorType
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.tools.steering.actions import AlreadyNamed, name_field
from regiewijzer.tools.steering.models import Stance
from regiewijzer.tools.steering.queries.stances import stances, stances_page

pytestmark = pytest.mark.usefixtures("english")
PAGE = "/vliermonde/regie/"
TYPED = {"policy_field": "housing", "measured_on": "2025-06-01", "source": "workshop", "answers": "5"}
SCORES = {"script": "4", "power": "2", "overview": "4", "accountability": "3", "policy_lines": "3", "organising": "2"}


def _stance(field: str, when: date, **scores: int) -> Stance:
    return Stance(policy_field=field, measured_on=when, **{name: Decimal(value) for name, value in scores.items()})


def test_a_stance_is_kept_signed_and_shown_with_its_type(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(f"{PAGE}nieuw/", TYPED | SCORES | {"seen_organising": "Drie overleggen."})

    with inside(world.authority.pk):
        kept = Stance.objects.get(policy_field="housing")
        assert Entry.objects.get(kind="stance").changes["policy_field"] == [None, "housing"]
    page = coordinator.client.get(answer["location"]).content.decode()
    assert kept.measured_by == coordinator.position
    assert kept.seen == {"organising": "Drie overleggen."}
    assert "Housing: visionary" in page
    assert "The weakest side is organising cooperation" in page
    assert "Drie overleggen." in page


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"policy_field": ""}, "policy_field"),
        ({"policy_field": "magic"}, "policy_field"),
        ({"script": "6"}, "script"),
        (dict.fromkeys(SCORES, ""), "__all__"),
    ],
)
def test_what_is_wrong_is_named(world: World, coordinator: Member, typed: dict[str, str], field: str) -> None:
    answer = coordinator.client.post(f"{PAGE}nieuw/", TYPED | SCORES | typed)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_the_latest_stance_of_a_field_stands_beside_the_one_before(vliermonde: Authority, coordinator: Member) -> None:
    measure(measurement=_stance("housing", date(2024, 1, 1), script=2, power=4, overview=3), actor=coordinator.actor)
    measure(measurement=_stance("housing", date(2025, 1, 1), script=4, power=4, overview=4), actor=coordinator.actor)

    (shown,) = stances_page(DEFAULTS).shown

    assert shown.kind is DirectorType.CONTROLLING
    overview = next(each for each in shown.components if each.component is Component.OVERVIEW)
    assert (overview.value, overview.before) == (4, 3)
    assert shown.weakest is None
    assert [each.script for each in stances()] == [0.25, 0.75]


def test_a_questionnaire_without_a_field_gets_one_once(world: World, coordinator: Member) -> None:
    page = coordinator.client.get(PAGE).content.decode()
    address = f"{PAGE}{world.key('stance')}/domein/"

    answer = coordinator.client.post(address, {"policy_field": "leisure"})
    again = coordinator.client.post(address, {"policy_field": "housing"}, follow=True)

    with inside(world.authority.pk):
        assert Stance.objects.get(pk=world.key("stance")).policy_field == "leisure"
    assert "Which policy field was it about?" in page
    assert answer.status_code == 302
    assert "Somebody said already" in again.content.decode()


def test_naming_twice_is_refused(vliermonde: Authority, coordinator: Member) -> None:
    stance = measure(measurement=_stance("", date(2025, 1, 1), script=4), actor=coordinator.actor)
    name_field(stance=stance, policy_field="housing", actor=coordinator.actor)

    with pytest.raises(AlreadyNamed):
        name_field(stance=stance, policy_field="leisure", actor=coordinator.actor)


def test_no_field_chosen_is_told_and_nothing_saved(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(f"{PAGE}{world.key('stance')}/domein/", {"policy_field": ""})

    assert answer.status_code == 422
    assert "policy_field" in answer.context["form"].errors


def test_without_data_the_page_teaches(administrator: Member, stranger: Member) -> None:
    page = stranger.client.get("/elders/regie/").content.decode()

    assert "Not looked at yet" in page
    assert "Pröpper" in page


def test_a_reader_sees_but_cannot_fill_in(world: World, reader: Member) -> None:
    assert reader.client.get(PAGE).status_code == 200
    assert reader.client.get(f"{PAGE}nieuw/").status_code == 403
    assert "Add a policy field" not in reader.client.get(PAGE).content.decode()
