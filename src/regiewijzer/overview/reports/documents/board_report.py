"""The report for the board: two pages, whatever the authority has. What does not fit is left out and counted."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library.finding_text import FindingText
from regiewijzer.library.sentences import Sentence
from regiewijzer.library.weighing import each_rule_in_turn
from regiewijzer.overview.facts.queries import pairs_of, register_on
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries import answer_of
from regiewijzer.overview.findings.wording import nothing_open
from regiewijzer.overview.load.sections import in_short
from regiewijzer.overview.pictures import not_ended
from regiewijzer.overview.reports.documents.board_questions import asks_of, by_label, matters_of
from regiewijzer.overview.reports.documents.board_sections import (
    overlap_section,
    pairs_section,
    power_section,
    standing_section,
)
from regiewijzer.overview.reports.documents.layout import figure_of
from regiewijzer.overview.reports.documents.letterhead import board_head, sender_of
from regiewijzer.overview.reports.documents.pdf import GeneratedReport, Template, render_pdf
from regiewijzer.overview.reports.documents.provenance import how_we_know
from regiewijzer.overview.reports.documents.recent_decisions import decided_lately
from regiewijzer.overview.reports.documents.report_model import Board, Figure, Head, Lines, Paragraphs
from regiewijzer.overview.reports.documents.steering_section import how_we_steer, together
from regiewijzer.overview.reports.wording import board_title, challenges, instruments, networks
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.decisions.queries import standing_answers
from regiewijzer.science.coverage import Coverage, Looked, looked_at
from regiewijzer.science.facts import Register
from regiewijzer.science.limits import Limits
from regiewijzer.science.overlap import Pair
from regiewijzer.ui.pictures.picture import Table
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import NOTHING, in_words, joined, within, worded

PAGES = 2
ROWS_FOR_A_DRAWN_ONE = 2  # a row of a table is half as high as one of a picture, with its key

# How much goes on each page, from much to little: matters asked and rows drawn; rows drawn and rows of the list beside.
FIRST_PAGE = ((5, 10), (5, 8), (5, 6), (5, 4), (4, 6), (4, 4), (3, 6), (3, 4), (2, 4), (2, 2), (1, 2))
SECOND_PAGE = ((14, 9), (14, 6), (12, 6), (12, 4), (10, 4), (8, 3), (6, 2), (4, 2), (2, 1))


@dataclass(frozen=True, slots=True)
class BoardInput:
    """Everything a report for the board is made from.

    `findings` are those still open, heaviest first. `beside` gives the list on the second page, of so many rows.
    `board`: whether one reads it that decides; a look at files has none.
    """

    head: Head
    lead: Sentence
    register: Register
    findings: Sequence[FindingText]
    pairs: Sequence[Pair]
    limits: Limits
    beside: Callable[[int], Lines]
    board: bool = True


def board_of(authority: Authority, today: date) -> GeneratedReport:
    """The report of an authority as it stands. Must run inside the authority."""
    return on_two_pages(_matter(authority, today))


def on_two_pages(matter: BoardInput) -> GeneratedReport:
    """The fullest paper that fits on two pages."""
    first, second = deque(FIRST_PAGE), deque(SECOND_PAGE)
    while True:
        paper = composed(matter, first[0], second[0])
        found = render_pdf(Template.BOARD, paper, on=matter.register.today)
        runs_over = second if found.second_part == PAGES else first
        if found.pages == PAGES or len(runs_over) == 1:
            return GeneratedReport(found, tables_of(paper.first, paper.second))
        runs_over.popleft()


def composed(matter: BoardInput, first_page: tuple[int, int], second_page: tuple[int, int]) -> Board:
    """What stands on the two pages when each holds this much."""
    (most_asks, first_rows), (second_rows, most_beside) = first_page, second_page
    first, second = _figures(matter, first_rows, second_rows)
    return Board(
        head=matter.head,
        lead=matter.lead,
        asks=asks_of(
            matter.findings,
            matter.register.today,
            most=most_asks,
            nothing=_nothing(matter.register),
            board=matter.board,
        ),
        first=figure_of(first, matter.head.accent) if first else None,
        second=figure_of(second, matter.head.accent) if second else None,
        beside=matter.beside(most_beside),
        known=how_we_know(matter.register, matter.limits),
        more=(*_of_tools(matter.register), *_of_hours(matter.register)),
    )


def tables_of(*figures: Figure | None) -> tuple[Table, ...]:
    """The tables that say the same as the pictures of these figures."""
    return tuple(figure.data_table for figure in figures if figure is not None and figure.data_table is not None)


def asking_now(count: int, looked: Looked) -> Sentence:
    """Three matters ask the board for a decision now; that none does says little where little is known."""
    if count:
        pattern = ngettext(
            "**One matter asks the board for a decision now.**",
            "**%(count)s matters ask the board for a decision now.**",
            count,
        )
        return worded(pattern, count=in_words(count))
    match looked.coverage:
        case Coverage.EMPTY | Coverage.COMPUTING:
            return NOTHING
        case Coverage.UNMEASURED:
            return worded(gettext("**Nothing was measured yet: we cannot tell what asks for a decision.**"))
        case Coverage.PARTLY:
            return worded(gettext("**In what we know nothing asks for a decision now.**"))
        case Coverage.WHOLE:
            return worded(gettext("**Nothing asks for a decision now.**"))


def _figures(matter: BoardInput, first_rows: int, second_rows: int) -> tuple[Section | None, Section | None]:
    """A picture on each page: power and standing; where one of them is unknown, what networks share."""
    register, limits = matter.register, matter.limits
    power = _power(register, limits, most=first_rows)
    standing = standing_section(register.networks, register.today, limits, most=second_rows)
    overlap = None if power and standing else overlap_section(matter.pairs, limits)
    if power:
        return power, standing or overlap
    return overlap, standing or pairs_section(matter.pairs, limits, most=ROWS_FOR_A_DRAWN_ONE * second_rows)


def _power(register: Register, limits: Limits, *, most: int) -> Section | None:
    """How much power we use, how the instruments work together, and how we steer."""
    found = power_section(register.instruments, limits, most=most)
    if found is None:
        return None
    more = (together(register, limits), how_we_steer(register.stances))
    return replace(found, lead=(joined(*found.lead, *more),))


def _of_tools(register: Register) -> Iterator[Paragraphs]:
    for tool in TOOLS:
        if tool.board and (said := tool.board(register)):
            yield Paragraphs(said.heading, said.lead)


def _of_hours(register: Register) -> Iterator[Paragraphs]:
    if (said := in_short(register)).parts:
        yield Paragraphs(gettext("What networks take"), (said,))


def _matter(authority: Authority, today: date) -> BoardInput:
    register, limits = register_on(authority, today), limits_of(authority)
    answered = standing_answers()
    still_open = [stored for stored in StoredFinding.objects.standing() if answer_of(stored, answered) is None]
    findings = [stored.text() for stored in each_rule_in_turn(still_open)]
    return BoardInput(
        head=board_head(sender_of(authority), board_title(), today),
        lead=joined(_what_stands_in_the_register(register), _what_asks(findings, looked_at(register))),
        register=register,
        findings=findings,
        pairs=pairs_of(register, least=limits.overlap_shared),
        limits=limits,
        beside=lambda most: decided_lately(today, most=most),
    )


def _what_stands_in_the_register(register: Register) -> Sentence:
    if not (register.networks or register.instruments):
        return worded(
            gettext("Our register is still empty. A list of networks with their partners is enough for first findings.")
        )
    pattern = (
        gettext("In our register stand %(networks)s and %(instruments)s for %(challenges)s.")
        if register.challenges
        else gettext("In our register stand %(networks)s and %(instruments)s.")
    )
    return worded(
        pattern,
        networks=networks(len(register.networks)),
        instruments=instruments(len(not_ended(register.instruments))),
        challenges=challenges(len(register.challenges)),
    )


def _nothing(register: Register) -> str:
    looked = looked_at(register)
    return nothing_open(looked, looked.coverage)


def _what_asks(findings: Sequence[FindingText], looked: Looked) -> Sentence:
    """How many matters ask a decision of the board, and what stands lower: each subject counts once."""
    matters = matters_of(findings)
    later = [finding for each in matters.later for finding in each.findings]
    beside = ngettext(
        "One other finding stands lower; see the list: %(subjects)s.",
        "%(count)s other findings stand lower; see the list: %(subjects)s.",
        len(later),
    )
    alone = ngettext(
        "About one finding the service decides itself: %(subjects)s.",
        "About %(count)s findings the service decides itself: %(subjects)s.",
        len(later),
    )
    ours = beside if matters.now else alone
    others = worded(ours, count=within(len(later)), subjects=by_label(later)) if later else NOTHING
    return joined(asking_now(len(matters.now), looked), others)
