"""The catalogue is a folder: what is put in it is there, in every version, and what is broken is told."""

import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.inquiry.questionnaires.definitions import catalogue
from regiewijzer.inquiry.questionnaires.definitions.catalogue import SHIPPED, UnknownQuestionnaire
from regiewijzer.inquiry.questionnaires.definitions.values import Questionnaire

GOAL = (SHIPPED / "goal-quality" / "1.yaml").read_text(encoding="utf-8")


def _another(key="own-goal", version=1, title="Waar gaan we heen?"):
    changed = GOAL.replace("id: goal-quality", f"id: {key}").replace("version: 1", f"version: {version}")
    return changed.replace("Werft het doel van je netwerk?", title)


def test_a_file_put_in_the_folder_is_there_without_code(folder):
    assert "own-goal" not in {each.key for each in catalogue.questionnaires()}

    (folder / "own-goal.yaml").write_text(_another(), encoding="utf-8")

    assert "own-goal" in {each.key for each in catalogue.questionnaires()}
    assert catalogue.questionnaire("own-goal").title.nl == "Waar gaan we heen?"


def test_the_newest_version_is_offered_and_the_old_one_stays(folder):
    (folder / "two.yaml").write_text(_another("goal-quality", 2), encoding="utf-8")

    assert catalogue.questionnaire("goal-quality").version == 2
    assert catalogue.questionnaire("goal-quality", 1).title.nl == "Werft het doel van je netwerk?"
    assert catalogue.versions("goal-quality") == (2, 1)
    assert [each.version for each in catalogue.questionnaires() if each.key == "goal-quality"] == [2]


def test_version_ten_is_newer_than_nine(folder):
    for version in (9, 10):
        (folder / f"{version}.yaml").write_text(_another(version=version), encoding="utf-8")

    assert catalogue.questionnaire("own-goal").version == 10
    assert [each.version for each in catalogue.questionnaires() if each.key == "own-goal"] == [10]


def test_a_changed_file_is_read_again_and_a_removed_one_is_gone(folder):
    path = folder / "own.yaml"
    path.write_text(_another(), encoding="utf-8")
    before = catalogue.questionnaire("own-goal").title.nl

    path.write_text(_another(title="Waar zijn we?"), encoding="utf-8")
    after = catalogue.questionnaire("own-goal").title.nl
    path.unlink()

    assert (before, after) == ("Waar gaan we heen?", "Waar zijn we?")
    with pytest.raises(UnknownQuestionnaire, match="own-goal"):
        catalogue.questionnaire("own-goal")


def test_a_file_with_a_mistake_is_not_offered_and_says_why(folder, english):
    (folder / "own.yaml").write_text(_another().replace("minutes: 4", "minutes: four"), encoding="utf-8")

    assert "own-goal" not in {each.key for each in catalogue.questionnaires()}
    assert [str(fault) for fault in catalogue.faults()] == [
        "own.yaml:19 own-goal: “minutes” must be a whole number, not “four”."
    ]
    assert len(catalogue.questionnaires()) == 12


def test_a_version_cannot_be_given_twice(folder, english):
    (folder / "copy.yaml").write_text(_another("goal-quality", title="Een ander"), encoding="utf-8")

    assert catalogue.questionnaire("goal-quality").title.nl == "Werft het doel van je netwerk?"
    assert "is there already" in catalogue.faults()[0].message


def test_a_tree_is_no_questionnaire():
    with pytest.raises(UnknownQuestionnaire):
        catalogue.questionnaire("strategic-choice")
    with pytest.raises(UnknownQuestionnaire):
        catalogue.decision_tree("goal-quality")


@pytest.mark.parametrize(("key", "version"), [("nobody", None), ("goal-quality", 7)])
def test_what_is_not_there_is_said(key, version):
    with pytest.raises(UnknownQuestionnaire, match=key):
        catalogue.questionnaire(key, version)


def test_it_is_read_once(monkeypatch):
    first = catalogue.questionnaire("goal-quality")

    assert isinstance(first, Questionnaire)
    assert catalogue.questionnaire("goal-quality") is first


def test_a_server_keeps_its_own_in_its_data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path

    assert catalogue.folders() == (SHIPPED, tmp_path / "questionnaires")


def test_a_new_file_can_be_opened_and_filled_in_by_screen(folder, world: World, coordinator: Member, reader: Member):
    (folder / "own.yaml").write_text(_another(), encoding="utf-8")
    begin = "/vliermonde/vragenlijsten/own-goal/invullen/"

    page = reader.client.get("/vliermonde/vragenlijsten/own-goal/")
    begun = coordinator.client.post(begin, {"way": "alone", "subject": "Kansrijk Opgroeien"})

    assert page.status_code == 200
    assert coordinator.client.get(begun["location"]).status_code == 200


def test_only_who_manages_the_authority_sees_broken_files(
    folder, world: World, administrator: Member, coordinator: Member
):
    (folder / "own.yaml").write_text("id: [", encoding="utf-8")

    assert "own.yaml:" in administrator.client.get("/vliermonde/vragenlijsten/").content.decode()
    assert "own.yaml:" not in coordinator.client.get("/vliermonde/vragenlijsten/").content.decode()


def test_an_unknown_questionnaire_is_not_there(world: World, coordinator: Member):
    for address in ("nobody/", "nobody/invullen/", "nobody/kopie/", "strategic-choice/", "goal-quality/?version=9"):
        assert coordinator.client.get(f"/vliermonde/vragenlijsten/{address}").status_code == 404
