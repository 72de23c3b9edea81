"""Whatever form is sent twice from one page makes one thing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from regiewijzer.foundation.submissions.models import Submission
from regiewijzer.foundation.tenancy import inside
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
