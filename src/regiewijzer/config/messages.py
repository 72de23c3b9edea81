"""How do the texts of the interface get from code to reader? Gathered into locale/, and compiled for gettext.

Done with Babel, so that neither a developer nor a server needs the gettext programs.
"""

import re
from collections.abc import Generator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import template as django_templates

KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "_": None,
}
HEADER = "# Texts of the interface of Regiewijzer.\n#"
Extracted = Generator[Any, None, None]


def extract_template(file: IO[bytes], keywords: Any, comments: Any, options: Any) -> Extracted:
    """Texts of a Django template: Django turns it into lookalike Python, Babel reads that."""
    lookalike = django_templates.templatize(file.read().decode())
    flush_left = re.sub(r"^\s+", "", lookalike, flags=re.MULTILINE)
    yield from extract_python(BytesIO(flush_left.encode()), keywords, comments, options)


METHODS = [
    ("**/tests/**", "ignore"),
    ("**/migrations/**", "ignore"),
    ("**.py", "python"),
    ("**/templates/**.html", "regiewijzer.config.messages:extract_template"),
    ("**/templates/**.txt", "regiewijzer.config.messages:extract_template"),
]


def found() -> Catalog:
    """Every text that code and templates ask to translate."""
    catalog = Catalog()
    for filename, line, message, _comments, context in extract_from_dir(settings.PACKAGE, METHODS, keywords=KEYWORDS):
        catalog.add(message, None, [(filename, line)], context=context, flags=_flags(message))
    return catalog


def _flags(message: Any) -> set[str]:
    first = message[0] if isinstance(message, tuple) else message
    return {"python-format"} if re.search(r"%\(\w+\)s", first) else set()


def path_of(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def stored(language: str) -> Catalog:
    """The catalogue of one language as it stands in locale/."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def gather() -> str:
    """Bring the Dutch catalogue up to date: new texts empty, texts nobody asks for away. Says how many lack Dutch."""
    catalog, template = stored("nl"), found()
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment, catalog.fuzzy, catalog.project = HEADER, False, "Regiewijzer"
    catalog.creation_date = catalog.revision_date = datetime(
        2026, 1, 1, tzinfo=UTC
    )  # so that only texts make a difference
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    path = path_of("nl")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=120, no_location=True, sort_output=True, omit_header=False)
    return f"{len(template)} texts, {len(missing())} without Dutch"


def missing() -> list[Any]:
    """Texts that code or templates use and that have no Dutch."""
    dutch = stored("nl")
    return [message.id for message in found() if message.id and not _has_translation(dutch, message)]


def _has_translation(catalog: Catalog, message: Any) -> bool:
    entry = catalog.get(message.id, message.context)
    return (
        entry is not None
        and bool(entry.string)
        and not entry.fuzzy
        and (not isinstance(entry.string, tuple) or all(entry.string))
    )


def compile_all() -> str:
    """Write the files gettext reads. English needs none of its own: it is what the code says."""
    count = 0
    for path in sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parents[1].name)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
        count += len(catalog)
    return f"{count} texts ready"
