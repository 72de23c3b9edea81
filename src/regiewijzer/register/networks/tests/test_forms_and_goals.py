from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.typed import record
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Network
from regiewijzer.register.networks.queries import form_of
from regiewijzer.register.search.queries import search

TODAY = timezone.localdate()


def _form_page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/vorm/wijzigen/"


def _edit_page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/wijzigen/"


def _periods(world: World) -> list[tuple[str, date | None, date | None]]:
    with inside(world.authority.pk):
        rows = FormPeriod.objects.filter(network=world.key("network")).order_by("id")
        return [(row.form, row.started, row.ended) for row in rows]


def test_another_form_ends_the_one_before(world: World, coordinator: Member) -> None:
    typed = {"form": "lead_organisation", "lead": "Partner 3", "started": "2025-06-01"}

    coordinator.client.post(_form_page(world), typed)

    assert _periods(world) == [
        ("self_regulating", date(2024, 9, 1), date(2025, 6, 1)),
        ("lead_organisation", date(2025, 6, 1), None),
    ]
    with inside(world.authority.pk):
        period = form_of(Network.objects.get(pk=world.key("network")))
        assert period is not None
        assert period.lead is not None
        told = Entry.objects.get(kind="network").changes
        assert told == {"form": ["self_regulating", "lead_organisation"], "lead": [None, "Partner 3"]}


def test_the_trail_says_who_led_before(world: World, coordinator: Member) -> None:
    for lead, started in (("Partner 3", "2025-06-01"), ("Partner 4", "2025-07-01")):
        typed = {"form": "lead_organisation", "lead": lead, "started": started}
        coordinator.client.post(_form_page(world), typed)

    with inside(world.authority.pk):
        told = Entry.objects.filter(kind="network").order_by("-number")[0].changes
    assert told["lead"] == ["Partner 3", "Partner 4"]


def test_without_a_day_the_change_is_of_today(world: World, coordinator: Member) -> None:
    coordinator.client.post(_form_page(world), {"form": "nao", "started": ""})

    assert _periods(world)[0][2] == _periods(world)[1][1] == TODAY


def test_the_first_form_may_have_begun_at_an_unknown_day(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        FormPeriod.objects.filter(network=world.key("network")).delete()

    coordinator.client.post(_form_page(world), {"form": "nao", "started": ""})

    assert _periods(world) == [("nao", None, None)]


NEXT_MONTH, LATER = TODAY + timedelta(days=30), TODAY + timedelta(days=60)


@pytest.mark.parametrize(
    ("started", "kept"), [("", TODAY), (str(LATER), LATER), (str(NEXT_MONTH), NEXT_MONTH), ("2025-01-01", None)]
)
def test_a_form_that_has_yet_to_begin_is_replaced(
    world: World, coordinator: Member, started: str, kept: date | None
) -> None:
    coordinator.client.post(_form_page(world), {"form": "nao", "started": str(NEXT_MONTH)})

    saved = coordinator.client.post(
        _form_page(world), {"form": "lead_organisation", "lead": "Partner 3", "started": started}
    )

    begun = kept or date(2025, 1, 1)
    assert saved.status_code == 302
    assert _periods(world) == [
        ("self_regulating", date(2024, 9, 1), begun),
        ("lead_organisation", begun, None),
    ]


def test_a_wrong_form_is_taken_away_and_the_one_before_goes_on(world: World, coordinator: Member) -> None:
    coordinator.client.post(_form_page(world), {"form": "nao", "started": "2025-06-01"})
    remove = f"/vliermonde/netwerken/{world.key('network')}/vorm/weg/"
    assert remove in coordinator.client.get(_form_page(world)).content.decode()

    told = coordinator.client.post(remove, follow=True)

    assert _periods(world) == [("self_regulating", date(2024, 9, 1), None)]
    assert "again has the form: Self-regulating" in told.content.decode()
    with inside(world.authority.pk):
        line = Entry.objects.filter(kind="network").order_by("-number")[0]
        assert line.changes["form"] == ["nao", "self_regulating"]


def test_taking_the_only_form_away_leaves_none(world: World, coordinator: Member) -> None:
    remove = f"/vliermonde/netwerken/{world.key('network')}/vorm/weg/"

    for _time in ("once", "twice"):
        told = coordinator.client.post(remove, follow=True)

    assert _periods(world) == []
    assert "has no form" in told.content.decode()


def test_a_mistake_of_the_same_day_leaves_no_period_of_no_days(world: World, coordinator: Member) -> None:
    for form in ("nao", "self_regulating"):
        coordinator.client.post(_form_page(world), {"form": form, "started": str(TODAY)})

    assert _periods(world) == [("self_regulating", date(2024, 9, 1), TODAY), ("self_regulating", TODAY, None)]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"form": "lead_organisation", "lead": "", "started": "2025-01-01"}, "lead"),
        ({"form": "monarchie", "started": "2025-01-01"}, "form"),
        ({"form": "nao", "started": "2020-01-01"}, "started"),
        ({"form": "nao", "lead": "Nergens", "started": "2025-01-01"}, "lead"),
    ],
)
def test_a_form_that_cannot_be_gets_a_sentence(
    world: World, coordinator: Member, typed: dict[str, str], field: str
) -> None:
    answer = coordinator.client.post(_form_page(world), typed)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert len(_periods(world)) == 1


