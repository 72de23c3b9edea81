import pytest

from regiewijzer.library.validation import find_faults

PAGE = "knowledge/three-forms.nl.md"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        pytest.param(PAGE, "---\n", "", "begins with its facts", id="a page without its facts"),
        pytest.param(PAGE, "themes: [form]", "themes: [form", "no YAML", id="a page whose facts are no YAML"),
        pytest.param(PAGE, "summary: ", "resume: ", "no summary", id="a page without a summary"),
        pytest.param(
            PAGE, "id: three-forms", "id: four-forms", "not called after its id", id="a page that is called otherwise"
        ),
        pytest.param(PAGE, "kind: knowledge", "kind: gossip", "unknown kind 'gossip'", id="a page of an unknown kind"),
        pytest.param(
            PAGE, "themes: [form]", "themes: [shape]", "unknown in themes: 'shape'", id="a page with an unknown theme"
        ),
        pytest.param(
            PAGE,
            "[seed 004, Provan & Kenis 2008]",
            "[seed 999]",
            "unknown in sources: 'seed 999'",
            id="a page with an unknown source",
        ),
        pytest.param(
            PAGE,
            "related: [no-averages",
            "related: [no-medians",
            "unknown in related: 'no-medians'",
            id="a page that leads nowhere",
        ),
        pytest.param(
            PAGE,
            "Provan en Kenis beschrijven",
            "# Vormen\n\nProvan en Kenis beschrijven",
            "a heading with one #",
            id="a page with its own title",
        ),
        pytest.param(
            PAGE,
            "Provan en Kenis beschrijven",
            "[Zij](http://x.example) beschrijven",
            "a link to http://x.example",
            id="a page with an unsafe link",
        ),
        pytest.param(
            PAGE,
            "Provan en Kenis beschrijven",
            "Provan en Kenis 'beschrijven'",
            "straight quote",
            id="a page with a straight quote",
        ),
        pytest.param(
            PAGE, "themes: [form]", "themes: [goal]", "other themes than in nl", id="a page that differs from its twin"
        ),
    ],
)
def test_a_fault_is_found_in_its_file(broken, file, old, new, message):
    found = [fault for fault in broken(file, old, new) if message in fault.message]

    assert found
    assert all(fault.file.startswith(file.rpartition("/")[0] or file) for fault in found)


def test_a_page_that_is_too_short_is_found(content):
    page = content / PAGE
    page.write_text(page.read_text(encoding="utf-8")[:700], encoding="utf-8")

    assert any("words, not 150 to 350" in fault.message for fault in find_faults(content))


def test_a_page_without_its_twin_is_found(content):
    (content / PAGE).unlink()

    assert any(fault.message == "no page in nl" for fault in find_faults(content))
