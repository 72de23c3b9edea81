from datetime import date

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.accounts import Member
from tests.typed import day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments.actions import add_instrument, change_instrument, keep_place, move_instrument
from regiewijzer.register.instruments.models import Instrument, Purpose
from regiewijzer.register.instruments.queries import days_of_change, places_on
from regiewijzer.register.records.actions import Conflict
from regiewijzer.science.facts import Power
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.power import place
from regiewijzer.tools.steering.forms.moves import MoveForm
from regiewijzer.tools.steering.queries.axis import Narrowed, axis_page, one_row
from regiewijzer.tools.steering.queries.standing import instruments_on

pytestmark = pytest.mark.usefixtures("english")
AXIS = "/vliermonde/instrumenten/as/"
MOVED = {"communicative": "", "market": "40", "financial": "0", "legal": "60"}


def _page(world: World, what: str = "verplaatsen") -> str:
    return f"/vliermonde/instrumenten/{world.key('instrument')}/{what}/"


def _shown(**narrowed: object) -> list[str]:
    page = axis_page(Narrowed(**narrowed), DEFAULTS, lambda _name, ref: f"/{ref}/")  # type: ignore[arg-type]
    return [row[0] for row in page.picture.data_table.rows] if page.picture else []


def test_a_move_is_kept_as_a_version_and_told_in_the_trail(world: World, coordinator: Member) -> None:
    typed = MOVED | {"since": "2025-06-01", "reason": "Meer gesprek", "seen_version": "1"}

    answer = coordinator.client.post(_page(world), typed)

    with inside(world.authority.pk):
        instrument = Instrument.objects.get(pk=world.key("instrument"))
        newest, *earlier = instrument.placings.all()
        assert Entry.objects.get(kind="instrument").changes["legal"] == [100, 60]
    assert answer.status_code == 302
    assert (instrument.market, instrument.legal, instrument.version) == (40, 60, 2)
    assert (newest.since, newest.market, newest.reason) == (date(2025, 6, 1), 40, "Meer gesprek")
    assert newest.placed_by == coordinator.position
    assert [placing.legal for placing in earlier] == [100, 0]


def test_looking_first_saves_nothing_and_shows_the_new_place(world: World, coordinator: Member) -> None:
    typed = MOVED | {"show_place": "1", "since": "2025-06-01", "seen_version": "1"}

    answer = coordinator.client.post(_page(world), typed)

    with inside(world.authority.pk):
        assert Instrument.objects.get(pk=world.key("instrument")).legal == 100
    assert answer.status_code == 200
    said = answer.context["picture"].data_table
    assert "Place before" in said.head
    assert said.rows[0][said.head.index("Place on the axis")] == "3.20"
    assert said.rows[0][said.head.index("Place before")] == "4.00"
    assert 'value="40"' in answer.content.decode()


def test_a_script_gets_only_the_picture(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(world), MOVED | {"show_place": "1"}, headers={"hx-request": "true"})

    assert answer.status_code == 200
    assert "<svg" in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"legal": "50"}, "communicative", "The four shares sum to 90; they must sum to 100."),
        ({"legal": "-1"}, "legal", "greater than or equal to 0"),
        ({"market": "veel"}, "market", "whole number"),
        ({"since": day(1)}, "since", "This day has yet to come."),
        ({"since": ""}, "since", "required"),
    ],
)
def test_what_is_wrong_is_named_and_what_was_typed_stays(
    world: World, coordinator: Member, typed: dict[str, str], field: str, sentence: str
) -> None:
    answer = coordinator.client.post(_page(world), MOVED | {"since": "2025-06-01", "seen_version": "1"} | typed)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert sentence in answer.context["form"].errors[field][0]
    assert 'value="40"' in answer.content.decode() or "veel" in answer.content.decode()


def test_whoever_saves_after_a_colleague_is_told_and_overwrites_nothing(world: World, coordinator: Member) -> None:
    typed = MOVED | {"since": "2025-06-01", "seen_version": "0"}

    answer = coordinator.client.post(_page(world), typed)

    with inside(world.authority.pk):
        assert Instrument.objects.get(pk=world.key("instrument")).legal == 100
    assert answer.status_code == 409
    assert "Somebody changed this instrument meanwhile." in answer.content.decode()
    assert coordinator.client.post(_page(world), typed | {"seen_version": "1"}).status_code == 302


def test_a_move_can_be_undone_without_rewriting_history(world: World, coordinator: Member) -> None:
    coordinator.client.post(_page(world), MOVED | {"since": "2025-06-01", "seen_version": "1"})

    answer = coordinator.client.post(_page(world, "verplaatsen/terug"))

    with inside(world.authority.pk):
        instrument = Instrument.objects.get(pk=world.key("instrument"))
        assert [placing.legal for placing in instrument.placings.all()] == [100, 60, 100, 0]
        assert instrument.legal == 100
    assert answer.status_code == 302


