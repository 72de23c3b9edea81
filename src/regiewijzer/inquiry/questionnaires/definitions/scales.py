"""Reading scales, and the answers they offer."""

from django.utils.translation import gettext as _

from regiewijzer.inquiry.questionnaires.definitions.values import WordedScale
from regiewijzer.library.located import Entry
from regiewijzer.library.texts import Text
from regiewijzer.science.scoring.definitions import Scale, ScaleKind, Value

COUNTING = (ScaleKind.ORDINAL, ScaleKind.RANK)
OFFERED = (*COUNTING, ScaleKind.NOMINAL)
FEWEST = 2
LONGEST_TEXT = 2000


def read_scales(document: Entry) -> dict[str, WordedScale]:
    """The scales of a file, by their name; one that cannot be used is noted and left out."""
    scales = document.entry("scales", required=True)
    if scales is None:
        return {}
    read = ((name, _scale(name, scales.entry(name))) for name in scales.fields())
    return {name: scale for name, scale in read if scale is not None}


def _scale(name: str, entry: Entry | None) -> WordedScale | None:
    if entry is None:
        return None
    kind = entry.one_of("kind", ScaleKind)
    labels = _labels(entry, kind) if kind in OFFERED else {}
    no_answer = None if kind is ScaleKind.RANK else entry.text("no_answer")
    minimum = entry.number("minimum") if kind is ScaleKind.NUMBER and entry.has("minimum") else None
    maximum = entry.number("maximum") if kind is ScaleKind.NUMBER and entry.has("maximum") else None
    longest = entry.whole("longest", LONGEST_TEXT, least=1) if kind is ScaleKind.TEXT else None
    entry.nothing_else()
    if kind in OFFERED and len(labels) < FEWEST:
        entry.note(_("a scale needs at least two answers."), "values")
        return None
    return WordedScale(name, Scale(kind, tuple(labels), minimum, maximum, longest), labels, no_answer)


def _labels(scale: Entry, kind: ScaleKind) -> dict[Value, Text]:
    found: dict[Value, Text] = {}
    for entry in scale.entries("values", required=True):
        value: Value = entry.whole("value") if kind in COUNTING else entry.word("value")
        text = Text(entry.word("nl"), entry.word("en"))
        entry.nothing_else()
        if value in found:
            entry.note(_("the answer “%(value)s” is there twice.") % {"value": value})
        found[value] = text
    return found
