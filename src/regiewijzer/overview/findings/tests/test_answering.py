from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.typed import answer, day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries import before_after, open_findings, standing_findings
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.records.actions import archive
from regiewijzer.science.rules.vocabulary import version_of

TODAY = timezone.localdate()


def _page(world: World, pk: int | None = None) -> str:
    return f"/vliermonde/bevindingen/{pk or world.key('finding')}/"


def _answered(world: World, member: Member, **typed: str) -> Decision:
    """The decision that answers the finding about the first network."""
    saved = member.client.post(_page(world), answer(**typed))
    assert saved.status_code == 302, saved.content.decode()
    with inside(world.authority.pk):
        return Decision.objects.get(pk=saved["location"].rstrip("/").split("/")[-1])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({}, {"answer": "act", "name": "Een kleine kern", "responsible": "Hilde Maertens"}),
        (
            {"answer": "accept", "reason": "Zo werkt het hier", "name": "", "responsible": "", "due": ""},
            {"answer": "accept", "reason": "Zo werkt het hier", "due": None},
        ),
        (
            {"answer": "not_applicable", "reason": "Geen netwerk", "name": "", "responsible": "", "due": ""},
            {"answer": "not_applicable", "reason": "Geen netwerk"},
        ),
    ],
    ids=["act", "accept", "does not apply"],
)
def test_a_finding_is_answered(world: World, coordinator: Member, typed: dict[str, str], kept: dict[str, Any]) -> None:
    decision = _answered(world, coordinator, **typed)

    with inside(world.authority.pk):
        stored = StoredFinding.objects.get(pk=world.key("finding"))
        assert {name: getattr(decision, name) for name in kept} == kept
        assert (decision.rule, decision.finding, decision.numbers) == (stored.rule, stored.key, stored.numbers)
        assert (decision.network_id, decision.decided_by) == (world.key("network"), coordinator.position)
        assert decision.decided_on == TODAY
        assert decision.name == kept.get("name", stored.text().sentence.plain)
        assert stored.key not in [finding.stored.key for finding in open_findings()]
        assert next(f for f in standing_findings() if f.stored.key == stored.key).answer == decision
        assert Entry.objects.get(kind="decision").record == decision.pk


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "name"),
        ({"due": ""}, "due"),
        ({"answer": "accept", "reason": ""}, "reason"),
        ({"review_on": day()}, "review_on"),
    ],
)
def test_an_answer_that_lacks_something_is_not_kept_and_not_lost(
    world: World, coordinator: Member, typed: dict[str, str], field: str
) -> None:
    refused = coordinator.client.post(_page(world), answer(responsible="Els van de Kern", **typed))

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == [field]
    assert "Els van de Kern" in refused.content.decode()
    with inside(world.authority.pk):
        assert not Decision.objects.exclude(finding="").exists()


def test_a_reader_sees_why_and_cannot_decide(world: World, reader: Member) -> None:
    page = reader.client.get(_page(world))

    assert page.status_code == 200
    assert page.context["form"] is None
    assert 'class="decide"' not in page.content.decode()
    assert "Why we say this" in page.content.decode()
    assert reader.client.post(_page(world), answer()).status_code == 403


def test_the_manager_of_the_network_decides_about_it_and_nothing_else(world: World, manager: Member) -> None:
    own, other = manager.client.get(_page(world)), manager.client.get(_page(world, world.other_finding))

    assert 'class="decide"' in own.content.decode()
    assert other.context["form"] is None
    assert manager.client.post(_page(world, world.other_finding), answer()).status_code == 403
    assert _answered(world, manager).decided_by == manager.position


def test_somebody_of_another_authority_finds_nothing(
    world: World, stranger: Member, other_authority: Authority
) -> None:
    assert stranger.client.get(_page(world)).status_code == 404
    assert stranger.client.get(_page(world).replace("vliermonde", "elders")).status_code == 404


