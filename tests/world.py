"""Two authorities with one of everything, so that every address has a target: own, other, elsewhere, missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from regiewijzer.foundation.accounts.models import Invitation, Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.team.actions import hash_of
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.actions.copies import add_question, copy
from regiewijzer.inquiry.questionnaires.actions.sittings import Filled, choose, finish, keep, start
from regiewijzer.inquiry.questionnaires.definitions.catalogue import questionnaire
from regiewijzer.inquiry.questionnaires.models import Way
from regiewijzer.inquiry.questionnaires.queries.subjects import About
from regiewijzer.inquiry.surveys.actions import sealing
from regiewijzer.inquiry.surveys.models import Invitee, Survey
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.overview.exchange.queries import packed, planned, preview_of
from regiewijzer.overview.exchange.wording import State
from regiewijzer.overview.facts.queries import SNAPSHOTS
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.kept import PAGES
from regiewijzer.overview.reports.models import Report
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.confirmations.models import Confirmation
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.instruments.models import Aim, Instrument, Placing, Purpose, Relation
from regiewijzer.register.meetings.models import Action, AgendaItem, Agreement, Meeting, MinutesDraft, Presence
from regiewijzer.register.merges.models import Merge
from regiewijzer.register.networks.models import (
    Delegate,
    FormPeriod,
    GoalVersion,
    GuestSeat,
    Management,
    Membership,
    Network,
    PhaseStart,
    RequiredSeat,
)
from regiewijzer.register.organisations.models import Identifier, Organisation, Person
from regiewijzer.register.policy.models import PolicyCode
from regiewijzer.register.records.actions import make_findable
from regiewijzer.tools.arena.models import Arena, Placed
from regiewijzer.tools.breakthrough.models import Stuck, Try
from regiewijzer.tools.choice.models import Choice, Conversation, NamedPartner
from regiewijzer.tools.cooperation.models import Measurement as Cooperation
from regiewijzer.tools.cooperation.models import Statement
from regiewijzer.tools.effect.models import Evaluation as Effect
from regiewijzer.tools.goals.models import Measurement as Judgement
from regiewijzer.tools.goals.models import Split, SubGoal
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.insights.models import Insight, Met, Moment, Step, Use
from regiewijzer.tools.mandates.models import Card, Promise
from regiewijzer.tools.practice.models import Case, SharedCase
from regiewijzer.tools.readiness.models import Measurement as LayerMeasurement
from regiewijzer.tools.readiness.models import Placement
from regiewijzer.tools.roles.models import Task
from regiewijzer.tools.steering.models import Evaluation as Steering
from regiewijzer.tools.steering.models import Stance
from tests.accounts import Member, logged_in, position_in, undone
from tests.architecture.policy import POLICY
from tests.databases import DATABASES
from tests.workshops import workshops_about

OWN_QUESTION = {"nl": "Wie mist?", "en": "Who is missing?", "dimension": "", "scale": "agree5", "reversed": False}


@dataclass
class World:
    """Keys of the records of one authority, by the name the addresses use."""

    authority: Authority
    keys: dict[str, int] = field(default_factory=dict)
    other_network: int = 0
    other_finding: int = 0

    def key(self, name: str) -> int:
        return self.keys[name]


def build_world(authority: Authority, *, managed_by: Position | None = None, guest: Position | None = None) -> World:
    """Two networks of ten partners, of which the first is managed by somebody and holds the guest's organisation."""
    today = timezone.localdate()
    with inside(authority.pk):
        world = World(authority)
        owned = {"authority": authority, "as_of": today}
        challenge = Challenge.objects.create(name="Kinderarmoede", **owned)
        organisations = [
            Organisation.objects.create(name=f"Partner {number}", domains=["health"], **owned) for number in range(10)
        ]
        newcomer = Organisation.objects.create(name="Buurtwerk", **owned)  # sits in no network
        Identifier.objects.create(authority=authority, organisation=organisations[0], scheme="kbo", value="0207508932")
        person = Person.objects.create(name="Els Wouters", organisation=organisations[0], **owned)
        namesake = Person.objects.create(name="Els Wauters", organisation=organisations[1], **owned)
        network, other = (
            _network(authority, name, organisations, challenge) for name in ("Kansrijk Opgroeien", "Huis van het Kind")
        )
        membership = Membership.objects.filter(network=network).order_by("id").first()
        assert membership is not None
        delegate = Delegate.objects.create(authority=authority, membership=membership, person=person)
        PhaseStart.objects.create(authority=authority, network=network, phase="goals", started=date(2025, 1, 1))
        required = RequiredSeat.objects.create(
            authority=authority, network=network, role="OCMW", from_rule=True, source_year=2018
        )
        confirmation = Confirmation.objects.create(
            authority=authority,
            membership=membership,
            person=person,
            asked_on=today,
            expires_on=today + timedelta(days=30),
            code_hash=hash_of(f"confirm-{authority.slug}"),
            answered_on=today,
            still="yes",
            comes="other",
            other_name="Griet Nieuw",
            does="other",
            other_action="Elke dinsdag een spreekuur",
        )
        role_task = Task.objects.create(authority=authority, network=network, role="operator", person=person)
        instrument = Instrument.objects.create(name="Convenant", legal=100, **owned)
        second = Instrument.objects.create(name="Premie", market=100, **owned)
        Purpose.objects.create(authority=authority, instrument=instrument, challenge=challenge)
        for since, shares in ((date(2024, 1, 1), {"market": 100}), (date(2025, 1, 1), {"legal": 100})):
            Placing.objects.create(authority=authority, instrument=instrument, since=since, status="in_use", **shares)
        stance = Stance.objects.create(authority=authority, measured_on=date(2025, 5, 1), script=4, power=2)
        aim = Aim.objects.create(authority=authority, instrument=instrument, organisation=organisations[0])
        relation = Relation.objects.create(authority=authority, instrument=instrument, other=second, kind="reinforces")
        colleague = position_in(authority, Role.CONTRIBUTOR, "Karel Collega")
        management = Management.objects.create(authority=authority, network=network, position=managed_by or colleague)
        if guest is not None:
            outside = Organisation.objects.create(name="Partner van Gust", **owned)
            Membership.objects.create(authority=authority, network=network, organisation=outside)
            GuestSeat.objects.create(authority=authority, position=guest, organisation=outside)
        split = Split.objects.create(authority=authority, network=network)
        sub_goal = SubGoal.objects.create(authority=authority, split=split, text="Elk kind een plek")
        statement = Statement.objects.create(
            authority=authority, network=network, organisation=organisations[0], brings="Zaal", gets="Bereik"
        )
        invitation = Invitation.objects.create(
            authority=authority,
            email="nieuw@example.org",
            role=Role.READER,
            code_hash=hash_of(f"code-{authority.slug}"),
            expires_at=timezone.now() + timedelta(days=7),
        )
        refresh(authority=authority, today=today)
        arena = Arena.objects.create(authority=authority, network=network, phase="goals")
        Placed.objects.create(
            authority=authority, arena=arena, organisation=organisations[0], importance=4, replaceability=1
        )
        Card.objects.create(authority=authority, membership=membership, decides="within", may_promise="Twee dagen")
        promise = Promise.objects.create(authority=authority, membership=membership, text="Een gids per gezin")
        insights = _insights(network, organisations[0], today)
        Stuck.objects.create(authority=authority, network=network, impasses=["conflict"], words="Iedereen is beleefd")
        attempt = Try.objects.create(
            authority=authority,
            network=network,
            principle="make_something",
            what="Kraam op de markt",
            until=today + timedelta(days=30),
            seen_by="Tien bewoners komen terug",
        )
        told = {"challenge": "Wie past op?", "what": "Een lijst", "gave": "Rust", "did_not": "Tijd", "contact": "Loket"}
        case = Case.objects.create(
            authority=authority, network=network, title="Oppas in de buurt", themes=["children_families"], **told
        )
        shared = SharedCase.objects.create(
            authority=authority,
            case=case,
            authority_name=authority.name,
            title=f"Gedeeld door {authority.name}",
            **told,
        )
        finding = _finding_about(network)
        policy_code = PolicyCode.objects.create(authority=authority, code="AP-02", text="Gezinnen versterken")
        decision = Decision.objects.create(name="Doen", network=network, review_on=today, **owned)
        meeting, held, item, action = _meetings(network, organisations[0], person, today)
        choice = Choice.objects.create(authority=authority, challenge=challenge)
        merges = {
            f"{record.KIND}_merge": Merge.objects.create(
                authority=authority,
                kind=record.KIND,
                stays=record.pk,
                goes=0,
                merged_at=timezone.now(),
                undone_at=timezone.now(),
            ).pk
            for record in (organisations[0], person, network)
        }
        for record in (
            challenge,
            *organisations,
            newcomer,
            person,
            namesake,
            network,
            other,
            instrument,
            second,
            decision,
            meeting,
            held,
            action,
        ):
            make_findable(record)
        world.keys = {
            "challenge": challenge.pk,
            "organisation": organisations[0].pk,
            "newcomer": newcomer.pk,
            "person": person.pk,
            "namesake": namesake.pk,
            "network": network.pk,
            "membership": membership.pk,
            "delegate": delegate.pk,
            "management": management.pk,
            "instrument": instrument.pk,
            "aim": aim.pk,
            "relation": relation.pk,
            "stance": stance.pk,
            "decision": decision.pk,
            "choice": choice.pk,
            "meeting": meeting.pk,
            "meeting_held": held.pk,
            "agenda_item": item.pk,
            "action": action.pk,
            "finding": finding,
            "policy_code": policy_code.pk,
            "confirmation": confirmation.pk,
            "arena": arena.pk,
            "required_seat": required.pk,
            "role_task": role_task.pk,
            "promise": promise.pk,
            **insights,
            "try": attempt.pk,
            "practice_case": case.pk,
            "shared_case": shared.pk,
            "split": split.pk,
            "sub_goal": sub_goal.pk,
            "statement": statement.pk,
            "position": colleague.pk,
            "invitation": invitation.pk,
            **merges,
        }
        world.other_network, world.other_finding = other.pk, _finding_about(other)
    return world


