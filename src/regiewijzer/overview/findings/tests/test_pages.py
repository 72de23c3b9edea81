import pytest
from django.utils import timezone
from django.utils.translation import override
from tests.accounts import Member
from tests.typed import answer
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.sections import drawn_on
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.actions import archive, confirm

OVERVIEW, LIST = "/vliermonde/overzicht/", "/vliermonde/bevindingen/"


def test_an_empty_authority_is_told_how_to_begin(coordinator: Member, reader: Member) -> None:
    page, as_reader = coordinator.client.get(OVERVIEW).content.decode(), reader.client.get(OVERVIEW).content.decode()

    assert "The register is still empty" in page
    assert "Nothing asks for a decision" not in page
    assert "/vliermonde/netwerken/nieuw/" in page
    assert "/vliermonde/netwerken/nieuw/" not in as_reader


def test_the_overview_shows_the_heaviest_findings_and_how_many_there_are(world: World, reader: Member) -> None:
    page = reader.client.get(OVERVIEW)

    assert f"{page.context['total']} findings" in page.content.decode().replace("Eight", "8")
    marks = [group.level.marks for group in page.context["groups"]]
    assert marks == sorted(marks, reverse=True)
    assert sum(len(group.subjects) for group in page.context["groups"]) <= 10


@pytest.mark.parametrize("page", [OVERVIEW, LIST])
def test_findings_about_one_subject_hang_together_and_none_is_shown_twice(
    world: World, reader: Member, page: str
) -> None:
    shown = reader.client.get(page)

    rows = [row.stored.pk for group in shown.context["groups"] for row in group.findings]
    assert len(rows) == len(set(rows))
    subject = next(each for group in shown.context["groups"] for each in group.subjects if each.others)
    text = " ".join(shown.content.decode().split())
    assert f"{subject.name}: " in text
    assert "What hangs on it:" in text
    for tied in subject.others:
        assert f"/bevindingen/{tied.finding.stored.pk}/" in text
        if tied.relation:
            assert tied.relation.reason.en in text


def test_an_opened_finding_says_which_to_decide_first(world: World, reader: Member) -> None:
    shown = reader.client.get(LIST)
    subject = next(each for group in shown.context["groups"] for each in group.subjects if each.others)

    first, other = (
        " ".join(reader.client.get(f"{LIST}{row.stored.pk}/").content.decode().split()) for row in subject.rows[:2]
    )

    assert "Decide this one first" in first
    assert f'Decide first: <a href="{LIST}{subject.first.stored.pk}/"' in other
    assert subject.heading in first


@pytest.mark.parametrize("page", [OVERVIEW, LIST])
def test_every_line_with_a_limit_says_whose_it_is(world: World, reader: Member, page: str) -> None:
    shown = reader.client.get(page)

    rows = [row for group in shown.context["groups"] for row in group.findings]
    owned = [row for row in rows if row.stored.limits_used]
    assert len(owned) > 1
    assert shown.content.decode().count("limit: ") == len(owned)


def test_an_opened_finding_says_whose_each_limit_is_apart_from_how_sure_we_are(world: World, reader: Member) -> None:
    page = " ".join(reader.client.get(f"{LIST}{world.key('finding')}/").content.decode().split())

    assert "self-regulating network, at most: 8. A proposal of ours, not a figure from the source" in page
    assert "proposal of ours" not in page[page.index("How sure we are") :]


def test_the_overview_draws_what_there_is(world: World, reader: Member) -> None:
    page = reader.client.get(OVERVIEW)

    pictures = page.context["pictures"]
    assert [f'id="{name}-title"' in pictures.html for name in ("axis", "overlap", "timeline")] == [True] * 3
    assert pictures.html in page.content.decode()
    assert pictures.counts == "2 instruments and 2 networks that have not ended, and 12 partners"


def test_the_pictures_are_those_of_the_last_refresh_until_something_changes(
    world: World, coordinator: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator.client.post(f"/{world.authority.slug}/opgaven/{world.key('challenge')}/bevestigen/")
    monkeypatch.setattr("regiewijzer.overview.findings.sections.overview_pictures", lambda *_: 1 / 0)

    with inside(world.authority.pk), override("nl"):
        assert (
            drawn_on(world.authority, timezone.localdate()).counts
            == "2 instrumenten en 2 netwerken die niet gestopt zijn, en 12 partners"
        )
        confirm(Network.objects.all()[0], actor=coordinator.actor, day=timezone.localdate())
        with pytest.raises(ZeroDivisionError):
            drawn_on(world.authority, timezone.localdate())


def test_answered_findings_have_a_list_of_their_own(world: World, coordinator: Member) -> None:
    coordinator.client.post(f"{LIST}{world.key('finding')}/", answer())

    shown = {
        state: {
            finding.stored.pk
            for group in coordinator.client.get(f"{LIST}?state={state}").context["groups"]
            for finding in group.findings
        }
        for state in ("open", "answered", "all")
    }

    assert shown["answered"] == {world.key("finding")}
    assert shown["open"] | shown["answered"] == shown["all"]
    assert not shown["open"] & shown["answered"]


def test_a_finding_that_is_gone_can_still_be_read(world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        StoredFinding.objects.update(gone_on="2025-03-01")

    page = reader.client.get(f"{LIST}{world.key('finding')}/").content.decode()

    assert "no longer there since 1 March 2025" in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_standing_finding_has_a_page_in_both_languages(world: World, reader: Member, language: str) -> None:
    reader.user.language = language
    reader.user.save()
    with inside(world.authority.pk):
        keys = list(StoredFinding.objects.values_list("pk", flat=True))

    pages = [reader.client.get(f"{LIST}{key}/") for key in keys]

    assert {page.status_code for page in pages} == {200}
    assert all(page.context["finding"].text.explanation.plain for page in pages)
    assert all("{" not in page.context["finding"].text.sentence.plain for page in pages)


def test_only_who_may_restore_a_decision_is_offered_it(world: World, coordinator: Member, manager: Member) -> None:
    with inside(world.authority.pk):
        archive(Decision.objects.get(pk=world.key("decision")), actor=coordinator.actor)
    page, undo = f"/vliermonde/besluiten/{world.key('decision')}/", "/terugzetten/"

    assert undo in coordinator.client.get(page).content.decode()
    assert undo not in manager.client.get(page).content.decode()


def test_the_overview_counts_what_is_due_and_what_helped(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        for outcome in ("helped", "partly", "not", "unknown"):
            Decision.objects.create(
                authority=world.authority,
                name="Doen",
                reviewed_on="2025-01-01",
                outcome=outcome,
                review_on="2025-01-01",
            )

    page = coordinator.client.get(OVERVIEW)

    assert (page.context["helped"], page.context["reviewed"], page.context["to_review"]) == (2, 3, 1)
    assert "2 of 3 did" in page.content.decode()
