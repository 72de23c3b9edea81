"""Whatever form is sent twice from one page makes one thing."""

import pytest
from django.apps import apps

from regiewijzer.foundation.submissions.models import Submission
from regiewijzer.foundation.tenancy import inside
from tests.typed import FORMS
from tests.world import House, undone_here

OURS = [model for model in apps.get_models() if model.__module__.startswith("regiewijzer.")]
CODE = {"csrfmiddlewaretoken": "a" * 64}


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