def add_papers(world: World, *, by: Position) -> None:
    """What one person works on beside the records: a report, a file to import, questionnaires. Inside the wall."""
    network = Network.objects.get(pk=world.key("network"))
    report = Report.objects.create(
        authority=world.authority, kind="board", language="nl", status="ready", content=b"%PDF"
    )
    raws = [RawSheet("Partners", "Partners", ((1, ("Naam",)), (2, ("Nieuwe partner",))))]
    plan = planned(raws, timezone.localdate())
    upload = ImportDraft.objects.create(
        authority=world.authority,
        position=by,
        file_name="register.xlsx",
        state=State.READY,
        rows=packed(raws),
        preview=preview_of(plan),
        digest=plan.digest,
    )
    own_list = ImportDraft.objects.create(
        authority=world.authority,
        position=by,
        file_name="lijst.csv",
        state=State.LIST,
        listed=packed([RawSheet("lijst", "lijst", ((1, ("Netwerk", "Partners")), (2, ("Buurtzorg", "OCMW, CAW"))))]),
    )
    own = copy(questionnaire=questionnaire("goal-quality"), name="Ons doel", by=by)
    add_question(own=own, question=OWN_QUESTION, by=by)
    done, draft = (
        start(questionnaire=questionnaire(key), way=Way.TOGETHER, by=by, about=About(network=network))
        for key in ("goal-quality", "network-effect")
    )
    keep(sitting=done, filled=Filled(asked=(), minutes={"": "Wie ontbrak, las na."}))
    finish(sitting=done, held_on=timezone.localdate(), actor=by.actor, present=4)
    choose(sitting=draft, criteria=[each.id for each in questionnaire("network-effect").questions])
    _add_surveys(world, by=by)
    world.keys |= workshops_about(network, by=by)
    world.keys |= {
        "report": report.pk,
        "upload": upload.pk,
        "own_list": own_list.pk,
        "own_questionnaire": own.pk,
        "sitting": done.pk,
        "draft": draft.pk,
    }