def test_an_instrument_that_never_moved_has_nothing_to_undo(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        premie = Instrument.objects.get(name="Premie").pk

    assert coordinator.client.post(f"/vliermonde/instrumenten/{premie}/verplaatsen/terug/").status_code == 404


def test_every_way_to_change_an_instrument_keeps_its_place(instrument: Instrument, coordinator: Member) -> None:
    made = add_instrument(
        instrument=Instrument(name="Nieuw", market=100, started=date(2024, 3, 1)),
        challenges=[],
        actor=coordinator.actor,
    )
    made.market, made.legal, made.goal = 50, 50, "Anders"

    change_instrument(instrument=made, challenges=[], actor=coordinator.actor, seen_version=1)

    placings = [(placing.since, placing.market) for placing in made.placings.all()]
    assert placings == [(timezone.localdate(), 50), (date(2024, 3, 1), 100)]


def test_a_change_that_moves_nothing_is_no_new_place(instrument: Instrument, coordinator: Member) -> None:
    instrument.goal = "Alleen het doel"

    change_instrument(instrument=instrument, challenges=[], actor=coordinator.actor, seen_version=1)

    assert instrument.placings.count() == 2


def test_a_day_before_the_last_place_is_the_day_of_that_place(instrument: Instrument, coordinator: Member) -> None:
    instrument.legal, instrument.market = 0, 100

    kept = keep_place(instrument=instrument, since=date(2020, 1, 1), actor=coordinator.actor)

    assert kept is not None
    assert kept.since == date(2025, 1, 1)


def test_moving_what_somebody_else_changed_is_a_conflict(instrument: Instrument, coordinator: Member) -> None:
    shares = {"communicative": 100, "market": 0, "financial": 0, "legal": 0}

    with pytest.raises(Conflict):
        move_instrument(
            instrument=instrument, shares=shares, since=date(2025, 1, 1), reason="", actor=coordinator.actor,
            seen_version=7,
        )  # fmt: skip

    assert instrument.placings.count() == 2


def test_a_moment_shows_what_stood_at_the_end_of_that_day(instrument: Instrument, premie: Instrument) -> None:
    assert instruments_on(date(2023, 12, 31)) == ()
    assert [each.shares[Power.MARKET] for each in instruments_on(date(2024, 12, 31))] == [100]
    assert [each.shares[Power.LEGAL] for each in instruments_on(date(2025, 1, 1))] == [100]
    assert places_on(date(2025, 1, 1))[instrument.pk].legal == 100
    assert days_of_change() == [date(2025, 1, 1)]


def test_two_moments_are_compared_on_the_page(world: World, reader: Member) -> None:
    page = reader.client.get(AXIS, {"then": "2024-06-01"})

    moved = {each.instrument.name: each for each in page.context["axis"].moved}
    assert moved["Convenant"].change == 2
    assert moved["Premie"].before is None
    assert "from place 2.00 to 4.00" in page.content.decode()
    assert "was not there yet" in page.content.decode()


def test_the_axis_is_narrowed_by_challenge_origin_and_status(challenge: Challenge, premie: Instrument) -> None:
    assert _shown() == ["Premie", "Convenant"]
    assert _shown(challenge=challenge.pk) == ["Convenant"]
    assert _shown(origin="flanders") == []
    Instrument.objects.filter(pk=premie.pk).update(status="ended", origin="flanders")
    assert _shown() == ["Convenant"]
    assert _shown(status="all") == ["Premie", "Convenant"]
    assert _shown(status="ended", origin="flanders") == ["Premie"]


@pytest.mark.parametrize(
    "query", [{"challenge": "999999"}, {"challenge": "x"}, {"origin": "mars"}, {"then": "ooit"}, {"then": day(3)}]
)
def test_a_filter_that_cannot_be_is_told_and_everything_shown(
    world: World, reader: Member, query: dict[str, str]
) -> None:
    page = reader.client.get(AXIS, query)

    assert page.status_code == 200
    assert list(page.context["form"].errors) == list(query)
    assert page.context["axis"].shown == 2


def test_without_data_the_axis_says_what_to_do(administrator: Member, stranger: Member) -> None:
    page = stranger.client.get("/elders/instrumenten/as/").content.decode()

    assert "Nothing on the axis yet" in page
    assert "Add an instrument" in page


def test_a_reader_sees_the_axis_but_cannot_move(world: World, reader: Member) -> None:
    assert reader.client.get(AXIS).status_code == 200
    assert reader.client.get(_page(world)).status_code == 403
    assert reader.client.post(_page(world), MOVED).status_code == 403


def test_a_stick_in_the_display_case_is_named(instrument: Instrument, world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        Instrument.objects.filter(pk=instrument.pk).update(status="display_case")

    assert "The stick in the display case" in reader.client.get(AXIS).content.decode()


@st.composite
def shares(draw: st.DrawFn) -> dict[str, int]:
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=3, max_size=3)))
    parts = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    return dict(zip(Instrument.SHARES, parts, strict=True))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(shares(), st.permutations(Instrument.SHARES))
def test_shares_in_any_order_pass_the_form_and_give_the_same_place(
    instrument: Instrument, typed: dict[str, int], order: list[str]
) -> None:
    form = MoveForm(instrument, {**{name: str(typed[name]) for name in order}, "since": "2025-01-01"})

    assert form.is_valid()
    assert place(form.shares()) == place({Power(name): typed[name] for name in Instrument.SHARES})


@given(shares(), shares())
def test_the_table_says_the_place_that_is_drawn(now: dict[str, int], before: dict[str, int]) -> None:
    by_power = {Power(name): share for name, share in now.items()}
    was = {Power(name): share for name, share in before.items()}

    picture = one_row("Convenant", by_power, DEFAULTS, before=was)

    assert picture is not None
    assert f"{place(by_power).mean:.2f}" in picture.data_table.rows[0]
    assert ("Place before" in picture.data_table.head) is (now != before)


def test_a_second_purpose_shows_an_instrument_once(challenge: Challenge, instrument: Instrument) -> None:
    more = Challenge.objects.create(authority_id=challenge.authority_id, name="Wonen")
    Purpose.objects.create(authority_id=challenge.authority_id, instrument=instrument, challenge=more)

    assert _shown().count("Convenant") == 1
