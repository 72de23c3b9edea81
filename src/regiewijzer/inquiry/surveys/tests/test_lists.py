"""Lists of people as mail programs and spreadsheets give them."""

import pytest
from django.core.exceptions import ValidationError

from regiewijzer.inquiry.surveys.forms.lists import read_list


def _people(text: str, layers: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    return [(asked.name, asked.email, asked.cell) for asked in read_list(text, layers or {})]


@pytest.mark.parametrize("text", [
    "An <an@x.be>; Bo <bo@x.be>; Cis <cis@x.be>",
    "An <an@x.be>, Bo <bo@x.be>, Cis <cis@x.be>",
    "An <an@x.be>;\u00a0Bo <bo@x.be>\n\nCis <cis@x.be>;",
    "An\tan@x.be\nBo\tbo@x.be\ncis@x.be\tCis",
    "'An' <mailto:an@x.be>; \"Bo\" <bo@x.be>; Cis <CIS@x.be>",
])  # fmt: skip
def test_every_person_of_a_pasted_line_is_asked(text: str) -> None:
    assert _people(text) == [("An", "an@x.be", ""), ("Bo", "bo@x.be", ""), ("Cis", "cis@x.be", "")]


def test_a_comma_inside_a_name_does_not_make_two_people() -> None:
    assert _people('"Wouters, Els" <els@x.be>; Peeters, Jan <jan@x.be>') == [
        ("Wouters, Els", "els@x.be", ""), ("Peeters, Jan", "jan@x.be", ""),
    ]  # fmt: skip


def test_a_group_is_found_however_the_keyboard_wrote_it() -> None:
    assert _people("Els <els@x.be>; ’t  bestuur\nJan\tjan@x.be\t'T BESTUUR", {"'t bestuur": "board"}) == [
        ("Els", "els@x.be", "board"), ("Jan", "jan@x.be", "board"),
    ]  # fmt: skip


def test_an_address_that_is_none_is_named_with_its_line() -> None:
    with pytest.raises(ValidationError) as wrong:
        _people("An <an@x.be>\nBo <bo@x.be>; Cis <cis@x>")

    assert [message[:6] for message in wrong.value.messages] in (["Line 2"], ["Lijn 2"])
