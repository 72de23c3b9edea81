import shutil

import pytest

from regiewijzer.library.reading import CONTENT
from regiewijzer.library.validation import find_faults

FORM = "findings/form.yaml"
PAGE = "knowledge/three-forms.nl.md"


@pytest.fixture
def broken(tmp_path):
    """Change one thing in a copy of the content and tell what is found."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)

    def change(file, old, new):
        path = folder / file
        before = path.read_text(encoding="utf-8")
        assert old in before
        path.write_text(before.replace(old, new, 1), encoding="utf-8")
        return find_faults(folder)

    return change


def test_the_content_that_ships_is_sound():
    assert find_faults() == ()


FAULTS = [
    ("a text in one language", FORM, "    en: The sources themselves name this as a cause of failure.\n", "", "no text in en"),
    ("an empty text", "glossary.yaml", "nl: Wat er bereikt moet worden, voor wie en waar.", "nl: ''", "no text in nl"),
    ("a text without languages", "glossary.yaml", "term: {nl: opgave, en: challenge}", "text: opgave", "has no languages"),
    ("another hole in English", FORM, "that form bears **{limit}**", "that form bears **{most}**", "holes differ"),
    ("less bold in English", FORM, "that form bears **{limit}**", "that form bears {limit}", "how much is bold"),
    ("a brace that does not close", FORM, "hoogstens **{limit}**.", "hoogstens **{limit**.", "without a proper hole"),
    ("bold that does not end", FORM, "hoogstens **{limit}**.", "hoogstens **{limit}.", "begun and not ended"),
    ("a manner that does not exist", FORM, "{limit:pairs} lijnen", "{limit:dozens} lijnen", "called 'dozens'"),
    ("a hole in a plain text", "glossary.yaml", "nl: Wat er bereikt", "nl: Wat {wie} bereikt", "holes differ"),
    ("bold in a plain text", "themes.yaml", "{nl: Wonen, en: Housing}", "{nl: '**Wonen**', en: '**Housing**'}", "shown as it is"),
    ("an arrow", "glossary.yaml", "nl: Wat er bereikt", "nl: Wat → bereikt", "is not in our font"),
    ("a straight quote", "glossary.yaml", "nl: Wat er bereikt", "nl: Wat 'er' bereikt", "straight quote"),
    ("a word that is not ours", "glossary.yaml", "nl: Wat er bereikt", "nl: Welke score bereikt", "not a word of this house"),
    ("a path of a machine", "glossary.yaml", "nl: Wat er bereikt", "nl: Wat er in /srv/data bereikt", "path of a machine"),
    ("a key that is written twice", "glossary.yaml", "- id: challenge\n", "- id: challenge\n  id: challenge\n", "id is written twice"),
    ("an unknown source", FORM, "[Provan & Kenis 2008, seed 004, ours]", "[Provan 1908]", "unknown source 'Provan 1908'"),
    ("no source", FORM, "[Provan & Kenis 2008, seed 004, ours]", "[]", "no source"),
    ("a name that is taken", FORM, "- id: form.drift", "- id: form.no_form_fits", "a second entry"),
    ("a code that is taken", "words.yaml", "- code: nao", "- code: self_regulating", "a second word for 'self_regulating'"),
    ("a weight off the scale", FORM, "  weight: 4", "  weight: 6", "a weight of 6"),
    ("a subject without a word", FORM, "  subject: form", "  subject: shape", "no word for the subject 'shape'"),
    ("an unknown basis", FORM, "  basis: lit", "  basis: rumour", "unknown basis 'rumour'"),
    ("a finding without a capability", FORM, "  capability: C5\n", "", "no capability"),
    ("an explanation that asks more", FORM, "Zonder eensgezindheid over het doel kan", "Zonder {leader} kan", "no number of the sentence"),
    ("a rule that asks for what is no limit", FORM, "hoogstens **{self_participants} partners**", "hoogstens **{most} partners**", "'most' is no limit"),
    ("a sentence for one that lacks nothing", "findings/upkeep.yaml", "zijn **één maand** oud", "zijn **{months} maand** oud", "text_one lacks exactly one"),
    ("a principle that is not there", "impasses.yaml", "[urgent_question, make_something, outside_world]", "[luck, make_something, outside_world]", "unknown principle 'luck'"),
    ("too few principles", "impasses.yaml", "[urgent_question, make_something, outside_world]", "[outside_world]", "suggests 1 principles"),
    ("a principle out of order", "principles.yaml", "  number: 2\n", "  number: 3\n", "not numbered"),
    ("a theme that is not there", "practice.yaml", "themes: [children_families, work_activation]", "themes: [gardening]", "unknown theme 'gardening'"),
    ("no YAML", "themes.yaml", "policy:", "policy: [", "this is no YAML"),
    ("a page without its facts", PAGE, "---\n", "", "begins with its facts"),
    ("a page whose facts are no YAML", PAGE, "themes: [form]", "themes: [form", "no YAML"),
    ("a page without a summary", PAGE, "summary: ", "resume: ", "no summary"),
    ("a page that is called otherwise", PAGE, "id: three-forms", "id: four-forms", "not called after its id"),
    ("a page of an unknown kind", PAGE, "kind: knowledge", "kind: gossip", "unknown kind 'gossip'"),
    ("a page with an unknown theme", PAGE, "themes: [form]", "themes: [shape]", "unknown in themes: 'shape'"),
    ("a page with an unknown source", PAGE, "[seed 004, Provan & Kenis 2008]", "[seed 999]", "unknown in sources: 'seed 999'"),
    ("a page that leads nowhere", PAGE, "related: [no-averages", "related: [no-medians", "unknown in related: 'no-medians'"),
    ("a page with its own title", PAGE, "Provan en Kenis beschrijven", "# Vormen\n\nProvan en Kenis beschrijven", "a heading with one #"),
    ("a page with an unsafe link", PAGE, "Provan en Kenis beschrijven", "[Zij](http://x.example) beschrijven", "a link to http://x.example"),
    ("a page with a straight quote", PAGE, "Provan en Kenis beschrijven", "Provan en Kenis 'beschrijven'", "straight quote"),
    ("a page that differs from its twin", PAGE, "themes: [form]", "themes: [goal]", "other themes than in nl"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), [each[1:] for each in FAULTS], ids=[each[0] for each in FAULTS])
def test_a_fault_is_found_with_its_file(broken, file, old, new, message):
    faults = broken(file, old, new)

    assert any(message in fault.message for fault in faults), [str(fault) for fault in faults]
    assert {fault.file.split("/")[0] for fault in faults if message in fault.message} == {file.split("/")[0]}


def test_a_fault_names_its_line_and_entry(broken):
    (fault,) = broken("glossary.yaml", "nl: Wat er bereikt", "nl: Welke score bereikt")

    lines = (CONTENT / "glossary.yaml").read_text(encoding="utf-8").splitlines()
    assert "bereikt moet worden" in lines[fault.line - 1]
    assert str(fault) == f"glossary.yaml:{fault.line} challenge: nl: 'score' is not a word of this house"


def test_a_page_that_is_too_short_is_found(tmp_path):
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    page = folder / PAGE
    page.write_text(page.read_text(encoding="utf-8")[:700], encoding="utf-8")

    assert any("words, not 150 to 350" in fault.message for fault in find_faults(folder))


def test_a_page_without_its_twin_is_found(tmp_path):
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    (folder / PAGE).unlink()

    assert any(fault.message == "no page in nl" for fault in find_faults(folder))


def test_an_option_too_few_is_found(broken):
    option = """  - title: {nl: De vorm houden., en: Keep the form.}
    text:
      nl: Houd de vorm van nu en noteer waarom.
      en: Keep the form of today and note why.
"""
    faults = broken(FORM, option, "")

    assert [fault.message for fault in faults] == ["1 options, not 2 or 3"]
