"""What the command line says about a file: one object for programs, or a page for people."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext, ngettext, override

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Basis, WeightLevel
from regiewijzer.library.sentences import sentence
from regiewijzer.overview.scan.queries import Scan, facts_of, scan_of, scan_path
from regiewijzer.overview.scan.wording import DECIMALS
from regiewijzer.register.exchange import wording
from regiewijzer.science.finding import Finding
from regiewijzer.science.overlap import Pair

__all__ = [
    "Scan",
    "as_object",
    "as_page",
    "complaints",
    "facts_of",
    "scan_of",
    "scan_path",
]

COUNTS = {
    "organisations": "organisations",
    "networks": "networks",
    "members": "memberships",
    "instruments": "instruments",
    "challenges": "challenges",
}
MOST_ON_PAGE = 20
MOST_SOURCES = 2


def as_object(scan: Scan, *, min_jaccard: float, language: str) -> dict[str, Any]:
    """Counts, findings and overlaps as plain values. Goals that nobody worded have no cosine."""
    return {
        "counts": {name: scan.counts[code] for code, name in COUNTS.items()},
        "findings": [_finding(finding, language) for finding in scan.findings],
        "overlaps": [_overlap(pair) for pair in scan.overlaps(min_jaccard)],
    }


def as_page(scan: Scan, *, min_jaccard: float, language: str) -> str:
    """What was read, the findings under their weight, and the networks that share partners."""
    with override(language):
        return "\n".join([_what_was_read(scan), *_findings(scan, language), *_overlaps(scan, min_jaccard)])


def complaints(scan: Scan, language: str) -> list[str]:
    """What is wrong in the file, and what was not read."""
    with override(language):
        return [wording.sentence(mistake) for mistake in scan.mistakes] + [
            wording.remark(told) for told in scan.remarks
        ]


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    kind = catalogue.finding_type(finding.rule)
    return {
        "rule": finding.rule,
        "subjects": [
            {"kind": subject.kind.value, "ref": subject.ref, "name": subject.name} for subject in finding.subjects
        ],
        "numbers": dict(finding.numbers),
        "sentence": sentence(finding, language).plain,
        "source": "; ".join(_sources(finding, language)),
        "weight": kind.weight,
    }


def _sources(finding: Finding, language: str) -> list[str]:
    """The literature first; our own proposal only when there is nothing else."""
    found = [catalogue.source(key) for key in catalogue.finding_type(finding.rule).sources]
    outside = [source for source in found if source.basis is not Basis.OURS] or found
    outside.sort(key=lambda source: source.basis is not Basis.LITERATURE)
    return [source.short.in_language(language) for source in outside[:MOST_SOURCES]]


def _overlap(pair: Pair) -> dict[str, Any]:
    cosine = pair.goal_cosine
    return {
        "a": pair.first.name,
        "b": pair.second.name,
        "shared": pair.shared,
        "jaccard": round(pair.jaccard, DECIMALS),
        "containment": round(pair.containment, DECIMALS),
        "goal_cosine": None if cosine is None else round(cosine, DECIMALS),
        "p_value": float(f"{pair.p:.{DECIMALS}g}"),
    }


def _what_was_read(scan: Scan) -> str:
    counts = scan.counts
    parts = [
        ngettext("%(count)s partner", "%(count)s partners", counts["organisations"]),
        ngettext("%(count)s network", "%(count)s networks", counts["networks"]),
        ngettext("%(count)s membership", "%(count)s memberships", counts["members"]),
        ngettext("%(count)s instrument", "%(count)s instruments", counts["instruments"]),
        ngettext("%(count)s challenge", "%(count)s challenges", counts["challenges"]),
    ]
    told = [part % {"count": counts[code]} for part, code in zip(parts, COUNTS, strict=True) if counts[code]]
    return gettext("Read: %(parts)s.") % {"parts": ", ".join(told) or gettext("nothing")}


def _findings(scan: Scan, language: str) -> Iterable[str]:
    """Under each weight the findings; the rest of a long list is counted."""
    if not scan.findings:
        yield "\n" + gettext("No findings.")
    for level in WeightLevel:
        found = [finding for finding in scan.findings if catalogue.finding_type(finding.rule).level is level]
        if found:
            yield f"\n{catalogue.word(level, 'weight_levels').short.in_language(language)} ({len(found)})"
            yield from (_told(finding, language) for finding in found[:MOST_ON_PAGE])
            yield from _rest(len(found))


def _told(finding: Finding, language: str) -> str:
    return f"  - {sentence(finding, language).plain}\n      {', '.join(_sources(finding, language))}"


def _overlaps(scan: Scan, min_jaccard: float) -> Iterable[str]:
    found = scan.overlaps(min_jaccard)
    if not found:
        return
    heading = gettext("Networks that share partners")
    yield f"\n{heading} ({len(found)})"
    for pair in found[:MOST_ON_PAGE]:
        numbers = {"a": pair.first.name, "b": pair.second.name, "shared": pair.shared, "total": pair.smallest}
        yield "  - " + gettext("%(a)s and %(b)s share %(shared)s of %(total)s partners.") % numbers
    yield from _rest(len(found))


def _rest(total: int) -> Iterable[str]:
    if total > MOST_ON_PAGE:
        yield "    " + gettext("… and %(count)s more; --json gives all.") % {"count": total - MOST_ON_PAGE}
