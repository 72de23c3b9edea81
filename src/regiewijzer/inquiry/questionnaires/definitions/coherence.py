"""Does a questionnaire hold together? Ids once, sources known, bands that join and span the scale, enough questions."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from regiewijzer.inquiry.questionnaires.definitions.values import Question, WordedDimension, WordedRanking, WordedScale
from regiewijzer.inquiry.questionnaires.models import Subject, Way
from regiewijzer.library.located import Entry
from regiewijzer.science.scoring.definitions import Dimension, Item, ScaleKind, Score

WITH_BANDS = (Score.MEAN, Score.SINGLE)
EXACTLY = {Score.SINGLE: 1, Score.COMPARE: 2}  # how many scored questions


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of a questionnaire, each with where it stands in the file."""

    document: Entry
    subject: Subject
    ways: tuple[Way, ...]
    scales: Mapping[str, WordedScale]
    dimensions: tuple[tuple[Entry, WordedDimension], ...]
    questions: tuple[tuple[Entry, Question], ...]
    facts: tuple[tuple[Entry, Question], ...]
    rankings: tuple[tuple[Entry, WordedRanking], ...]
    known_sources: frozenset[str]


def check(places: Places) -> None:
    """Note everything that does not fit together."""
    _ids(places)
    _scales(places)
    _ways(places)
    check_sources(places.document, places.document.words("sources"), places.known_sources, "sources")
    for entry, dimension in places.dimensions:
        check_sources(entry, dimension.sources, places.known_sources)
        items = [question.item for _at, question in places.questions if question.item.dimension == dimension.id]
        for message, field in _faults_of(dimension.dimension, items):
            entry.note(message, field)
    for entry, question in (*places.questions, *places.facts):
        check_sources(entry, question.sources, places.known_sources)
    for entry, ranking in places.rankings:
        check_sources(entry, ranking.sources, places.known_sources)
        _one_option_each(entry, ranking, [dimension.id for _at, dimension in places.dimensions])


def check_sources(entry: Entry, sources: tuple[str, ...], known: frozenset[str], field: str = "source") -> None:
    """Note each source that neither the library nor the file itself knows."""
    for key in sources:
        if key not in known:
            sentence = _("the source “%(key)s” is unknown; add it under “references”.") % {"key": key}
            entry.note(sentence + entry.mistakes.meant(key, known), field)


def _ids(places: Places) -> None:
    named = [(entry, question.id) for entry, question in (*places.questions, *places.facts)]
    for entry, ranking in places.rankings:
        named += [(entry, ranking.id), *((entry, option.id) for option in ranking.ranking.options)]
    times = Counter(name for _entry, name in named)
    for entry, name in named:
        if times[name] > 1:
            entry.note(_("the id “%(name)s” is there %(times)s times.") % {"name": name, "times": times[name]}, "id")


def _scales(places: Places) -> None:
    used = {question.scale.id for _entry, question in (*places.questions, *places.facts)}
    used |= {ranking.scale.id for _entry, ranking in places.rankings}
    for name in places.scales:
        if name not in used:
            places.document.note(_("no question uses the scale “%(name)s”.") % {"name": name}, "scales")


def _ways(places: Places) -> None:
    if places.subject is Subject.PERSON and Way.TOGETHER in places.ways:
        places.document.note(_("a questionnaire about oneself cannot be filled in together."), "ways")
    if places.subject is Subject.CHALLENGE:
        places.document.note(_("only a decision tree can be about a challenge."), "subject")


def _one_option_each(entry: Entry, ranking: WordedRanking, dimensions: list[str]) -> None:
    times = Counter(option.dimension for option in ranking.ranking.options)
    if sorted(times.elements()) != sorted(dimensions):
        entry.note(_("a ranking needs one option for each dimension."), "options")


def _faults_of(dimension: Dimension, items: list[Item]) -> Iterator[tuple[str, str]]:
    """What is wrong with a dimension and its questions: the sentence, and the field where it stands."""
    scored = [item for item in items if item.scored]
    if not items:
        yield _("no question measures this dimension."), "id"
        return
    if dimension.score is Score.NONE:
        if scored:
            yield _("it is not scored, but %(id)s is: write “scored: false” there.") % {"id": scored[0].id}, "score"
        return
    if dimension.score in EXACTLY and len(scored) != EXACTLY[dimension.score]:
        values = {"score": dimension.score, "needed": EXACTLY[dimension.score], "found": len(scored)}
        yield _("“score: %(score)s” needs %(needed)s scored questions, not %(found)s.") % values, "score"
    if dimension.min_answered > len(scored):
        values = {"needed": dimension.min_answered, "found": len(scored)}
        yield _("it needs %(needed)s answers, but has %(found)s scored questions.") % values, "min_answered"
    if scored:
        yield from _faults_of_scale(dimension, scored)


def _faults_of_scale(dimension: Dimension, scored: list[Item]) -> Iterator[tuple[str, str]]:
    scale = scored[0].scale
    if any(item.scale != scale for item in scored):
        yield _("its scored questions must have the same scale."), "id"
        return
    if dimension.score is Score.COUNT:
        if dimension.counted not in scale.values:
            yield _("“%(counted)s” is no answer of its questions.") % {"counted": dimension.counted}, "counted"
    elif scale.kind is not ScaleKind.ORDINAL:
        yield _("its scored questions need a scale of kind ordinal."), "id"
    elif dimension.bands:
        yield from _faults_of_bands(dimension, scale.lowest, scale.highest)


def _faults_of_bands(dimension: Dimension, lowest: int, highest: int) -> Iterator[tuple[str, str]]:
    bands = dimension.bands
    if dimension.score not in WITH_BANDS:
        yield _("“score: %(score)s” has no bands.") % {"score": dimension.score}, "bands"
        return
    times = Counter(band.id for band in bands)
    yield from ((_("a second band “%(name)s”.") % {"name": name}, "bands") for name in times if times[name] > 1)
    for before, after in pairwise(bands):
        if before.end != after.start:
            values = {"end": f"{before.end:g}", "start": f"{after.start:g}", "one": before.id, "other": after.id}
            yield _("“%(one)s” ends at %(end)s and “%(other)s” starts at %(start)s.") % values, "bands"
    if (bands[0].start, bands[-1].end) != (lowest, highest):
        ends = {"lowest": lowest, "highest": highest}
        yield _("the bands must run from %(lowest)s to %(highest)s.") % ends, "bands"
