import pytest
from django.utils.translation import get_language, override
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.reports import actions, queries, tasks
from regiewijzer.overview.reports.models import Report
from regiewijzer.overview.reports.tests.reading import headings_of, text_of
from regiewijzer.overview.reports.wording import Failure
from regiewijzer.register.networks.models import Network


@pytest.fixture
def order(world: World, coordinator: Member) -> Report:
    with inside(world.authority.pk):
        return actions.order(kind="board", language="en", network=None, actor=coordinator.actor)[0]


def stored(report: Report) -> Report:
    with inside(report.authority_id):
        return Report.objects.get(pk=report.pk)


def test_the_worker_makes_what_was_ordered_in_the_language_that_was_asked(world: World, order: Report) -> None:
    with override("nl"):
        tasks.make_report.call(world.authority.pk, order.pk)

        assert get_language() == "nl"
    made = stored(order)
    content = bytes(made.content or b"")
    assert (made.status, made.pages, made.size) == ("ready", 2, len(content))
    assert headings_of(content)[0] == "How does our steering stand?"
    assert "In our register stand 2 networks and 2 instruments for 1 challenge." in text_of(content)
    assert {table["caption"] for table in made.tables} == {
        "Instruments on the axis of enforcement power",
        "Networks, their age and their results",
    }


def test_a_report_holds_nothing_of_another_authority(world: World, world_elsewhere: World, order: Report) -> None:
    with inside(world_elsewhere.authority.pk):
        Network.objects.filter(pk=world_elsewhere.key("network")).update(name="Secret of Elders")

    tasks.make_report.call(world.authority.pk, order.pk)

    assert "Secret" not in text_of(bytes(stored(order).content or b""))


def test_the_worker_cannot_reach_a_report_behind_another_wall(
    world: World, world_elsewhere: World, order: Report
) -> None:
    tasks.make_report.call(world_elsewhere.authority.pk, order.pk)

    assert stored(order).status == "waiting"


def test_a_report_that_was_claimed_is_not_made_twice(
    world: World, order: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    with inside(world.authority.pk):
        actions.begin(report=order.pk)
    monkeypatch.setattr(tasks, "generated", lambda *_arguments: pytest.fail("made twice"))

    tasks.make_report.call(world.authority.pk, order.pk)

    assert stored(order).status == "making"


def test_a_fault_is_said_and_goes_to_the_log(world: World, order: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(tasks, "generated", broken)

    with pytest.raises(ZeroDivisionError):
        tasks.make_report.call(world.authority.pk, order.pk)

    assert (stored(order).status, stored(order).failure) == ("failed", Failure.BROKEN)


def test_a_dossier_of_a_network_in_the_archive_says_that_it_is_gone(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        network = Network.objects.get(pk=world.key("network"))
        order, _new = actions.order(kind="network", language="nl", network=network, actor=coordinator.actor)
        network.archived_at = network.created_at
        network.save()

    tasks.make_report.call(world.authority.pk, order.pk)

    assert (stored(order).status, stored(order).failure) == ("failed", Failure.GONE)


def test_the_name_of_the_file_says_whose_it_is_what_and_when(world: World, order: Report) -> None:
    with inside(world.authority.pk):
        Report.objects.filter(pk=order.pk).update(
            title="Überleg “x”/../y", status="ready", content=b"x", finished_at="2026-11-23T12:00Z"
        )

        assert queries.file_name(queries.pdf_of(order.pk)) == "vliermonde-uberleg-xy-2026-11-23.pdf"
