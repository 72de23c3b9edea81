import re
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.accounts import Member
from tests.world import World, measure_all

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.dossier.queries import NetworkDossier, network_dossier
from regiewijzer.overview.dossier.sections.parts import PART_OF
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.meetings.models import Meeting, Presence
from regiewijzer.register.networks.models import Delegate, GoalVersion, Management, Membership, Network, RequiredSeat
from regiewijzer.register.records.actions import confirm

MOST_QUERIES = 15
PLACES = {"network": "netwerken", "instrument": "instrumenten"}


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/"


def _every_part(world: World, by: Member) -> str:
    """The page of the network with each of its parts, one after the other."""
    first = by.client.get(_page(world)).content.decode()
    parts = sorted(set(re.findall(r"\?part=\w+", first)))
    return first + "".join(by.client.get(_page(world) + part).content.decode() for part in parts)


def _dossier(world: World, by: Member) -> NetworkDossier:
    return network_dossier(Network.objects.get(pk=world.key("network")), by.position)


def test_a_network_of_which_nothing_is_known_has_a_page(vliermonde: Authority, reader: Member) -> None:
    network = Network.objects.create(authority=vliermonde, name="Leeg")

    page = reader.client.get(f"/vliermonde/netwerken/{network.pk}/?part=table")
    dossier = network_dossier(network, reader.position)

    assert page.status_code == 200
    assert "Nobody sits in this network yet." in page.content.decode()
    assert "Nothing was measured yet." in reader.client.get(f"/vliermonde/netwerken/{network.pk}/").content.decode()
    assert (dossier.goal, dossier.period, dossier.months, dossier.effect) == (None,) * 4
    assert (dossier.main_domain, dossier.critical_voices, dossier.course) == (None, [], None)


def test_a_network_of_which_everything_is_known_shows_it(world: World, coordinator: Member) -> None:
    owned = {"authority": world.authority}
    about = {"network_id": world.key("network"), **owned}
    with inside(world.authority.pk):
        Network.objects.filter(pk=world.key("network")).update(
            origin="flanders",
            mandated_by="Decreet 2018",
            territory="De Kaai",
            note="Vier keer per jaar",
            meetings_per_year=4,
        )
        Delegate.objects.update(critical_voice=True)
        Membership.objects.filter(pk=world.key("membership")).update(action="Opent een loket")
        Membership.objects.create(
            organisation_id=world.key("newcomer"), started=date(2024, 1, 1), ended=date(2025, 1, 1), **about
        )
        GoalVersion.objects.create(number=2, text="Elk gezin kent één begeleider", valid_from=date(2025, 1, 1), **about)
        measure_all(world)
        confirm(Network.objects.get(pk=world.key("network")), actor=coordinator.actor, day=timezone.localdate())

        dossier = _dossier(world, coordinator)
        page = _every_part(world, coordinator)

    assert [goal.number for goal in dossier.goals] == [2, 1]
    assert len(dossier.members) == 11
    assert [membership.organisation.name for membership in dossier.with_action] == ["Partner 0"]
    assert "Partner 0" not in [membership.organisation.name for membership in dossier.without_person]
    assert [person.name for person in dossier.critical_voices] == ["Els Wouters"]
    assert dossier.main_domain == ("health", 10)
    assert dossier.months is not None
    assert dossier.course is not None
    for words in (
        "Decreet 2018",
        "De Kaai",
        "Vier keer per jaar",
        "Opent een loket",
        "Critical voice:",
        "Elk gezin kent één begeleider",
        "Doel van Kansrijk Opgroeien",
        "evaluated on 1 April 2025",
        "Jonas Claeys",
        "confirmed as still right",
        "Doen",
    ):
        assert words in page


def test_a_dossier_tells_findings_and_decisions_about_this_network_only(
    world: World, vliermonde: Authority, reader: Member
) -> None:
    Decision.objects.create(authority=vliermonde, name="Over de ander", network_id=world.other_network)

    about = _dossier(world, reader).about

    assert about.findings
    assert all(f"network-{world.key('network')}" in finding.stored.key for finding in about.findings)
    assert [decision.name for decision in about.decisions] == ["Doen"]


