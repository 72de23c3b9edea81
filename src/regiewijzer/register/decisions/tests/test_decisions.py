from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.typed import answer, day, record
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.actions import Closed, decide, review
from regiewijzer.register.decisions.forms import AnswerForm, DecisionForm, ReviewForm
from regiewijzer.register.decisions.models import Decision, FindingEvidence
from regiewijzer.register.decisions.queries import of_finding, of_network, reviews_of, standing_answers
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.actions import Conflict, archive

pytestmark = pytest.mark.usefixtures("english")
TODAY = timezone.localdate()
KEY = "form.too_many_participants:network-1"


def _decision(authority: Authority, **more: object) -> Decision:
    return Decision.objects.create(authority=authority, name="Doen", **more)


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ({"name": ""}, {"name"}),
        ({"responsible": "", "due": ""}, {"responsible", "due"}),
        ({"answer": "accept"}, {"reason"}),
        ({"answer": "not_applicable", "name": "", "responsible": "", "due": ""}, {"reason"}),
        ({"answer": "misschien"}, {"answer", "reason"}),
        ({"review_on": ""}, {"review_on"}),
        ({"review_on": day()}, {"review_on"}),
        ({"due": "morgen"}, {"due"}),
    ],
)
def test_each_answer_asks_what_it_needs(vliermonde: Authority, typed: dict[str, str], missing: set[str]) -> None:
    form = AnswerForm(vliermonde.pk, answer(**typed))

    assert set(form.errors) == missing
    assert all(len(sentences) == 1 for sentences in form.errors.values())


@pytest.mark.parametrize(
    "typed", [{}, {"answer": "accept", "reason": "Mag zo", "name": "", "responsible": "", "due": ""}]
)
def test_an_answer_with_what_it_needs_is_right(vliermonde: Authority, typed: dict[str, str]) -> None:
    assert AnswerForm(vliermonde.pk, answer(**typed)).errors == {}


def test_colleagues_are_suggested_and_guests_are_not(
    vliermonde: Authority, coordinator: Member, guest: Member, stranger: Member
) -> None:
    suggested = AnswerForm(vliermonde.pk).fields["responsible"].suggestions  # type: ignore[attr-defined]

    assert suggested == [coordinator.user.name]


def test_a_decision_is_signed_by_whoever_takes_it(vliermonde: Authority, coordinator: Member) -> None:
    decision = decide(decision=Decision(name="Doen"), actor=coordinator.actor)

    assert decision.decided_by == coordinator.position
    assert Entry.objects.get().verb == "created"


def test_a_review_closes_a_decision_with_what_the_finding_rests_on_now(
    vliermonde: Authority, coordinator: Member
) -> None:
    decision = _decision(vliermonde, finding=KEY, numbers={"n": 10}, review_on=TODAY)

    review(
        decision=decision,
        outcome="helped",
        note="Het scheelde",
        evidence=FindingEvidence({"n": 7}, 2, {"self_participants": 12}),
        actor=coordinator.actor,
        seen_version=1,
    )

    decision.refresh_from_db()
    assert (decision.reviewed_on, decision.outcome, decision.review_note) == (TODAY, "helped", "Het scheelde")
    assert (decision.numbers, decision.review_numbers, decision.version) == ({"n": 10}, {"n": 7}, 2)
    assert decision.review_evidence == FindingEvidence({"n": 7}, 2, {"self_participants": 12})
    (look,) = reviews_of(decision)
    assert (look.rule_version, look.limits_used) == (2, {"self_participants": 12})
    assert Entry.objects.get().changes["outcome"] == ["", "helped"]


def test_a_review_may_keep_a_decision_open(vliermonde: Authority, coordinator: Member) -> None:
    later = TODAY + timedelta(days=90)
    decision = _decision(vliermonde, finding=KEY, review_on=TODAY)

    review(
        decision=decision,
        outcome="unknown",
        note="",
        evidence=None,
        actor=coordinator.actor,
        seen_version=1,
        again_on=later,
    )

    decision.refresh_from_db()
    assert (decision.reviewed_on, decision.review_on) == (None, later)
    assert KEY in standing_answers()
    assert Entry.objects.get().changes["review_on"] == [str(TODAY), str(later)]


def _look(decision: Decision, by: Member, outcome: str, version: int, again_on: date | None = None) -> Decision:
    return review(
        decision=decision,
        outcome=outcome,
        note=f"Dit bleek: {outcome}",
        evidence=FindingEvidence({"n": version}, 1, {}),
        actor=by.actor,
        seen_version=version,
        again_on=again_on,
    )


def test_every_look_at_a_decision_is_kept(vliermonde: Authority, coordinator: Member, administrator: Member) -> None:
    later = TODAY + timedelta(days=90)
    decision = _decision(vliermonde, finding=KEY, review_on=TODAY)

    _look(decision, coordinator, "unknown", 1, later)
    _look(decision, administrator, "helped", 2)

    kept = [(look.outcome, look.note, look.numbers, look.again_on, look.by) for look in reviews_of(decision)]
    assert kept == [
        ("helped", "Dit bleek: helped", {"n": 2}, None, administrator.position),
        ("unknown", "Dit bleek: unknown", {"n": 1}, later, coordinator.position),
    ]


