"""What is wrong with a form stands on top, with the way to each field."""

import pytest
from django import forms
from django.template.loader import render_to_string

pytestmark = pytest.mark.usefixtures("english")


class Thing(forms.Form):
    name = forms.CharField(label="Name of the thing")
    colours = forms.MultipleChoiceField(
        label="Colours", choices=[("red", "red"), ("blue", "blue")], widget=forms.CheckboxSelectMultiple
    )
    size = forms.IntegerField(label="Size")

    def clean(self) -> None:
        raise forms.ValidationError("The two do not go together.")


def _page(data: dict[str, str] | None) -> str:
    return " ".join(render_to_string("ui/_errors.html", {"form": Thing(data)}).split())


def test_each_field_is_named_with_a_link_to_where_it_is_filled_in() -> None:
    page = _page({"size": "three"})

    assert "4 things are not right yet" in page
    assert page.index("The two do not go together.") < page.index("Name of the thing")
    assert '<a href="#id_name">Name of the thing</a>: This field is required.' in page
    assert '<a href="#id_colours_0">Colours</a>: This field is required.' in page
    assert '<a href="#id_size">Size</a>: Enter a whole number.' in page


def test_the_page_begins_at_what_is_wrong() -> None:
    assert 'role="alert" tabindex="-1" autofocus' in _page({"size": "3"})


def test_a_form_nobody_sent_has_nothing_on_top() -> None:
    assert _page(None) == ""
