"""Why is there a network at all, and is it rightly called steering?"""

from collections.abc import Sequence

from django.utils.translation import gettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.reports.documents.chapters.about import nothing
from regiewijzer.overview.reports.documents.report_model import Block, Chapter, Prose
from regiewijzer.tools.choice.public import ShownChoice
from regiewijzer.tools.readiness.public import Placement
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.wording import clipped, day, worded

LONGEST_REASON = 300


def choice(choices: Sequence[ShownChoice], placement: Placement | None) -> Chapter:
    """The choices the network came from or is reconsidered in, newest first."""
    heading = gettext("Why a network")
    signed = [each for each in choices if each.title is not None]
    placed = _placed(placement)
    if not signed:
        chapter = nothing(heading, gettext("It was never recorded why a network was the answer."))
        return Chapter(heading, (*chapter.blocks, *(Prose((said,)) for said in placed)))
    head = (gettext("Choice"), gettext("For the challenge"), gettext("Signed by"), gettext("Signed on"))
    rows = tuple(_row(each) for each in signed)
    reasons = tuple(worded("%(reason)s", reason=clipped(each.reason, LONGEST_REASON)) for each in signed if each.reason)
    blocks: list[Block] = [Table(heading, head, rows, widths=(1.5, 1.7, 1.2, 1.0))]
    if reasons or placed:
        blocks.append(Prose((*reasons, *placed)))
    return Chapter(heading, tuple(blocks))


def _row(shown: ShownChoice) -> tuple[str, ...]:
    made = shown.choice
    assert shown.title is not None
    assert made.signed_on is not None
    signer = made.signed_by.user.name if made.signed_by else "–"
    return (str(shown.title), made.challenge.name, signer, day(made.signed_on))


def _placed(placement: Placement | None) -> tuple[Sentence, ...]:
    if placement is None:
        return ()
    pattern = gettext("We place this network under **%(place)s**: %(reason)s")
    return (worded(pattern, place=str(placement.get_place_display()).lower(), reason=placement.reason),)