def _fewer_partners(world: World, most: int) -> None:
    """The first network loses partners until so many are left, and the findings follow."""
    with inside(world.authority.pk):
        rows = Membership.objects.filter(network=world.key("network")).order_by("id")
        Membership.objects.filter(pk__in=[row.pk for row in rows[most:]]).delete()
        refresh(authority=world.authority, today=TODAY)


def test_before_and_after_show_what_changed_since(world: World, coordinator: Member) -> None:
    decision = _answered(world, coordinator)
    _fewer_partners(world, 9)

    with inside(world.authority.pk):
        change = before_after(decision)
    assert change is not None
    assert change.after is not None
    assert ("11" in str(change.before), "9" in str(change.after), change.closed) == (True, True, False)


def test_a_limit_or_a_rule_that_changed_in_between_is_said_with_before_and_after(
    world: World, coordinator: Member
) -> None:
    decision = _answered(world, coordinator)
    assert (decision.rule_version, decision.limits_used) == (version_of(decision.rule), {"self_participants": 8})
    with inside(world.authority.pk):
        Authority.objects.filter(pk=world.authority.pk).update(limits={"self_participants": 9})
        Decision.objects.filter(pk=decision.pk).update(rule_version=decision.rule_version + 1)
        refresh(authority=world.authority, today=TODAY)

    page = coordinator.client.get(f"/vliermonde/besluiten/{decision.pk}/").content.decode()

    assert "at most was 8 and is 9, so part of the difference" in " ".join(page.split())
    assert "The rule changed in between" in page


def test_a_review_keeps_both_even_when_the_facts_move_on(world: World, coordinator: Member) -> None:
    decision = _answered(world, coordinator)
    _fewer_partners(world, 9)

    coordinator.client.post(
        f"/vliermonde/besluiten/{decision.pk}/herbekijken/",
        {"seen_version": "1", "outcome": "partly", "note": "Twee eruit"},
    )
    _fewer_partners(world, 3)

    with inside(world.authority.pk):
        decision.refresh_from_db()
        change = before_after(decision)
    assert (decision.reviewed_on, decision.outcome, decision.review_note) == (TODAY, "partly", "Twee eruit")
    assert (decision.numbers["count"], decision.review_numbers["count"]) == (11, 9)
    assert change is not None
    assert ("9" in str(change.after), change.closed) == (True, True)


def test_a_review_of_a_finding_that_is_gone_says_so(world: World, coordinator: Member) -> None:
    decision = _answered(world, coordinator)
    _fewer_partners(world, 3)

    coordinator.client.post(
        f"/vliermonde/besluiten/{decision.pk}/herbekijken/", {"seen_version": "1", "outcome": "helped"}
    )
    page = coordinator.client.get(f"/vliermonde/besluiten/{decision.pk}/")

    with inside(world.authority.pk):
        decision.refresh_from_db()
    assert decision.review_numbers is None
    assert "The finding is gone." in page.content.decode()


def test_the_review_computes_again_by_itself(world: World, coordinator: Member) -> None:
    decision = _answered(world, coordinator)
    with inside(world.authority.pk):
        Membership.objects.filter(network=world.key("network")).order_by("-id")[0].delete()

    coordinator.client.post(
        f"/vliermonde/besluiten/{decision.pk}/herbekijken/", {"seen_version": "1", "outcome": "unknown"}
    )

    with inside(world.authority.pk):
        decision.refresh_from_db()
    assert decision.review_numbers["count"] == 10


def test_a_reviewed_decision_no_longer_answers_its_finding(world: World, coordinator: Member) -> None:
    decision = _answered(world, coordinator)
    page = f"/vliermonde/besluiten/{decision.pk}/herbekijken/"

    coordinator.client.post(page, {"seen_version": "1", "outcome": "not", "again_on": day(30)})
    with inside(world.authority.pk):
        kept_open = decision.finding not in [finding.stored.key for finding in open_findings()]
        decision.refresh_from_db()
        again_on = decision.review_on
    coordinator.client.post(page, {"seen_version": "2", "outcome": "not"})

    assert (kept_open, again_on) == (True, TODAY + timedelta(days=30))
    with inside(world.authority.pk):
        assert decision.finding in [finding.stored.key for finding in open_findings()]


