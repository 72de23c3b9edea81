"""A form that is refused says so on top, with a way to each field, and in the title; what its fields keep of text."""

import re
from dataclasses import dataclass

import pytest
from django import forms
from django.forms import BaseForm

from tests.typed import FORMS
from tests.world import House, undone_here

SUMMARY = re.compile(r'<div class="notice notice--short" role="alert" tabindex="-1" autofocus>(.*?)</div>', re.DOTALL)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
WAYS = re.compile(r'href="#([^"]+)"')
PASTED, KEPT = "\u202eWijk \r\n\u00a0Noord\u200b ", "Wijk Noord"


@dataclass(frozen=True)
class Refused:
    """The page of a form that was sent without what it asks, and the forms on it."""

    status: int
    page: str
    forms: list[BaseForm]


@pytest.fixture(scope="module")
def refused(house: House) -> dict[str, Refused]:
    """Of every form, by the name of its page."""
    found = {}
    for name in FORMS:
        with undone_here():
            shown = house.administrator.client.post(house.address(name), {"name": ""})
        there = [value for part in shown.context for value in part.flatten().values() if isinstance(value, BaseForm)]
        found[name] = Refused(shown.status_code, shown.content.decode(), there)
    return found


@pytest.mark.parametrize("name", sorted(FORMS))
def test_what_is_wrong_stands_on_top_with_a_way_to_it(name: str, refused: dict[str, Refused]) -> None:
    shown = refused[name]

    summaries = SUMMARY.findall(shown.page)

    assert shown.status == 422
    assert len(summaries) == 1
    assert TITLE.findall(shown.page)[0].strip().startswith("Error:")
    assert [way for way in WAYS.findall(summaries[0]) if f'id="{way}"' not in shown.page] == []


@pytest.mark.parametrize("name", sorted(FORMS))
def test_every_field_of_one_line_keeps_one_line_of_signs_that_are_seen(name: str, refused: dict[str, Refused]) -> None:
    lines = {
        f"{type(form).__name__}.{key}": field.to_python(PASTED)
        for form in refused[name].forms
        for key, field in form.fields.items()
        if isinstance(field, forms.CharField) and not isinstance(field.widget, forms.Textarea | forms.HiddenInput)
    }

    assert {key: kept for key, kept in lines.items() if str(kept).removeprefix("https://") != KEPT} == {}
