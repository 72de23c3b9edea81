"""The report for the board about files, without a database: what the command line makes of a workbook."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.library.finding_text import FindingText, each_rule_in_turn
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.facts.queries import pairs_of
from regiewijzer.overview.reports.documents.board_questions import pressing
from regiewijzer.overview.reports.documents.board_report import BoardInput, asking_now, on_two_pages
from regiewijzer.overview.reports.documents.letterhead import Sender, board_head
from regiewijzer.overview.reports.documents.report_model import Line, Lines
from regiewijzer.overview.reports.wording import networks, partners, some_of
from regiewijzer.science.facts import Register
from regiewijzer.science.finding import Finding
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.overlap import memberships
from regiewijzer.ui.wording import NOTHING, clipped, counted, joined, worded

LONGEST_NAME = 90


def board_report(register: Register, findings: Sequence[Finding], *, title: str, limits: Limits = DEFAULTS) -> bytes:
    """Two pages as an accessible PDF in the active language, dated on `register.today`.

    Networks with their partners are enough; what is not known (instruments, starts, decisions) is left out. The same
    register gives the same bytes.
    """
    texts = [FindingText.of(finding) for finding in each_rule_in_turn(findings)]
    sender = Sender(register.authority_name) if register.authority_name else Sender()
    matter = BoardInput(
        head=board_head(sender, title, register.today),
        lead=joined(_what_was_read(register), _what_asks(texts)),
        register=register,
        findings=texts,
        pairs=pairs_of(register, least=limits.overlap_shared),
        limits=limits,
        beside=lambda most: _in_most_networks(register, most),
    )
    return on_two_pages(matter).pdf.content


def _what_was_read(register: Register) -> Sentence:
    return worded(
        gettext("This report looks at **%(networks)s** with **%(partners)s**."),
        networks=networks(len(register.networks)),
        partners=partners(len(memberships(register.networks))),
    )


def _what_asks(findings: Sequence[FindingText]) -> Sentence:
    """Matters for the board, and how many others are worth a look."""
    now = pressing(findings)
    others = len(findings) - now
    pattern = ngettext("**One finding** is worth a look.", "**%(count)s findings** are worth a look.", others)
    return joined(
        asking_now(now) if now or not others else NOTHING, worded(pattern, count=counted(others)) if others else NOTHING
    )


def _in_most_networks(register: Register, most: int) -> Lines:
    """The partners that sit in most networks."""
    names = {organisation.ref: organisation.name for organisation in register.organisations}
    sits_in = memberships(register.running)
    busiest = sorted(sits_in, key=lambda ref: (-len(sits_in[ref]), names.get(ref, str(ref))))
    rows = tuple(
        Line(
            clipped(names.get(ref, str(ref)), LONGEST_NAME), worded("**%(count)s**", count=networks(len(sits_in[ref])))
        )
        for ref in busiest[:most]
    )
    return Lines(
        heading=gettext("Who sits in most networks"),
        head=(gettext("Partner"), gettext("Sits in")),
        rows=rows,
        empty=gettext("Nobody sits in a network yet."),
        note=some_of(len(rows), len(sits_in)),
    )
