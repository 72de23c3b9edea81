from dataclasses import replace
from itertools import pairwise

import pytest
from django.utils.translation import override

from regiewijzer.overview.reports.documents.files_report import board_report
from regiewijzer.overview.reports.tests.reading import alternatives_of, bold_in, headings_of, opened, text_of
from regiewijzer.overview.reports.tests.samples import HOSTILE, findings_of, town
from regiewijzer.science.facts import Register

DUTCH = frozenset(
    [
        "het",
        "een",
        "van",
        "niet",
        "zijn",
        "voor",
        "wordt",
        "naar",
        "bij",
        "hoe",
        "waar",
        "geen",
        "netwerk",
        "netwerken",
        "bevinding",
        "besluit",
    ]
)
PAGES = 2


def made(register: Register, language: str = "en", title: str = "How does our steering stand?") -> bytes:
    with override(language):
        return board_report(register, findings_of(register), title=title)


@pytest.fixture(scope="module")
def report() -> bytes:
    return made(town(20, 16))


def test_it_has_two_pages(report: bytes) -> None:
    assert len(opened(report).pages) == PAGES


def test_headings_come_in_the_order_of_reading(report: bytes) -> None:
    assert headings_of(report) == [
        "How does our steering stand?",
        "What we ask",
        "How much power we use",
        "Where our networks stand",
        "Partners in more than 6 networks",
        "How we know this",
    ]
    assert "Where our networks stand" in text_of(report, page=1)
    assert "Where our networks stand" not in text_of(report, page=0)


def test_it_asks_the_heaviest_findings_with_their_numbers_bold(report: bytes) -> None:
    said = text_of(report, page=0)

    assert "on none of the levels somebody looked at" in said
    assert "A possibility:" in said
    assert "certainty:" in said
    assert "to look at again on 24 May 2027" in said
    assert "months" in bold_in(report)


def test_what_is_left_out_is_named_or_counted(report: bytes) -> None:
    """All matters fit here; where names are so long that they do not, those left out are named: see further on."""
    assert "Not shown here:" not in text_of(report)
    assert "of 16 shown: those that stand out" in text_of(report)
    assert "of 20 shown: those that are late" in text_of(report)


def test_each_picture_says_in_words_what_each_row_shows(report: bytes) -> None:
    axis, timeline = alternatives_of(report)

    assert "Instrument 0: Legal" in axis or "Instrument 0: Communicative 100 %" in axis
    assert "stronger than needed" in axis
    assert "Network 5:" in timeline


def test_it_never_gives_a_mark_and_says_so(report: bytes) -> None:
    assert "no total mark and does not compare us with other authorities" in text_of(report)


def test_an_english_report_holds_no_dutch(report: bytes) -> None:
    words = {word.strip(".,;:()?").lower() for word in text_of(report).split()}

    assert words & DUTCH == set()


def test_a_dutch_report_speaks_dutch() -> None:
    register = town()

    words = text_of(made(register, "nl"))

    assert "23 november 2026" in words
    assert "geen van de niveaus waar iemand" in words


@pytest.mark.parametrize("count", [60, 400])
def test_it_stays_two_pages_however_much_there_is(count: int) -> None:
    names = town(count, count)
    long = replace(
        names,
        networks=tuple(replace(each, name=f"{each.name} {'zeer lange naam ' * 12}") for each in names.networks),
        instruments=tuple(replace(each, name=f"{each.name} {'Donaudampfschiff' * 12}") for each in names.instruments),
    )

    report = made(long, title="T " * 90)

    assert len(opened(report).pages) == PAGES
    assert "Not shown here:" in text_of(report)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_set_as_it_is_and_never_read_as_code(name: str) -> None:
    register = town(8, 6, name=name)
    named = replace(register, networks=tuple(replace(each, name=f"{name} {each.ref}") for each in register.networks))

    report = made(named, title=name)

    assert len(opened(report).pages) == PAGES
    if name.isascii():
        assert " ".join(name.split()) in text_of(report)


def test_a_name_of_five_thousand_letters_does_not_run_off_the_paper() -> None:
    register = town(8, 6, name="x" * 5000)
    named = replace(
        register, networks=tuple(replace(each, name="y" * 5000 + str(each.ref)) for each in register.networks)
    )

    report = made(named)

    assert len(opened(report).pages) == PAGES
    assert "yyy…" in text_of(report)


def test_a_town_without_anything_gets_a_report_that_says_so() -> None:
    report = made(Register(today=town().today, authority_name="Leegdorp"))

    assert len(opened(report).pages) == PAGES
    assert "There is nothing to look at yet" in text_of(report)
    assert headings_of(report)[-1] == "How we know this"
    assert "not yet validated" not in text_of(report)


def test_what_comes_from_our_questions_says_that_nobody_studied_them(report: bytes) -> None:
    assert "The questions are by Regiewijzer itself and not yet validated" in text_of(report)


def test_no_heading_is_lost_when_rows_are() -> None:
    few, many = headings_of(made(town(3, 3))), headings_of(made(town(200, 200)))

    assert few == many
    assert all(one != other for one, other in pairwise(few))
