"""No form takes a sign that cannot be read, as no file does."""

from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import override

from regiewijzer.foundation.tenancy import inside
from regiewijzer.ui.legible import legible
from tests.accounts import Member
from tests.architecture.policy import POLICY
from tests.typed import FORMS
from tests.world import World, add_papers

BELL = "\x07"


@pytest.mark.parametrize("text", ["a\x07b", "\x00", "x\x1b[31m", "\x7f", "\ufffe"])
def test_a_sign_that_cannot_be_read_is_named_with_its_place(text: str) -> None:
    with pytest.raises(ValidationError) as refused:
        legible(text)

    place = next(nr for nr, sign in enumerate(text, 1) if sign not in "abx[31m")
    with override("en"):
        assert f"Sign {place} of this text (U+{ord(text[place - 1]):04X})" in refused.value.messages[0]


@pytest.mark.parametrize("text", ["Huis van het Kind\r\nElke week\tom acht", "é e\u0301 ł 日本 😀 \u200d", "", None, 7])
def test_what_people_type_is_taken(text: object) -> None:
    legible(text)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_no_form_takes_a_sign_that_cannot_be_read(name: str, world: World, administrator: Member) -> None:
    with inside(world.authority.pk):
        add_papers(world, by=administrator.position)
    row = POLICY[name]
    parts: dict[str, Any] = {"authority": world.authority.slug}
    parts |= {"pk": world.key(row.target)} if row.target else {}
    address = reverse(name, kwargs=parts | {part: world.keys.get(kind, kind) for part, kind in row.also})
    with transaction.atomic():
        shown = administrator.client.post(address, {"name": ""})
        transaction.set_rollback(True)
    found = [value for part in shown.context for value in part.flatten().values() if isinstance(value, BaseForm)]
    texts = {
        field
        for form in found
        if form.is_bound
        for field, kind in form.fields.items()
        if isinstance(kind, forms.CharField) and not isinstance(kind.widget, forms.HiddenInput)
    }

    for field in sorted(texts):
        with transaction.atomic():
            answer = administrator.client.post(address, {**FORMS[name](), field: f"a{BELL}b"})
            transaction.set_rollback(True)
        assert answer.status_code == 422, field
