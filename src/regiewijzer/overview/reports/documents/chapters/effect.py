"""Did the network yield, on which of the three levels, what do people say, and what was concluded?"""

from django.utils.translation import gettext

from regiewijzer.library import catalogue
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.reports.documents.chapters.about import nothing
from regiewijzer.overview.reports.documents.pictures import described
from regiewijzer.overview.reports.documents.report_model import Block, Chapter, Prose
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.public import NetworkEffect, ShownEvaluation
from regiewijzer.ui.pictures.fit import Fit
from regiewijzer.ui.pictures.table import State, Table
from regiewijzer.ui.wording import NOTHING, day, joined, worded


def effect(known: NetworkEffect, accent: str) -> Chapter:
    """The newest evaluation with its criteria, what users and members say, and every conclusion."""
    heading = gettext("Is there a result?")
    blocks = (
        *_evaluation(heading, known.latest),
        *_criteria(known),
        *(described(picture, accent) for picture in (known.users, known.members) if picture is not None),
        *_conclusions(known),
    )
    if not blocks:
        return nothing(heading, gettext("Nobody looked yet. On average a network needs two years before it yields."))
    return Chapter(heading, blocks)


def _evaluation(heading: str, latest: ShownEvaluation | None) -> tuple[Block, ...]:
    if latest is None:
        return ()
    seen, total = sum(there for _, there in latest.levels), len(latest.levels)
    lead = joined(
        worded(
            gettext("On %(day)s there was a result on **%(seen)s of %(total)s** levels."),
            day=day(latest.evaluation.evaluated_on), seen=seen, total=total,
        ),
        worded("%(evidence)s", evidence=latest.evaluation.evidence) if latest.evaluation.evidence else NOTHING,
    )  # fmt: skip
    rows = tuple((_name(level), _state(there)) for level, there in latest.levels)
    return (
        Prose((lead,)),
        Table(heading, (gettext("A result for"), gettext("What was seen")), rows, widths=(1, 2)),
    )


def _criteria(known: NetworkEffect) -> tuple[Block, ...]:
    """The criteria that hold, what was last seen of each, and what shows it."""
    if known.choice is None:
        return ()
    rows = tuple(
        (
            _name(level.level),
            str(catalogue.word(criterion.question.id, "effect_criteria").short),
            _label(str(criterion.latest.label)) if criterion.latest and criterion.latest.label else "–",
            criterion.latest.evidence if criterion.latest else "",
        )
        for level in known.levels
        for criterion in level.criteria
    )
    caption = gettext("Criteria, chosen on %(day)s before scoring") % {"day": day(known.choice.chosen_on)}
    head = (gettext("Level"), gettext("Criterion"), gettext("What was seen"), gettext("What shows this"))
    return (Table(caption, head, rows, widths=(1, 1.4, 1, 2)),) if rows else ()


def _conclusions(known: NetworkEffect) -> tuple[Block, ...]:
    if not known.conclusions:
        return ()
    said: tuple[Sentence, ...] = tuple(
        worded(
            gettext("%(day)s: **%(verdict)s**. Learned: %(learned)s"),
            day=day(each.concluded_on), verdict=each.get_verdict_display(), learned=each.learned,
        )
        for each in known.conclusions
    )  # fmt: skip
    return (Prose(said),)


def _label(words: str) -> str:
    return words[:1].lower() + words[1:]


def _state(there: bool) -> State:
    return State(Fit.OK, gettext("a result")) if there else State(Fit.UNKNOWN, gettext("not yet"))


def _name(level: Level) -> str:
    return str(catalogue.word(level, "effect_levels").short)
