from typing import Any

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import mark_safe

from regiewijzer.ui.forms import DayInput, Renderer

NASTY = '<b>"it\'s" & so'
CHOICES = [("", "–"), (1, NASTY), ("two", mark_safe("<i>two</i>")), (NASTY, [(True, "yes"), ("3", "three")])]
WIDGETS: list[tuple[forms.Widget, Any]] = [
    (forms.TextInput(attrs={"class": NASTY, "required": True, "disabled": False, "maxlength": 1200}), NASTY),
    (forms.TextInput(), None),
    (forms.TextInput(), ""),
    (forms.NumberInput(attrs={"step": "any"}), 12345.5),
    (forms.EmailInput(), "a@b.be"),
    (forms.URLInput(), "https://example.org/?a=1&b=2"),
    (forms.PasswordInput(), "secret"),
    (forms.HiddenInput(), 3),
    (DayInput(), "2026-12-03"),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(attrs={"value": "1"}), False),
    (forms.Textarea(attrs={"rows": 3}), NASTY),
    (forms.Textarea(), None),
    (forms.Select(choices=CHOICES), 1),
    (forms.Select(choices=CHOICES, attrs={"class": "input"}), None),
    (forms.SelectMultiple(choices=CHOICES), ["1", "3"]),
    (forms.NullBooleanSelect(), True),
    (forms.RadioSelect(choices=CHOICES), "two"),
    (forms.CheckboxSelectMultiple(choices=CHOICES), ["two"]),
]


@pytest.mark.parametrize(("widget", "value"), WIDGETS, ids=lambda each: type(each).__name__)
def test_an_input_is_written_as_django_draws_it(widget: forms.Widget, value: object) -> None:
    attributes = {"id": f"id_{NASTY}", "aria-invalid": "true"}

    ours = widget.render("name", value, attributes, Renderer())  # type: ignore[arg-type]

    assert ours == widget.render("name", value, attributes, TemplatesSetting())  # type: ignore[arg-type]
