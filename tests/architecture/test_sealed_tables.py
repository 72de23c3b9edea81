"""One module reads what people answered in a survey, one writes it, and nobody else touches it."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

from regiewijzer.inquiry.surveys.models import sealed
from tests.architecture.rules import PACKAGE, python_files

READS = "inquiry/surveys/queries/release.py"
WRITES = "inquiry/surveys/actions/sealing.py"
HOLDS = frozenset({"inquiry/surveys/models/__init__.py", "inquiry/surveys/models/sealed.py"})
MODELS = frozenset({"SealedAnswers", "SealedText"})
TABLES = re.compile(r"surveys_sealed(?:answers|text)")
WRITING = re.compile(r"^(insert into|delete from|with gone as \(delete from) surveys_")


def names_models(root: Path) -> list[str]:
    """Files that name a model of sealed answers, or ask the registry of models for one."""
    return [_place(path, root) for path in python_files(root) if _names(path) & MODELS]


def names_tables(root: Path) -> list[str]:
    """Files that name a table of sealed answers in SQL."""
    return [_place(path, root) for path in python_files(root) if TABLES.search(path.read_text())]


def statements(path: Path) -> list[str]:
    """The SQL a file sends about tables of surveys."""
    texts = [node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)]
    return [text for text in texts if isinstance(text, str) and re.search(r"\bsurveys_\w+", text)]


def _names(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom | ast.Import):
            found |= {each.name.split(".")[-1] for each in node.names}
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        if isinstance(node, ast.Name):
            found.add(node.id)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= {node.value.split(".")[-1]}
    return found


def _place(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _ours(places: list[str]) -> set[str]:
    return {place for place in places if "/tests/" not in place and "/migrations/" not in place} - HOLDS


def test_only_the_release_reads_answers() -> None:
    assert _ours(names_models(PACKAGE)) == {READS}
    assert {model.__name__ for model in apps.get_models() if model.__name__.startswith("Sealed")} == MODELS
    assert all(hasattr(sealed, name) for name in MODELS)


def test_only_the_sealing_names_the_tables_and_it_reads_nothing_into_the_program() -> None:
    said = statements(PACKAGE / WRITES)

    assert _ours(names_tables(PACKAGE)) == {WRITES}
    assert len(said) >= 8
    assert [text for text in said if not WRITING.match(text)] == []


def test_nothing_leads_from_another_table_to_answers() -> None:
    """No relation by which somebody could walk from a survey, or from a person, to what was answered."""
    walks = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.auto_created and field.related_model.__name__ in MODELS
        if not field.hidden
    ]

    assert walks == []


PLANTED = {
    "an import": "from regiewijzer.inquiry.surveys.models.sealed import SealedAnswers",
    "through the package": "answers = sealed.SealedAnswers.objects.all()",
    "through the registry": 'model = apps.get_model("surveys", "SealedText")',
}


@pytest.mark.parametrize("line", PLANTED.values(), ids=PLANTED.keys())
def test_another_reader_is_caught(tmp_path: Path, line: str) -> None:
    path = tmp_path / "overview" / "curious.py"
    path.parent.mkdir()
    path.write_text(line + "\n")

    assert _ours(names_models(tmp_path)) == {"overview/curious.py"}


def test_a_statement_that_reads_is_caught(tmp_path: Path) -> None:
    path = tmp_path / "curious.py"
    path.write_text('cursor.execute("select answers from surveys_sealedanswers")\n')

    assert _ours(names_tables(tmp_path)) == {"curious.py"}
    assert [text for text in statements(path) if not WRITING.match(text)] != []
