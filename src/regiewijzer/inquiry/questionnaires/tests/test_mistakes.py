"""A file with mistakes is refused, and every mistake is named with its line."""

import pytest

from regiewijzer.inquiry.questionnaires.definitions.catalogue import SHIPPED, check_file

pytestmark = pytest.mark.usefixtures("english")

GOAL, ROLES, EFFECT, READY, TREE, SATISFIED, INSTRUMENT = (
    SHIPPED / key / "1.yaml"
    for key in (
        "goal-quality",
        "manager-roles",
        "network-effect",
        "readiness",
        "strategic-choice",
        "member-satisfaction",
        "instrument-evaluation",
    )
)


def _faults(tmp_path, source, old, new, times=1):
    """What is found once the first `old` is replaced, and the line it stood on."""
    text = source.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "own.yaml"
    path.write_text(text.replace(old, new, times), encoding="utf-8")
    return [(fault.line, fault.message) for fault in check_file(path)], text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("source", [GOAL, ROLES, EFFECT, READY, TREE, SATISFIED, INSTRUMENT])
def test_a_sound_file_has_no_mistakes(source):
    assert check_file(source) == ()


@pytest.mark.parametrize(
    ("source", "old", "new", "said", "below"),
    [
        (GOAL, "schema: regiewijzer/questionnaire/2", "schema: other", "“other” is not known here", 0),
        (GOAL, "version: 1", "version: 0", "a whole number of at least 1, not “0”", 0),
        (GOAL, "version: 1", "version: one", "a whole number, not “one”", 0),
        (GOAL, "minutes: 4", "minuts: 4", "Did you mean “minutes”?", 0),
        (GOAL, "id: goal-quality", "id: Goal quality", "cannot be the id of a questionnaire", 0),
        (GOAL, "id: goal-quality", "id: eigen", "cannot be the id of a questionnaire", 0),
        (GOAL, "privacy: anonymous", "privacy: secret", "use anonymous, confidential, named", 0),
        (GOAL, "subject: network", "subject: netwerk", "Did you mean “network”?", 0),
        (GOAL, "subject: network", "subject: challenge", "only a decision tree", 0),
        (GOAL, "ways: [alone,", "ways: [alon,", "Did you mean “alone”?", 0),
        (GOAL, "sources: [seed 001, ours]", "sources: [seed 01, ours]", "Did you mean “seed 001”?", 0),
        (GOAL, "  nl: Werft het doel", "  de: Werft het doel", "“nl” is missing", 0),
        (GOAL, "  en: Does your network’s goal attract partners?", "  en: ''", "“en” is empty", 0),
        (GOAL, "title:\n  nl: Werft", "title: Werft\nother:\n  nl: Werft", "must hold fields of its own", 0),
        (GOAL, "    kind: ordinal", "    kind: ordinary", "Did you mean “ordinal”?", 0),
        (GOAL, "    - value: 2", "    - value: two", "a whole number, not “two”", 0),
        (GOAL, "    - value: 2", "    - value: 1", "the answer “1” is there twice", 0),
        (GOAL, "  score: mean", "  score: average", "use mean, single, compare, count, none", 0),
        (GOAL, "  min_answered: 2", "  min_answered: 9", "it needs 9 answers, but has 3 scored questions", 0),
        (GOAL, "  direction: higher_is_better", "  direction: up", "use higher_is_better", 0),
        (GOAL, "    to: 2.5", "    to: 2.4", "“low” ends at 2.4 and “middle” starts at 2.5", -2),
        (GOAL, "    from: 1.0", "    from: 0.0", "the bands must run from 1 to 5", -1),
        (GOAL, "    from: 1.0\n    to: 2.5", "    from: 3.0\n    to: 2.5", "the band ends before it starts", 1),
        (GOAL, "    from: 1.0", "    from: low", "must be a number, not “low”", 0),
        (GOAL, "  - id: middle", "  - id: low", "a second band “low”", None),
        (GOAL, "  dimension: attractive", "  dimension: atractive", "Did you mean “attractive”?", 0),
        (GOAL, "  scale: agree5", "  scale: agree7", "“agree7” is not known here; use agree5", 0),
        (GOAL, "  reversed: true", "  reversed: maybe", "must be true or false, not “maybe”", 0),
        (GOAL, "- id: attractive.tell", "- id: attractive.worth_it", "is there 2 times", None),
        (GOAL, "- id: attractive.tell", "- id: Attractive tell", "cannot be an id", 0),
        (GOAL, "  source: [seed 001, ours]", "", "“source” is missing", None),
        (GOAL, "  source: [seed 001, ours]", "  source: seed 001", "“source” must be a list of words", 0),
        (GOAL, "bands: {attractive: high", "bands: {atractive: high", "Did you mean “attractive”?", 0),
        (GOAL, "bands: {attractive: high", "bands: {attractive: top", "attractive: “top” is not known here", 0),
        (GOAL, "    bands: {attractive", "    band: {attractive", "Did you mean “bands”?", 0),
        (GOAL, "warnings:\n- nl", "warnings:\n- just words\n- nl", "must hold entries with fields only", 1),
        (READY, "between_layers: {at_least: 1.0}", "between_layers: {least: 1.0}", "needs a bound", 0),
        (READY, "  per: dimension\n", "", "needs “per: dimension”", 1),
        (READY, "      board: {at_least", "      bord: {at_least", "Did you mean “board”?", 0),
        (READY, "  score: single", "  score: compare", "needs 2 scored questions, not 1", 0),
        (EFFECT, "age_months: {at_least", "age: {at_least", "“age” is not known here", 0),
        (EFFECT, "no_dimension_in: high", "no_dimension_in: top", "“top” is not known here", 0),
        (EFFECT, "stages: [growth, mature]", "stages: [grown, mature]", "Did you mean “growth”?", 0),
        (EFFECT, "at_least_one_of: community", "at_least_one_of: comunity", "Did you mean “community”?", 0),
        (EFFECT, "  maximum: 9", "  maximum: 2", "of at least 3, not “2”", 0),
        (ROLES, "    dimension: operator", "    dimension: promoter", "one option for each dimension", None),
        (ROLES, "  scale: rank5\n", "  scale: often5\n", "needs a scale of kind rank", 0),
        (ROLES, "ways: [alone, workshop]", "ways: [alone, together]", "cannot be filled in together", 0),
        (ROLES, "order: shuffled", "order: random", "use given, shuffled", 0),
        (ROLES, "- id: thin\n", "- id: fragile\n", "“fragile” is not known here", 0),
        (INSTRUMENT, "  counted: 'yes'", "  counted: maybe", "“maybe” is no answer of its questions", 0),
        (INSTRUMENT, "  counted: 'yes'\n", "", "“counted” is missing", None),
        (SATISFIED, "  text:\n    kind: text", "  text:\n    kind: number", "the field “longest” is not known here", 2),
        (TREE, "    goto: kind", "    goto: kinds", "Did you mean “kind”?", None),
        (TREE, "    goto: complex", "    goto: alone", "the answers go round: alone > kind > none_alone > alone", None),
        (TREE, "start: alone", "start: alon", "Did you mean “alone”?", 0),
        (TREE, "- id: out_agreement", "- id: out_other", "no answer leads to “out_other”", 0),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path, source, old, new, said, below):
    """`below`: how many lines under the change it is told; None where another line is as good."""
    found, line = _faults(tmp_path, source, old, new)

    told = [at for at, message in found if said in message]
    assert told, found
    if below is not None:
        assert line + below in told


def test_all_mistakes_are_told_at_once(tmp_path):
    text = GOAL.read_text(encoding="utf-8")
    for old, new in (
        ("minutes: 4", "minutes: four"),
        ("privacy: anonymous", "privacy: none"),
        ("  to: 2.5", "  to: x"),
    ):
        text = text.replace(old, new, 1)
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")

    lines = [fault.line for fault in check_file(path)]

    assert len(lines) >= 3
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("content", "said", "line"),
    [
        (b"id: [1, 2\ntitle: x\n", "this is no YAML", 2),
        (b"a: 1\nb: *nobody\n", "this is no YAML", 2),
        (b"- a list\n", "the file must hold fields", 1),
        (b"", "the file must hold fields", 1),
        (b"id: \xff\xfe\n", "cannot be read", 1),
        (b"id: x\nid: y\n", "“id” is written twice", 2),
        (b"schema: regiewijzer/questionnaire/2\nid: x\n", "“title” is missing", 1),
        (b"schema: regiewijzer/questionnaire/2\nitems: {}\nscales: []\n", "must be a list", 2),
    ],
)
def test_what_is_no_questionnaire_at_all_is_told_too(tmp_path, content, said, line):
    path = tmp_path / "own.yaml"
    path.write_bytes(content)

    found = check_file(path)

    assert any(said in fault.message and fault.line == line for fault in found), found


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert "cannot be read" in check_file(tmp_path / "gone.yaml")[0].message


def test_a_mistake_reads_as_file_line_and_sentence(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(GOAL.read_text(encoding="utf-8").replace("minutes: 4", "minutes: four"), encoding="utf-8")

    assert str(check_file(path)[0]) == f"{path}:19 goal-quality: “minutes” must be a whole number, not “four”."


def test_a_source_the_library_does_not_know_may_stand_in_the_file_itself(tmp_path):
    reference = "references:\n- id: Peeters 2024\n  reference: {nl: Peeters (2024), en: Peeters (2024)}\n"
    text = GOAL.read_text(encoding="utf-8").replace("sources: [seed 001, ours]", "sources: [Peeters 2024]", 1)
    path = tmp_path / "own.yaml"

    path.write_text(text, encoding="utf-8")
    unknown = check_file(path)
    path.write_text(reference + text, encoding="utf-8")

    assert "add it under “references”" in unknown[0].message
    assert check_file(path) == ()
