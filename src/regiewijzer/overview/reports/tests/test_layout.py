from dataclasses import replace
from datetime import date

import pytest
from django.template.loader import render_to_string

from regiewijzer.overview.reports.documents.layout import chapter_of, pictures_of
from regiewijzer.overview.reports.documents.report_model import Picture, Prose
from regiewijzer.ui.pictures.axis import axis_picture
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, State, Table
from regiewijzer.ui.pictures.tests.samples import AXIS
from regiewijzer.ui.section import Fact, Log, LogLine, Only, Point, Section
from regiewijzer.ui.wording import plain, worded

TABLE = Table("Scores", ("Theme", "Score", "How it stands"), (("Goal", "2.8", State(Fit.SHORT, "too low")),), (1,))
SECTION = Section(
    "What the members think of it",
    key="cooperation",
    topic="Cooperation",
    lead=(worded("**Two** of them."),),
    table=TABLE,
    parts=(
        Section(points=(Point(Fit.SHORT, plain("Goal: 2.8")),), note="Survey", only=Only.PAGE),
        Section(lead=(plain("In full."),), only=Only.PAPER),
    ),
)

pytestmark = pytest.mark.usefixtures("english")


def page_of(section: Section) -> str:
    return " ".join(render_to_string("ui/_section.html", {"section": section}).split())


def test_a_chapter_has_the_name_of_the_topic_and_what_paper_shows() -> None:
    chapter = chapter_of(SECTION, "leie")

    assert chapter.heading == "Cooperation"
    assert chapter.blocks == (Prose(SECTION.lead), TABLE, Prose((plain("In full."),)))


def test_a_page_has_the_heading_the_same_table_and_what_a_page_shows() -> None:
    page = page_of(SECTION)

    assert '<h2 id="cooperation-title">What the members think of it</h2>' in page
    assert "<p><b>Two</b> of them." in page
    assert '<th scope="row">Goal</th> <td class="num">2.8</td>' in page
    assert "Goal: 2.8" in page
    assert "In full." not in page


def test_a_table_without_figures_repeats_the_head_of_each_cell_for_a_phone() -> None:
    table = replace(TABLE, numeric=())

    assert '<td data-label="Score">2.8</td>' in page_of(Section("Form", table=table))


def test_facts_are_terms_on_a_page_and_a_table_on_paper() -> None:
    section = Section("More", facts=(Fact("Challenge", "Housing <1>", url="/challenge/"), Fact("Note", "One\ntwo")))

    (table,) = chapter_of(section, "leie").blocks
    assert isinstance(table, Table)
    assert table.rows == (("Challenge", "Housing <1>"), ("Note", "One\ntwo"))
    assert '<dd><a href="/challenge/">Housing &lt;1&gt;</a>' in page_of(section)
    assert "<dd>One<br>two" in page_of(section)


def test_a_picture_keeps_its_note_and_its_table_can_be_found() -> None:
    picture = axis_picture(AXIS, picture_id="axis")
    section = Section("Power", parts=(Section(picture=picture, note="As recorded."),))

    (drawn,) = chapter_of(section, "leie").blocks
    assert isinstance(drawn, Picture)
    assert drawn.note == "As recorded."
    assert list(pictures_of(section)) == [picture]


def test_a_column_that_says_nothing_is_left_out() -> None:
    left = replace(TABLE, widths=(2, 1, 1)).without(1)

    assert (left.head, left.numeric, left.widths) == (("Theme", "How it stands"), (), (2, 1))
    assert left.rows == (("Goal", State(Fit.SHORT, "too low")),)


def test_a_name_in_a_table_leads_somewhere_on_the_page_and_is_a_word_on_paper() -> None:
    table = Table("Seats", ("Network", "Role"), ((Link("Zorgraad", "/n/1/"), "member"),))

    (block,) = chapter_of(Section("Seats", table=table), "leie").blocks

    assert isinstance(block, Table)
    assert block.rows == (("Zorgraad", "member"),)
    assert '<th scope="row"><a href="/n/1/">Zorgraad</a></th>' in page_of(Section("Seats", table=table))


def test_a_log_is_a_list_with_days_on_the_page_and_a_table_on_paper() -> None:
    more = (Link("because"), Link("Raad", "/n/1/"))
    line = LogLine(date(2026, 3, 1), plain("Set up a network"), "/c/1/", more, ("Els",))
    section = Section("Choices", log=Log("Choices", ("On", "Choice", "By"), (line,)))

    (block,) = chapter_of(section, "leie").blocks
    page = page_of(section)

    assert isinstance(block, Table)
    assert block.rows == (("1 March 2026", "Set up a network · because · Raad", "Els"),)
    assert '<time datetime="2026-03-01">' in page
    assert '<a href="/c/1/">Set up a network' in page
    assert '<a href="/n/1/">Raad</a>' in page


def test_what_one_may_do_next_stands_on_the_page_alone() -> None:
    section = Section("Form", lead=(plain("It holds."),), links=(Link("Measure", "/m/", button=True),))

    assert '<a class="btn btn--quiet" href="/m/">Measure</a>' in page_of(section)
    assert chapter_of(section, "leie").blocks == (Prose((plain("It holds."),)),)
