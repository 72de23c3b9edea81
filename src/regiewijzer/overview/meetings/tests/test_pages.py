import html
import io
import zipfile
from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.meetings.models import Action, AgendaItem, Meeting, MinutesDraft, Presence
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.tools.breakthrough.public import Try
from regiewijzer.tools.insights.public import Insight

TYPED = """1. Wachttijden
Iedereen vindt het te lang.
Actie: wachttijden in kaart brengen (Els, tegen 10 december 2026)
Actie: nieuw team opbellen (AB, dringend)
Besluit: we vragen het lokaal bestuur om te trekken.
"""


def _address(name: str, world: World, *more: int, of: str = "meeting") -> str:
    return reverse(name, args=[world.authority.slug, world.key(of), *more])


def _draft(world: World, text: str) -> None:
    with inside(world.authority.pk):
        MinutesDraft.objects.filter(meeting=world.key("meeting")).update(text=text)


def _proposal(member: Member, world: World) -> list[str]:
    page = member.client.get(_address("meeting", world))
    return [each.key for each in page.context["page"].proposed]


def test_the_list_opens_with_the_nearest_meeting_and_ends_with_the_oldest(world: World, manager: Member) -> None:
    today = timezone.localdate()
    with inside(world.authority.pk):
        network = Network.objects.get(pk=world.key("network"))
        for name, days in (("Ver weg", 400), ("Gisteren", -1), ("Lang geleden", -500)):
            Meeting.objects.create(
                authority=world.authority, network=network, name=name, held_on=today + timedelta(days=days),
                starts=time(10), ends=time(11), as_of=today,
            )  # fmt: skip

    page = manager.client.get(reverse("meetings", args=[world.authority.slug]))
    sorted_by_day = manager.client.get(reverse("meetings", args=[world.authority.slug]), {"sort": "held_on"})

    opened, by_day = ([row.held_on for row in each.context["list"].page] for each in (page, sorted_by_day))
    away = (3, 400, -1, -30, -500)
    assert opened == [today + timedelta(days=days) for days in away]
    assert by_day == sorted(opened)


def test_the_proposed_agenda_holds_minutes_actions_goal_findings_and_the_closing(world: World, manager: Member) -> None:
    keys = _proposal(manager, world)

    assert keys[:3] == ["minutes", "actions", "goal"]
    assert keys[-1] == "closing"
    assert 1 <= sum(key.startswith("finding-") for key in keys) <= 2
    assert any(key.startswith("decision-") for key in keys)


def test_what_is_ticked_goes_on_the_agenda_and_is_proposed_no_more(world: World, manager: Member) -> None:
    keys = _proposal(manager, world)

    manager.client.post(_address("meeting_agenda_take", world), {"item": keys[:2]})

    with inside(world.authority.pk):
        items = list(AgendaItem.objects.filter(meeting=world.key("meeting")).values_list("origin", flat=True))
    assert items == ["own", "fixed", "action"]
    assert not set(keys[:2]) & set(_proposal(manager, world))


def test_an_item_moves_changes_and_goes(world: World, manager: Member) -> None:
    manager.client.post(_address("meeting_item_add", world), {"title": "Opvang", "aim": "decide", "minutes": "20"})
    with inside(world.authority.pk):
        added = AgendaItem.objects.get(title="Opvang")

    manager.client.post(_address("meeting_item_move", world, added.pk), {"to": "up"})
    manager.client.post(_address("meeting_item", world, added.pk), {"aim": "inform", "minutes": "5"})
    manager.client.post(_address("meeting_item_remove", world, world.key("agenda_item")))

    with inside(world.authority.pk):
        found = AgendaItem.objects.get(meeting=world.key("meeting"))
    assert (found.title, found.aim, found.minutes, found.place) == ("Opvang", "inform", 5, 1)


def test_an_item_of_no_minutes_is_refused_by_name(world: World, manager: Member) -> None:
    answer = manager.client.post(
        _address("meeting_item", world, world.key("agenda_item")), {"minutes": "0"}, follow=True
    )

    assert "Wie trekt dit?" in answer.content.decode()
    with inside(world.authority.pk):
        assert AgendaItem.objects.get(pk=world.key("agenda_item")).minutes == 10


