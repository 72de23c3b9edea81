"""Two people change one record: the second sees both texts and loses neither."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.records.models import Record
from tests.accounts import Member
from tests.register.test_record_actions import MODELS
from tests.typed import KINDS, Typed, record
from tests.world import World

MINE, THEIRS = "Mijn naam", "Hun naam"


def _whole(kind: str, world: World, **more: str) -> Typed:
    """With a value in the fields that are chosen, ticked or counted."""
    chosen: dict[str, Typed] = {
        "network": {"challenge": str(world.key("challenge")), "themes": ["children_families"]},
        "instrument": {
            "challenges": [str(world.key("challenge"))],
            "network": "Kansrijk Opgroeien",
            **dict.fromkeys(("communicative", "market", "financial"), "0"),
        },
        "organisation": {"speaks_for_users": "on", "domains": ["health"], "main_domain": "health", "ovo": "OVO001992"},
        "person": {"function": "hoofd", "experience_years": "4"},
        "decision": {"network": "Kansrijk Opgroeien", "due": "2030-01-01"},
    }
    return {**record(kind, **more), **chosen.get(kind, {})}


@pytest.mark.parametrize("kind", KINDS)
def test_the_second_to_save_sees_both_texts_and_may_still_win(
    kind: str, world: World, administrator: Member, coordinator: Member
) -> None:
    page = reverse(f"{kind}_edit", args=["vliermonde", world.key(kind)])
    seen = coordinator.client.get(page).context["form"]["seen_version"].value()

    administrator.client.post(page, _whole(kind, world, name=THEIRS, seen_version="1"))
    conflict = coordinator.client.post(page, _whole(kind, world, name=MINE, seen_version=str(seen)))

    assert conflict.status_code == 409
    assert [(shown.mine, shown.theirs) for shown in conflict.context["conflicts"]] == [(MINE, THEIRS)]
    assert "Amira Administrator changed this" in conflict.content.decode()
    assert _stored(kind, world).name == THEIRS
    again = _as_sent_by_the_page(conflict)
    assert again["name"] == MINE

    won = coordinator.client.post(page, again)

    assert won.status_code == 302
    assert (_stored(kind, world).name, _stored(kind, world).version) == (MINE, 3)


def _stored(kind: str, world: World) -> Record:
    with inside(world.authority.pk):
        return MODELS[kind]._default_manager.get(pk=world.key(kind))


def _as_sent_by_the_page(page: HttpResponse) -> dict[str, Any]:
    """What the browser sends when the form on the page is saved as it stands."""
    form = page.context["form"]
    values = {bound.html_name: bound.value() for bound in form}
    return {name: "on" if value is True else value for name, value in values.items() if value not in (None, False, "")}


def test_a_ticked_box_and_a_choice_clash_in_words(world: World, administrator: Member, coordinator: Member) -> None:
    page = reverse("organisation_edit", args=["vliermonde", world.key("organisation")])

    same = {**record("organisation", seen_version="1"), "domains": ["health"], "main_domain": "health"}

    administrator.client.post(page, {**same, "kind": "care", "speaks_for_users": "on"})
    conflict = coordinator.client.post(page, {**same, "kind": "police"})

    assert {(str(shown.label), shown.mine, shown.theirs) for shown in conflict.context["conflicts"]} == {
        ("Kind", "Police", "Health and care"),
        ("Speaks for users", "no", "yes"),
    }


def test_the_challenge_of_a_network_clashes_by_name(world: World, administrator: Member, coordinator: Member) -> None:
    page, challenge = reverse("network_edit", args=["vliermonde", world.key("network")]), str(world.key("challenge"))

    administrator.client.post(page, record("network", seen_version="1"))
    conflict = coordinator.client.post(page, record("network", seen_version="1", challenge=challenge))

    assert [(shown.mine, shown.theirs) for shown in conflict.context["conflicts"]] == [("Kinderarmoede", "")]


@pytest.mark.parametrize("version", ["", "0", "99", "-1", "twee"])
def test_a_version_that_was_never_read_saves_nothing(version: str, world: World, administrator: Member) -> None:
    page = reverse("challenge_edit", args=["vliermonde", world.key("challenge")])

    answer = administrator.client.post(page, record("challenge", name=MINE, seen_version=version))

    assert answer.status_code in (409, 422)
    assert _stored("challenge", world).name == "Kinderarmoede"


def test_what_was_typed_wrong_stays_in_the_form(world: World, administrator: Member) -> None:
    page = reverse("network_edit", args=["vliermonde", world.key("network")])
    typed = record("network", name=MINE, goal="Een doel dat ik lang bedacht", ended="2001-01-01", seen_version="1")

    answer = administrator.client.post(page, typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert "Een doel dat ik lang bedacht" in answer.content.decode()
    assert _stored("network", world).name == "Kansrijk Opgroeien"
