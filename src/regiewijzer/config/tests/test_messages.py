import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from regiewijzer.config import messages

MODULE = """
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

GREETING = _("Good day")
COUNT = ngettext("%(n)s network", "%(n)s networks", 2) % {"n": 2}
MONTH = pgettext("month", "May")
NOT_OURS = "never shown"
"""
PAGE = """
{% load i18n %}<h1>{% translate "Welcome" %}</h1>
  {% if x %}
    <p>{% blocktranslate with name=y %}Hello {{ name }}{% endblocktranslate %}</p>
    {% blocktranslate count total=n %}One partner{% plural %}{{ total }} partners{% endblocktranslate %}
  {% endif %}
"""
KNOWN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Good day"
msgstr "Goedendag"

msgid "Nobody says this any more"
msgstr "Niemand zegt dit nog"
"""


@pytest.fixture
def small(tmp_path: Path, settings: Any) -> Path:
    """A package with a module, a page, a letter and a test, and a catalogue with one text known and one of old."""
    files = {
        "src/app/views.py": MODULE,
        "src/app/templates/app/page.html": PAGE,
        "src/app/templates/app/letter.txt": '{% load i18n %}{% translate "Dear all" %}',
        "src/app/tests/test_views.py": '_("only in a test")',
        "locale/nl/LC_MESSAGES/django.po": KNOWN,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    settings.PACKAGE, settings.LOCALE_PATHS = tmp_path / "src", [tmp_path / "locale"]
    return tmp_path / "locale/nl/LC_MESSAGES/django.po"


TEXTS = {
    "Good day",
    ("%(n)s network", "%(n)s networks"),
    "May",
    "Welcome",
    "Hello %(name)s",
    ("One partner", "%(total)s partners"),
    "Dear all",
}


def test_texts_of_code_pages_and_letters_are_found(small: Path) -> None:
    assert {message.id for message in messages.found() if message.id} == TEXTS
    assert {message.context for message in messages.found() if message.id == "May"} == {"month"}


def test_texts_without_dutch_are_named(small: Path) -> None:
    assert set(messages.missing()) == TEXTS - {"Good day"}


def test_gathering_keeps_what_was_translated_and_drops_what_nobody_asks(small: Path) -> None:
    said = messages.gather()

    text = small.read_text()
    assert said == "7 texts, 6 without Dutch"
    assert 'msgid "Good day"\nmsgstr "Goedendag"' in text
    assert "Nobody says this" not in text
    assert 'msgid "Welcome"\nmsgstr ""' in text
    assert "views.py" not in text


def test_gathering_twice_gives_the_same_file(small: Path) -> None:
    messages.gather()
    first = small.read_text()

    messages.gather()

    assert small.read_text() == first


def test_half_a_plural_and_a_guess_count_as_missing(small: Path) -> None:
    messages.gather()
    small.write_text(
        small.read_text()
        .replace('msgid "Welcome"\nmsgstr ""', '#, fuzzy\nmsgid "Welcome"\nmsgstr "Welkom"')
        .replace('msgstr[0] ""', 'msgstr[0] "iets"')
    )

    assert "Welcome" in messages.missing()
    assert ("One partner", "%(total)s partners") in messages.missing()


def test_what_is_compiled_can_be_read_back(small: Path) -> None:
    assert messages.compile_all() == "2 texts ready"

    with small.with_suffix(".mo").open("rb") as file:
        assert read_mo(file).get("Good day").string == "Goedendag"


def test_placeholders_are_marked_so_that_a_translator_sees_them(small: Path) -> None:
    messages.gather()

    with small.open("rb") as file:
        flagged = {message.id for message in read_po(file) if "python-format" in message.flags}
    assert flagged == {("%(n)s network", "%(n)s networks"), "Hello %(name)s"} | {("One partner", "%(total)s partners")}


def test_a_language_without_a_catalogue_begins_empty(small: Path) -> None:
    small.unlink()

    assert messages.gather() == "7 texts, 7 without Dutch"
    assert small.exists()


def test_every_text_of_the_program_has_dutch() -> None:
    assert messages.missing() == []


def test_a_line_of_a_text_is_no_rule() -> None:
    """In Dutch `regel` says both: a rule asks for something, a line (`lijn`) stands in a text."""
    told = [(message.id, message.string) for message in messages.stored("nl")]

    def says(words: object, pattern: str) -> bool:
        return re.search(pattern, str(words), re.IGNORECASE) is not None

    both = [asked for asked, said in told if says(asked, r"\blines?\b") and says(said, r"\bregels?\b")]
    assert [asked for asked in both if not says(asked, r"\brules?\b")] == []
