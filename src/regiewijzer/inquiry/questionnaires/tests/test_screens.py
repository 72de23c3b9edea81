"""Filling in, from start to result, as each role meets it."""

from collections.abc import Callable

import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.definitions.catalogue import questionnaire, questionnaires
from regiewijzer.inquiry.questionnaires.models import Sitting, Way
from regiewijzer.inquiry.questionnaires.tests.conftest import all_answers

pytestmark = pytest.mark.usefixtures("english")

LIST = "/vliermonde/vragenlijsten/"
Complete = Callable[..., Sitting]


def _page(sitting: Sitting, what: str = "") -> str:
    return f"{LIST}beurt/{sitting.pk}/{what}"


def _begun(member: Member, world: World, key: str, **more: str) -> Sitting:
    """Begins a form by the screen."""
    sent = {"way": "alone", **more}
    answer = member.client.post(f"{LIST}{key}/invullen/", sent)
    assert answer.status_code == 302, answer.content.decode()
    with inside(world.authority.pk):
        return Sitting.objects.order_by("-id")[0]


@pytest.mark.parametrize("key", [each.key for each in questionnaires()])
def test_everybody_may_read_what_is_asked(key: str, world: World, reader: Member) -> None:
    page = reader.client.get(f"{LIST}{key}/")

    assert page.status_code == 200
    assert "CC BY 4.0" in page.content.decode()
    assert "not yet validated" in page.content.decode()


def test_the_catalogue_offers_what_somebody_may_fill_in(world: World, reader: Member, coordinator: Member) -> None:
    seen, offered = (who.client.get(LIST).content.decode() for who in (reader, coordinator))

    assert "governance-conditions/" in seen
    assert "governance-conditions/invullen/" not in seen
    assert "manager-roles/invullen/" in seen
    assert "governance-conditions/invullen/" in offered
    assert "strategic-choice" not in offered
    assert "not yet validated" in seen


def test_a_form_is_filled_in_page_by_page_and_then_says_something(world: World, coordinator: Member) -> None:
    sitting = _begun(coordinator, world, "governance-conditions", subject="Kansrijk Opgroeien")
    asked = questionnaire("governance-conditions")

    for number, dimension in enumerate(asked.dimensions, start=1):
        answers = {question.id: "4" for question in asked.questions_of(dimension.id)}
        turned = coordinator.client.post(f"{_page(sitting)}?part={number}", answers)
        following = f"?part={number + 1}" if number < len(asked.dimensions) else "klaar/"
        assert turned["location"].endswith(following)
    closed = coordinator.client.post(_page(sitting, "klaar/"), {"held_on": "2025-03-01"})
    page = coordinator.client.get(closed["location"]).content.decode()

    assert closed["location"] == _page(sitting, "resultaat/")
    assert "There is enough trust to work with a lead" in page
    assert "Mean 3.6" in page  # one question is turned round
    assert "Klijn, Edelenbos and Steijn, 2010" in page


def test_what_was_kept_is_there_after_a_reload(world: World, manager: Member) -> None:
    sitting = _begun(manager, world, "goal-quality", subject="Kansrijk Opgroeien")

    kept = manager.client.post(
        f"{_page(sitting, 'bewaren/')}?part=1", {"attractive.worth_it": "5", "attractive.tell": "?"}
    )
    page = " ".join(manager.client.get(f"{_page(sitting)}?part=1").content.decode().split())

    assert "Kept at" in kept.content.decode()
    assert 'name="attractive.worth_it" value="5" checked' in page
    assert 'name="attractive.tell" value="?" checked' in page
    assert page.count("checked") == 2
    with inside(world.authority.pk):
        assert Sitting.objects.get().answers == {"attractive.worth_it": 5, "attractive.tell": None}


def test_the_list_leads_back_to_a_draft(world: World, manager: Member, coordinator: Member) -> None:
    sitting = _begun(manager, world, "goal-quality", subject="Kansrijk Opgroeien")

    assert _page(sitting) in manager.client.get(LIST).content.decode()
    assert _page(sitting) not in coordinator.client.get(LIST).content.decode()