def test_what_a_workbook_said_about_an_open_decision_is_kept_too(vliermonde: Authority, coordinator: Member) -> None:
    decision = _decision(vliermonde, outcome="not", review_note="Uit het werkboek", review_on=TODAY)

    _look(decision, coordinator, "helped", 1)

    assert [look.note for look in reviews_of(decision)] == ["Dit bleek: helped", "Uit het werkboek"]


@pytest.mark.parametrize("ended", [{"reviewed_on": TODAY}, {"archived_at": timezone.now()}], ids=["closed", "archived"])
def test_a_decision_that_is_closed_is_not_looked_at_again(
    vliermonde: Authority, coordinator: Member, ended: dict[str, object]
) -> None:
    decision = _decision(vliermonde, outcome="helped", review_note="Het scheelde", **ended)

    with pytest.raises(Closed):
        _look(decision, coordinator, "not", 1)

    decision.refresh_from_db()
    assert (decision.outcome, decision.review_note) == ("helped", "Het scheelde")


def test_a_look_at_another_version_saves_nothing(vliermonde: Authority, coordinator: Member) -> None:
    decision = _decision(vliermonde, review_on=TODAY, version=2)

    with pytest.raises(Conflict):
        _look(decision, coordinator, "not", 1)

    assert reviews_of(decision) == []


def test_the_newest_decision_that_is_not_reviewed_answers_a_finding(vliermonde: Authority) -> None:
    old = _decision(vliermonde, finding=KEY, decided_on=TODAY - timedelta(days=9), reviewed_on=TODAY)
    away = _decision(vliermonde, finding=KEY, decided_on=TODAY, archived_at=timezone.now())
    first = _decision(vliermonde, finding=KEY, decided_on=TODAY - timedelta(days=5))
    newest = _decision(vliermonde, finding=KEY, decided_on=TODAY - timedelta(days=1))
    _decision(vliermonde)

    assert standing_answers() == {KEY: newest}
    assert of_finding(KEY) == [newest, first, old]
    assert away not in of_finding(KEY)


def test_what_is_due_for_review(vliermonde: Authority) -> None:
    due = _decision(vliermonde, review_on=TODAY)
    _decision(vliermonde, review_on=TODAY + timedelta(days=1))
    _decision(vliermonde, review_on=TODAY, reviewed_on=TODAY)
    _decision(vliermonde, review_on=TODAY, archived_at=timezone.now())
    _decision(vliermonde)

    assert list(Decision.objects.to_review(TODAY)) == [due]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"answer": "accept"}, "__all__"),
        ({"name": ""}, "name"),
        ({"network": "Nergens"}, "network"),
        ({"decided_on": ""}, "decided_on"),
        ({"as_of": "2999-01-01"}, "as_of"),
    ],
)
def test_a_decision_taken_by_hand_is_checked(vliermonde: Authority, typed: dict[str, str], field: str) -> None:
    assert list(DecisionForm(record("decision", **typed)).errors) == [field]


def test_a_decision_about_something_in_the_archive_can_still_be_changed(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/besluiten/{world.key('decision')}/wijzigen/"
    with inside(world.authority.pk):
        archive(Network.objects.get(pk=world.key("network")), actor=coordinator.actor)
    shown = coordinator.client.get(page).context["form"]["network"].value()

    saved = coordinator.client.post(page, record("decision", network=shown, seen_version="1"))

    assert (shown, saved.status_code) == ("Kansrijk Opgroeien", 302)
    with inside(world.authority.pk):
        assert [decision.pk for decision in of_network(world.key("network"))] == [world.key("decision")]


def test_namesakes_among_challenges_are_told_apart(vliermonde: Authority) -> None:
    first, second = (Challenge.objects.create(authority=vliermonde, name="Armoede") for _ in "ab")
    about_first = DecisionForm(instance=_decision(vliermonde, challenge=first))

    offered = about_first.fields["challenge"].options  # type: ignore[attr-defined]

    assert offered == {"Armoede": first.pk, f"Armoede ({second.pk})": second.pk}
    assert about_first["challenge"].value() == "Armoede"


def test_names_that_differ_only_in_capitals_are_told_apart(vliermonde: Authority) -> None:
    first, second = (Challenge.objects.create(authority=vliermonde, name=name) for name in ("ARMOEDE", "Armoede"))

    offered = DecisionForm().fields["challenge"].options  # type: ignore[attr-defined]

    assert offered == {"ARMOEDE": first.pk, f"Armoede ({second.pk})": second.pk}


def test_a_review_asks_for_an_outcome_and_a_day_to_come() -> None:
    assert set(ReviewForm(1, {"seen_version": "1", "outcome": "", "again_on": day()}).errors) == {"outcome", "again_on"}
    assert ReviewForm(1, {"seen_version": "1", "outcome": "not", "again_on": day(1)}).is_valid()
