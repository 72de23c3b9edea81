"""What was found about this network, with everything each finding rests on?"""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext

from regiewijzer.library import catalogue, sentences
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries import answer_of
from regiewijzer.overview.reports.queries.chapters.about import nothing
from regiewijzer.overview.reports.queries.paper import Block, Chapter, Evidence, Labelled, Prose, Shape
from regiewijzer.overview.reports.wording import Parts, day, joined, month, parts_of, worded
from regiewijzer.register.decisions.models import Decision
from regiewijzer.science.finding import Certainty, Ground
from regiewijzer.science.limits import Limits


def findings(stored: Sequence[StoredFinding], answers: dict[str, Decision], limits: Limits) -> Chapter:
    """Open findings first, each with its evidence; answered ones say what was answered."""
    heading = gettext("What asks for a decision")
    if not stored:
        return nothing(heading, gettext("No finding stands. We tell you when that changes."))
    open_first = sorted(stored, key=lambda finding: (answer_of(finding, answers) is not None, -finding.weight))
    blocks: list[Block] = [_evidence(finding, answer_of(finding, answers), limits) for finding in open_first]
    return Chapter(heading, (Prose((_never_added(),)), *blocks))


def sources(stored: Sequence[StoredFinding]) -> Chapter | None:
    """The literature the findings rest on, in full; None without findings."""
    rules = dict.fromkeys(rule for finding in stored for rule in finding.rules)
    keys = dict.fromkeys(key for rule in rules for key in catalogue.finding_type(rule).sources)
    references = [str(catalogue.source(key).reference) for key in keys]
    paragraphs = tuple(worded("%(reference)s.", reference=reference) for reference in sorted(references))
    return Chapter(gettext("Sources"), (Prose(paragraphs, small=True),)) if paragraphs else None


def _never_added() -> Parts:
    return joined(
        worded(gettext("Each finding is one rule about one thing, with its numbers and its source.")),
        worded(gettext("We never add them up.")),
    )


def _evidence(stored: StoredFinding, answer: Decision | None, limits: Limits) -> Evidence:
    return Evidence(
        said=parts_of(sentences.sentence(stored)),
        about=" · ".join(_about(stored, answer)),
        reasons=(
            Labelled(gettext("Why this matters:"), parts_of(sentences.explanation(stored))),
            *(_beside(other) for other in stored.also),
            *_sure(stored),
        ),
        ways_label=gettext("What you can do:"),
        ways=tuple(
            joined(_strong(way.title.plain), parts_of(way.text), parts_of(way.caution) if way.caution else ())
            for way in sentences.options(stored)
        ),
        sources=tuple(line for rule in stored.rules for line in _where_from(rule, limits)),
    )


def _beside(other: dict[str, Any]) -> Labelled:
    """What another rule says about the same fact."""
    said = sentences.sentence_of(other["rule"], other["numbers"])
    return Labelled(gettext("Seen from another side too:"), parts_of(said))


def _where_from(rule: str, limits: Limits) -> tuple[Labelled, Labelled]:
    kind = catalogue.finding_type(rule)
    sources = [str(catalogue.source(key).short) for key in kind.sources]
    basis = str(catalogue.word(kind.basis, "bases").text)
    return (
        Labelled(gettext("Rule:"), (*parts_of(sentences.rule_text(rule, limits)), (f" ({basis})", False))),
        Labelled(gettext("Source:"), (("; ".join(sources) + ".", False),)),
    )


def _about(stored: StoredFinding, answer: Decision | None) -> tuple[str, ...]:
    kind = catalogue.finding_type(stored.rule)
    measured = gettext("measured in %(month)s") % {"month": month(stored.measured_on)} if stored.measured_on else ""
    found = (
        str(catalogue.word(kind.level, "weight_levels").short),
        str(catalogue.subject_label(stored.rule)),
        gettext("found on %(day)s") % {"day": day(stored.found_on)},
        measured,
        gettext("answered on %(day)s") % {"day": day(answer.decided_on)} if answer else gettext("not answered yet"),
    )
    return tuple(words for words in found if words)


def _sure(stored: StoredFinding) -> tuple[Labelled, ...]:
    """How sure we are, in a word, and what makes us more or less so."""
    certainty = str(catalogue.word(Certainty(stored.certainty), "certainties").text)
    reasons = [Ground(ground["code"], ground["holds"], ground["numbers"]) for ground in stored.grounds]
    supports = _reasons([reason for reason in reasons if reason.holds])
    weakens = _reasons([reason for reason in reasons if not reason.holds])
    sure = Labelled(gettext("How sure we are:"), worded("**%(certainty)s**.", certainty=certainty))
    more = (Labelled(gettext("What supports it:"), supports, Shape.OK),) if supports else ()
    less = (Labelled(gettext("What weakens it:"), weakens, Shape.TIGHT),) if weakens else ()
    return (sure, *more, *less)


def _reasons(grounds: Sequence[Ground]) -> Parts:
    """Reasons one after the other: 'the measurement is 2 months old; 12 of 14 members answered.'"""
    spoken = [part for ground in grounds for part in (("; ", False), *parts_of(sentences.ground(ground)))]
    return (*spoken[1:], (".", False)) if spoken else ()


def _strong(words: str) -> Parts:
    return ((words, True),)