def _add_surveys(world: World, *, by: Position) -> None:
    """A survey being prepared, one that runs, and one with results; with names, so that every text is shown."""
    today = timezone.localdate()
    asked = {
        "authority": world.authority,
        "key": "member-satisfaction",
        "version": 1,
        "subject": "network",
        "network_id": world.key("network"),
        "privacy": "named",
        "why": "We bespreken het samen.",
        "made_by": by,
    }
    draft = Survey.objects.create(**asked, closes_on=today + timedelta(days=9))
    running = Survey.objects.create(**asked, closes_on=today + timedelta(days=9), state="open", launched_on=today)
    closed = Survey.objects.create(
        **asked, closes_on=today, state="closed", launched_on=today, closed_on=today, invited=2
    )
    for survey in (draft, running, closed):
        Invitee.objects.create(
            authority=world.authority,
            survey=survey,
            email="els@example.org",
            name="Els Wouters",
            delivery="failed",
            problem="550 no such user",
        )
    satisfied = questionnaire("member-satisfaction")
    spent = sealing.Spent(cell="", name="Els Wouters")
    texts = {each.id: "Meer tijd om te praten" for each in satisfied.questions if not each.scale.labels}
    sealing.put_in(closed, spent, {each.id: 4 for each in satisfied.questions if 4 in each.scale.labels}, texts)
    world.keys |= {"survey": closed.pk, "open_survey": running.pk, "draft_survey": draft.pk}


