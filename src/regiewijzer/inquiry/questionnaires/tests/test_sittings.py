"""What a form keeps: every page by itself, its version for good, and who may see it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.inquiry.questionnaires.actions.sittings import AlreadyDone, Filled, choose, finish, keep, remove
from regiewijzer.inquiry.questionnaires.definitions.catalogue import SHIPPED, questionnaire
from regiewijzer.inquiry.questionnaires.definitions.parts import parts_of, progress
from regiewijzer.inquiry.questionnaires.models import Sitting, Status, Subject, Way
from regiewijzer.inquiry.questionnaires.queries import sittings
from regiewijzer.inquiry.questionnaires.queries.outcomes import outcome_of
from regiewijzer.register.networks.models import Network

pytestmark = pytest.mark.usefixtures("english")

Begin = Callable[..., Sitting]


def test_pages_are_kept_beside_each_other(coordinator: Member, begin: Begin) -> None:
    draft = begin(coordinator, "instrument-evaluation")

    keep(
        sitting=draft,
        filled=Filled(("goal_reached.score",), {"goal_reached.score": 4}, {"goal_reached.score": "Geteld"}),
    )
    kept = keep(sitting=draft, filled=Filled(("power.used", "power.needed"), {"power.used": 3, "power.needed": None}))

    assert kept.answers == {"goal_reached.score": 4, "power.used": 3, "power.needed": None}
    assert kept.evidence == {"goal_reached.score": "Geteld"}


def test_an_answer_that_is_taken_back_is_gone(coordinator: Member, begin: Begin) -> None:
    draft = begin(coordinator, "instrument-evaluation")
    keep(sitting=draft, filled=Filled(("power.used",), {"power.used": 3}))

    kept = keep(sitting=draft, filled=Filled(("power.used",), {}))

    assert kept.answers == {}


def test_nothing_is_kept_after_the_end(coordinator: Member, complete: Begin) -> None:
    done = complete(coordinator, "goal-quality", {"attractive.tell": 4})

    with pytest.raises(AlreadyDone):
        keep(sitting=done, filled=Filled(("attractive.tell",), {"attractive.tell": 1}))
    with pytest.raises(AlreadyDone):
        choose(sitting=done, criteria=["attractive.tell"])
    with pytest.raises(AlreadyDone):
        finish(sitting=done, held_on=done.held_on, actor=coordinator.actor)
    with pytest.raises(ValueError, match="stays"):
        remove(sitting=done, actor=coordinator.actor)


def test_a_criterion_that_is_no_longer_chosen_takes_its_answer_along(coordinator: Member, begin: Begin) -> None:
    draft = choose(sitting=begin(coordinator, "network-effect"), criteria=["community.goal", "network.ties"])
    keep(sitting=draft, filled=Filled(("community.goal", "network.ties"), {"community.goal": 4, "network.ties": 2}))

    chosen = choose(sitting=draft, criteria=["community.goal"])

    assert chosen.answers == {"community.goal": 4}


def test_a_form_keeps_its_version_when_a_newer_one_appears(folder: Path, coordinator: Member, complete: Begin) -> None:
    done = complete(coordinator, "goal-quality", {"attractive.tell": 5, "attractive.worth_it": 5})
    before = outcome_of(done)
    text = (SHIPPED / "goal-quality" / "1.yaml").read_text(encoding="utf-8")
    newer = text.replace("version: 1", "version: 2").replace("The goal attracts partners.", "Other words.")
    (folder / "2.yaml").write_text(newer.replace("- id: attractive.tell", "- id: attractive.other"), encoding="utf-8")

    page = coordinator.client.get(f"/vliermonde/vragenlijsten/beurt/{done.pk}/resultaat/").content.decode()

    assert questionnaire("goal-quality").version == 2
    assert outcome_of(done) == before
    assert "The goal attracts partners." in page
    assert "Other words." not in page


def test_a_form_whose_questions_are_gone_is_not_found(coordinator: Member, complete: Begin) -> None:
    done = complete(coordinator, "goal-quality", {"attractive.tell": 5})
    Sitting.objects.update(version=9)

    assert coordinator.client.get(f"/vliermonde/vragenlijsten/beurt/{done.pk}/resultaat/").status_code == 404
    assert coordinator.client.get("/vliermonde/vragenlijsten/").status_code == 200


def test_only_the_person_finds_what_is_their_own(reader: Member, administrator: Member, complete: Begin) -> None:
    own = complete(reader, "manager-roles", {"operator.agenda": 5})
    shared = complete(administrator, "goal-quality", {"attractive.tell": 5})

    assert set(Sitting.objects.seen_by(reader.position)) == {own, shared}
    assert set(Sitting.objects.seen_by(administrator.position)) == {shared}
    assert list(sittings.shared("manager-roles")) == []
    assert list(sittings.done_with(administrator.position, "manager-roles")) == []


def test_what_is_confidential_is_shared_once_a_table_said_it(
    administrator: Member, reader: Member, complete: Begin
) -> None:
    alone = complete(administrator, "readiness", {"serving.statement": 2}, layer="board")
    together = complete(administrator, "readiness", {"serving.statement": 2}, way=Way.TOGETHER, layer="board")

    assert (alone.person, together.person) == (administrator.position, None)
    assert list(Sitting.objects.seen_by(reader.position)) == [together]


def test_a_result_of_a_person_goes_with_the_person(reader: Member, administrator: Member, complete: Begin) -> None:
    complete(reader, "manager-roles", {"operator.agenda": 5})
    shared = complete(administrator, "goal-quality", {"attractive.tell": 5})

    reader.user.delete()
    administrator.user.delete()

    left = Sitting.objects.get()
    assert (left.pk, left.filled_by) == (shared.pk, None)


def test_the_trail_tells_what_was_done_and_nothing_of_a_person(
    network: Network, coordinator: Member, reader: Member, complete: Begin
) -> None:
    done = complete(coordinator, "goal-quality", {"attractive.tell": 5})
    complete(reader, "manager-roles", {"operator.agenda": 5})

    lines = list(Entry.objects.order_by("number"))
    title = str(questionnaire("goal-quality").title)
    told = {"questionnaire": [None, title], "held_on": [None, str(done.held_on)]}
    assert [(line.kind, line.changes) for line in lines] == [
        ("sitting", told),
        ("network", told),
        ("sitting", {}),
        ("sitting", {}),
    ]


def test_the_database_wants_the_subject_a_form_names(world: World, vliermonde: object, coordinator: Member) -> None:
    for wrong in ({"subject": Subject.NETWORK}, {"subject": Subject.PERSON}, {"status": Status.DONE}):
        row = Sitting(authority=world.authority, key="x", version=1, **{"subject": Subject.AUTHORITY, **wrong})
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_parts_follow_the_dimensions_and_facts_come_last() -> None:
    parts = parts_of(questionnaire("manager-competences"))

    assert [part.key for part in parts] == [
        "personal",
        "interpersonal",
        "group_process",
        "strategic",
        "technical",
        "facts",
    ]


def test_a_shuffled_order_hides_the_dimensions_and_stays_the_same_for_one_form() -> None:
    asked = questionnaire("manager-roles")

    one, same, other = (parts_of(asked, seed=seed) for seed in (1, 1, 2))

    assert one == same
    assert one != other
    assert sorted(name for part in one for name in part.ids) == sorted(name for part in other for name in part.ids)
    assert {part.title for part in one} == {None}
    assert [len(part.questions) for part in one] == [5, 5, 5, 5, 0, 0, 0, 0, 0]


def test_progress_counts_an_i_dont_know_and_a_whole_order() -> None:
    parts = parts_of(questionnaire("manager-roles"), seed=3)
    question, order = parts[0].questions[0], parts[4]
    half = {option: place for place, option in enumerate(order.ids[:3], start=1)}
    whole = {option: place for place, option in enumerate(order.ids, start=1)}

    unsure = progress(parts, {question.id: None, **half})

    assert (unsure[0].answered, unsure[4].answered) == (1, 0)
    assert progress(parts, whole)[4].complete


def test_a_day_is_the_day_it_was_filled_in(coordinator: Member, begin: Begin) -> None:
    assert begin(coordinator, "goal-quality").held_on == timezone.localdate()
