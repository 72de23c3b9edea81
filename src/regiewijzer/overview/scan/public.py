"""What the command line says about a file: one object for programs, or a page for people."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Source, WeightLevel
from regiewijzer.library.finding_text import FindingText, texts_of
from regiewijzer.library.weighing import heaviest_first
from regiewijzer.overview.findings.wording import nothing_open
from regiewijzer.overview.scan.facts.register import Scan
from regiewijzer.register.exchange import wording
from regiewijzer.science.coverage import looked_at
from regiewijzer.science.finding import Finding
from regiewijzer.science.limits import Threshold
from regiewijzer.science.overlap import Pair

__all__ = [
    "Scan",
    "as_object",
    "as_page",
    "complaints",
]

COUNTS = {
    "organisations": "organisations",
    "networks": "networks",
    "members": "memberships",
    "instruments": "instruments",
    "challenges": "challenges",
}
MOST_ON_PAGE = 20


def as_object(scan: Scan, *, min_jaccard: float) -> dict[str, Any]:
    """Counts, findings and overlaps as plain values, unrounded. Goals that nobody worded are not compared."""
    return {
        "counts": {name: scan.counts[code] for code, name in COUNTS.items()},
        "findings": [
            _finding(finding, text) for finding, text in zip(scan.findings, texts_of(scan.findings), strict=True)
        ],
        "overlaps": [_overlap(pair) for pair in scan.overlaps(min_jaccard)],
    }


def as_page(scan: Scan, *, min_jaccard: float) -> str:
    """What was read, the findings under their weight, and the networks that share partners."""
    return "\n".join([_what_was_read(scan), *_findings(scan), *_overlaps(scan, min_jaccard)])


def complaints(scan: Scan) -> list[str]:
    """What is wrong in the file, and what was not read."""
    return [wording.sentence(mistake) for mistake in scan.mistakes] + [
        wording.remark(remark) for remark in scan.remarks
    ]


def _finding(finding: Finding, text: FindingText) -> dict[str, Any]:
    kind = catalogue.finding_type(finding.rule)
    return {
        "rule": finding.rule,
        "subjects": [
            {"kind": subject.kind.value, "ref": subject.ref, "name": subject.name} for subject in finding.subjects
        ],
        "numbers": dict(finding.numbers),
        "sentence": text.sentence.plain,
        "source": "; ".join(map(str, text.rule_text.sources)),
        "sources": [_source(catalogue.source(key)) for key in kind.sources],
        "weight": text.weight,
        "certainty": finding.certainty.value,
        "grounds": [
            {"code": ground.code, "holds": ground.holds, "numbers": dict(ground.numbers), "sentence": str(reason)}
            for ground, (_holds, reason) in zip(finding.grounds, text.reasons, strict=True)
        ],
        "limits": [_limit(threshold) for threshold in text.rule_text.thresholds],
        "measured_on": finding.measured_on and finding.measured_on.isoformat(),
        "also": [other.rule for other in finding.also],
    }


def _source(source: Source) -> dict[str, str]:
    return {"key": source.key, "reference": str(source.reference), "basis": source.basis.value}


def _limit(threshold: Threshold) -> dict[str, Any]:
    """A limit the rule draws, and whose number it is; a look at a file knows no other value than its default."""
    return {
        "name": threshold.name,
        "value": threshold.default,
        "unit": threshold.unit.value,
        "basis": threshold.basis.value,
        "sources": list(threshold.sources),
    }


def _overlap(pair: Pair) -> dict[str, Any]:
    return {
        "a": pair.first.name,
        "b": pair.second.name,
        "shared": pair.shared,
        "jaccard": pair.jaccard,
        "containment": pair.containment,
        "goal_likeness": pair.goal_likeness,
        "p_value": pair.p,
        "q_value": pair.q,
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
    counted = [part % {"count": counts[code]} for part, code in zip(parts, COUNTS, strict=True) if counts[code]]
    return gettext("Read: %(parts)s.") % {"parts": ", ".join(counted) or gettext("nothing")}


def _findings(scan: Scan) -> Iterable[str]:
    """Under each weight the findings; the rest of a long list is counted."""
    if not scan.findings:
        looked = looked_at(scan.register)
        yield "\n" + nothing_open(looked, looked.coverage)
    texts = heaviest_first(texts_of(scan.findings))
    for level in WeightLevel:
        found = [text for text in texts if text.level is level]
        if found:
            yield f"\n{catalogue.word(level, 'weight_levels').short} ({len(found)})"
            yield from (_lines(text) for text in found[:MOST_ON_PAGE])
            yield from _rest(len(found))


def _lines(text: FindingText) -> str:
    return f"  - {text.sentence}\n      {', '.join(map(str, (*text.rule_text.sources, *text.owners)))}"


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