def measure_all(world: World) -> None:
    """One measurement or evaluation by every tool, of the first network and instrument. Inside the wall."""
    about = {"authority": world.authority, "network_id": world.key("network")}
    Measurement.objects.create(measured_on=date(2025, 3, 1), trust=4, participants=10, **about)
    Effect.objects.create(evaluated_on=date(2025, 4, 1), community=True, **about)
    conversation = Conversation.objects.create(
        authority=world.authority,
        choice_id=world.key("choice"),
        position_id=world.key("position"),
        goal="Elk kind kan mee",
        answers={"alone": "yes"},
        looked_at=timezone.now(),
        done_at=timezone.now(),
    )
    NamedPartner.objects.create(
        authority=world.authority, conversation=conversation, organisation_id=world.key("organisation")
    )
    LayerMeasurement.objects.create(authority=world.authority, layer="board", serving=2)
    Placement.objects.create(place="steering", reason="Veel partners", **about)
    Judgement.objects.create(
        measured_on=date(2025, 4, 2), version=GoalVersion.objects.filter(**about).first(), concrete=4, **about
    )
    Cooperation.objects.create(measured_on=date(2025, 4, 3), returns=4, **about)
    Steering.objects.create(
        authority=world.authority,
        instrument_id=world.key("instrument"),
        measured_on=date(2025, 5, 1),
        power_used=4,
        power_needed=2,
        goal_reached=5,
    )


def _insights(network: Network, partner: Organisation, today: date) -> dict[str, int]:
    """A persona that changed something, a journey with two steps, an interview, and a diary of one moment."""
    owned = {"authority": network.authority}
    about = {"network": network, "keep_until": today + timedelta(days=365), **owned}
    began = timezone.now().replace(microsecond=0) - timedelta(minutes=1)
    seconds = (began + timedelta(seconds=number) for number in range(9))  # each has its own second
    told_again = "Ik vertel het elke keer opnieuw"
    persona = Insight.objects.create(kind="persona", name="Mieke", quote=told_again, created_at=next(seconds), **about)
    journey = Insight.objects.create(
        kind="journey", name="Mieke zoekt hulp", persona=persona, created_at=next(seconds), **about
    )
    step, _later = (
        Step.objects.create(insight=journey, place=place, stage="before", name=f"Belt voor de {place}e keer", **owned)
        for place in (1, 2)
    )
    Met.objects.create(step=step, organisation=partner, **owned)
    long_ago = today - timedelta(days=400)  # so that of this year nobody heard a user
    told = {"proof": "seen", "consent": "spoken", "made_on": long_ago, **about}
    interview = Insight.objects.create(
        kind="interview", name="R1", quotes="Ze luisterden niet", created_at=next(seconds), **told
    )
    diary = Insight.objects.create(
        kind="diary", name="R2", situation="Een gewone dinsdag", created_at=next(seconds), **told
    )
    moment = Moment.objects.create(insight=diary, at=time(8), what="Belt in de pauze", service="OCMW", **owned)
    use = Use.objects.create(insight=persona, contribution="Toegang", changed="We beginnen met haar verhaal", **owned)
    rows = {"insight": persona, "use": use, "journey": journey, "part": step, "interview": interview}
    return {name: row.pk for name, row in {**rows, "diary": diary, "moment": moment}.items()}


def _meetings(
    network: Network, partner: Organisation, person: Person, today: date
) -> tuple[Meeting, Meeting, AgendaItem, Action]:
    """A meeting to come with an agenda and a draft, one that was held with what was agreed, and an overdue action."""
    owned = {"authority": network.authority, "as_of": today}
    hours = {"network": network, "starts": time(13, 30), "ends": time(15), "place": "De Vlier"}
    of_authority = {"authority": network.authority}
    to_come = Meeting.objects.create(name="Overleg straks", held_on=today + timedelta(days=3), **hours, **owned)
    held = Meeting.objects.create(
        name="Overleg eerder",
        held_on=today - timedelta(days=30),
        state="held",
        minutes="Actie: bellen",
        **hours,
        **owned,
    )
    item = AgendaItem.objects.create(meeting=to_come, place=1, title="Wie trekt dit?", **of_authority)
    MinutesDraft.objects.create(meeting=to_come, text="Actie: bellen (Els, tegen 1/3)", version=1, **of_authority)
    Presence.objects.create(meeting=held, organisation=partner, person=person, seen="present", **of_authority)
    for meeting in (held, to_come):
        Agreement.objects.create(meeting=meeting, text="We gaan door", **of_authority)
    action = Action.objects.create(
        name="Bellen",
        network=network,
        organisation=partner,
        person=person,
        meeting=held,
        due=today - timedelta(days=2),
        **owned,
    )
    return to_come, held, item, action


