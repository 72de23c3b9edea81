from types import SimpleNamespace

import pytest
from django.http.response import HttpResponseBase
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.reports import views
from regiewijzer.overview.reports.models import Report
from regiewijzer.overview.reports.tests.reading import opened
from regiewijzer.overview.reports.wording import Failure

HOME = "/vliermonde/rapporten/"


def waiting(member: Member, world: World) -> Report:
    with inside(world.authority.pk):
        return Report.objects.create(authority=world.authority, kind="board", title="Board", made_by=member.position)


def changed(report: Report, **values: object) -> None:
    with inside(report.authority_id):
        Report.objects.filter(pk=report.pk).update(**values)


def words(answer: HttpResponseBase) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


def order(member: Member, **fields: object) -> HttpResponseBase:
    return member.client.post(f"{HOME}maken/", fields, follow=True)


def test_a_reader_orders_a_report_and_opens_it(world: World, reader: Member) -> None:
    page = order(reader, language="en")

    with inside(world.authority.pk):
        report = Report.objects.get()
    assert page.redirect_chain == [(f"{HOME}{report.pk}/", 302)]  # type: ignore[attr-defined]
    assert "Ready: 2 pages" in words(page)
    assert "Open the PDF" in words(page)
    answer = reader.client.get(f"{HOME}{report.pk}/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('inline; filename="vliermonde-how-does-our-steering-stand-')
    assert answer["Content-Language"] == "en"
    assert len(opened(answer.content).pages) == 2


def test_the_page_shows_the_pictures_as_tables(world: World, reader: Member) -> None:
    page = words(order(reader, language="en"))

    assert "Tables with the pictures" in page
    assert '<th scope="row">Convenant</th>' in page


def test_the_manager_of_a_network_orders_its_dossier_from_its_own_page(world: World, manager: Member) -> None:
    page = manager.client.get(f"{HOME}netwerk/{world.key('network')}/")
    assert "The dossier as PDF" in words(page)

    made = order(manager, network=world.key("network"), language="nl")

    assert "Kansrijk Opgroeien" in words(made)
    again = words(manager.client.get(f"{HOME}netwerk/{world.key('network')}/"))
    assert "Made before" in again
    assert "Nederlands" in again


@pytest.mark.parametrize("role", ["guest", "facilitator"])
@pytest.mark.parametrize("page", ["", "netwerk/{network}/", "{report}/", "{report}/pdf/"])
def test_who_takes_nothing_out_sees_no_reports(
    role: str, page: str, world: World, reader: Member, request: pytest.FixtureRequest
) -> None:
    member: Member = request.getfixturevalue(role)
    report = waiting(reader, world)
    address = HOME + page.format(network=world.key("network"), report=report.pk)

    assert member.client.get(address).status_code == 403
    assert member.client.post(f"{HOME}maken/", {"language": "nl"}).status_code == 403
    assert member.client.post(f"{HOME}{report.pk}/weghalen/").status_code == 403


def test_a_stranger_gets_404(world: World, reader: Member, stranger: Member) -> None:
    report = waiting(reader, world)

    for page in ("", f"{report.pk}/", f"{report.pk}/pdf/", f"netwerk/{world.key('network')}/"):
        assert stranger.client.get(HOME + page).status_code == 404
    assert stranger.client.get(f"/elders/rapporten/{report.pk}/").status_code == 404
    assert stranger.client.get(f"/elders/rapporten/{report.pk}/pdf/").status_code == 404
    assert stranger.client.post(f"/elders/rapporten/{report.pk}/weghalen/").status_code == 404


def test_the_network_of_another_authority_cannot_be_ordered(
    world: World, world_elsewhere: World, reader: Member
) -> None:
    answer = order(reader, network=world_elsewhere.key("network"), language="nl")

    assert answer.status_code == 422
    with inside(world.authority.pk):
        assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [({"language": "fr"}, "fr is not one of the available choices"), ({"network": "", "language": "nl"}, "required")],
)
def test_a_wrong_order_is_told_and_nothing_is_made(
    world: World, reader: Member, fields: dict[str, str], complaint: str
) -> None:
    answer = order(reader, **fields)

    assert answer.status_code == 422
    assert complaint in words(answer)
    with inside(world.authority.pk):
        assert not Report.objects.exists()


def test_waiting_asks_again_each_second_and_hears_nothing_while_nothing_changed(world: World, reader: Member) -> None:
    report = waiting(reader, world)
    address = f"{HOME}{report.pk}/"
    asking = {"HX-Request": "true"}

    page = words(reader.client.get(address))
    assert f'hx-get="{address}?seen=waiting" hx-trigger="every 1s"' in page
    assert 'role="status"' in page
    assert reader.client.get(f"{address}?seen=waiting", headers=asking).status_code == 204

    changed(report, status="making")
    making = words(reader.client.get(f"{address}?seen=waiting", headers=asking))
    assert "We are making the report" in making
    assert "<html" not in making

    changed(report, status="ready", content=b"%PDF", pages=2, size=4)
    ready = words(reader.client.get(f"{address}?seen=making", headers=asking))
    assert "Open the PDF" in ready
    assert "every 1s" not in ready


def test_a_failure_is_said_and_can_be_ordered_again(world: World, reader: Member) -> None:
    report = waiting(reader, world)
    changed(report, status="failed", failure=Failure.BROKEN)

    page = words(reader.client.get(f"{HOME}{report.pk}/"))

    assert "Something went wrong while we made it" in page
    assert "Order it again" in page
    assert reader.client.get(f"{HOME}{report.pk}/pdf/").status_code == 404


def test_a_report_is_taken_away_by_who_ordered_it_or_who_decides(
    world: World, reader: Member, contributor: Member, coordinator: Member
) -> None:
    own, other = waiting(reader, world), waiting(reader, world)

    assert contributor.client.post(f"{HOME}{own.pk}/weghalen/").status_code == 403
    assert reader.client.post(f"{HOME}{own.pk}/weghalen/").status_code == 302
    assert coordinator.client.post(f"{HOME}{other.pk}/weghalen/").status_code == 302
    assert "Take this report away" not in words(contributor.client.get(HOME))
    with inside(world.authority.pk):
        assert not Report.objects.exists()


def test_the_list_says_language_pages_and_size(world: World, reader: Member) -> None:
    report = waiting(reader, world)
    changed(report, status="ready", content=b"%PDF", pages=2, size=81_000, language="en")

    page = words(reader.client.get(HOME))

    assert '<td data-label="Language">English</td>' in page
    assert "80 kB" in page


def test_a_double_click_makes_one_report(world: World, reader: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    monkeypatch.setattr(views, "make_report", SimpleNamespace(enqueue=lambda _authority, report: sent.append(report)))

    first, second = order(reader, language="nl"), order(reader, language="nl")

    assert first.redirect_chain == second.redirect_chain  # type: ignore[attr-defined]
    assert len(sent) == 1


def test_a_name_on_the_page_is_text(world: World, reader: Member) -> None:
    report = waiting(reader, world)
    changed(report, title="<script>alert(1)</script>")

    assert "<script>alert(1)" not in words(reader.client.get(HOME))
    assert "<script>alert(1)" not in words(reader.client.get(f"{HOME}{report.pk}/"))