def test_two_who_look_at_once_do_not_overwrite_each_other(
    world: World, coordinator: Member, administrator: Member
) -> None:
    decision = _answered(world, coordinator)
    page = f"/vliermonde/besluiten/{decision.pk}/herbekijken/"
    seen = [member.client.get(page).context["form"]["seen_version"].value() for member in (coordinator, administrator)]

    coordinator.client.post(page, {"seen_version": seen[0], "outcome": "helped", "note": "Het scheelde"})
    late = administrator.client.post(page, {"seen_version": seen[1], "outcome": "not", "note": "Het maakte niets uit"})

    shown = late.content.decode()
    assert late.status_code == 409
    assert ("Het maakte niets uit" in shown, "Het scheelde" in shown) == (True, True)
    assert "This decision was closed or archived meanwhile" in shown
    with inside(world.authority.pk):
        decision.refresh_from_db()
    assert (decision.outcome, decision.review_note) == ("helped", "Het scheelde")
    assert administrator.client.get(page)["location"] == f"/vliermonde/besluiten/{decision.pk}/"


def test_a_look_at_a_decision_that_moved_on_can_be_saved_again(
    world: World, coordinator: Member, administrator: Member
) -> None:
    decision = _answered(world, coordinator)
    page = f"/vliermonde/besluiten/{decision.pk}/herbekijken/"
    first, second = {"outcome": "unknown", "again_on": day(30)}, {"outcome": "partly", "note": "Een beetje"}

    coordinator.client.post(page, {"seen_version": "1", **first})
    late = administrator.client.post(page, {"seen_version": "1", **second})
    seen = late.context["form"]["seen_version"].value()
    saved = administrator.client.post(page, {"seen_version": seen, **second})

    assert (late.status_code, saved.status_code) == (409, 302)
    looks = administrator.client.get(saved["location"]).context["looks"]
    assert [look.review.outcome for look in looks] == ["partly", "unknown"]
    assert all("11" in str(look.said) for look in looks)


def test_a_finding_is_answered_once(world: World, coordinator: Member, administrator: Member) -> None:
    decision = _answered(world, coordinator)

    late = administrator.client.post(_page(world), answer(name="Een tweede plan"))

    assert late.status_code == 409
    assert "Een tweede plan" in late.content.decode()
    assert "Somebody answered this finding meanwhile" in late.content.decode()
    with inside(world.authority.pk):
        assert list(Decision.objects.exclude(finding="")) == [decision]
    assert administrator.client.get(_page(world)).context["form"] is None


def test_a_finding_that_is_gone_is_not_answered(world: World, coordinator: Member) -> None:
    _fewer_partners(world, 3)

    late = coordinator.client.post(_page(world), answer())

    assert late.status_code == 409
    assert "This finding no longer stands" in late.content.decode()
    with inside(world.authority.pk):
        assert not Decision.objects.exclude(finding="").exists()
    assert coordinator.client.get(_page(world)).context["form"] is None


def test_a_decision_in_the_archive_no_longer_answers_its_finding(world: World, coordinator: Member) -> None:
    decision = _answered(world, coordinator)

    with inside(world.authority.pk):
        archive(decision, actor=coordinator.actor)
        assert decision.finding in [finding.stored.key for finding in open_findings()]


def test_a_decision_taken_by_hand_has_no_before_and_after(world: World, reader: Member) -> None:
    page = reader.client.get(f"/vliermonde/besluiten/{world.key('decision')}/")

    assert page.context["change"] == ()
    assert page.context["may_review"] is False
    with inside(world.authority.pk):
        assert Network.objects.filter(decisions=world.key("decision")).exists()
