"""What is the goal worth: how it was worded, what its members think of it, how broad it is, and in which parts?"""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue, figures
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.reports.documents.chapters.about import nothing
from regiewijzer.overview.reports.documents.report_model import Block, Chapter, Prose
from regiewijzer.tools.goals.public import GoalPage, ShownMeasurement, ShownScore, ShownSplit, ShownVersion
from regiewijzer.ui.pictures.fit import Fit
from regiewijzer.ui.pictures.table import State, Table
from regiewijzer.ui.wording import NOTHING, counted, day, joined, worded


def goal(page: GoalPage) -> Chapter:
    """The goal of today with what is known of it, and every former wording."""
    heading = gettext("The goal")
    if page.current is None:
        return nothing(heading, gettext("No goal is worded yet."))
    blocks: list[Block] = [Prose((joined(_breadth(page), _judged(page)),))]
    if page.current.measured:
        blocks.append(_scores(page.current.measured))
    if split := _split(page):
        blocks.append(_parts(split))
    if len(page.versions) > 1:
        blocks.append(_former(page.versions[1:]))
    return Chapter(heading, tuple(blocks))


def _breadth(page: GoalPage) -> Sentence:
    scope = page.breadth.scope
    groups = ngettext("%(count)s target group", "%(count)s target groups", scope.groups)
    domains = ngettext("%(count)s policy domain", "%(count)s policy domains", scope.domains)
    verdict = gettext("That is narrow enough.") if page.breadth.holds else gettext("**That is too broad.**")
    return joined(
        worded(
            gettext("It names %(groups)s and %(domains)s."),
            groups=groups % {"count": counted(scope.groups)}, domains=domains % {"count": counted(scope.domains)},
        ),
        worded(
            gettext("**%(count)s of %(total)s** partners have an action for the goal."),
            count=counted(scope.active), total=counted(scope.partners),
        )
        if scope.recorded
        else NOTHING,
        worded(verdict),
        worded(gettext("The goal was split; each part is looked at apart.")) if _split(page) else NOTHING,
    )  # fmt: skip


def _split(page: GoalPage) -> ShownSplit | None:
    return page.current.split if page.current else None


def _judged(page: GoalPage) -> Sentence:
    if page.current is not None and page.current.measured is not None:
        return NOTHING
    return worded(gettext("The members have not judged this wording."))


def _scores(measured: ShownMeasurement) -> Table:
    head = (gettext("The members"), gettext("From 1 to 5"), gettext("Like-minded"), gettext("How it stands"))
    rows = tuple(_score(score) for score in measured.scores)
    caption = gettext("What the members think of the goal, %(day)s") % {"day": day(measured.measured_on)}
    return Table(caption, head, rows, numeric=(1, 2), widths=(1.6, 0.8, 0.8, 1.2))


def _score(score: ShownScore) -> tuple[str | State, ...]:
    name = str(catalogue.word(score.dimension, "goal_dimensions").short)
    value, agreed = ("–" if each is None else figures.number(float(each)) for each in (score.score, score.consensus))
    return (name, value, agreed, _state(score))


def _state(score: ShownScore) -> State:
    if score.score is None:
        return State(Fit.UNKNOWN, gettext("not asked"))
    if score.low:
        return State(Fit.SHORT, gettext("too low"))
    return State(Fit.TIGHT, gettext("divided")) if score.divided else State(Fit.OK, gettext("good enough"))


def _parts(split: ShownSplit) -> Table:
    head = (gettext("Part"), gettext("For whom"), gettext("Partners"))
    rows = tuple(
        (part.sub_goal.text, ", ".join(part.sub_goal.target_groups) or "–", ", ".join(part.partners) or "–")
        for part in split.parts
    )
    return Table(gettext("The parts of the goal"), head, rows, widths=(2, 1, 1.8))


def _former(versions: Sequence[ShownVersion]) -> Table:
    rows = tuple((day(shown.version.valid_from), shown.version.text, _briefly(shown)) for shown in versions)
    head = (gettext("From"), gettext("Goal"), gettext("The members, from 1 to 5"))
    return Table(gettext("How the goal was worded before"), head, rows, widths=(1, 2.4, 1.6))


def _briefly(shown: ShownVersion) -> str:
    """The scores of a former wording on a line."""
    known = [score for score in shown.measured.scores if score.score is not None] if shown.measured else []
    words = [
        f"{str(catalogue.word(score.dimension, 'goal_dimensions').short).lower()} "
        f"{figures.number(float(score.score or 0))}"
        for score in known
    ]
    return ", ".join(words) or "–"
