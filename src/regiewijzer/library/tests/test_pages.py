import pytest

from regiewijzer.library import catalogue
from regiewijzer.library.pages import PageKind, links, plain_text, read_page, safe_html, split_page

PAGE = """---
id: three-forms
lang: nl
kind: knowledge
title: Drie vormen
summary: Kort.
themes: [form]
sources: [ours]
---

Eerste **zin**.

## Een kop

Tweede zin,
op twee regels.
"""


def test_a_page_is_read_with_its_facts_and_its_text(tmp_path):
    file = tmp_path / "three-forms.nl.md"
    file.write_text(PAGE, encoding="utf-8")

    page = read_page(file)

    assert (page.key, page.language, page.kind, page.title) == ("three-forms", "nl", PageKind.KNOWLEDGE, "Drie vormen")
    assert (page.summary, page.sources, page.themes, page.related) == ("Kort.", ("ours",), ("form",), ())
    assert page.text == "Eerste zin.\nEen kop\nTweede zin, op twee regels."
    assert "<h2>Een kop</h2>" in page.html


def test_a_page_without_its_facts_is_refused():
    with pytest.raises(ValueError, match="begins with its facts"):
        split_page("Eerste zin.\n")


def test_headings_start_below_the_title_of_the_page():
    assert safe_html("# Kop\n\n## Kop\n\n### Kop") == "<h2>Kop</h2>\n<h2>Kop</h2>\n<h3>Kop</h3>"


def test_raw_html_shows_as_text():
    html = safe_html("<script>alert(1)</script>\n\n<b onclick=x>vet</b>")

    assert "<script" not in html
    assert "<b" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_a_link_that_runs_something_is_no_link(address):
    assert "href" not in safe_html(f"[klik]({address})")


def test_a_link_opens_where_the_reader_is():
    assert safe_html("[W3C](https://www.w3.org)") == '<p><a href="https://www.w3.org">W3C</a></p>'


def test_a_picture_from_elsewhere_is_left_out():
    assert "<img" not in safe_html("![x](https://elders.example/x.png)")


def test_a_table_is_shown_and_read():
    table = "| Rol | Wat |\n| --- | --- |\n| Lezer | Kijken |"

    assert "<td>Lezer</td>" in safe_html(table)
    assert plain_text(table) == "Rol\nWat\nLezer\nKijken"


def test_links_are_found():
    assert links("Zie [W3C](https://www.w3.org) en [hier](#kop).") == ("https://www.w3.org", "#kop")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_that_ships_is_safe_and_starts_at_the_second_heading(language, speak):
    speak(language)

    for page in catalogue.knowledge_pages():
        assert "<h1" not in page.html
        assert "*" not in page.text
