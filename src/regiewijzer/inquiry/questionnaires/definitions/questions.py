"""Reading dimensions, questions, facts and rankings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from regiewijzer.inquiry.questionnaires.definitions.values import (
    Interpretation,
    Question,
    WordedDimension,
    WordedRanking,
    WordedScale,
)
from regiewijzer.library.located import Entry
from regiewijzer.science.facts import Form
from regiewijzer.science.scoring.definitions import (
    NO_LEAST,
    Band,
    Dimension,
    Direction,
    Edge,
    Item,
    Option,
    Ranking,
    ScaleKind,
    Score,
)
from regiewijzer.science.scoring.selection import Called, Fit

NAME = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)*")


@dataclass(frozen=True, slots=True)
class Known:
    """What a question may name."""

    scales: Mapping[str, WordedScale]
    dimensions: Mapping[str, Entry]
    stages: tuple[str, ...]


def named(entry: Entry) -> str:
    """The id of an entry: small letters, digits and _, in parts with a point between."""
    name = entry.word("id")
    if name and not NAME.fullmatch(name):
        entry.note(_("“%(name)s” cannot be an id: use small letters, digits, _ and points.") % {"name": name}, "id")
    return name


def reading(entry: Entry) -> Interpretation:
    """What a band, a split or a pattern says."""
    return Interpretation(entry.text("reading"), entry.maybe_text("next"), entry.maybe_text("name"))


def read_dimensions(document: Entry) -> list[tuple[Entry, WordedDimension]]:
    """The dimensions, each with where it stands."""
    found: list[tuple[Entry, WordedDimension]] = []
    for entry in document.entries("dimensions", required=True):
        dimension = _dimension(entry)
        if any(dimension.id == other.id for _at, other in found):
            entry.note(_("a second dimension with this id."), "id")
        found.append((entry, dimension))
    return found


def _dimension(entry: Entry) -> WordedDimension:
    score = entry.one_of("score", Score)
    bands = tuple(_bands(entry))
    split = entry.entry("split")
    read = WordedDimension(
        Dimension(
            id=named(entry),
            score=score,
            min_answered=entry.whole("min_answered", 1, least=1),
            direction=entry.one_of("direction", Direction),
            bands=tuple(band for band, _reading in bands),
            edge=entry.one_of("edge", Edge, Edge.LOWER),
            counted=entry.word("counted") if score is Score.COUNT else None,
        ),
        title=entry.text("title"),
        text=entry.text("text"),
        sources=entry.words("source", required=True),
        readings={band.id: said for band, said in bands},
        split=reading(split) if split else None,
    )
    if split:
        split.nothing_else()
    entry.nothing_else()
    return read


def _bands(dimension: Entry) -> Iterator[tuple[Band, Interpretation]]:
    for entry in dimension.entries("bands"):
        least = entry.number("no_item_below", NO_LEAST)
        band = Band(named(entry), entry.number("from"), entry.number("to"), least)
        if band.end < band.start:
            entry.note(_("the band ends before it starts."), "to")
        said = reading(entry)
        entry.nothing_else()
        yield band, said


def read_questions(document: Entry, field: str, known: Known) -> list[tuple[Entry, Question]]:
    """The questions in the list under this field, each with where it stands; one without a usable scale is left out."""
    facts = field == "facts"
    found = []
    for entry in document.entries(field, required=not facts):
        question = _question(entry, known, facts=facts)
        if question is not None:
            found.append((entry, question))
    return found


def _question(entry: Entry, known: Known, *, facts: bool) -> Question | None:
    name, scale = named(entry), known.scales.get(entry.choice("scale", known.scales))
    dimension = "" if facts else entry.choice("dimension", known.dimensions, "")
    scored = entry.truth("scored", otherwise=True) and bool(dimension)
    texts = (entry.text("text"), entry.maybe_text("help"), entry.maybe_text("evidence"), entry.maybe_text("misfit"))
    sources, facet = entry.words("source", required=True), entry.word("facet", "")
    turned, fit = entry.truth("reversed", otherwise=False), _fit(entry, known.stages)
    entry.nothing_else()
    if scale is None:
        return None
    if turned and not scale.scale.counts:
        entry.note(_("only a question on a ladder of numbers can be reversed."), "reversed")
    text, help_, evidence, misfit = texts
    item = Item(name, scale.scale, dimension, turned, scored, fit)
    return Question(item, text, scale, sources, help_, evidence, misfit, facet)


def _fit(question: Entry, stages: tuple[str, ...]) -> Fit | None:
    entry = question.entry("fits")
    if entry is None:
        return None
    fit = Fit(
        stages=frozenset(entry.choices("stages", stages, required=True)),
        origins=frozenset(map(Called, entry.choices("origins", Called, required=True))),
        forms=frozenset(map(Form, entry.choices("forms", Form, required=True))),
    )
    entry.nothing_else()
    return fit


def read_rankings(document: Entry, known: Known) -> list[tuple[Entry, WordedRanking]]:
    """The rankings, each with where it stands."""
    found = []
    for entry in document.entries("rankings"):
        ranking = _ranking(entry, known)
        if ranking is not None:
            found.append((entry, ranking))
    return found


def _ranking(entry: Entry, known: Known) -> WordedRanking | None:
    name, scale = named(entry), known.scales.get(entry.word("scale"))
    options, texts = [], {}
    for option in entry.entries("options", required=True):
        made = Option(named(option), option.choice("dimension", known.dimensions))
        texts[made.id] = option.text("text")
        option.nothing_else()
        options.append(made)
    question, sources = entry.text("question"), entry.words("source", required=True)
    entry.nothing_else()
    if scale is None or scale.scale.kind is not ScaleKind.RANK:
        entry.note(_("a ranking needs a scale of kind rank."), "scale")
        return None
    if len(scale.scale.values) != len(options):
        values = {"places": len(scale.scale.values), "options": len(options)}
        entry.note(_("%(options)s options for %(places)s places.") % values, "options")
    return WordedRanking(Ranking(name, tuple(options)), question, texts, scale, sources)