def test_presence_is_kept_of_partners_alone(world: World, manager: Member) -> None:
    partner, stranger = world.key("organisation"), world.key("newcomer")

    manager.client.post(
        _address("meeting_presence", world), {f"seen-{partner}": "excused", f"seen-{stranger}": "present"}
    )

    with inside(world.authority.pk):
        seen = dict(Presence.objects.filter(meeting=world.key("meeting")).values_list("organisation", "seen"))
    assert seen == {partner: "excused"}


def test_who_left_since_stays_present_where_they_were_and_who_came_since_is_not_asked(
    world: World, manager: Member
) -> None:
    partner, newcomer, today = world.key("organisation"), world.key("newcomer"), timezone.localdate()
    held, to_come = _address("meeting", world, of="meeting_held"), _address("meeting", world)
    with inside(world.authority.pk):
        seats = Membership.objects.filter(network=world.key("network"))
        seats.filter(organisation=partner).update(ended=today)
        seats.create(
            authority=world.authority, network_id=world.key("network"), organisation_id=newcomer, started=today
        )

    then, next_time = (
        {each.membership.organisation_id: each.seen for each in manager.client.get(page).context["page"].guests}
        for page in (held, to_come)
    )
    presence = _address("meeting_presence", world, of="meeting_held")
    manager.client.post(presence, {f"seen-{partner}": "excused", f"seen-{newcomer}": "present"})

    assert then[partner] == "present"
    assert newcomer not in then
    assert partner not in next_time
    assert newcomer in next_time
    with inside(world.authority.pk):
        seen = Presence.objects.filter(meeting=world.key("meeting_held"))
        assert dict(seen.values_list("organisation", "seen")) == {partner: "excused"}


