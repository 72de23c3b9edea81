"""What the code never does: names that say nothing, signals, hidden imports, a clock in science, HTML by hand."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import RequestFactory

from regiewijzer.ui.views import broken
from tests.architecture.rules import PACKAGE, ROOT, app_of_file, python_files, template_files

SAYS_NOTHING = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "handlers"})
CLOCK = frozenset({"today", "now", "utcnow", "localdate", "localtime", "time", "monotonic"})
LONGEST_LINE = 140
BY_HAND = frozenset({"mark_safe", "SafeString", "SafeText", "html_safe"})
INLINE = re.compile(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
UNESCAPED = re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off")


def names_that_say_nothing(root: Path) -> list[str]:
    paths = [path.relative_to(root) for path in python_files(root)]
    return [str(path) for path in paths if SAYS_NOTHING & {path.stem, *path.parts[:-1]}]


def signals(root: Path) -> list[str]:
    """Files that listen to a signal of Django, or take one in hand."""
    return [str(path.relative_to(root)) for path in python_files(root) if any(_listens(path))]


def _listens(path: Path) -> Iterator[bool]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            yield bool(re.search(r"(^django\.dispatch|\.signals?)($|\.)", node.module or ""))
        if isinstance(node, ast.Import):
            yield any(re.search(r"(^django\.dispatch|\.signals?)($|\.)", name.name) for name in node.names)


def calls_of(path: Path, names: frozenset[str]) -> list[str]:
    """Which of these functions a file calls, however it got hold of them."""
    called = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    said = [node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "") for node in called]
    return sorted(names & set(said))


def html_by_hand(root: Path) -> list[str]:
    """Files outside ui/ that declare a text to be safe HTML, in Python or in a template."""
    code = [path for path in python_files(root) if calls_of(path, BY_HAND)]
    pages = [path for path in template_files(root) if path.suffix == ".html" and UNESCAPED.search(path.read_text())]
    return [str(path.relative_to(root)) for path in [*code, *pages] if app_of_file(path, root).split(".")[0] != "ui"]


def inline(root: Path) -> list[str]:
    """Templates with a style or script of their own, which the Content-Security-Policy would forbid."""
    pages = [path for path in template_files(root) if path.suffix == ".html"]
    return [str(path.relative_to(root)) for path in pages if INLINE.search(path.read_text())]


def long_lines(root: Path) -> list[str]:
    """Templates with a line nobody can review."""
    pages = [path for path in template_files(root) if path.suffix == ".html"]
    return [
        path.relative_to(root).as_posix()
        for path in pages
        if any(len(line) > LONGEST_LINE for line in path.read_text().splitlines())
    ]


def remarks_on_the_page(root: Path) -> list[str]:
    """Templates with a remark over several lines, which Django shows to whoever reads the page."""
    return [
        path.relative_to(root).as_posix()
        for path in template_files(root)
        if any("{#" in line and "#}" not in line.rpartition("{#")[2] for line in path.read_text().splitlines())
    ]


def test_no_remark_of_a_template_is_shown_to_the_reader() -> None:
    assert remarks_on_the_page(PACKAGE) == []


def test_no_line_of_a_template_is_too_long() -> None:
    assert long_lines(PACKAGE) == []


def test_every_module_has_a_name_that_says_something() -> None:
    assert names_that_say_nothing(PACKAGE) == []
    assert names_that_say_nothing(ROOT / "tests") == []


def test_nobody_listens_to_signals() -> None:
    assert signals(PACKAGE) == []


def test_science_asks_no_clock() -> None:
    asking = {path.name: calls for path in python_files(PACKAGE / "science") if (calls := calls_of(path, CLOCK))}

    assert asking == {}


def test_only_ui_declares_html_safe() -> None:
    assert html_by_hand(PACKAGE) == []


def test_templates_hold_no_style_and_no_script() -> None:
    assert inline(PACKAGE) == []


PLANTED = {
    "utils": ("register/utils.py", "", names_that_say_nothing),
    "a folder of helpers": ("register/helpers/names.py", "", names_that_say_nothing),
    "common": ("tools/effect/common.py", "", names_that_say_nothing),
    "a receiver": ("register/networks/models.py", "from django.dispatch import receiver", signals),
    "a signal in hand": ("register/networks/apps.py", "from django.db.models.signals import post_save", signals),
    "a signal of login": ("foundation/audit/apps.py", "import django.contrib.auth.signals", signals),
    "mark_safe in a view": ("register/networks/views.py", "x = mark_safe(name)", html_by_hand),
    "SafeString in a filter": ("register/networks/wording.py", "x = safestring.SafeString(name)", html_by_hand),
    "a safe filter": ("register/networks/templates/networks/list.html", "{{ network.name|safe }}", html_by_hand),
    "autoescape off": (
        "register/networks/templates/networks/list.html",
        "{% autoescape off %}{{ x }}{% endautoescape %}",
        html_by_hand,
    ),
    "a long line in a template": ("ui/templates/ui/base.html", "<p>" + "word " * 30 + "</p>", long_lines),
    "an inline script": ("ui/templates/ui/base.html", "<script>go()</script>", inline),
    "an inline style": ("ui/templates/ui/base.html", '<p style="color: red">', inline),
    "an inline event": ("ui/templates/ui/base.html", '<a href="/" onclick="go()">', inline),
}


@pytest.mark.parametrize(("file", "text", "rule"), PLANTED.values(), ids=PLANTED.keys())
def test_bad_manners_are_caught(tmp_path: Path, file: str, text: str, rule: object) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(text + "\n")

    assert callable(rule)
    assert rule(tmp_path) == [file]


@pytest.mark.parametrize("call", ["date.today()", "datetime.now(tz)", "timezone.now()", "datetime.datetime.utcnow()"])
def test_a_clock_in_science_is_caught(tmp_path: Path, call: str) -> None:
    path = tmp_path / "effect.py"
    path.write_text(f"def age(started):\n    return {call} - started\n")

    assert calls_of(path, CLOCK) != []


def _says_ruff(line: str) -> str:
    """What ruff says, with our own settings, of a module that holds this."""
    asked = [str(Path(sys.executable).parent / "ruff"), "check", "--no-cache", "--output-format", "concise"]
    done = subprocess.run(
        [*asked, "--stdin-filename", "src/regiewijzer/register/networks/planted.py", "-"],
        input=f'"""A module."""\n\n{line}\n',
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("def now() -> None:\n    import json\n\n    json.dumps(1)", "PLC0415"),
        ("from . import models\n\n__all__ = ['models']", "TID252"),
        ("from django.db.models import *", "F403"),
        ("def now() -> None:\n    print(1)", "T201"),
    ],
    ids=["an import inside a function", "a relative import", "a star import", "a print"],
)
def test_ruff_catches(line: str, rule: str) -> None:
    assert rule in _says_ruff(line)


def test_ruff_has_nothing_against_a_plain_module() -> None:
    assert "All checks passed" in _says_ruff("ANSWER = 42")


def test_the_page_of_a_breakdown_needs_neither_request_nor_database(rf: RequestFactory) -> None:
    """pytest-django refuses the database here: the page must not ask it."""
    page = broken(rf.get("/vliermonde/"))

    assert page.status_code == 500
    assert "<h1>" in page.content.decode()


GETTEXT = frozenset({"gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "_"})


def _texts_in_f_strings(tree: ast.AST) -> list[int]:
    """Lines where a text to translate stands inside an f-string: the gatherer of texts does not look there."""
    return [
        call.lineno
        for string in ast.walk(tree)
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in GETTEXT
    ]


def test_no_text_to_translate_hides_in_an_f_string() -> None:
    found = {str(path): _texts_in_f_strings(ast.parse(path.read_text())) for path in python_files(PACKAGE)}

    assert {path: lines for path, lines in found.items() if lines} == {}
    assert _texts_in_f_strings(ast.parse("f'{gettext(\"Found\")}'")) == [1]