def test_a_reader_sees_a_dossier_without_buttons_and_its_manager_with(
    world: World, reader: Member, manager: Member
) -> None:
    edit = f'{_page(world)}wijzigen/"'

    assert edit not in reader.client.get(_page(world)).content.decode()
    assert edit in manager.client.get(_page(world)).content.decode()
    other = manager.client.get(f"/vliermonde/netwerken/{world.other_network}/").content.decode()
    assert "wijzigen/" not in other


def test_a_manager_who_left_the_authority_manages_no_more(world: World, manager: Member, vliermonde: Authority) -> None:
    before = _dossier(world, manager).managers
    manager.position.ended_at = timezone.now()
    manager.position.save()

    assert (before, _dossier(world, manager).managers) == (["Jonas Claeys"], [])
    assert Management.objects.filter(position=manager.position).exists()


def test_an_archived_network_says_so_and_still_opens(world: World, coordinator: Member) -> None:
    coordinator.client.post(f"{_page(world)}archiveren/")

    page = coordinator.client.get(_page(world)).content.decode()

    assert "in the archive: it counts in no finding" in page


def test_a_network_that_has_yet_to_begin_is_planned(world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        Network.objects.filter(pk=world.key("network")).update(started=date(2999, 1, 1))

    assert "planned" in reader.client.get(_page(world)).content.decode()


def test_each_part_says_how_it_stands_and_only_those_with_something_in_them_show(world: World, reader: Member) -> None:
    page = reader.client.get(_page(world))

    parts = {part.part: part for part in page.context["parts"]}
    assert list(parts) == ["overview", "goal", "table", "people", "form", "users", "forward", "minutes"]
    assert parts["overview"].open == sum(part.open for name, part in parts.items() if name != "overview") + sum(
        finding.rule.partition(".")[0] not in PART_OF for finding in page.context["dossier"].about.open
    )
    assert all(part.state and part.said for name, part in parts.items() if name != "overview")
    assert page.context["shown"].part == "overview"
    assert reader.client.get(f"{_page(world)}?part=form").context["shown"].part == "form"
    assert reader.client.get(f"{_page(world)}?part=nonsense").context["shown"].part == "overview"


@pytest.mark.parametrize(
    ("sort", "first"), [("-findings", "Kansrijk Opgroeien"), ("manager", None), ("meeting", "Kansrijk Opgroeien")]
)
def test_the_list_of_networks_shows_what_waits_and_sorts_by_it(
    world: World, reader: Member, sort: str, first: str | None
) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = reader.client.get(f"/vliermonde/netwerken/?sort={sort}").context["list"]

    rows = {cells[0][1].text: {column.key: cell for column, cell in cells} for cells in found.rows}
    about = reader.client.get(_page(world)).context["dossier"].about
    assert len(asked) <= MOST_QUERIES
    assert rows["Kansrijk Opgroeien"]["findings"].text == str(about.asking)
    assert rows["Kansrijk Opgroeien"]["manager"].text == "Jonas Claeys"
    assert rows["Kansrijk Opgroeien"]["meeting"].url.startswith("/vliermonde/overleg")
    assert first is None or next(iter(rows)) == first


def test_what_reads_first_is_the_next_meeting_and_what_to_decide_first(
    world: World, reader: Member, coordinator: Member
) -> None:
    pages = [someone.client.get(_page(world)).context for someone in (reader, coordinator)]

    assert [page["summary"].do.label for page in pages] == ["Look at the meeting", "Make the agenda"]
    assert pages[0]["summary"].first.weight == max(row.weight for row in pages[0]["dossier"].about.open)


def test_the_summary_names_who_must_be_at_the_next_meeting_and_is_not(world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        network, today = Network.objects.get(pk=world.key("network")), timezone.localdate()
        there, away, excused = network.memberships.order_by("organisation__name").select_related("organisation")[:3]
        owned, hours = {"authority": world.authority}, {"starts": time(9), "ends": time(10)}
        for days in (20, 10):
            held_on = today - timedelta(days=days)
            meeting = Meeting.objects.create(
                name=f"{days}", network=network, state="held", held_on=held_on, **hours, **owned
            )
            Presence.objects.create(meeting=meeting, organisation=away.organisation, seen="absent", **owned)
        Presence.objects.update_or_create(
            meeting_id=world.key("meeting"), organisation=excused.organisation, defaults={"seen": "excused"}, **owned
        )
        RequiredSeat.objects.create(
            network=network, role="CAW", minimum=1, from_rule=True, source_year=2024, looked_at=today, **owned
        )

    said = reader.client.get(_page(world)).context["summary"].said.plain

    assert "A required seat is empty: CAW." in said
    assert f"{excused.organisation} does not come." in said
    assert f"{away.organisation} was away the last 2 times." in said
    assert str(there.organisation) not in said


def test_an_instrument_page_reads_each_evaluation(world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        measure_all(world)

    page = " ".join(reader.client.get(f"/vliermonde/instrumenten/{world.key('instrument')}/").content.decode().split())

    assert "Power used: <b>4 out of 4</b>, needed: <b>2 out of 4</b>." in page
    assert "Kinderarmoede" in page
    assert "Partner 0" in page
    assert "reinforces" in page


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("partners", ["Sits in 2 networks", "0207.508.932", "Els Wouters", "Kansrijk Opgroeien"]),
        ("mensen", ["Sits in one network", "Partner 0"]),
        ("opgaven", ["Kansrijk Opgroeien", "Huis van het Kind", "Convenant"]),
    ],
)
def test_the_page_of_another_record_tells_what_hangs_on_it(
    world: World, reader: Member, page: str, words: list[str]
) -> None:
    kind = {"partners": "organisation", "mensen": "person", "opgaven": "challenge"}[page]

    shown = reader.client.get(f"/vliermonde/{page}/{world.key(kind)}/").content.decode()

    assert [word for word in words if word not in shown] == []


@pytest.mark.parametrize(
    ("mandate", "said"),
    [
        (
            "local_security_cell_radicalisation",
            ("Local integral security cell", "Wet van 30 juli 2018", ", 2018", "seen in a source", "compulsory"),
        ),
        ("house_of_the_child", ("Decreet van 29 november 2013", "VVSG, 2014", "to be checked", "not read")),
    ],
)
def test_the_rule_that_asks_for_a_network_is_shown_with_source_year_and_what_is_not_checked(
    world: World, reader: Member, mandate: str, said: tuple[str, ...]
) -> None:
    with inside(world.authority.pk):
        Network.objects.filter(pk=world.key("network")).update(mandate=mandate)

    page = reader.client.get(f"{_page(world)}?part=table").content.decode()

    for words in (*said, "not in the law as it holds today"):
        assert words in page


def test_a_network_no_rule_asks_for_says_nothing_of_a_rule(world: World, reader: Member) -> None:
    assert "Which rule asks for it" not in _every_part(world, reader)


@pytest.mark.parametrize(("kind", "size"), [("network", 2), ("network", 4), ("instrument", 2)])
def test_a_decision_about_a_pair_or_a_group_stands_in_the_dossier_of_each(
    world: World, manager: Member, kind: str, size: int
) -> None:
    model = {"network": Network, "instrument": Instrument}[kind]
    with inside(world.authority.pk):
        for number in range(size - 2):
            model.objects.create(authority=world.authority, name=f"Nog een {number}", as_of=timezone.localdate())
        records = list(model.objects.order_by("pk")[:size])
        Decision.objects.create(
            authority=world.authority, name="Samen één tafel", answer="act", as_of=timezone.localdate(),
            subjects=[{"kind": kind, "ref": each.pk, "name": each.name} for each in records],
        )  # fmt: skip

    part = {"network": {"part": "minutes"}}.get(kind, {})
    pages = [manager.client.get(f"/vliermonde/{PLACES[kind]}/{each.pk}/", part).content.decode() for each in records]

    assert len(records) == size
    assert ["Samen één tafel" in page for page in pages] == [True] * size
