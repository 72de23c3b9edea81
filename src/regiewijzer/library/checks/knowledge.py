"""Is a knowledge page whole? Its heading of facts, its length, its links and its twin in the other language."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import yaml

from regiewijzer.library.checks.pack import Pack
from regiewijzer.library.checks.prose import faults_of_language
from regiewijzer.library.located import Fault
from regiewijzer.library.pages import PageKind, links, split_page
from regiewijzer.library.texts import Language

FIELDS = ("id", "lang", "kind", "title", "summary", "themes", "sources")
SHARED = ("kind", "themes", "sources", "related")  # the same in both languages
FEWEST_WORDS, MOST_WORDS = 150, 350
TITLE_MARK = "# "  # the title stands in the facts; headings in the text begin one lower


def check_pages(pack: Pack) -> Iterator[Fault]:
    """Every page, and every pair of pages."""
    headers: dict[str, dict[str, Any]] = {}
    for file, source in pack.pages.items():
        try:
            header, body = split_page(source)
        except ValueError as error:
            yield Fault(file, 1, "", str(error))
            continue
        except yaml.YAMLError:
            yield Fault(file, 1, "", "the facts at the head are no YAML")
            continue
        headers[file] = header
        yield from (Fault(file, 1, str(header.get("id", "")), message) for message in _page(file, header, body))
    yield from _known(pack, headers)
    yield from _twins(headers)


def _page(file: str, header: dict[str, Any], body: str) -> Iterator[str]:
    missing = [field for field in FIELDS if not header.get(field)]
    if missing:
        yield f"no {', '.join(missing)}"
        return
    if not file.endswith(f"/{header['id']}.{header['lang']}.md"):
        yield "the file is not called after its id and language"
    if header["kind"] not in set(PageKind):
        yield f"unknown kind {header['kind']!r}"
    if header["lang"] not in set(Language):
        yield f"unknown language {header['lang']!r}"
        return
    if not FEWEST_WORDS <= len(body.split()) <= MOST_WORDS:
        yield f"{len(body.split())} words, not {FEWEST_WORDS} to {MOST_WORDS}"
    if any(line.startswith(TITLE_MARK) for line in body.splitlines()):
        yield "a heading with one #, where the title of the page stands above"
    yield from (f"a link to {link}" for link in links(body) if not link.startswith("https://"))
    for text in (header["title"], header["summary"], body):
        yield from faults_of_language(text, Language(header["lang"]))


def _known(pack: Pack, headers: dict[str, dict[str, Any]]) -> Iterator[Fault]:
    known: dict[str, set[str]] = {
        "sources": pack.names("sources.yaml", "sources"),
        "themes": pack.names("themes.yaml", "policy") | pack.names("themes.yaml", "subject"),
        "related": {str(header.get("id")) for header in headers.values()},
    }
    for file, header in headers.items():
        for field, keys in known.items():
            strangers = [key for key in header.get(field) or () if key not in keys]
            yield from (Fault(file, 1, str(header.get("id")), f"unknown in {field}: {key!r}") for key in strangers)


def _twins(headers: dict[str, dict[str, Any]]) -> Iterator[Fault]:
    by_id: dict[str, dict[str, str]] = defaultdict(dict)
    for file, header in headers.items():
        by_id[str(header.get("id"))][str(header.get("lang"))] = file
    for name, files in by_id.items():
        missing = [language for language in Language if language not in files]
        for language in missing:
            yield Fault(next(iter(files.values())), 1, name, f"no page in {language}")
        if not missing:
            dutch, english = (headers[files[language]] for language in Language)
            differ = [field for field in SHARED if dutch.get(field) != english.get(field)]
            yield from (Fault(files[Language.ENGLISH], 1, name, f"other {field} than in nl") for field in differ)
