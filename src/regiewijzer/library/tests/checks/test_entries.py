import pytest

FORM = "findings/form.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        pytest.param(
            FORM,
            "[Provan & Kenis 2008, seed 004, ours]",
            "[Provan 1908]",
            "unknown source 'Provan 1908'",
            id="an unknown source",
        ),
        pytest.param(FORM, "[Provan & Kenis 2008, seed 004, ours]", "[]", "no source", id="no source"),
        pytest.param(FORM, "- id: form.drift", "- id: form.no_form_fits", "a second entry", id="a name that is taken"),
        pytest.param(
            "words.yaml",
            "- code: nao",
            "- code: self_regulating",
            "a second word for 'self_regulating'",
            id="a code that is taken",
        ),
        pytest.param(FORM, "  weight: 4", "  weight: 6", "a weight of 6", id="a weight off the scale"),
        pytest.param(
            FORM,
            "  subject: form",
            "  subject: shape",
            "no word for the subject 'shape'",
            id="a subject without a word",
        ),
        pytest.param(FORM, "  basis: lit", "  basis: rumour", "unknown basis 'rumour'", id="an unknown basis"),
        pytest.param(FORM, "  capability: C5\n", "", "no capability", id="a finding without a capability"),
        pytest.param(
            FORM,
            "Zonder eensgezindheid over het doel kan",
            "Zonder {leader} kan",
            "no number of the sentence",
            id="an explanation that asks more",
        ),
        pytest.param(
            FORM,
            "hoogstens **{self_participants} partners**",
            "hoogstens **{most} partners**",
            "'most' is no limit",
            id="a rule that asks for what is no limit",
        ),
        pytest.param(
            "findings/upkeep.yaml",
            "zijn **één maand** oud",
            "zijn **{months} maand** oud",
            "text_one lacks exactly one",
            id="a sentence for one that lacks nothing",
        ),
        pytest.param(
            "impasses.yaml",
            "[urgent_question, make_something, outside_world]",
            "[luck, make_something, outside_world]",
            "unknown principle 'luck'",
            id="a principle that is not there",
        ),
        pytest.param(
            "impasses.yaml",
            "[urgent_question, make_something, outside_world]",
            "[outside_world]",
            "suggests 1 principles",
            id="too few principles",
        ),
        pytest.param(
            "principles.yaml", "  number: 2\n", "  number: 3\n", "not numbered", id="a principle out of order"
        ),
        pytest.param(
            "practice.yaml",
            "themes: [children_families, work_activation]",
            "themes: [gardening]",
            "unknown theme 'gardening'",
            id="a theme that is not there",
        ),
    ],
)
def test_a_fault_is_found_in_its_file(broken, file, old, new, message):
    found = [fault for fault in broken(file, old, new) if message in fault.message]

    assert found
    assert all(fault.file.startswith(file.rpartition("/")[0] or file) for fault in found)


def test_an_option_too_few_is_found(broken):
    option = """  - title: {nl: De vorm houden., en: Keep the form.}
    text:
      nl: Houd de vorm van nu en noteer waarom.
      en: Keep the form of today and note why.
"""

    assert [fault.message for fault in broken(FORM, option, "")] == ["1 options, not 2 or 3"]
