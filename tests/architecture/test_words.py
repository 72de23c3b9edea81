"""The word of a code stands in the library, and is not translated again in the texts of the interface."""

import pytest

from regiewijzer.config.messages import found, stored
from regiewijzer.library import catalogue

PLACES = ("tools/", "ui/pictures/")
NAMES = {
    "record_kinds",
    "subjects",
    "limit_topics",
    "question_kinds",
    "themes",
}  # what things are called, on every page
OTHER_THINGS = {
    "yes": "the answer of a form",
    "no": "the answer of a form",
    "none": "of lines in a table, not of partners",
    "Network": "a record, not a level of effect",
    "Goal": "of a network, not of cooperation",
    "your own authority": "a party at the table, not where a network comes from",
    "Own estimate": "who says what is brought, not how something was measured",
    "At most": "the head of a column",
    "Together": "the last row of a table, not how something was filled in",
    "not known": "the start of a network, not the use of power",
}


def _words_of_codes() -> set[tuple[str, str]]:
    """Every word of a code in English and Dutch, in each of its forms."""
    return {
        (text.en, text.nl)
        for group in catalogue.word_groups()
        if group not in NAMES
        for word in catalogue.words(group)
        for text in (word.text, word.short, word.plural, word.label)
    }


def _translated_again(texts: list[tuple[str, str]]) -> set[str]:
    words = _words_of_codes()
    return {english for english, dutch in texts if (english, dutch) in words} - OTHER_THINGS.keys()


def test_no_tool_and_no_picture_translates_the_word_of_a_code_again() -> None:
    dutch = stored("nl")
    texts = [
        (message.id, entry.string)
        for message in found()
        if isinstance(message.id, str) and any(place.startswith(PLACES) for place, _line in message.locations)
        if (entry := dutch.get(message.id, message.context)) and isinstance(entry.string, str)
    ]

    assert len(texts) > 500
    assert _translated_again(texts) == set()


@pytest.mark.parametrize(("english", "dutch"), [("giving staff room", "medewerkers ruimte geven"), ("fits", "past")])
def test_a_word_that_is_translated_again_is_caught(english: str, dutch: str) -> None:
    assert _translated_again([(english, dutch)]) == {english}
