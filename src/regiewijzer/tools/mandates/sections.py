"""What do the pages of mandates say? Never a report: nothing of this goes on paper."""

from django.utils.translation import gettext, ngettext

from regiewijzer.foundation.rights import Right
from regiewijzer.library.sentences import Sentence
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science.mandates import Remark, Said
from regiewijzer.tools.mandates.queries import Table
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link
from regiewijzer.ui.section import Point, Section
from regiewijzer.ui.wording import plain, worded

_SHAPES = {Remark.NO_CARD: Fit.UNKNOWN, Remark.NO_FEEDBACK: Fit.TIGHT, Remark.NO_CRITICAL_VOICE: Fit.TIGHT}


def section_of(seen: NetworkSeen) -> Section | None:
    """The way to the mandates, for who sees them, on the page alone: what they say stands nowhere else."""
    if seen.on_paper or not (seen.may(Right.SEE_MANDATES) or (seen.may_change and not seen.may(Right.EDIT_REGISTER))):
        return None
    url = seen.to("network_mandates")
    said = gettext("What each seat may promise, and whether it was kept. Few see this: the page says who.")
    return Section(
        key="mandates",
        heading=gettext("What may be promised at this table"),
        tab=Link(gettext("Mandates"), url),
        lead=(plain(said),),
        links=(Link(gettext("Look at the mandates"), url, button=True),),
    )


def said_of_table(table: Table) -> tuple[Point, ...]:
    """Every remark, about seats and about the whole table."""
    every = (*table.said, *(said for row in table.rows for said in row.said if said.remark is not Remark.NO_CARD))
    return tuple(Point(_SHAPES.get(said.remark, Fit.SHORT), in_words(said)) for said in every)


def in_words(said: Said) -> Sentence:
    """One remark as a sentence."""
    patterns = {
        Remark.NO_CARD: gettext("For **%(partner)s** nothing is agreed"),
        Remark.NO_FEEDBACK: ngettext(
            "**%(partner)s** did not report back after **%(count)s meeting**",
            "**%(partner)s** did not report back for **%(count)s meetings**",
            said.count,
        ),
        Remark.OVERRULED: gettext("**%(partner)s** was overruled **%(count)s times** in a year"),
        Remark.MANY_DELEGATES: gettext("**%(partner)s** sent **%(count)s persons** in a year"),
        Remark.NOBODY_DECIDES: gettext("**Nobody** at this table may decide"),
        Remark.NO_CRITICAL_VOICE: gettext("With **nobody** it was agreed to question the network"),
    }
    return worded(patterns[said.remark], partner=said.partner, count=said.count)
