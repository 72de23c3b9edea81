from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry, Verb
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.reports import actions
from regiewijzer.overview.reports.documents.pdf import GeneratedReport, Pdf
from regiewijzer.overview.reports.models import LONGEST_MAKING, Report
from regiewijzer.overview.reports.wording import Failure
from regiewijzer.register.networks.models import Network
from regiewijzer.ui.pictures.picture import Table

MADE = GeneratedReport(Pdf(b"%PDF", 2), (Table("Networks", ("a", "b"), (("c", "d"),), numeric=(1,)),))


@pytest.fixture
def ordered(world: World, coordinator: Member) -> Report:
    with inside(world.authority.pk):
        return actions.order(kind="board", language="nl", network=None, actor=coordinator.actor)[0]


def test_an_order_waits_and_leaves_a_line_in_the_trail(
    vliermonde: object, ordered: Report, coordinator: Member
) -> None:
    assert (ordered.status, ordered.made_by) == ("waiting", coordinator.position)
    line = Entry.objects.filter(kind="report").get()
    assert (line.verb, line.record, line.actor) == (Verb.CREATED, ordered.pk, coordinator.position.pseudonym)


def test_the_same_order_twice_is_one_report_and_another_language_is_another(
    vliermonde: object, ordered: Report, manager: Member
) -> None:
    again = actions.order(kind="board", language="nl", network=None, actor=manager.actor)
    other = actions.order(kind="board", language="en", network=None, actor=manager.actor)

    assert again == (ordered, False)
    assert other[0] != ordered
    assert other[1] is True


def test_what_nobody_makes_any_more_can_be_ordered_again(vliermonde: object, ordered: Report, manager: Member) -> None:
    Report.objects.update(created_at=ordered.created_at - LONGEST_MAKING - timedelta(seconds=1))

    again, new = actions.order(kind="board", language="nl", network=None, actor=manager.actor)

    assert new
    assert again != ordered
    assert Report.objects.get(pk=ordered.pk).failed


def test_a_report_is_claimed_by_one_worker(vliermonde: object, ordered: Report) -> None:
    assert actions.begin(report=ordered.pk)
    assert not actions.begin(report=ordered.pk)


def test_what_was_made_is_kept_with_its_pages_its_size_and_its_tables(vliermonde: object, ordered: Report) -> None:
    actions.store(report=ordered, made=MADE)

    kept = Report.objects.get(pk=ordered.pk)
    assert (bytes(kept.content or b""), kept.pages, kept.size, kept.ready) == (b"%PDF", 2, 4, True)
    assert kept.tables[0]["rows"] == [["c", "d"]]


def test_a_report_that_was_removed_while_it_was_made_stays_away(
    vliermonde: object, ordered: Report, coordinator: Member
) -> None:
    actions.remove(report=Report.objects.get(pk=ordered.pk), actor=coordinator.actor)

    assert not actions.store(report=ordered, made=MADE)
    assert not Report.objects.exists()


def test_a_failure_is_said_with_its_reason(vliermonde: object, english: object, ordered: Report) -> None:
    actions.fail(report=ordered.pk, failure=Failure.BROKEN)

    kept = Report.objects.get(pk=ordered.pk)
    assert kept.failed
    assert str(kept.get_failure_display()).startswith("Something went wrong")


def test_only_the_last_twenty_are_kept(vliermonde: object, world: World, coordinator: Member) -> None:
    networks = [Network.objects.create(authority=world.authority, name=f"N{nr}") for nr in range(actions.MOST_KEPT + 3)]

    for network in networks:
        actions.order(kind="network", language="nl", network=network, actor=coordinator.actor)

    assert [report.title for report in Report.objects.all()] == [
        network.name for network in reversed(networks[-actions.MOST_KEPT :])
    ]


def test_a_report_taken_away_leaves_a_line(vliermonde: object, ordered: Report, coordinator: Member) -> None:
    actions.remove(report=ordered, actor=coordinator.actor)

    assert not Report.objects.exists()
    assert Entry.objects.filter(kind="report", verb=Verb.REMOVED).exists()


def test_the_database_refuses_a_ready_report_without_a_file_and_a_dossier_of_nothing(
    vliermonde: object, ordered: Report
) -> None:
    for wrong in ({"status": "ready"}, {"kind": "network"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Report.objects.filter(pk=ordered.pk).update(**wrong)


def test_a_dossier_is_named_after_its_network_and_the_report_in_its_own_language(
    vliermonde: object, world: World, ordered: Report, coordinator: Member
) -> None:
    network = Network.objects.get(pk=world.key("network"))

    dossier, _new = actions.order(kind="network", language="en", network=network, actor=coordinator.actor)
    board, _new = actions.order(kind="board", language="en", network=None, actor=coordinator.actor)

    assert dossier.title == "Kansrijk Opgroeien"
    assert board.title == "How does our steering stand?"
