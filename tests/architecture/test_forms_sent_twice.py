"""Whatever form is sent twice from one page makes one thing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.audit.queries import last_number
from regiewijzer.foundation.submissions.models import Submission
from regiewijzer.foundation.submissions.views import MAKES
from regiewijzer.foundation.tenancy import inside
from tests.architecture.policy import POLICY
from tests.typed import FORMS
from tests.world import House, undone_here

OURS = [model for model in apps.get_models() if model.__module__.startswith("regiewijzer.")]
CODE = {"csrfmiddlewaretoken": "a" * 64}
# what else makes something: a form in a page, a button, a file
MAKING: dict[str, Callable[[House], dict[str, Any]]] = {
    "meeting_item_add": lambda _house: {"title": "Wie trekt dit verder?", "aim": "inform", "minutes": "10"},
    "network_managers": lambda house: {"position": str(house.administrator.position.pk)},
    "questionnaire_copy": lambda _house: {"name": "Nog een eigen versie"},
    "questionnaire_item_add": lambda _house: {"nl": "Wat nu?", "en": "What now?", "dimension": "", "scale": "agree5"},
    "sitting_start": lambda _house: {"way": "together", "subject": "Kansrijk Opgroeien"},
    "own_sitting_start": lambda _house: {"way": "together", "subject": "Kansrijk Opgroeien"},
    "report_order": lambda _house: {"language": "en"},
    "exchange_upload": lambda _house: {"upload": SimpleUploadedFile("Partners.csv", b"Naam\nNieuwe partner\n")},
    "workshop_copy": lambda _house: {},
    "workshop_question_copy": lambda _house: {},
}


# every other address at which something may be sent: a button, a switch, the next step of something under way
OTHERS = sorted(name for name, row in POLICY.items() if row.post and not {name} & {*FORMS, *MAKING, "calendars"})


def _counts(authority: int) -> dict[str, int]:
    with inside(authority):
        return {model._meta.label: model._default_manager.count() for model in OURS if model is not Submission}


@pytest.mark.parametrize("name", sorted(FORMS))
def test_what_is_sent_twice_is_there_once(name: str, house: House) -> None:
    authority, client, address = house.world.authority.pk, house.administrator.client, house.address(name)
    typed = {**FORMS[name](), **CODE}

    with undone_here():
        first = client.post(address, typed)
        once = _counts(authority)
        again = client.post(address, typed)
        twice = _counts(authority)

    grown = {label for label, count in twice.items() if count > once[label]}
    assert first.status_code == 302
    assert again.status_code == 302
    assert again["Location"] == first["Location"]
    assert not grown


@pytest.mark.parametrize("name", sorted(MAKING))
def test_what_makes_something_makes_it_once(name: str, house: House) -> None:
    authority, client, address = house.world.authority.pk, house.administrator.client, house.address(name)

    with undone_here():
        before = _counts(authority)
        first = client.post(address, {**MAKING[name](house), **CODE})
        once = _counts(authority)
        again = client.post(address, {**MAKING[name](house), **CODE})
        twice = _counts(authority)

    assert first.status_code == 302
    assert [label for label, count in once.items() if count > before[label]]
    assert again["Location"] == first["Location"]
    assert twice == once


@pytest.mark.parametrize("name", OTHERS)
def test_what_else_is_sent_twice_makes_nothing_the_second_time(
    name: str, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("regiewijzer.overview.findings.middleware.refresh_or_tell", lambda _authority: False)
    client, address = house.administrator.client, house.address(name)

    with undone_here():
        client.post(address, CODE)
        with inside(house.world.authority.pk):
            before = last_number()
        client.post(address, CODE)
        with inside(house.world.authority.pk):
            made = Entry.objects.filter(number__gt=before, verb__in=MAKES)
            assert not made.exists(), list(made.values_list("verb", "kind"))


def test_another_secret_address_of_a_calendar_takes_the_place_of_the_first(house: House) -> None:
    """It is shown once and kept nowhere, so the answer of the first time cannot be given again."""
    authority, client, address = house.world.authority.pk, house.administrator.client, house.address("calendars")

    with undone_here():
        client.post(address, CODE)
        once = _counts(authority)
        client.post(address, CODE)
        twice = _counts(authority)

    assert [label for label, count in twice.items() if count > once[label]] == ["audit.Entry"]
