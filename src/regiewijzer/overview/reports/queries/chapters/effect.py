"""Did the network yield, and on which of the three levels?"""

from django.utils.translation import gettext

from regiewijzer.library import catalogue
from regiewijzer.overview.reports.queries.chapters.about import nothing
from regiewijzer.overview.reports.queries.paper import Block, Chapter, Prose, Shape, State, Table
from regiewijzer.overview.reports.wording import day, joined, language, worded
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.public import LatestEffect


def effect(latest: LatestEffect | None) -> Chapter:
    """The newest evaluation."""
    heading = gettext("Is there a result?")
    if latest is None:
        return nothing(heading, gettext("Nobody looked yet. On average a network needs two years before it yields."))
    seen, total = sum(there for _, there in latest.levels), len(latest.levels)
    lead = joined(
        worded(
            gettext("On %(day)s there was a result on **%(seen)s of %(total)s** levels."),
            day=day(latest.evaluation.evaluated_on), seen=seen, total=total,
        ),
        worded("%(evidence)s", evidence=latest.evaluation.evidence) if latest.evaluation.evidence else (),
    )  # fmt: skip
    rows = tuple((_name(level), _state(there)) for level, there in latest.levels)
    table = Table(heading, (gettext("A result for"), gettext("What was seen")), rows, columns=(1, 2))
    blocks: tuple[Block, ...] = (Prose((lead,)), table)
    return Chapter(heading, blocks)


def _state(there: bool) -> State:
    return State(Shape.OK, gettext("a result")) if there else State(Shape.OPEN, gettext("not yet"))


def _name(level: Level) -> str:
    return catalogue.word(level, "effect_levels").short.in_language(language())
