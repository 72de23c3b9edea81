"""No form takes a sign that cannot be read, as no file does."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.utils.translation import override

from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.decisions.models import Decision
from regiewijzer.ui.legible import legible
from tests.typed import FORMS
from tests.world import House, undone_here

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
def test_no_form_takes_a_sign_that_cannot_be_read(name: str, house: House) -> None:
    client, address = house.administrator.client, house.address(name)
    with undone_here():
        shown = client.post(address, {"name": ""})
    found = [value for part in shown.context for value in part.flatten().values() if isinstance(value, BaseForm)]
    texts = {
        field
        for form in found
        if form.is_bound
        for field, kind in form.fields.items()
        if isinstance(kind, forms.CharField) and not isinstance(kind.widget, forms.HiddenInput)
    }

    for field in sorted(texts):
        with undone_here():
            answer = client.post(address, {**FORMS[name](), field: f"a{BELL}b"})
        assert answer.status_code == 422, field


PASTED, KEPT = "\u202eWijk \r\n\u00a0Noord\u200b ", "Wijk Noord"


def test_a_name_that_is_typed_in_a_larger_box_is_kept_on_one_line_too(house: House) -> None:
    with undone_here():
        house.administrator.client.post(house.address("finding"), {**FORMS["finding"](), "name": PASTED})
        with inside(house.world.authority.pk):
            kept = Decision.objects.latest("pk").name

    assert kept == KEPT


def test_a_text_of_several_lines_keeps_its_lines() -> None:
    assert forms.CharField(widget=forms.Textarea).clean("een\ntwee") == "een\ntwee"
    assert forms.CharField(widget=forms.PasswordInput, strip=False).clean(" een\u200btwee ") == " een\u200btwee "
