import pytest

FORM = "findings/form.yaml"
GLOSSARY = "glossary.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        pytest.param(
            FORM,
            "    en: Too many partners without a lead make success much less likely.\n",
            "",
            "no text in en",
            id="a text in one language",
        ),
        pytest.param(
            GLOSSARY, "nl: Wat er bereikt moet worden, voor wie en waar.", "nl: ''", "no text in nl", id="an empty text"
        ),
        pytest.param(
            GLOSSARY,
            "term: {nl: opgave, en: challenge}",
            "text: opgave",
            "has no languages",
            id="a text without languages",
        ),
        pytest.param(
            FORM,
            "the limit chosen for that form is **{limit}**",
            "the limit chosen for that form is **{most}**",
            "placeholders differ",
            id="another placeholder in English",
        ),
        pytest.param(
            FORM,
            "the limit chosen for that form is **{limit}**",
            "the limit chosen for that form is {limit}",
            "how much is bold",
            id="less bold in English",
        ),
        pytest.param(
            FORM,
            "de gekozen grens voor die vorm is **{limit}**.",
            "de gekozen grens voor die vorm is **{limit**.",
            "without a proper placeholder",
            id="a brace that does not close",
        ),
        pytest.param(
            FORM,
            "de gekozen grens voor die vorm is **{limit}**.",
            "de gekozen grens voor die vorm is **{limit}.",
            "begun and not ended",
            id="bold that does not end",
        ),
        pytest.param(
            FORM,
            "{limit:pairs} lijnen",
            "{limit:dozens} lijnen",
            "called 'dozens'",
            id="a formatter that does not exist",
        ),
        pytest.param(
            GLOSSARY,
            "nl: Wat er bereikt",
            "nl: Wat {wie} bereikt",
            "placeholders differ",
            id="a placeholder in a plain text",
        ),
        pytest.param(
            "themes.yaml",
            "{nl: Wonen, en: Housing}",
            "{nl: '**Wonen**', en: '**Housing**'}",
            "shown as it is",
            id="bold in a plain text",
        ),
        pytest.param(GLOSSARY, "nl: Wat er bereikt", "nl: Wat → bereikt", "is not in our font", id="an arrow"),
        pytest.param(GLOSSARY, "nl: Wat er bereikt", "nl: Wat 'er' bereikt", "straight quote", id="a straight quote"),
        pytest.param(
            GLOSSARY,
            "nl: Wat er bereikt",
            "nl: Welke score bereikt",
            "not a word of this house",
            id="a word that is not ours",
        ),
        pytest.param(
            GLOSSARY,
            "nl: Wat er bereikt",
            "nl: Wat er in /srv/data bereikt",
            "path of a machine",
            id="a path of a machine",
        ),
        pytest.param(
            GLOSSARY,
            "- id: challenge\n",
            "- id: challenge\n  id: challenge\n",
            "“id” is written twice",
            id="a key that is written twice",
        ),
        pytest.param("themes.yaml", "policy:", "policy: [", "this is no YAML", id="no YAML"),
    ],
)
def test_a_fault_is_found_in_its_file(broken, file, old, new, message):
    found = [fault for fault in broken(file, old, new) if message in fault.message]

    assert found
    assert all(fault.file.startswith(file.rpartition("/")[0] or file) for fault in found)