def test_a_mistake_keeps_what_is_right_and_shows_what_was_typed(world: World, reader: Member) -> None:
    sitting = _begun(reader, world, "manager-competences")
    facts = 6
    reader.client.post(f"{_page(sitting)}?part={facts}", {"fact.years_worked": "9"})

    answer = reader.client.post(
        f"{_page(sitting)}?part={facts}", {"fact.years_worked": "twelve", "fact.networks_managed": "3"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="twelve"' in page
    with inside(world.authority.pk):
        assert Sitting.objects.get().answers == {"fact.years_worked": 9, "fact.networks_managed": 3}


def test_two_things_cannot_have_the_same_place(world: World, reader: Member) -> None:
    sitting = _begun(reader, world, "manager-roles")
    with inside(world.authority.pk):
        first = questionnaire("manager-roles").rankings[0].ranking
    same = {option.id: "1" for option in first.options}

    answer = reader.client.post(f"{_page(sitting)}?part=5", same)
    closed = reader.client.post(_page(sitting, "klaar/"), {"held_on": "2025-03-01"})

    assert "Two things have the same place" in answer.content.decode()
    assert closed.status_code == 422
    assert "Finish this order" in closed.content.decode()


def test_criteria_are_chosen_before_anything_is_scored(world: World, coordinator: Member) -> None:
    sitting = _begun(coordinator, world, "network-effect", subject="Kansrijk Opgroeien")

    sent_on = coordinator.client.get(_page(sitting))
    refused = coordinator.client.post(_page(sitting, "criteria/"), {"criteria": ["network.ties"]})
    chosen = coordinator.client.post(
        _page(sitting, "criteria/"), {"criteria": ["network.ties", "network.range", "community.goal"]}
    )
    page = coordinator.client.get(_page(sitting)).content.decode()

    assert sent_on["location"] == _page(sitting, "criteria/")
    assert refused.status_code == 422
    assert "Choose at least 3 criteria." in refused.content.decode()
    assert "at least one criterion of “The community”" in refused.content.decode()
    assert chosen["location"] == _page(sitting)
    assert "community.goal" in page
    assert "community.wellbeing" not in page


def test_a_criterion_that_says_little_of_this_network_is_marked(world: World, coordinator: Member) -> None:
    sitting = _begun(coordinator, world, "network-effect", subject="Kansrijk Opgroeien")

    page = coordinator.client.get(_page(sitting, "criteria/")).content.decode()

    assert "Growth (1 to 3 years)" in page
    assert "This criterion only belongs to a network administrative organisation." in page


def test_a_table_fills_in_one_form_with_its_minutes(world: World, coordinator: Member) -> None:
    sitting = _begun(coordinator, world, "cooperation-health", subject="Kansrijk Opgroeien", way="together")

    coordinator.client.post(
        f"{_page(sitting)}?part=1",
        {"agreement.support": "5", "agreement.same_outcome": "4", "minutes": "We bleven lang"},
    )
    again = coordinator.client.get(f"{_page(sitting)}?part=1").content.decode()
    coordinator.client.post(_page(sitting, "klaar/"), {"held_on": "2025-03-01", "present": "7", "minutes": "Koffie na"})
    page = coordinator.client.get(_page(sitting, "resultaat/")).content.decode()

    assert "We bleven lang" in again
    for told in ("We bleven lang", "Koffie na", "7 people", "The partners agree on the goal."):
        assert told in page


def test_alone_there_are_no_minutes(world: World, coordinator: Member) -> None:
    sitting = _begun(coordinator, world, "cooperation-health", subject="Kansrijk Opgroeien")

    assert "minutes" not in coordinator.client.get(_page(sitting)).content.decode()


def test_a_form_that_says_nothing_cannot_be_closed(world: World, coordinator: Member) -> None:
    sitting = _begun(coordinator, world, "cooperation-health", subject="Kansrijk Opgroeien")
    coordinator.client.post(f"{_page(sitting)}?part=1", {"agreement.support": "?"})

    closed = coordinator.client.post(_page(sitting, "klaar/"), {"held_on": "2025-03-01"})
    tomorrow = coordinator.client.post(_page(sitting, "klaar/"), {"held_on": "2999-03-01"})

    assert "Nothing was answered yet." in closed.content.decode()
    assert "This day has yet to come." in tomorrow.content.decode()


def test_what_is_done_is_never_changed(network: object, coordinator: Member, complete: Complete) -> None:
    done = complete(coordinator, "goal-quality", {"attractive.worth_it": 5})

    turned = coordinator.client.post(f"{_page(done)}?part=1", {"attractive.worth_it": "1"})
    saved = coordinator.client.post(f"{_page(done, 'bewaren/')}?part=1", {"attractive.worth_it": "1"})
    closed = coordinator.client.post(_page(done, "klaar/"), {"held_on": "2020-01-01"})
    removed = coordinator.client.post(_page(done, "weg/"))

    assert {turned["location"], saved["location"], closed["location"]} == {_page(done, "resultaat/")}
    assert removed.status_code == 403
    kept = Sitting.objects.get(pk=done.pk)
    assert (kept.answers, kept.held_on) == ({"attractive.worth_it": 5}, done.held_on)


def test_a_phone_that_saves_after_the_end_is_sent_to_the_result(coordinator: Member, complete: Complete) -> None:
    done = complete(coordinator, "goal-quality", {"attractive.worth_it": 5})

    answer = coordinator.client.post(f"{_page(done, 'bewaren/')}?part=1", headers={"hx-request": "true"})

    assert answer["HX-Redirect"] == _page(done, "resultaat/")


def test_the_roles_say_where_one_is_strong(reader: Member, complete: Complete) -> None:
    high = {f"operator.{name}": 5 for name in ("agenda", "minutes", "follow_up")}
    low = {f"thinker.{name}": 1 for name in ("ideas", "methods", "elsewhere")}

    done = complete(reader, "manager-roles", {**high, **low})
    page = reader.client.get(_page(done, "resultaat/")).content.decode()

    assert page.count("one of your strong sides") == 1
    assert "You keep the network running." in page
    assert "That is 100 of 100." in page


def test_layers_at_the_table_are_put_side_by_side(
    administrator: Member, coordinator: Member, complete: Complete
) -> None:
    asked = questionnaire("readiness")
    complete(administrator, "readiness", all_answers(asked, 2), way=Way.TOGETHER, layer="board")

    done = complete(coordinator, "readiness", all_answers(asked, 0), way=Way.TOGETHER, layer="staff")
    page = coordinator.client.get(_page(done, "resultaat/")).content.decode()

    assert page.count("The layers see this differently.") == 8
    assert "The board thinks it is there, staff do not notice it." in page


def test_a_wrong_page_number_opens_the_first_page(world: World, coordinator: Member) -> None:
    sitting = _begun(coordinator, world, "goal-quality", subject="Kansrijk Opgroeien")

    for asked in ("0", "99", "-1", "x", "²"):
        assert "Part 1 of 4" in coordinator.client.get(f"{_page(sitting)}?part={asked}").content.decode()


def test_the_same_question_asked_another_time_is_one_click_away(coordinator: Member, complete: Complete) -> None:
    first = complete(coordinator, "goal-quality", {"attractive.worth_it": 2})
    second = complete(coordinator, "goal-quality", {"attractive.worth_it": 5})

    assert _page(first, "resultaat/") in coordinator.client.get(_page(second, "resultaat/")).content.decode()


def test_what_was_typed_is_never_markup(world: World, coordinator: Member) -> None:
    canary = "<script>canary()</script>"
    sitting = _begun(coordinator, world, "instrument-evaluation", subject="Convenant")
    coordinator.client.post(
        f"{_page(sitting)}?part=1", {"goal_reached.score": "4", "goal_reached.score.evidence": canary}
    )

    filling = coordinator.client.get(f"{_page(sitting)}?part=1").content.decode()
    closed = coordinator.client.post(_page(sitting, "klaar/"), {"held_on": "2025-03-01"})
    result = coordinator.client.get(closed["location"]).content.decode()

    for page in (filling, result):
        assert "canary()" in page
        assert canary not in page


def test_sending_the_end_twice_closes_once(world: World, coordinator: Member) -> None:
    sitting = _begun(coordinator, world, "goal-quality", subject="Kansrijk Opgroeien")
    coordinator.client.post(f"{_page(sitting)}?part=1", {"attractive.worth_it": "5"})

    answers = [
        coordinator.client.post(_page(sitting, "klaar/"), {"held_on": day}) for day in ("2025-03-01", "2025-04-01")
    ]

    assert {answer["location"] for answer in answers} == {_page(sitting, "resultaat/")}
    with inside(world.authority.pk):
        assert str(Sitting.objects.get().held_on) == "2025-03-01"
