"""What was found about this network, with everything each finding rests on?"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from regiewijzer.library import catalogue
from regiewijzer.library.finding_text import FindingText, Reason, RuleText
from regiewijzer.library.sentences import Part, Sentence
from regiewijzer.library.weighing import heaviest_first
from regiewijzer.overview.findings.queries import FindingRow
from regiewijzer.overview.findings.wording import nothing_open_of_network
from regiewijzer.overview.reports.documents.report_model import Block, Chapter, Evidence, Prose
from regiewijzer.register.decisions.models import Decision
from regiewijzer.science.coverage import Looked
from regiewijzer.science.limits import Limits
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.section import Labelled
from regiewijzer.ui.wording import NOTHING, day, joined, name_of, plain, worded


def findings(found: Sequence[FindingRow], looked: Looked, limits: Limits) -> Chapter:
    """Open findings first, each with its evidence; answered ones say what was answered."""
    heading = gettext("What asks for a decision")
    if not found:
        return Chapter(heading, (Prose((plain(nothing_open_of_network(looked)),)),))
    open_first = sorted(heaviest_first(found), key=lambda each: each.answer is not None)
    blocks: list[Block] = [
        _evidence(each.stored.text(limits), each.stored.found_on, each.answer) for each in open_first
    ]
    return Chapter(heading, (Prose((_never_added(),)), *blocks))


def sources(found: Sequence[FindingRow]) -> Chapter | None:
    """The literature the findings rest on, in full; None without findings."""
    rules = dict.fromkeys(rule for each in found for rule in each.stored.rules)
    keys = dict.fromkeys(key for rule in rules for key in catalogue.finding_type(rule).sources)
    references = [str(catalogue.source(key).reference) for key in keys]
    paragraphs = tuple(worded("%(reference)s.", reference=reference) for reference in sorted(references))
    return Chapter(gettext("Sources"), (Prose(paragraphs, small=True),)) if paragraphs else None


def _never_added() -> Sentence:
    return joined(
        worded(gettext("Each finding is one rule about one thing, with its numbers and its source.")),
        worded(gettext("We never add them up.")),
    )


def _evidence(text: FindingText, found_on: date, answer: Decision | None) -> Evidence:
    return Evidence(
        said=text.sentence,
        about=" · ".join(_about(text, found_on, answer)),
        reasons=(
            Labelled(gettext("Why this matters:"), text.explanation),
            *(Labelled(gettext("Seen from another side too:"), other.sentence) for other in text.others),
            *_sure(text),
        ),
        ways_label=gettext("What you can do:"),
        ways=tuple(joined(_strong(way.title.plain), way.text, way.caution or NOTHING) for way in text.ways),
        sources=(
            *(line for rule in _rules(text) for line in _where_from(rule)),
            *(
                Labelled(gettext("Limit:"), Sentence((*each.parts, Part(".", False))))
                for said in (text, *text.others)
                for each in said.whose_limits
            ),
        ),
    )


def _rules(text: FindingText) -> tuple[RuleText, ...]:
    """The rules that say it, each once."""
    return tuple(dict.fromkeys(each.rule_text for each in (text, *text.others)))


def _where_from(rule: RuleText) -> tuple[Labelled, Labelled]:
    sources = "; ".join(str(catalogue.source(key).short) for key in catalogue.finding_type(rule.code).sources)
    return (
        Labelled(gettext("Rule:"), joined(rule.sentence, plain(f"({rule.basis})"))),
        Labelled(gettext("Source:"), plain(f"{sources}.")),
    )


def _about(text: FindingText, found_on: date, answer: Decision | None) -> tuple[str, ...]:
    found = (
        name_of(text.level, "weight_levels"),
        str(text.label),
        *map(str, text.owners),
        gettext("found on %(day)s") % {"day": day(found_on)},
        text.dated,
        gettext("answered on %(day)s") % {"day": day(answer.decided_on)} if answer else gettext("not answered yet"),
    )
    return tuple(words for words in found if words)


def _sure(text: FindingText) -> tuple[Labelled, ...]:
    """How sure we are, in a word, and what makes us more or less so."""
    supports = _reasons([reason for reason in text.reasons if reason.holds])
    weakens = _reasons([reason for reason in text.reasons if not reason.holds])
    sure = Labelled(gettext("How sure we are:"), worded("**%(certainty)s**.", certainty=text.sure))
    more = (Labelled(gettext("What supports it:"), supports, Fit.OK),) if supports else ()
    less = (Labelled(gettext("What weakens it:"), weakens, Fit.TIGHT),) if weakens else ()
    return (sure, *more, *less)


def _reasons(reasons: Sequence[Reason]) -> Sentence:
    """Reasons one after the other: 'the measurement is 2 months old; 12 of 14 members answered.'"""
    spoken = [part for reason in reasons for part in (Part("; ", False), *reason.sentence.parts)]
    return Sentence((*spoken[1:], Part(".", False))) if spoken else NOTHING


def _strong(words: str) -> Sentence:
    return Sentence((Part(words, True),))