def test_a_form_that_begins_later_is_not_yet_the_form_of_today(world: World, coordinator: Member) -> None:
    coordinator.client.post(_form_page(world), {"form": "nao", "started": str(TODAY + timedelta(days=30))})

    row = next(
        row
        for row in coordinator.client.get("/vliermonde/netwerken/").context["list"].page
        if row.pk == world.key("network")
    )
    with inside(world.authority.pk):
        period = form_of(Network.objects.get(pk=world.key("network")))
    assert period is not None
    assert row.form_now == period.form == "self_regulating"


def test_another_wording_of_the_goal_is_a_new_version(world: World, coordinator: Member) -> None:
    goal = "Elk gezin kent één vaste begeleider"
    typed = record("network", name="Kansrijk Opgroeien", goal=goal, seen_version="1")

    coordinator.client.post(_edit_page(world), typed)
    coordinator.client.post(_edit_page(world), typed | {"seen_version": "2"})

    with inside(world.authority.pk):
        versions = GoalVersion.objects.filter(network=world.key("network")).order_by("number")
        assert [(version.number, version.text) for version in versions] == [
            (1, "Doel van Kansrijk Opgroeien"),
            (2, goal),
        ]
        assert versions[1].valid_from == TODAY
        assert Network.objects.get(pk=world.key("network")).goals.first() == versions[1]
        assert [found.record for found in search("vaste begeleider")] == [world.key("network")]
        assert {"goal": ["Doel van Kansrijk Opgroeien", goal]} in [line.changes for line in Entry.objects.all()]


def test_an_emptied_goal_stays_what_it_was(world: World, coordinator: Member) -> None:
    coordinator.client.post(_edit_page(world), record("network", goal="", seen_version="1"))

    with inside(world.authority.pk):
        assert GoalVersion.objects.filter(network=world.key("network")).count() == 1


def test_a_new_network_has_its_goal_from_the_day_it_began(world: World, coordinator: Member) -> None:
    coordinator.client.post("/vliermonde/netwerken/nieuw/", record("network"))

    with inside(world.authority.pk):
        version = GoalVersion.objects.get(network__name="Lokaal Overleg")
    assert (version.number, version.text, version.valid_from) == (1, "Elk kind een plek", date(2024, 1, 1))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "Huis van het Kind"}, "“Huis van het Kind” is here already. Is it the same?"),
        ({"ended": "2023-12-31"}, "The end lies before the start."),
        ({"meetings_per_year": "-1"}, "greater than or equal to 0"),
        ({"origin": "de maan"}, "Select a valid choice"),
        ({"goal": "x" * 2001}, "at most 2000"),
        ({"as_of": "2999-01-01"}, "This day has yet to come."),
        ({"name": "x" * 201}, "at most 200"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_nothing_is_saved(
    world: World, coordinator: Member, typed: dict[str, str], sentence: str
) -> None:
    answer = coordinator.client.post("/vliermonde/netwerken/nieuw/", record("network", **typed))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    with inside(world.authority.pk):
        assert Network.objects.count() == 2


def test_two_authorities_may_have_a_network_of_one_name(world: World, stranger: Member) -> None:
    answer = stranger.client.post("/elders/netwerken/nieuw/", record("network", name="Kansrijk Opgroeien"))

    assert answer.status_code == 302
