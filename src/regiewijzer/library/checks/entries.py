"""Do entries hold together? Known sources, themes and principles, sound findings, one of each."""

from collections import Counter
from collections.abc import Iterator

from regiewijzer.library.checks.pack import Pack
from regiewijzer.library.entries import HEAVIEST, LIGHTEST, Basis
from regiewijzer.library.formatters import AS_LIMIT
from regiewijzer.library.located import Entry, Fault
from regiewijzer.library.patterns import Pattern, read_pattern
from regiewijzer.science.limits import thresholds

LISTS = (
    ("sources.yaml", "sources"),
    ("glossary.yaml", "terms"),
    ("themes.yaml", "policy"),
    ("themes.yaml", "subject"),
    ("principles.yaml", "principles"),
    ("impasses.yaml", "impasses"),
    ("practice.yaml", "cases"),
    ("practice.yaml", "references"),
    ("mandates.yaml", "mandates"),
    ("words.yaml", "groups"),
    ("grounds.yaml", "grounds"),
    ("relations.yaml", "relations"),
    ("findings", "findings"),
)
PRINCIPLES = 11
FEWEST_SUGGESTED, MOST_SUGGESTED = 3, 4
FEWEST_OPTIONS, MOST_OPTIONS = 2, 3
FIELDS_OF_FINDING = (
    "capability", "subject", "basis", "weight", "weight_reason", "source", "text", "explanation", "rule", "options",
)  # fmt: skip
_LIMITS = frozenset(threshold.name for threshold in thresholds())


def check_entries(pack: Pack) -> Iterator[Fault]:
    """Every list of entries, and the keys with which they name each other."""
    yield from _repeated(pack)
    yield from _sources(pack)
    yield from _words(pack)
    yield from _principles(pack)
    yield from _themes(pack)
    yield from _relations(pack)
    subjects = _codes(pack, "subjects")
    for finding in pack.entries("findings", "findings"):
        yield from (finding.fault(message) for message in _finding(finding, subjects))


def _repeated(pack: Pack) -> Iterator[Fault]:
    for file, key in LISTS:
        entries = pack.entries(file, key)
        counts = Counter(spot.name for spot in entries)
        yield from (spot.fault("a second entry with this name") for spot in entries if counts[spot.name] > 1)


def _sources(pack: Pack) -> Iterator[Fault]:
    known = pack.names("sources.yaml", "sources")
    for spot in pack.spots():
        named = spot.plain.get("source")
        if named is None:
            continue
        if not named:
            yield spot.fault("no source")
        yield from (spot.fault(f"unknown source {key!r}") for key in named if key not in known)


def _words(pack: Pack) -> Iterator[Fault]:
    for group in pack.entries("words.yaml", "groups"):
        counts = Counter(str(word["code"]) for word in group.plain.get("words", ()))
        yield from (group.fault(f"a second word for {code!r}") for code, count in counts.items() if count > 1)


def _principles(pack: Pack) -> Iterator[Fault]:
    principles = pack.entries("principles.yaml", "principles")
    if [spot.plain.get("number") for spot in principles] != list(range(1, PRINCIPLES + 1)):
        yield Fault("principles.yaml", 1, "", f"the principles are not numbered from 1 to {PRINCIPLES}")
    impasses = pack.entries("impasses.yaml", "impasses")
    known, suggested = {spot.name for spot in principles}, set[str]()
    for impasse in impasses:
        keys = impasse.plain.get("principles", ())
        suggested.update(keys)
        if not FEWEST_SUGGESTED <= len(keys) <= MOST_SUGGESTED:
            yield impasse.fault(f"suggests {len(keys)} principles, not {FEWEST_SUGGESTED} or {MOST_SUGGESTED}")
        yield from (impasse.fault(f"unknown principle {key!r}") for key in keys if key not in known)
    yield from (spot.fault("no impasse suggests this principle") for spot in principles if spot.name not in suggested)


def _relations(pack: Pack) -> Iterator[Fault]:
    known, seen = pack.names("findings", "findings"), set[tuple[str, str]]()
    for relation in pack.entries("relations.yaml", "relations"):
        first, others = str(relation.plain.get("first")), relation.plain.get("others", ())
        yield from (relation.fault(f"unknown finding {rule!r}") for rule in (first, *others) if rule not in known)
        for other in others:
            if (first, other) in seen or (other, first) in seen or other == first:
                yield relation.fault(f"a second relation of {first!r} and {other!r}")
            seen.add((first, other))


def _themes(pack: Pack) -> Iterator[Fault]:
    known = pack.names("themes.yaml", "policy")
    for case in pack.entries("practice.yaml", "cases"):
        yield from (case.fault(f"unknown theme {key!r}") for key in case.plain.get("themes", ()) if key not in known)


def _codes(pack: Pack, group: str) -> set[str]:
    return {
        str(word["code"])
        for spot in pack.entries("words.yaml", "groups")
        if spot.name == group
        for word in spot.plain["words"]
    }


def _finding(finding: Entry, subjects: set[str]) -> Iterator[str]:
    entry = finding.plain
    missing = [field for field in FIELDS_OF_FINDING if not entry.get(field)]
    if missing:
        yield f"no {', '.join(missing)}"
        return
    if entry["subject"] not in subjects:
        yield f"no word for the subject {entry['subject']!r}"
    if entry["basis"] not in set(Basis):
        yield f"unknown basis {entry['basis']!r}"
    if not LIGHTEST <= entry["weight"] <= HEAVIEST:
        yield f"a weight of {entry['weight']}, not {LIGHTEST} to {HEAVIEST}"
    always = [option for option in entry["options"] if "only_with" not in option]
    if not FEWEST_OPTIONS <= len(always) <= MOST_OPTIONS:
        yield f"{len(always)} options, not {FEWEST_OPTIONS} or {MOST_OPTIONS}"
    yield from _holes(finding)


def _holes(finding: Entry) -> Iterator[str]:
    """The text decides which numbers a finding brings; nothing else of it may ask for more."""
    entry = finding.plain
    brought = _names(entry["text"])
    options = [option[part] for option in entry["options"] for part in ("title", "text", "caution") if part in option]
    for each in (entry["explanation"], *options):
        yield from (f"{name!r} is no number of the sentence" for name in sorted(_names(each) - brought))
    yield from (f"{name!r} is no limit" for name in sorted(_names(entry["rule"]) - _LIMITS))
    if "text_one" in entry and (len(brought - _names(entry["text_one"])) != 1 or _names(entry["text_one"]) - brought):
        yield "text_one lacks exactly one number of the sentence: the one it says in words"
    if any(placeholder.formatter == AS_LIMIT for placeholder in _pattern(entry["text"]).placeholders):
        yield "a sentence cannot show a number as a limit"


def _names(text: dict[str, str]) -> frozenset[str]:
    return _pattern(text).names


def _pattern(text: dict[str, str]) -> Pattern:
    """The placeholders of the Dutch text; one that cannot be read is told about with the other texts."""
    try:
        return read_pattern(str(text.get("nl") or ""))
    except ValueError:
        return Pattern(())
