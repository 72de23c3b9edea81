"""Whatever takes long to type is kept while it is typed: every long form keeps its draft."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.rules import PACKAGE, template_files

FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
FIELDS = re.compile(r"<textarea|_form\.html|_field|{{ form|block fields")
# what keeps what is typed in another way, or must not keep it
OTHERWISE = {
    "account/login.html": "a password",
    "team/invitation.html": "a password",
    "surveys/answer.html": "answers are kept by code, and not by person",
    "meetings/minutes.html": "saved on the server while one types",
    "confirmations/answer.html": "opened by a link, without an account a draft could belong to",
}


def _long_forms() -> Iterator[tuple[str, str]]:
    """Template, and how its form begins, of every form that is sent and holds more than buttons and switches."""
    for path in template_files(Path(PACKAGE)):
        for beginning, within in FORM.findall(path.read_text(encoding="utf-8")):
            if 'method="post"' in beginning and FIELDS.search(within):
                yield path.as_posix().split("templates/", 1)[1], beginning


def test_every_long_form_keeps_its_draft() -> None:
    without = {name for name, beginning in _long_forms() if "data-draft" not in beginning}

    assert without <= set(OTHERWISE), without - set(OTHERWISE)


def test_every_reason_is_about_a_form_that_is_there() -> None:
    assert set(OTHERWISE) <= {name for name, _beginning in _long_forms()}
