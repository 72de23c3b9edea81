"""Mistakes, remarks and refusals in the reader's language: what was found, what is allowed, an example."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.graphs.found import GraphNote, Noted
from regiewijzer.register.exchange.plans.plan import Plan, SheetPlan
from regiewijzer.register.exchange.sheets.mistakes import Fault, Mistake, Note, Remark
from regiewijzer.register.exchange.sheets.rows import State

FAULTS: Mapping[Fault, Any] = {
    Fault.MISSING: _("This cell has to be filled in."),
    Fault.FORMULA: _("“%(found)s” is a formula. Paste it as a value."),
    Fault.ERROR_VALUE: _("“%(found)s” is an error of the spreadsheet."),
    Fault.NOT_TEXT: _("“%(found)s” is no text. Set the cell to text and type it again."),
    Fault.TOO_LONG: _("“%(found)s” has %(length)s characters; at most %(longest)s fit."),
    Fault.UNREADABLE_SIGNS: _("This text holds signs nobody can read. Type it again."),
    Fault.NOT_WHOLE: _("“%(found)s” is not a whole number."),
    Fault.NOT_A_NUMBER: _("“%(found)s” is not a number."),
    Fault.TOO_MANY_DECIMALS: _("“%(found)s” has too many decimals."),
    Fault.OUT_OF_RANGE: _("“%(found)s” is too small or too large."),
    Fault.NOT_A_DAY: _("“%(found)s” is not a day."),
    Fault.NO_SUCH_DAY: _("“%(found)s” does not exist as a day."),
    Fault.NO_WHOLE_DAY: _("“%(found)s” says no day. Write it in full, such as %(day)s."),
    Fault.DAY_AS_NUMBER: _("“%(found)s” is a number. If you mean %(day)s, show the cell as a date."),
    Fault.TWO_DAYS: _("“%(found)s” can be %(one)s or %(other)s. Write the month in letters and the year in full."),
    Fault.MONTH_FIRST: _("“%(found)s” has its month first. Write the day first, here and in the rest of the column."),
    Fault.TWO_NUMBERS: _("“%(found)s” can be %(one)s or %(other)s. Write it without dots: %(one)s or %(other)s."),
    Fault.NOT_A_PHONE: _("“%(found)s” is not a telephone number."),
    Fault.NOT_A_TIME: _("“%(found)s” is not a time."),
    Fault.NOT_A_MOMENT: _("“%(found)s” is not a day with a time."),
    Fault.NOT_DATA: _("“%(found)s” cannot be read as data."),
    Fault.NOT_YES_OR_NO: _("“%(found)s” is neither yes nor no."),
    Fault.NOT_A_CHOICE: _("“%(item)s” is not one of the words."),
    Fault.TOO_MANY: _("There are %(count)s; at most %(most)s fit."),
    Fault.NOT_AN_EMAIL: _("“%(found)s” is not an e-mail address."),
    Fault.NOT_A_WEB_ADDRESS: _("“%(found)s” is not a web address."),
    Fault.WRONG_NUMBER: _("“%(found)s” is not right as %(scheme)s."),
    Fault.CANNOT_BE_EMPTIED: _("This field cannot be made empty."),
    Fault.UNKNOWN: _("“%(name)s” is not known. Add it on its sheet, or correct the name."),
    Fault.AMBIGUOUS: _("“%(found)s” can be %(count)s different rows. Say which, such as %(example)s."),
    Fault.TWICE: _("“%(found)s” already stands in row %(row)s."),
    Fault.TAKEN: _("“%(found)s” belongs to %(name)s."),
    Fault.YET_TO_COME: _("“%(found)s” has yet to come. At the latest today, %(today)s."),
    Fault.END_BEFORE_START: _("“%(found)s” lies before the start, %(start)s."),
    Fault.SHARES: _("The four shares are %(sum)s = %(total)s; together they must be 100, such as 30, 0, 70 and 0."),
    Fault.LEAD_MISSING: _("Say which partner leads this lead organisation network."),
    Fault.REASON_MISSING: _("Write why: accepting and “does not apply” need a reason."),
    Fault.YEAR_MISSING: _("Say of which year the source is in which the rule asks for this seat."),
    Fault.ONE_PERSON: _("Name a colleague or a person, not both."),
    Fault.FORM_MISSING: _("Somebody leads it, or a form began, but no form is filled in."),
    Fault.MEMBER_TWICE: _(
        "“%(found)s” is a member of this network twice at the same time. End the one before the other starts."
    ),
    Fault.SEATED_TWICE: _(
        "“%(found)s” sits there twice at the same time. End the one period before the other starts, or merge the rows."
    ),
    Fault.WITH_ITSELF: _("An instrument has no relation with itself."),
    Fault.PART_OF_ITSELF: _("This would make it part of itself."),
    Fault.NOTHING_MEASURED: _("Fill in at least one answer in this row."),
    Fault.MORE_THAN_ASKED: _("“%(found)s” is more than the %(most)s it is part of."),
    Fault.PERSONAL: _("“%(item)s” on line %(line)s gives somebody away. Take that number or address out."),
    Fault.SHEET_EMPTY: _("This sheet is empty: not even the headings are there."),
    Fault.SHEET_TWICE: _("This sheet occurs twice in the file. Keep one."),
    Fault.SHEET_MISSPELT: _("No sheet is called “%(found)s”. Did you mean “%(meant)s”?"),
    Fault.HEADING_MISSING: _("The heading “%(heading)s” is missing."),
    Fault.HEADING_TWICE: _("The heading “%(found)s” occurs twice. Keep one."),
    Fault.HEADING_MISSPELT: _("No heading is called “%(found)s”. Did you mean “%(meant)s”?"),
}
ALLOWED = _("Allowed: %(allowed)s.")

NOTES: Mapping[Note, Any] = {
    Note.SHEET_NOT_READ: _("“%(sheet)s” is not one of our sheets. We did not read it."),
    Note.COLUMN_NOT_READ: _("Column %(column)s of %(sheet)s, “%(heading)s”, is not one of ours. We did not read it."),
    Note.NO_HEADING: _("Column %(column)s of %(sheet)s has no heading. We did not read it."),
    Note.OWN_LIST: _(
        "Read as a list with headings of your own; doubts taken as proposed: %(count)s. `regiewijzer read` shows them."
    ),
    Note.TITLE_ROWS: _("On %(sheet)s the headings stand in row %(row)s. What stands above, we did not read."),
    Note.MERGED: _("On %(sheet)s cells were merged, such as %(cell)s. Every row of them gets that value."),
    Note.HIDDEN_SHEET: _("%(sheet)s is hidden in the file. It comes in too when you bring this in."),
    Note.HIDDEN_ROWS: _("Hidden rows on %(sheet)s: %(count)s, such as row %(row)s. They come in too."),
    Note.HIDDEN_COLUMNS: _("Hidden columns on %(sheet)s: %(columns)s. They come in too when you bring this in."),
    Note.OTHER_SIGNS: _("%(sheet)s was written by an older Mac. Look whether letters with accents are right."),
    Note.EXAMPLES: _("Example rows on %(sheet)s: %(count)s. They do not come in."),
    Note.AS_OF_TODAY: _("New rows on %(sheet)s without “%(column)s”: %(count)s. They get the day of today."),
    Note.STAYS_IN_ARCHIVE: _("Rows on %(sheet)s that are in the archive and stay there: %(count)s, such as %(cell)s."),
    Note.KIND_UNKNOWN: _(
        "We do not know the classification “%(classification)s”. These partners become “other”: %(count)s."
    ),
    Note.NOT_LISTED: _(
        "“%(column)s” on %(sheet)s holds what is not on the list: %(count)s, such as “%(found)s” in %(cell)s. "
        "It comes in as it stands."
    ),
}

REASONS: Mapping[Reason, Any] = {
    Reason.NOTHING: _("There is no file to read. Choose a workbook (.xlsx or .ods) or CSV files."),
    Reason.TOO_LARGE: _("The file is %(found)s MB; at most %(most)s MB fits. Split it in two."),
    Reason.TOO_MANY_PARTS: _("There are %(found)s files in it; at most %(most)s are read."),
    Reason.BOMB: _("Unpacked this file is far larger than a workbook: %(found)s MB. At most %(most)s MB is read."),
    Reason.MACROS: _("This workbook holds macros. Save it as an ordinary workbook (.xlsx) and choose it again."),
    Reason.ENCRYPTED: _("This workbook is locked with a password. Take the password away and choose it again."),
    Reason.OLD_FORMAT: _("This is a workbook of the old kind (.xls). Save it as .xlsx and choose it again."),
    Reason.WRONG_TYPE: _(
        "This is no list of cells. Choose a workbook (.xlsx or .ods), a CSV file or a zip file with CSV files, or "
        "paste the cells."
    ),
    Reason.DAMAGED: _(
        "This file is damaged or not complete. Save it again from your spreadsheet program and choose it again."
    ),
    Reason.ENTITIES: _(
        "This file holds definitions (a DOCTYPE or entities) that no program needs here and that can do harm. "
        "Save it again without them and choose it again."
    ),
    Reason.FAR_CELL: _(
        "Cell %(cell)s lies too far away: %(rows)s rows and columns up to %(columns)s are read. Empty that cell."
    ),
    Reason.TOO_MANY_CELLS: _("More than %(most)s cells are filled in. Split the file."),
    Reason.TOO_SLOW: _(
        "Reading this file takes more than %(seconds)s seconds. Split it, or save it again from your program."
    ),
    Reason.TOO_MUCH_MEMORY: _(
        "Reading this file takes too much memory. Split it, or save it again from your spreadsheet program."
    ),
    Reason.MIXED: _("Choose one workbook, or one zip file, or only CSV files."),
    Reason.NO_GRAPH: _(
        "“%(file)s” holds no network that we can read. Give a square matrix or an edge list (.csv), GraphML or GEXF."
    ),
    Reason.NO_NODES: _("“%(file)s” holds no node."),
    Reason.NOT_SQUARE: _(
        "This matrix is not square: %(rows)s rows under %(columns)s columns. "
        "Rows and columns have to be the same nodes."
    ),
    Reason.NAMES_DIFFER: _("“%(name)s” is in cell %(cell)s, but not on the other side of this matrix."),
    Reason.NODE_TWICE: _("“%(name)s” is there twice, the second time in %(cell)s. Give each node a name of its own."),
    Reason.NODE_UNKNOWN: _("A tie names “%(name)s”, and no node is called so."),
    Reason.NODE_NAMELESS: _("%(cell)s has to name a node and is empty."),
    Reason.NO_VALUE: _("“%(found)s” in cell %(cell)s is no number. Allowed: 0 or empty for no tie, 1 for a tie."),
    Reason.GRAPH_TOO_LARGE: _(
        "This network has %(nodes)s nodes and %(ties)s ties. That is too much to measure: give a part of it."
    ),
    Reason.NO_SHEET_OF_OURS: _("None of our sheets is in this file. It needs at least one of: %(titles)s."),
    Reason.NO_ROW: _("Not one row could be read. Fill in our sheets, or correct the rows that were refused."),
    Reason.NOT_OPENED: _("“%(name)s” cannot be opened. See whether you may read it."),
    Reason.NOT_WRITTEN: _("“%(name)s” cannot be written. See whether its folder is there and you may write in it."),
}


GRAPH_NOTES: Mapping[GraphNote, Any] = {
    GraphNote.LOOPS: _("Ties of a node with itself, left out: %(count)s (%(names)s)."),
    GraphNote.DOUBLES: _("Ties that were there more than once and count once, times too many: %(count)s (%(names)s)."),
    GraphNote.ALIKE: _(
        "Names that differ only in capitals, accents or spaces and count as different nodes: %(count)s (%(names)s)."
    ),
    GraphNote.ISOLATED: _("Nodes without a tie: %(count)s (%(names)s). They count in every denominator."),
    GraphNote.WEIGHTS: _("Ties with another value than 1: %(count)s. Every value but 0 counts as one tie."),
    GraphNote.ONE_SIDED: _("Ties that only one side names: %(count)s. Without direction they count as a tie."),
    GraphNote.NODES_TWICE: _("Nodes with an id that was there already: %(count)s. They count once."),
    GraphNote.HYPEREDGES: _("Ties of more than two nodes at once, not read: %(count)s."),
    GraphNote.MORE_GRAPHS: _("There are %(count)s networks in the file. Only the first is read."),
}
MOST_NAMED = 5


def graph_note(noted: Noted) -> str:
    """What was read otherwise than it stands in the file."""
    names = [*noted.names[:MOST_NAMED], *(["…"] if len(noted.names) > MOST_NAMED else [])]
    return str(GRAPH_NOTES[noted.note]) % {"count": noted.count, "names": ", ".join(names)}


def wrong(mistake: Mistake) -> str:
    """What is wrong, with what was found."""
    named = {"found": mistake.found, "heading": mistake.heading, "item": mistake.found, **mistake.numbers}
    return str(FAULTS[mistake.fault]) % named


def allowed(mistake: Mistake) -> str:
    """What may stand there, with an example; empty when the sentence already says it."""
    if mistake.allowed is None:
        return ""
    return str(ALLOWED) % {"allowed": str(mistake.allowed)}


def sentence(mistake: Mistake) -> str:
    """The whole message on one line: cell, heading, what is wrong, what is allowed."""
    return " ".join(
        part for part in (f"{mistake.place} ({mistake.heading}):", wrong(mistake), allowed(mistake)) if part
    )


def remark(found: Remark) -> str:
    return str(NOTES[found.note]) % found.numbers


def plan_in_words(plan: Plan) -> str:
    """What a file would do, sheet by sheet, then what is wrong and what is good to know."""
    lines = [
        gettext("%(sheet)s: %(new)s new, %(changed)s changed, %(unchanged)s the same, %(out)s stay out") % _counts(each)
        for each in plan.sheets
        if each.entries or each.wrong or each.hanging
    ]
    return "\n".join([*lines, *map(sentence, plan.mistakes), *map(remark, plan.remarks)])


def _counts(each: SheetPlan) -> dict[str, str | int]:
    counts: dict[str, str | int] = {state.value: len(each.of(state)) for state in State}
    return {"sheet": each.sheet.title.nl, **counts, "out": each.wrong + len(each.hanging)}


def refusal(refused: Refused) -> str:
    """Why the whole file is unusable, and what to do."""
    return str(REASONS[refused.reason]) % {"seconds": "", **refused.numbers}
