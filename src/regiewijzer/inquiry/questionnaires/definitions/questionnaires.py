"""Reading a questionnaire: its parts one by one, whether they hold together, and then the whole."""

from typing import Any

from django.utils.translation import gettext as _

from regiewijzer.inquiry.questionnaires.definitions.coherence import Places, check
from regiewijzer.inquiry.questionnaires.definitions.patterns import Names, read_patterns
from regiewijzer.inquiry.questionnaires.definitions.questions import (
    Known,
    named,
    read_dimensions,
    read_questions,
    read_rankings,
    reading,
)
from regiewijzer.inquiry.questionnaires.definitions.scales import read_scales
from regiewijzer.inquiry.questionnaires.definitions.values import Interpretation, Questionnaire
from regiewijzer.inquiry.questionnaires.models import Way
from regiewijzer.library import catalogue as library
from regiewijzer.library.located import Entry
from regiewijzer.library.texts import Text
from regiewijzer.science.scoring.coverage import Coverage
from regiewijzer.science.scoring.definitions import Pattern, Scheme, Strength
from regiewijzer.science.scoring.selection import Selection, Stage

ORDERS = ("given", "shuffled")

Patterns = dict[str, tuple[Pattern, Interpretation]]
Stages = dict[str, tuple[Stage, Text]]


def read_questionnaire(entry: Entry, heading: dict[str, Any]) -> Questionnaire | None:
    """The questionnaire under a heading that was read; None when the file holds a mistake."""
    layers, stages = _layers(entry), _stages(entry)
    places = _places(entry, heading, tuple(stages))
    worded = {dimension.id: dimension for _at, dimension in places.dimensions}
    patterns = read_patterns(entry, Names(worded, tuple(layers)))
    selection, selection_text = _selection(entry, tuple(worded))
    strength, coverage, intro, shuffled = (
        _strength(entry),
        _coverage(entry),
        entry.maybe_text("intro"),
        _shuffled(entry),
    )
    check(places)
    entry.nothing_else()
    if entry.mistakes.found:
        return None
    return Questionnaire(
        **heading,
        ways=places.ways,
        scheme=_scheme(places, patterns, tuple(layers), stages, selection, strength),
        scales=places.scales,
        dimensions=tuple(worded.values()),
        questions=tuple(question for _at, question in places.questions),
        facts=tuple(fact for _at, fact in places.facts),
        rankings=tuple(ranking for _at, ranking in places.rankings),
        layers=layers,
        stages={name: title for name, (_stage, title) in stages.items()},
        selection=selection_text,
        patterns={name: said for name, (_pattern, said) in patterns.items()},
        coverage=coverage,
        intro=intro,
        shuffled=shuffled,
    )


def _places(entry: Entry, heading: dict[str, Any], stages: tuple[str, ...]) -> Places:
    """The parts that are checked against each other, with where they stand."""
    scales, dimensions = read_scales(entry), read_dimensions(entry)
    known = Known(scales, {dimension.id: at for at, dimension in dimensions}, stages)
    return Places(
        document=entry,
        subject=heading["subject"],
        ways=_ways(entry),
        scales=scales,
        dimensions=tuple(dimensions),
        questions=tuple(read_questions(entry, "items", known)),
        facts=tuple(read_questions(entry, "facts", known)),
        rankings=tuple(read_rankings(entry, known)),
        known_sources=frozenset(source.key for source in library.sources()) | frozenset(heading["references"]),
    )


def _scheme(
    places: Places,
    patterns: Patterns,
    layers: tuple[str, ...],
    stages: Stages,
    selection: Selection | None,
    strength: Strength | None,
) -> Scheme:
    """What scoring needs of it."""
    return Scheme(
        items=tuple(question.item for _at, question in (*places.questions, *places.facts)),
        dimensions=tuple(dimension.dimension for _at, dimension in places.dimensions),
        rankings=tuple(ranking.ranking for _at, ranking in places.rankings),
        patterns=tuple(pattern for pattern, _said in patterns.values()),
        layers=layers,
        stages=tuple(stage for stage, _title in stages.values()),
        selection=selection,
        strength=strength,
    )


def _ways(entry: Entry) -> tuple[Way, ...]:
    return tuple(map(Way, entry.choices("ways", Way, required=True)))


def _layers(document: Entry) -> dict[str, Text]:
    found = {}
    for entry in document.entries("layers"):
        found[named(entry)] = entry.text("title")
        entry.nothing_else()
    return found


def _stages(document: Entry) -> Stages:
    found = {}
    for entry in document.entries("stages"):
        months = entry.entry("months", required=True)
        start = months.whole("from") if months else 0
        end = months.whole("to", least=start + 1) if months and months.has("to") else None
        name = named(entry)
        found[name] = Stage(name, start, end), entry.text("title")
        entry.nothing_else()
    return found


def _selection(document: Entry, dimensions: tuple[str, ...]) -> tuple[Selection | None, Text | None]:
    entry = document.entry("selection")
    if entry is None:
        return None, None
    needed = entry.choice("at_least_one_of", dimensions, "")
    least = entry.whole("minimum", least=1)
    selection, text = Selection(least, entry.whole("maximum", least=least), needed), entry.text("text")
    entry.words("source", required=True)
    entry.nothing_else()
    return selection, text


def _coverage(document: Entry) -> dict[Coverage, Interpretation]:
    found = {}
    for entry in document.entries("coverage"):
        found[entry.one_of("id", Coverage)] = reading(entry)
        entry.nothing_else()
    if found and len(found) < len(Coverage):
        document.note(_("“coverage” needs an entry for each of %(all)s.") % {"all": ", ".join(Coverage)}, "coverage")
    return found


def _shuffled(document: Entry) -> bool:
    return document.choice("order", ORDERS, ORDERS[0]) == ORDERS[1]


def _strength(document: Entry) -> Strength | None:
    entry = document.entry("strong")
    if entry is None:
        return None
    strength = Strength(entry.number("at_least"), entry.whole("among_top", least=1))
    entry.nothing_else()
    return strength
