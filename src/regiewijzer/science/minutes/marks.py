"""What is marked as an action or a decision in minutes? Fixed marks at the beginning of a line; nothing is guessed.

Marks: "Actie:", "Actiepunt:", "AP4", "TO DO Fatma:", "ACTIE >", a tick box, an arrow, a list below "Afspraken" or
"Acties", a table whose headings name an action and who does it. What is quoted or stands inside a sentence is none.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from regiewijzer.science.minutes.days import day_of
from regiewijzer.science.minutes.fields import (
    BOX,
    Draft,
    judge_state,
    owner_first,
    parsed,
    plain,
    take_box,
    take_state,
    without_bullet,
    without_number,
    words_of_due,
)
from regiewijzer.science.minutes.lines import Line, joined
from regiewijzer.science.minutes.people import EVERYBODY, People, is_people_label, look_like_owners, nobody, owners_of
from regiewijzer.science.minutes.shapes import MarkedAction, MarkedDecision

_ENGLISH = r"action(?: item| point)?(?!\s+(?:plan|group|team|list|research)\b)"
_WORD = rf"{_ENGLISH}|actiepunt|actie|to[\s-]?do|taak|afspraak|opdracht"
_NUMBERED = re.compile(
    r"^(?:AP|A\.P\.|ACT|actiepunt|actie|action(?: item| point)?)\s?\.?-?(?P<number>\d{1,3})(?:\s*[:.)>–-])?\s+(?=\S)",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"^(?:{_WORD})(?P<between>[^:>]{{0,80}}?)\s*(?P<sign>:|>)\s*", re.IGNORECASE)
_ARROW = re.compile(r"^(?:[-=–]{1,2}>|[→⇒➔➜➡⮕►▶]\ufe0f?|>{2})\s*")
_DECISION = re.compile(
    r"^(?:decisions?|decided|besluit(?:en)?|beslissing(?:en)?|beslist|(?:er\s+)?(?:werd|wordt)\s+(?:beslist|besloten)"
    r"|besloten(?:\s+(?:werd|wordt))?"
    r"|beslist\s+(?:werd|wordt))\s*(?:nr\.?\s*)?\d{0,3}\s*(?::|>)\s*",
    re.IGNORECASE,
)
_DECISION_OPEN = re.compile(
    r"^(?:besloten werd|beslist werd|er werd (?:beslist|besloten)|it was decided)\s+"
    r"(?:om\s+|dat\s+|that\s+|to\s+)?",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"^(?:\d{1,2}[.)]\s+|[ivx]+\.\s+)?(?:(?:overzicht|lijst)(?:\s+van)?(?:\s+de|\s+alle)?\s+)?(?:nieuwe\s+)?"
    r"(?:afspraken|actiepunten|acties|actielijst|actietabel|to[\s-]?do'?s?|to do-?lijst|takenlijst|taken"
    r"|wie doet wat|actions|action (?:items|points|list))"
    r"(?:\s+(?:en|&)\s+(?:afspraken|acties|actiepunten|taken|opvolging))?\s*[:.]?$",
    re.IGNORECASE,
)
_STOPS = re.compile(
    rf"^(?:[-=–]{{1,2}}>|[→⇒☐☑]|\[[ xX]?\]|(?:{_WORD})\b[^.]{{0,40}}[:>]|AP\s?\d|besl\w+\s*[:>])", re.IGNORECASE
)
_NOTHING = re.compile(
    r"^(?:geen|nihil|niets|none|nothing|no actions?"
    r"|n\.?v\.?t\.?|/+|[-–—]+)(?:\s+(?:nieuwe\s+)?(?:acties?|actiepunt(?:en)?|afspraken)\b.*)?"
    r"(?:\s*[.,;(].*)?$",
    re.IGNORECASE,
)
_FINITE_START = re.compile(
    r"^(?:dat|dit|er|het|we|wij|ze|zij|dus|daarom|zie|maar|want|cfr\.?|ook|niet|geen|nog|zo|als|hoe|wat|waarom"
    r"|is|zijn|komt|gaat|moet)\b",
    re.IGNORECASE,
)
_ACTION_COLUMN = re.compile(
    r"^(?:(?:nr\.? )?acties?|actions?|action (?:item|point)s?"
    r"|actiepunt(?:en)?|taak|taken|to[\s-]?do'?s?|afspraak|afspraken|wat(?: te doen)?"
    r"|omschrijving|actie / afspraak)\b",
    re.IGNORECASE,
)
_WHO_COLUMN = re.compile(
    r"^(?:door )?(?:wie|verantwoordelijken?|trekkers?|eigenaars?|uitvoerders?|uitvoering|door|wie doet het"
    r"|opvolging door|initialen|who|owners?|responsible)\b",
    re.IGNORECASE,
)
_DUE_COLUMN = re.compile(
    r"^(?:tegen|wanneer|deadline|timing|termijn|uiterlijk|einddatum|datum|klaar tegen|vóór|due|voor wanneer"
    r"|streefdatum|when|by when)\b",
    re.IGNORECASE,
)
_STATE_COLUMN = re.compile(
    r"^(?:status|stand|toestand|klaar\??|gedaan\??|afgewerkt\??|ok\??|opvolging|stavaza)$", re.IGNORECASE
)


def marked_decisions(lines: Sequence[Line]) -> Iterator[MarkedDecision]:
    """Decisions as they are marked, without the mark."""
    for at, line in enumerate(lines):
        if line.blank:
            continue
        whole = joined(lines, at, _STOPS)
        words = without_bullet(whole)
        found = _DECISION.match(words) or _DECISION_OPEN.match(words)
        if not found:
            continue
        said = plain(words[found.end() :])
        if said and not _NOTHING.match(said):
            yield MarkedDecision(said, line.number)


def marked_actions(lines: Sequence[Line], people: People, meeting: date | None) -> list[MarkedAction]:
    """Actions as they are marked, in the order of the text."""
    drafts = [*_in_tables(lines, people), *_on_lines(lines, people)]
    found = []
    for number, draft in sorted(drafts, key=lambda pair: pair[0]):
        if draft.dropped or not draft.text or _says_none(draft):
            continue
        due = day_of(draft.due_words, meeting) if draft.due_words else None
        found.append(MarkedAction(draft.text, draft.owners, due, draft.due_words, draft.done, number))
    return found


def _says_none(draft: Draft) -> bool:
    """ "Geen", and "geen voor dit punt": nobody, by no day."""
    unowned = not draft.owners and not draft.due_words
    return bool(_NOTHING.match(draft.text)) or (unowned and draft.text.casefold().startswith("geen "))


def _in_tables(lines: Sequence[Line], people: People) -> Iterator[tuple[int, Draft]]:
    at = 0
    while at < len(lines):
        columns = _columns(lines[at].cells)
        at += 1
        if not columns:
            continue
        while at < len(lines) and (len(lines[at].cells) > 1 or lines[at].rule):
            if not lines[at].rule and not _columns(lines[at].cells):
                draft = _of_row(lines[at].cells, columns, people)
                if draft.text:
                    yield lines[at].number, draft
            at += 1


def _columns(cells: list[str]) -> dict[str, int]:
    """Which cell of the headings is what; nothing when this is no table of actions."""
    if len(cells) < 2:
        return {}
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        for name, heading in (
            ("text", _ACTION_COLUMN),
            ("who", _WHO_COLUMN),
            ("due", _DUE_COLUMN),
            ("state", _STATE_COLUMN),
        ):
            if name not in found and heading.match(cell):
                found[name] = at
                break
    named_action = "text" in found and not re.match(r"wat$|omschrijving", cells[found["text"]], re.IGNORECASE)
    enough = "who" in found and ("due" in found or named_action or "state" in found)
    return found if "text" in found and (enough or (named_action and "due" in found)) else {}


def _of_row(cells: list[str], columns: dict[str, int], people: People) -> Draft:
    def cell(name: str) -> str:
        at = columns.get(name, len(cells))
        return cells[at] if at < len(cells) else ""

    draft = Draft(cell("text").removeprefix("- ").strip())
    take_state(draft)
    take_box(draft)
    draft.owners = draft.owners or owners_of(cell("who"), people)
    said = cell("due")
    judge_state(draft, cell("state"))
    if judge_state(draft, said):
        said = ""
    if not nobody(said):
        draft.due_words = words_of_due(said)
    draft.text = plain(draft.text)
    return draft


def _on_lines(lines: Sequence[Line], people: People) -> Iterator[tuple[int, Draft]]:
    in_tables = {number for number, _draft in _in_tables(lines, people)}
    arrows = [line for line in lines if _ARROW.match(without_bullet(line.text))]
    arrows_are_actions = any(owner_first(_without_mark(line), people) for line in arrows)
    other_marks = any(_MARKED.match(line.item) and len(line.cells) < 2 for line in lines)
    in_list = False
    numbered_heading = False
    for at, line in enumerate(lines):
        if line.number in in_tables or is_people_label(line.text):
            in_list = False
            continue
        if _LIST.match(line.text):
            in_list, numbered_heading = True, line.item_number is not None
            continue
        if line.blank:
            in_list = in_list and at > 0 and bool(_LIST.match(lines[at - 1].text))
            continue
        is_item = line.bullet or (line.item_number is not None and not numbered_heading)
        if in_list and not is_item and not _box_or_arrow(line):
            in_list = line.indent > 0
        whole = without_bullet(joined(lines, at, _STOPS))
        draft = _marked(whole, people)
        if draft is None and (arrow := _ARROW.match(whole)):
            rest = whole[arrow.end() :]
            draft = parsed(rest, people)
            owned = bool(draft.owners) or bool(draft.due_words)
            if not owned and (other_marks or not arrows_are_actions or _FINITE_START.match(rest)):
                draft = None
        if draft is None and in_list and is_item:
            draft = parsed(without_number(whole), people)
        if draft is not None:
            yield line.number, draft


def _box_or_arrow(line: Line) -> bool:
    words = without_bullet(line.text)
    return bool(BOX.match(words) or _ARROW.match(words))


def _without_mark(line: Line) -> str:
    return _ARROW.sub("", without_bullet(line.text), count=1)


def _marked(words: str, people: People) -> Draft | None:
    """What stands behind a mark of words or a tick box."""
    if box := BOX.match(words):
        draft = parsed(_unmarked(words[box.end() :]), people)
        draft.done = draft.done or bool(box["full"]) or bool((box["tick"] or "").strip())
        return draft
    for candidate in dict.fromkeys((words, without_number(words))):
        if numbered := _NUMBERED.match(candidate):
            return parsed(candidate[numbered.end() :], people)
        if found := _MARKED.match(candidate):
            between = found["between"].strip(" ()–-")
            between = re.sub(r"^(?:voor|van|door|for|by)\s+|^\d{1,3}\.?\s*", "", between).strip(" ()–-")
            rest = candidate[found.end() :]
            if not rest.strip():
                return None
            if not between:
                return parsed(rest, people, sign=found["sign"])
            if look_like_owners(between, people) or between.casefold() in EVERYBODY or nobody(between):
                draft = parsed(rest, people, sign=found["sign"], owned=True)
                draft.owners = owners_of(between, people)
                return draft
            if between.isdigit():
                return parsed(rest, people)
    return None


def _unmarked(words: str) -> str:
    found = _MARKED.match(words)
    return words[found.end() :] if found and not found["between"].strip() else words