def _network(authority: Authority, name: str, organisations: list[Organisation], challenge: Challenge) -> Network:
    network = Network.objects.create(
        authority=authority,
        name=name,
        challenge=challenge,
        themes=["children_families"],
        started=date(2024, 9, 1),
        as_of=timezone.localdate(),
    )
    GoalVersion.objects.create(
        authority=authority, network=network, number=1, text=f"Doel van {name}", valid_from=timezone.localdate()
    )
    FormPeriod.objects.create(authority=authority, network=network, form="self_regulating", started=date(2024, 9, 1))
    Membership.objects.bulk_create(
        Membership(authority=authority, network=network, organisation=organisation) for organisation in organisations
    )
    return network


def _finding_about(network: Network) -> int:
    found = StoredFinding.objects.filter(rule="form.too_many_participants")
    return next(row.pk for row in found if row.subjects[0]["ref"] == network.pk)


@pytest.fixture(scope="class", autouse=True)  # begins before those of a test, the one that opens the database too
def standing_world(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[World | None]:
    """The database in which the world stands, for a test that asks for it; None when that test builds its own.

    One that commits, or whose file holds the database open, builds its own.
    """
    own = bool(request.node.get_closest_marker("django_db", pytest.mark.django_db).kwargs)
    wanted = "world" in request.fixturenames and not own
    if connection.in_atomic_block:
        yield None
        return
    if wanted:
        request.getfixturevalue("django_db_setup")
    databases = request.config.stash.get(DATABASES, None)
    if databases is None:
        yield None
        return
    with django_db_blocker.unblock():
        if not wanted:
            databases.use("test")
        standing = databases.holding("world", _build_standing) if wanted else None
    yield standing
    if wanted:
        forget()  # the next test begins with the same lines of the trail, and goes on otherwise


def _build_standing() -> World:
    authority = Authority.objects.create(slug="vliermonde", name="Vliermonde")
    managed_by = position_in(authority, Role.NETWORK_MANAGER, "Jonas Claeys")
    return build_world(authority, managed_by=managed_by, guest=position_in(authority, Role.GUEST, "Gust Gast"))


@pytest.fixture
def world(standing_world: World | None, authority: Authority, manager: Member, guest: Member) -> World:
    if standing_world is None:
        return build_world(authority, managed_by=manager.position, guest=guest.position)
    return World(authority, dict(standing_world.keys), standing_world.other_network, standing_world.other_finding)


@pytest.fixture
def world_elsewhere(other_authority: Authority) -> World:
    return build_world(other_authority)


@dataclass(frozen=True)
class House:
    """Two authorities with one of everything, papers too, and who may do all in the first: for the tests of a file.

    Nothing remains of what a test does there when it does it inside `undone_here`.
    """

    world: World
    elsewhere: World
    administrator: Member

    def address(self, name: str) -> str:
        """The address of a page of the first, about its own records."""
        row = POLICY[name]
        parts: dict[str, Any] = {"authority": self.world.authority.slug}
        parts |= {"pk": self.world.key(row.target)} if row.target else {}
        return reverse(name, kwargs=parts | {part: self.world.keys.get(kind, kind) for part, kind in row.also})


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """Built once for a file, under names of its own; nothing remains of it."""
    with undone(django_db_blocker):
        first, second = (Authority.objects.create(slug=slug, name=slug.title()) for slug in ("huis", "buren"))
        administrator = logged_in(position_in(first, Role.ADMINISTRATOR, "Amira Administrator"))
        world = build_world(first)
        with inside(first.pk):
            add_papers(world, by=administrator.position)
        administrator.client.get("/")  # the first page of a session notes in it that it is used
        yield House(world, build_world(second), administrator)


@contextmanager
def undone_here() -> Iterator[None]:
    """Nothing of what happens here remains, nor what was kept in memory of it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    forget()


def forget() -> None:
    """What was undone in the database is kept in memory no more."""
    PAGES.clear()
    SNAPSHOTS.clear()
