"""The report for the board about files, without a database: what the command line makes of a workbook."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.library.finding_text import FindingText, texts_of
from regiewijzer.library.sentences import Sentence
from regiewijzer.library.weighing import each_rule_in_turn
from regiewijzer.overview.facts.queries import pairs_of
from regiewijzer.overview.reports.documents.board_questions import by_label, matters_of
from regiewijzer.overview.reports.documents.board_report import BoardInput, asking_now, on_two_pages
from regiewijzer.overview.reports.documents.letterhead import Sender, board_head, look_head
from regiewijzer.overview.reports.documents.report_model import Line, Lines
from regiewijzer.overview.reports.wording import networks, partners, some_of
from regiewijzer.science.coverage import Looked, looked_at
from regiewijzer.science.facts import Register
from regiewijzer.science.finding import Finding
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.overlap import memberships
from regiewijzer.ui.wording import NOTHING, clipped, counted, in_words, joined, worded

LONGEST_NAME = 90


def board_report(register: Register, findings: Sequence[Finding], *, title: str, limits: Limits = DEFAULTS) -> bytes:
    """Two pages as an accessible PDF in the active language, dated on `register.today`.

    Networks with their partners are enough; what is not known (instruments, starts, decisions) is left out. The same
    register gives the same bytes.
    """
    texts = each_rule_in_turn(texts_of(findings, limits))
    name, board = register.authority_name, bool(register.authority_name)
    head = board_head(Sender(name), title, register.today) if board else look_head(title, register.today)
    matter = BoardInput(
        head=head,
        lead=joined(_what_was_read(register), _what_asks(texts, looked_at(register), board=board)),
        register=register,
        findings=texts,
        pairs=pairs_of(register, least=limits.overlap_shared),
        limits=limits,
        beside=lambda most: _in_many_networks(register, limits, most),
        board=board,
    )
    return on_two_pages(matter).pdf.content


def _what_was_read(register: Register) -> Sentence:
    return worded(
        gettext("This report looks at **%(networks)s** with **%(partners)s**."),
        networks=networks(len(register.networks)),
        partners=partners(len(memberships(register.networks))),
    )


def _what_asks(findings: Sequence[FindingText], looked: Looked, *, board: bool) -> Sentence:
    """How many matters come first, for the board when there is one, and how many others are worth a look."""
    matters = matters_of(findings)
    others = [finding for each in matters.later for finding in each.findings]
    pattern = ngettext(
        "**One finding** is worth a look: %(subjects)s.",
        "**%(count)s findings** are worth a look: %(subjects)s.",
        len(others),
    )
    return joined(
        _coming_first(len(matters.now), looked, board=board) if matters.now or not others else NOTHING,
        worded(pattern, count=counted(len(others)), subjects=by_label(others)) if others else NOTHING,
    )


def _coming_first(count: int, looked: Looked, *, board: bool) -> Sentence:
    if board or not count:
        return asking_now(count, looked)
    pattern = ngettext("**%(count)s matter comes first.**", "**%(count)s matters come first.**", count)
    return worded(pattern, count=in_words(count))


def _in_many_networks(register: Register, limits: Limits, most: int) -> Lines:
    """The partners that sit in more networks than the limit, by name: no order of who has the most."""
    names = {organisation.ref: organisation.name for organisation in register.organisations}
    sits_in = {ref: found for ref, found in memberships(register.running).items() if len(found) > limits.member_load}
    by_name = sorted(sits_in, key=lambda ref: names.get(ref, str(ref)))
    rows = tuple(
        Line(
            clipped(names.get(ref, str(ref)), LONGEST_NAME), worded("**%(count)s**", count=networks(len(sits_in[ref])))
        )
        for ref in by_name[:most]
    )
    return Lines(
        heading=ngettext(
            "Partners in more than %(limit)s network", "Partners in more than %(limit)s networks", limits.member_load
        )
        % {"limit": limits.member_load},
        head=(gettext("Partner"), gettext("Sits in")),
        rows=rows,
        empty=gettext("In the lists that were read no partner sits in so many.")
        if any(network.members for network in register.running)
        else gettext("No list of members was read."),
        note=some_of(len(rows), len(sits_in), gettext("by name")),
    )
