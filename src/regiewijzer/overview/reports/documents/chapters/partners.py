"""Who sits at the table, in which role, through whom, and what does each do for the goal?"""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.dossier.queries import NetworkDossier
from regiewijzer.overview.reports.documents.chapters.about import nothing
from regiewijzer.overview.reports.documents.report_model import Block, Chapter, Prose
from regiewijzer.register.networks.models import Membership
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.wording import NOTHING, counted, joined, month, worded


def partners(dossier: NetworkDossier, left: Sequence[Membership]) -> Chapter:
    """The partners of today, and who left."""
    heading = gettext("Who sits at the table")
    if not dossier.members:
        return nothing(heading, gettext("Nobody sits in this network yet."))
    head = (gettext("Partner"), gettext("Role"), gettext("Person at the table"), gettext("What it does for the goal"))
    rows = tuple(_row(membership) for membership in dossier.members)
    blocks: list[Block] = [Prose((_lead(dossier),)), Table(heading, head, rows, widths=(1.5, 0.8, 1.1, 1.9))]
    if left:
        blocks.append(_left(left))
    return Chapter(heading, tuple(blocks))


def _lead(dossier: NetworkDossier) -> Sentence:
    """How many have an action, how many have nobody at the table, and who questions the network."""
    total, alone = len(dossier.members), len(dossier.without_person)
    missing = ngettext("**One partner** has no fixed person.", "**%(count)s partners** have no fixed person.", alone)
    voices = ", ".join(person.name for person in dossier.critical_voices)
    return joined(
        worded(
            gettext("**%(count)s of %(total)s** partners have an action for the goal."),
            count=counted(len(dossier.with_action)), total=counted(total),
        ),
        worded(missing, count=counted(alone)) if alone else NOTHING,
        worded(gettext("Critical voice: **%(names)s**."), names=voices)
        if voices
        else worded(gettext("Nobody is named to question the network.")),
    )  # fmt: skip


def _row(membership: Membership) -> tuple[str, ...]:
    role = str(catalogue.word(membership.role, "membership_roles").short)
    persons = ", ".join(delegate.person.name for delegate in membership.delegates.all())
    return (membership.organisation.name, role, persons or "–", membership.action or "–")


def _left(memberships: Sequence[Membership]) -> Table:
    rows = tuple(
        (membership.organisation.name, month(membership.ended)) for membership in memberships if membership.ended
    )
    return Table(gettext("Who left"), (gettext("Partner"), gettext("Until")), rows, widths=(2, 1))
