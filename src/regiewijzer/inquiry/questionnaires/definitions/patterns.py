"""Reading patterns: when something is worth saying, as data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from regiewijzer.inquiry.questionnaires.definitions.questions import named, reading
from regiewijzer.inquiry.questionnaires.definitions.values import Interpretation, WordedDimension
from regiewijzer.library.located import Entry
from regiewijzer.science.scoring.conditions import Condition, Range
from regiewijzer.science.scoring.definitions import Pattern

CIRCUMSTANCES = ("age_months",)  # what is known of a subject without asking
PER_DIMENSION = "dimension"
BOUNDS = ("at_least", "at_most", "above", "below")


@dataclass(frozen=True, slots=True)
class Names:
    """What a condition may name."""

    dimensions: Mapping[str, WordedDimension]
    layers: tuple[str, ...]

    @property
    def bands(self) -> tuple[str, ...]:
        """The bands of all dimensions, each once."""
        return tuple(dict.fromkeys(band for dimension in self.dimensions.values() for band in dimension.readings))


def read_patterns(document: Entry, names: Names) -> dict[str, tuple[Pattern, Interpretation]]:
    """The patterns by their id, with what they say."""
    found: dict[str, tuple[Pattern, Interpretation]] = {}
    for entry in document.entries("patterns"):
        pattern, said = _pattern(entry, names), reading(entry)
        entry.nothing_else()
        if pattern.id in found:
            entry.note(_("a second pattern with this id."), "id")
        found[pattern.id] = pattern, said
    return found


def _pattern(entry: Entry, names: Names) -> Pattern:
    per = entry.choice("per", [PER_DIMENSION], "")
    conditions = tuple(_condition(each, names) for each in entry.either("when"))
    if any(condition.about_layers for condition in conditions) and not per:
        entry.note(_("a condition about layers needs “per: dimension”."), "when")
    return Pattern(named(entry), conditions, each_dimension=per == PER_DIMENSION)


def _condition(entry: Entry, names: Names) -> Condition:
    if not entry.fields():
        entry.note(_("“%(field)s” is empty.") % {"field": "when"})
    condition = Condition(
        bands=dict(_bands(entry, names)),
        scores=dict(_ranges(entry, "scores", names.dimensions)),
        layers=dict(_ranges(entry, "layers", names.layers)),
        every_layer=_range(entry, "every_layer"),
        between_layers=_range(entry, "between_layers"),
        between_dimensions=_range(entry, "between_dimensions"),
        circumstances=dict(_ranges(entry, "circumstances", CIRCUMSTANCES)),
        no_dimension_in=entry.choice("no_dimension_in", names.bands, ""),
        ranking_differs=entry.truth("ranking_differs", otherwise=False),
    )
    _only(entry, CONDITIONS)
    return condition


CONDITIONS = (
    "bands",
    "scores",
    "layers",
    "every_layer",
    "between_layers",
    "between_dimensions",
    "circumstances",
    "no_dimension_in",
    "ranking_differs",
)


def _bands(condition: Entry, names: Names) -> Iterator[tuple[str, frozenset[str]]]:
    entry = condition.entry("bands")
    for name in entry.fields() if entry else ():
        assert entry is not None
        if name not in names.dimensions:
            entry.note(entry.mistakes.unknown(name, names.dimensions), name)
            continue
        yield name, frozenset({entry.choice(name, names.dimensions[name].readings)})


def _ranges(condition: Entry, field: str, known: Mapping[str, object] | tuple[str, ...]) -> Iterator[tuple[str, Range]]:
    entry = condition.entry(field)
    for name in entry.fields() if entry else ():
        assert entry is not None
        found = _range(entry, name)
        if name not in known:
            entry.note(entry.mistakes.unknown(name, known), name)
        elif found is not None:
            yield name, found


def _range(parent: Entry, field: str) -> Range | None:
    entry = parent.entry(field)
    if entry is None:
        return None
    bounds = {bound: entry.number(bound) for bound in BOUNDS if entry.has(bound)}
    if not bounds:
        parent.note(_("“%(field)s” needs a bound: %(bounds)s.") % {"field": field, "bounds": ", ".join(BOUNDS)}, field)
    _only(entry, BOUNDS)
    return Range(**bounds)


def _only(entry: Entry, known: tuple[str, ...]) -> None:
    for field in entry.fields():
        if field not in known:
            entry.note(entry.mistakes.unknown(field, known), field)
