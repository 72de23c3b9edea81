"""A copy of one's own: other words and more questions, in versions; what is measured stays the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.actions import copies
from regiewijzer.inquiry.questionnaires.definitions.catalogue import SHIPPED, UnknownQuestionnaire, questionnaire
from regiewijzer.inquiry.questionnaires.models import OwnQuestionnaire, OwnVersion, Sitting
from regiewijzer.inquiry.questionnaires.queries.outcomes import outcome_of
from regiewijzer.inquiry.questionnaires.queries.own import as_asked, copy_of, newest_of
from regiewijzer.register.records.actions import Conflict

pytestmark = pytest.mark.usefixtures("english")

LIST = "/vliermonde/vragenlijsten/"
WORTH = "attractive.worth_it"
EXTRA = {"nl": "We kijken ernaar uit.", "en": "We look forward to it.", "dimension": "attractive", "scale": "agree5"}
NOTE = {"nl": "Wat missen we?", "en": "What do we miss?", "dimension": "", "scale": "agree5", "reversed": False}


@pytest.fixture
def own(vliermonde: Authority, coordinator: Member) -> OwnQuestionnaire:
    return copies.copy(questionnaire=questionnaire("goal-quality"), name="Ons doel", by=coordinator.position)


def _page(own: OwnQuestionnaire, what: str = "") -> str:
    return f"{LIST}eigen/{own.pk}/{what}"


def _words(own: OwnQuestionnaire, **changed: str) -> dict[str, str]:
    """What the form of words shows, with some of it changed."""
    asked = copy_of(own).questionnaire
    shown = {f"{each.id}.{lang}": each.text.in_language(lang) for each in asked.questions for lang in ("nl", "en")}
    return {"name": own.name, "seen_version": str(newest_of(own).number), **shown, **changed}


def test_a_copy_asks_the_same_until_it_is_changed(own: OwnQuestionnaire) -> None:
    base, asked = questionnaire("goal-quality"), copy_of(own).questionnaire

    assert asked.title.nl == "Ons doel"
    assert asked.questions == base.questions
    assert asked.scheme == base.scheme


def test_other_words_make_another_version_and_score_alike(own: OwnQuestionnaire, coordinator: Member) -> None:
    words = {WORTH: {"nl": "Hier maken we tijd voor."}}

    version = copies.reword(own=own, name="Ons doel", wordings=words, seen_version=1, by=coordinator.position)

    asked, base = as_asked(version), questionnaire("goal-quality")
    assert version.number == 2
    assert asked.questions[0].text.nl == "Hier maken we tijd voor."
    assert asked.questions[0].text.en == base.questions[0].text.en
    assert asked.scheme == base.scheme
    assert as_asked(OwnVersion.objects.get(number=1)).questions == base.questions


def test_a_name_changes_without_another_version(own: OwnQuestionnaire, coordinator: Member) -> None:
    copies.reword(own=own, name="Het doel", wordings={}, seen_version=1, by=coordinator.position)

    assert (OwnQuestionnaire.objects.get().name, OwnVersion.objects.count()) == ("Het doel", 1)


def test_a_question_more_counts_with_its_dimension(own: OwnQuestionnaire, coordinator: Member) -> None:
    version = copies.add_question(own=own, question={**EXTRA, "reversed": True}, by=coordinator.position)

    asked = as_asked(version)
    added = next(each for each in asked.questions if each.id == "own.1")
    assert [each.id for each in asked.questions_of("attractive")][-1] == "own.1"
    assert added.item.reversed
    assert added.item in asked.scheme.scored_items(asked.dimension("attractive").dimension)


def test_a_question_that_measures_nothing_is_asked_and_never_scored(
    own: OwnQuestionnaire, coordinator: Member, complete: Callable[..., Sitting]
) -> None:
    asked = as_asked(copies.add_question(own=own, question=NOTE, by=coordinator.position))

    done = complete(coordinator, "goal-quality", {"own.1": 1, "attractive.tell": 5, WORTH: 5}, asked=asked)

    told = outcome_of(done)
    assert told.score("attractive") == 5.0
    assert [item.question.id for item in told.others] == ["own.1"]


def test_an_id_is_never_given_twice(own: OwnQuestionnaire, coordinator: Member) -> None:
    copies.add_question(own=own, question=NOTE, by=coordinator.position)
    copies.remove_question(own=own, item="own.1", by=coordinator.position)

    version = copies.add_question(own=own, question=NOTE, by=coordinator.position)

    assert [raw["id"] for raw in version.added] == ["own.2"]
    assert version.number == 4


def test_what_was_filled_in_keeps_its_words(
    own: OwnQuestionnaire, coordinator: Member, complete: Callable[..., Sitting]
) -> None:
    first = copies.add_question(own=own, question=NOTE, by=coordinator.position)
    done = complete(coordinator, "goal-quality", {"own.1": 4}, asked=as_asked(first))

    copies.remove_question(own=own, item="own.1", by=coordinator.position)
    copies.reword(own=own, name="Anders", wordings={WORTH: {"en": "Else."}}, seen_version=3, by=coordinator.position)

    page = coordinator.client.get(f"{LIST}beurt/{done.pk}/resultaat/").content.decode()
    assert "What do we miss?" in page
    assert "This goal is worth making time for." in page
    assert "Else." not in page


def test_a_version_that_was_answered_cannot_be_removed(
    own: OwnQuestionnaire, coordinator: Member, complete: Callable[..., Sitting]
) -> None:
    complete(coordinator, "goal-quality", {WORTH: 4}, asked=copy_of(own).questionnaire)

    with pytest.raises(IntegrityError), transaction.atomic():
        newest_of(own).delete()


def test_a_copy_keeps_asking_its_version_of_the_original(folder: Path, own: OwnQuestionnaire) -> None:
    original = (SHIPPED / "goal-quality" / "1.yaml").read_text(encoding="utf-8")
    (folder / "2.yaml").write_text(original.replace("version: 1", "version: 2"), encoding="utf-8")

    assert questionnaire("goal-quality").version == 2
    assert copy_of(own).questionnaire.version == 1


def test_a_colleague_is_not_overwritten_unseen(own: OwnQuestionnaire, coordinator: Member) -> None:
    copies.reword(
        own=own, name="Ons doel", wordings={WORTH: {"en": "Theirs."}}, seen_version=1, by=coordinator.position
    )

    with pytest.raises(Conflict):
        copies.reword(own=own, name="Ons doel", wordings={}, seen_version=1, by=coordinator.position)


def test_who_was_second_sees_both_texts_and_may_then_choose(own: OwnQuestionnaire, coordinator: Member) -> None:
    mine = _words(own, **{f"{WORTH}.en": "Mine."})
    coordinator.client.post(_page(own, "wijzigen/"), _words(own, **{f"{WORTH}.en": "Theirs."}))

    clash = coordinator.client.post(_page(own, "wijzigen/"), mine)
    again = coordinator.client.post(_page(own, "wijzigen/"), {**mine, "seen_version": "2"})

    page = clash.content.decode()
    assert (clash.status_code, again.status_code) == (409, 302)
    assert "Stored meanwhile: “Theirs.”" in page
    assert "Mine." in page
    assert 'name="seen_version" value="2"' in page
    assert copy_of(own).questionnaire.questions[0].text.en == "Mine."


def test_a_copy_is_made_and_changed_by_screen(world: World, contributor: Member) -> None:
    made = contributor.client.post(f"{LIST}goal-quality/kopie/", {"name": "Ons doel"})
    with inside(world.authority.pk):
        own = OwnQuestionnaire.objects.get()
        words = _words(own, **{f"{WORTH}.nl": "Onze woorden."})

    changed = contributor.client.post(_page(own, "wijzigen/"), words)
    added = contributor.client.post(_page(own, "vraag/"), EXTRA)
    page = contributor.client.get(_page(own)).content.decode()
    begun = contributor.client.post(_page(own, "invullen/"), {"way": "alone", "subject": "Kansrijk Opgroeien"})
    asked = contributor.client.get(begun["location"]).content.decode()

    assert made["location"] == changed["location"] == added["location"] == _page(own)
    assert "We look forward to it." in page
    assert "own.1" in asked
    with inside(world.authority.pk):
        assert [version.number for version in OwnVersion.objects.all()] == [3, 2, 1]
        assert newest_of(own).wordings == {WORTH: {"nl": "Onze woorden."}}
        assert [line.verb for line in Entry.objects.filter(kind="own_questionnaire").order_by("number")] == [
            "created",
            "changed",
            "changed",
        ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"nl": ""}, "This field is required."),
        ({"scale": "text"}, "What it measures is answered with"),
        ({"scale": "nothing"}, "Select a valid choice"),
        ({"dimension": "nothing"}, "Select a valid choice"),
        ({"dimension": "", "scale": "text", "reversed": "on"}, "Only a question that is scored on a ladder"),
    ],
)
def test_a_question_must_fit_what_it_measures(
    vliermonde: Authority, coordinator: Member, typed: dict[str, str], said: str
) -> None:
    asked = questionnaire("member-satisfaction")
    own = copies.copy(questionnaire=asked, name="Onze leden", by=coordinator.position)
    extra = {**EXTRA, "dimension": "meetings", **typed}

    answer = coordinator.client.post(_page(own, "vraag/"), extra)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert newest_of(own).added == []


def test_a_dimension_of_one_question_takes_no_other(vliermonde: Authority, coordinator: Member) -> None:
    own = copies.copy(questionnaire=questionnaire("readiness"), name="Klaar?", by=coordinator.position)

    answer = coordinator.client.post(_page(own, "vraag/"), {**EXTRA, "dimension": "serving", "scale": "yes_partly_no"})

    assert answer.status_code == 422


def test_two_copies_cannot_have_one_name(own: OwnQuestionnaire, coordinator: Member) -> None:
    answer = coordinator.client.post(f"{LIST}goal-quality/kopie/", {"name": "Ons doel"})

    assert answer.status_code == 422
    assert "already exists" in answer.content.decode()


def test_an_archived_copy_is_not_offered_and_comes_back(own: OwnQuestionnaire, coordinator: Member) -> None:
    coordinator.client.post(_page(own, "archiveren/"))
    away = coordinator.client.get(_page(own, "invullen/")).status_code

    coordinator.client.post(_page(own, "terugzetten/"))

    assert away == 404
    assert coordinator.client.get(_page(own, "invullen/")).status_code == 200


def test_only_editors_change_a_copy_and_strangers_never_see_it(
    own: OwnQuestionnaire, reader: Member, stranger: Member
) -> None:
    assert reader.client.get(_page(own)).status_code == 200
    assert reader.client.get(_page(own, "wijzigen/")).status_code == 403
    assert reader.client.post(_page(own, "vraag/"), EXTRA).status_code == 403
    assert stranger.client.get(_page(own)).status_code == 404
    assert stranger.client.post(_page(own, "archiveren/")).status_code == 404


def test_only_a_question_of_ones_own_can_be_taken_away(own: OwnQuestionnaire, coordinator: Member) -> None:
    copies.add_question(own=own, question=NOTE, by=coordinator.position)

    missing = coordinator.client.post(_page(own, "vraag/own.9/weg/"))
    gone = coordinator.client.post(_page(own, "vraag/own.1/weg/"))

    assert (missing.status_code, gone.status_code) == (404, 302)
    assert newest_of(own).added == []


def test_a_copy_of_a_questionnaire_that_is_gone_is_said_to_be_gone(own: OwnQuestionnaire, coordinator: Member) -> None:
    OwnVersion.objects.update(base_version=7)

    with pytest.raises(UnknownQuestionnaire):
        copy_of(own)
    assert coordinator.client.get(_page(own)).status_code == 404


def test_every_copy_may_ask_something_in_ones_own_words(
    world: World, own: OwnQuestionnaire, coordinator: Member
) -> None:
    added = coordinator.client.post(_page(own, "vraag/"), {**NOTE, "reversed": "", "scale": "own.words"})
    begun = coordinator.client.post(_page(own, "invullen/"), {"way": "alone", "subject": "Kansrijk Opgroeien"})

    page = coordinator.client.get(f"{begun['location']}?part=5").content.decode()

    assert added.status_code == 302
    assert '<textarea name="own.1"' in page