def test_a_meeting_of_which_nobody_said_who_comes_tells_no_number(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Presence.objects.filter(meeting=world.key("meeting")).delete()
    before = manager.client.get(_address("meeting", world)).content.decode()
    manager.client.post(_address("meeting_presence", world), {f"seen-{world.key('organisation')}": "present"})
    after = manager.client.get(_address("meeting", world)).content.decode()

    assert "Who is there is not filled in yet" in before
    assert "partners present" not in before
    assert "partners present" in after


def test_what_is_typed_is_kept_outside_the_trail(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        before = Entry.objects.count()

    answer = manager.client.post(_address("meeting_minutes_save", world), {"text": "Goed", "seen_version": "1"})

    assert "Kept at" in answer.content.decode()
    with inside(world.authority.pk):
        assert MinutesDraft.objects.get(meeting=world.key("meeting")).text == "Goed"
        assert Entry.objects.count() == before


def test_two_who_write_at_once_are_told_and_lose_nothing(world: World, manager: Member, coordinator: Member) -> None:
    coordinator.client.post(_address("meeting_minutes_save", world), {"text": "Van haar", "seen_version": "1"})

    told = manager.client.post(_address("meeting_minutes_save", world), {"text": "Van mij", "seen_version": "1"})
    page = manager.client.post(_address("meeting_minutes", world), {"text": "Van mij", "seen_version": "1"})

    assert "writes too" in told.content.decode()
    assert page.status_code == 409
    assert "Van mij" in page.content.decode() and "Van haar" in page.content.decode()  # noqa: PT018 - one thing
    with inside(world.authority.pk):
        assert MinutesDraft.objects.get(meeting=world.key("meeting")).text == "Van haar"


def test_minutes_that_are_too_long_stay_in_the_field_and_say_so(world: World, manager: Member) -> None:
    answer = manager.client.post(_address("meeting_minutes", world), {"text": "x" * 200_000, "seen_version": "1"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "at most 30000 characters; these are 200000" in page.replace(",", "").replace("\xa0", "")
    assert "x" * 200_000 in page


def test_what_is_marked_is_proposed_before_it_is_kept(world: World, manager: Member) -> None:
    _draft(world, TYPED)

    proposal = manager.client.get(_address("meeting_minutes", world)).context["proposal"]

    first, second = proposal.actions
    assert (first.words, first.owner, first.due, first.taken) == (
        "Wachttijden in kaart brengen", f"p{world.key('person')}", "2026-12-10", True,
    )  # fmt: skip
    assert (second.owner, second.unknown, second.vague, second.taken) == ("", "AB", "dringend", False)
    assert proposal.agreements == ["we vragen het lokaal bestuur om te trekken"]
    with inside(world.authority.pk):
        assert not Action.objects.filter(name="Wachttijden in kaart brengen").exists()


def test_what_is_ticked_becomes_an_action_with_an_owner(world: World, manager: Member) -> None:
    _draft(world, TYPED)

    manager.client.post(
        _address("meeting_minutes_close", world),
        {"take-1": "on", "owner-1": f"p{world.key('person')}", "due-1": "2026-12-11", "agree-1": "on"},
    )

    with inside(world.authority.pk):
        meeting = Meeting.objects.get(pk=world.key("meeting"))
        (action,) = meeting.actions.all()
        assert (meeting.state, meeting.minutes, meeting.agreements.count()) == ("held", TYPED, 2)
        assert (action.person_id, action.organisation_id, action.due) == (
            world.key("person"), world.key("organisation"), date(2026, 12, 11),
        )  # fmt: skip
        assert not MinutesDraft.objects.exists()


def test_naming_who_does_an_action_takes_it_over(world: World, manager: Member) -> None:
    _draft(world, TYPED)

    manager.client.post(_address("meeting_minutes_close", world), {"owner-2": f"c{manager.position.pk}"})

    with inside(world.authority.pk):
        made = Action.objects.get(meeting=world.key("meeting"))
    assert (made.name, made.colleague_id) == ("Nieuw team opbellen", manager.position.pk)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"take-2": "on"}, "“AB” is nobody we know here"),
        ({"take-1": "on", "owner-1": "o0"}, "Choose who does this"),
        ({"take-1": "on", "due-1": "straks"}, "“straks” is not a date"),
    ],
)
def test_a_wrong_row_keeps_everything_as_it_was(
    world: World, manager: Member, typed: dict[str, str], sentence: str
) -> None:
    _draft(world, TYPED)

    answer = manager.client.post(_address("meeting_minutes_close", world), typed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    with inside(world.authority.pk):
        assert Meeting.objects.get(pk=world.key("meeting")).minutes == ""


def test_members_approve_the_minutes_before(world: World, manager: Member) -> None:
    manager.client.post(_address("meeting_approve", world))

    with inside(world.authority.pk):
        to_come, held = (Meeting.objects.get(pk=world.key(key)) for key in ("meeting", "meeting_held"))
    assert held.approved_on == to_come.held_on


def test_minutes_go_out_as_pdf_and_as_word(world: World, reader: Member) -> None:
    pdf = reader.client.get(_address("meeting_minutes_pdf", world, of="meeting_held"))
    word = reader.client.get(_address("meeting_minutes_word", world, of="meeting_held"))

    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
    document = zipfile.ZipFile(io.BytesIO(word.content)).read("word/document.xml").decode()
    for said in ("Kansrijk Opgroeien", "We gaan door", "Els Wouters"):
        assert said in text.replace("\n", " ")
        assert said in document


def test_minutes_that_are_not_settled_have_no_file(world: World, reader: Member) -> None:
    assert reader.client.get(_address("meeting_minutes_pdf", world)).status_code == 404


def test_an_action_ticked_twice_is_ticked_once(world: World, manager: Member) -> None:
    for _ in range(2):
        manager.client.post(_address("action_tick", world, of="action"))

    with inside(world.authority.pk):
        action = Action.objects.get(pk=world.key("action"))
        lines = Entry.objects.filter(kind="action", record=action.pk).count()
    assert (action.state, action.done_on) == ("done", timezone.localdate())
    assert lines == 1


def test_the_dossier_tells_of_meetings_and_actions(world: World, reader: Member) -> None:
    dossier = reverse("network", args=[world.authority.slug, world.key("network")])
    page = reader.client.get(f"{dossier}?part=minutes").content.decode()

    assert reverse("meeting", args=[world.authority.slug, world.key("meeting")]) in page
    assert "1</b> of them is overdue" in page or "<b>1</b> of them is overdue" in page
    assert "Bellen" in page


def test_search_finds_meetings_by_their_minutes_and_actions_by_their_words(world: World, reader: Member) -> None:
    found = reader.client.get(reverse("search", args=[world.authority.slug]) + "?q=bellen").content.decode()

    assert _address("action", world, of="action") in found
    assert _address("meeting", world, of="meeting_held") in found


def test_the_page_shows_a_stranger_nothing(world: World, stranger: Member) -> None:
    assert stranger.client.get(_address("meeting", world)).status_code == 404


def test_a_manager_plans_only_for_a_network_of_their_own(world: World, manager: Member) -> None:
    typed = {"held_on": "2026-12-03", "starts": "13:30", "ends": "15:00", "state": "planned", "as_of": "2026-11-01"}
    with inside(world.authority.pk):
        other = Network.objects.get(pk=world.other_network)

    own, foreign = (
        manager.client.post(reverse("meeting_add", args=[world.authority.slug]), {**typed, "network": name})
        for name in ("Kansrijk Opgroeien", other.name)
    )

    assert own.status_code == 302
    assert foreign.status_code == 422
    said = foreign.context["form"].errors["network"]
    assert said == [f"“{other.name}” is not one of the networks you manage. Choose one of those."]


@pytest.mark.parametrize("page", ["meeting_add", "action_add"])
def test_a_manager_is_offered_the_networks_of_their_own(world: World, manager: Member, page: str) -> None:
    form = manager.client.get(reverse(page, args=[world.authority.slug])).context["form"]

    assert list(form.fields["network"].options) == ["Kansrijk Opgroeien"]


def test_an_action_of_a_network_of_somebody_else_is_refused_at_its_field(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        other = Network.objects.get(pk=world.other_network)
    typed = {"name": "Bellen", "state": "open", "as_of": "2026-11-01", "network": other.name}

    answer = manager.client.post(reverse("action_add", args=[world.authority.slug]), typed)

    assert answer.status_code == 422
    assert "not one of the networks you manage" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"ends": "13:00"}, "The end lies before the start."),
        ({"held_on": "2027-03-28", "starts": "02:30", "ends": "04:00"}, "That hour does not exist on this day"),
        ({"starts": "kwart na twee"}, "“kwart na twee” is not a time"),
    ],
)
def test_wrong_hours_are_refused(world: World, manager: Member, typed: dict[str, str], sentence: str) -> None:
    right = {"network": "Kansrijk Opgroeien", "held_on": "2026-12-03", "starts": "13:30", "ends": "15:00"}

    answer = manager.client.post(
        reverse("meeting_add", args=[world.authority.slug]),
        {**right, "state": "planned", "as_of": "2026-11-01", **typed},
    )

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_meeting_moved_over_the_clock_change_keeps_its_hour_and_is_a_new_invitation(
    world: World, manager: Member
) -> None:
    with inside(world.authority.pk):
        before = Meeting.objects.get(pk=world.key("meeting"))
    typed = {
        "network": "Kansrijk Opgroeien",
        "name": before.name,
        "starts": "13:30",
        "ends": "15:00",
        "place": "Elders",
    }

    manager.client.post(
        _address("meeting_edit", world),
        {**typed, "held_on": "2027-07-01", "state": "planned", "as_of": "2026-11-01", "seen_version": "1"},
    )

    with inside(world.authority.pk):
        after = Meeting.objects.get(pk=world.key("meeting"))
    assert (after.starts, after.begins_at.utcoffset()) == (time(13, 30), timedelta(hours=2))
    assert (after.uid, after.sequence) == (before.uid, 1)


def test_an_action_says_from_which_try_and_which_insight_it_came(world: World, manager: Member, reader: Member) -> None:
    changed = {"authority": world.authority, "changed": "We bellen eerst"}
    with inside(world.authority.pk):
        action = Action.objects.get(pk=world.key("action"))
        Try.objects.update(action=action)
        for name in ("insight", "interview"):
            Insight.objects.get(pk=world.key(name)).uses.create(action=action, **changed)

    page = _address("action", world, of="action")
    pages = [html.unescape(who.client.get(page).content.decode()) for who in (manager, reader)]

    assert ["Kraam op de markt" in page for page in pages] == [True, True]
    assert ["Mieke" in page for page in pages] == [True, True]
    assert [">R1<" in page for page in pages] == [True, False]
