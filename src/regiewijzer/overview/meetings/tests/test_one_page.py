import io
from datetime import date

from django.urls import reverse
from pypdf import PdfReader
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.meetings.models import Action, AgendaItem
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.arena.public import Placed
from regiewijzer.tools.mandates.public import Promise


def _read(member: Member, world: World) -> tuple[str, PdfReader]:
    answer = member.client.get(reverse("meeting_on_one_page", args=[world.authority.slug, world.key("meeting")]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    paper = PdfReader(io.BytesIO(answer.content))
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split()), paper


def test_it_holds_agenda_people_promises_and_actions(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        network = Network.objects.get(pk=world.key("network"))
        AgendaItem.objects.filter(meeting=world.key("meeting")).delete()
        for place, title in enumerate(("Wachttijden bekijken", "Goede afspraken")):
            AgendaItem.objects.create(
                authority=world.authority, meeting_id=world.key("meeting"), place=place, title=title, minutes=15
            )
        Promise.objects.update(text="Een loket in Noord", fed_back_on=None)
        Action.objects.filter(network=network).update(name="Folder maken", state="open", due=date(2020, 1, 1))
        Placed.objects.create(
            authority=world.authority,
            arena_id=world.key("arena"),
            organisation_id=world.key("newcomer"),
            importance=4,
            replaceability=1,
        )

    words, paper = _read(coordinator, world)

    assert len(paper.pages) == 1
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    for said in ("Kansrijk Opgroeien", "Wachttijden bekijken", "Een loket in Noord", "Folder maken", "overdue"):
        assert said in words
    assert "Belongs to the core, and is not at the table: Buurtwerk" in words
    assert words.index("Wachttijden") < words.index("Goede afspraken")


def test_promises_stand_there_for_who_sees_mandates_alone(
    world: World, manager: Member, reader: Member, contributor: Member, facilitator: Member
) -> None:
    with inside(world.authority.pk):
        Promise.objects.update(text="Een loket in Noord", fed_back_on=None)

    assert "Een loket in Noord" in _read(manager, world)[0]
    for member in (reader, contributor):
        words = _read(member, world)[0]
        assert "Een loket" not in words
        assert "Promises" not in words
    page = reverse("meeting_on_one_page", args=[world.authority.slug, world.key("meeting")])
    assert facilitator.client.get(page).status_code == 403


def test_what_was_fed_back_waits_no_more(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        Promise.objects.update(text="Een loket in Noord", fed_back_on=date(2026, 1, 1))

    assert "Nothing that was promised waits to be fed back" in _read(coordinator, world)[0]


def test_a_full_meeting_still_fits_on_one_page(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        for number in range(30):
            title = f"Punt {number} met een titel die zo lang is dat ze op papier twee regels vraagt, en nog meer"
            AgendaItem.objects.create(
                authority=world.authority, meeting_id=world.key("meeting"), place=number, title=title, minutes=5
            )
            Action.objects.create(
                authority=world.authority, network_id=world.key("network"), name=f"Actie {number} {title}"
            )

    words, paper = _read(coordinator, world)

    assert len(paper.pages) == 1
    assert "more are in Regiewijzer" in words
