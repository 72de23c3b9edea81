"""What is marked as an action or a decision in minutes? Fixed marks at the beginning of a line; nothing is guessed.

Marks: "Actie:", "Actiepunt:", "AP4", "TO DO Fatma:", "ACTIE >", a tick box, an arrow, a list below "Afspraken" or
"Acties", a table whose headings name an action and who does it. What is quoted or stands inside a sentence is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from regiewijzer.science.minutes.days import day_of, names_a_day
from regiewijzer.science.minutes.lines import Line, joined
from regiewijzer.science.minutes.people import EVERYBODY, People, is_people_label, look_like_owners, nobody, owners_of
from regiewijzer.science.minutes.shapes import MarkedAction, MarkedDecision

_WORD = r"actiepunt|actie|to[\s-]?do|taak|afspraak|opdracht"
_NUMBERED = re.compile(
    r"^(?:AP|A\.P\.|ACT|actiepunt|actie)\s?\.?-?(?P<number>\d{1,3})(?:\s*[:.)>–-])?\s+(?=\S)", re.IGNORECASE
)
_MARKED = re.compile(rf"^(?:{_WORD})(?P<between>[^:>]{{0,80}}?)\s*(?P<sign>:|>)\s*", re.IGNORECASE)
_IN_CAPITALS = re.compile(r"^(?:ACTIEPUNT|ACTIE|TO[\s-]?DO|AP)\s+(?:[–-]\s+)?(?=\S)")
_BOX = re.compile(r"^(?:\[(?P<tick>[ xXvV✓✔]?)\]|(?P<open>[☐□◻❏❑▢])|(?P<full>[☑☒✓✔✅🗹]))\s*")
_ARROW = re.compile(r"^(?:[-=–]{1,2}>|[→⇒➔➜➡⮕►▶]\ufe0f?|>{2})\s*")
_DECISION = re.compile(
    r"^(?:besluit(?:en)?|beslissing(?:en)?|beslist|(?:er\s+)?(?:werd|wordt)\s+(?:beslist|besloten)"
    r"|besloten(?:\s+(?:werd|wordt))?"
    r"|beslist\s+(?:werd|wordt))\s*(?:nr\.?\s*)?\d{0,3}\s*(?::|>)\s*",
    re.IGNORECASE,
)
_DECISION_OPEN = re.compile(
    r"^(?:besloten werd|beslist werd|er werd (?:beslist|besloten))\s+(?:om\s+|dat\s+)?", re.IGNORECASE
)
_LIST = re.compile(
    r"^(?:\d{1,2}[.)]\s+|[ivx]+\.\s+)?(?:(?:overzicht|lijst)(?:\s+van)?(?:\s+de|\s+alle)?\s+)?(?:nieuwe\s+)?"
    r"(?:afspraken|actiepunten|acties|actielijst|actietabel|to[\s-]?do'?s?|to do-?lijst|takenlijst|taken"
    r"|wie doet wat)"
    r"(?:\s+(?:en|&)\s+(?:afspraken|acties|actiepunten|taken|opvolging))?\s*[:.]?$",
    re.IGNORECASE,
)
_STOPS = re.compile(
    rf"^(?:[-=–]{{1,2}}>|[→⇒☐☑]|\[[ xX]?\]|(?:{_WORD})\b[^.]{{0,40}}[:>]|AP\s?\d|besl\w+\s*[:>])", re.IGNORECASE
)

_DONE_WORDS = (
    r"(?:ok[ée]?|klaar|in orde|afgehandeld|gedaan|uitgevoerd|afgerond|voltooid|afgewerkt|gebeurd|done"
    r"|is gebeurd|is gedaan)"
)
_DONE = re.compile(rf"^(?:{_DONE_WORDS}|✓|✔|✅|x|ja)(?:[\s,;.–-]+(?:is\s+)?{_DONE_WORDS})*[.!]?$", re.IGNORECASE)
_RUNNING = re.compile(
    r"^(?:loopt(?:\s+nog)?|lopend|lopende|open|nog open|nog te doen|te doen|in uitvoering|in behandeling|bezig"
    r"|mee bezig"
    r"|nog niet(?:\s+(?:gedaan|klaar|in orde))?|niet gedaan|uitgesteld|wordt opgevolgd|on hold|nog lopend"
    r"|wacht(?:en)?"
    r"|nieuw|gestart|gepland)[.!]?$",
    re.IGNORECASE,
)
_DROPPED = re.compile(r"^(?:vervalt|vervallen|geschrapt|niet meer nodig|geannuleerd|n\.?v\.?t\.?)[.!]?$", re.IGNORECASE)
_NOTHING = re.compile(
    r"^(?:geen|nihil|niets|n\.?v\.?t\.?|/+|[-–—]+)(?:\s+(?:nieuwe\s+)?(?:acties?|actiepunt(?:en)?|afspraken)\b.*)?"
    r"(?:\s*[.,;(].*)?$",
    re.IGNORECASE,
)

_BY = (
    r"tegen ten laatste|tegen uiterlijk|tegen|vóór|voor|uiterlijk(?:\s+(?:op|tegen|vóór|voor|in))?"
    r"|ten laatste(?:\s+op)?|deadline:?|in|op|ten laatste|timing:?|wanneer:?|te doen tegen|klaar tegen|binnen"
)
_LEAD = re.compile(rf"^(?:{_BY})\s+", re.IGNORECASE)
_STRIPPED = re.compile(
    r"^(?:deadline|timing|wanneer|te doen|klaar)?:?\s*(?:tegen|vóór|voor|uiterlijk|ten laatste|in|op)?\s*"
    r"(?:ten laatste|uiterlijk|op|tegen)?\s+",
    re.IGNORECASE,
)
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_SEASON = (
    "voorjaar|najaar|zomer|herfst|winter|lente|nieuwjaar|kerst|kerstmis|pasen"
    "|(?:krokus|paas|herfst|kerst|zomer|grote )?vakantie"
)
_VAGUE = re.compile(
    rf"^(?:a\.?s\.?a\.?p\.?|z\.?s\.?m\.?|dringend|(?:heel |zeer )?(?:dringend|binnenkort)|zo (?:snel|vlug"
    rf"|spoedig)(?: als)? mogelijk"
    rf"|snel|meteen|onmiddellijk|direct|vandaag|morgen|overmorgen|doorlopend|permanent|continu|maandelijks"
    rf"|wekelijks|jaarlijks"
    rf"|(?:de\s+|het\s+|onze\s+|een\s+)?(?:deze|dit|volgende?|komende?|eerstvolgende?|aanstaande"
    rf"|binnen)\s+[\w’' -]{{2,40}}"
    rf"|(?:begin|midden|half|medio|eind|einde|loop van|in de loop van|eerste helft|tweede helft|eerste week"
    rf"|laatste week)"
    rf"(?:\s+(?:van|de|het|dit|deze|volgend))*\s+[\w’' -]{{2,30}}(?:\s+\d{{4}})?"
    rf"|(?:{_MONTHS})(?:\s+\d{{4}})?|(?:de\s+|het\s+)?(?:{_SEASON})(?:\s+\d{{4}})?"
    rf"|[QK][1-4](?:\s+\d{{4}})?|(?:\d{{4}}\s+)?[QK][1-4]|(?:het\s+)?(?:eerste|tweede|derde|vierde|1e|2e|3e"
    rf"|4e) kwartaal(?:\s+\d{{4}})?"
    rf"|week \d{{1,2}}|weekend|20\d\d|(?:na|vóór|voor) (?:de|het|volgende?) [\w’' -]{{3,30}})$",
    re.IGNORECASE,
)
_FINITE_START = re.compile(
    r"^(?:dat|dit|er|het|we|wij|ze|zij|dus|daarom|zie|maar|want|cfr\.?|ook|niet|geen|nog|zo|als|hoe|wat|waarom"
    r"|is|zijn|komt|gaat|moet)\b",
    re.IGNORECASE,
)
_IRREGULAR = frozenset(
    [
        "is",
        "gaat",
        "doet",
        "ziet",
        "heeft",
        "wil",
        "kan",
        "zal",
        "mag",
        "moet",
        "komt",
        "staat",
        "slaat",
        "vraagt",
        "zoekt",
        "houdt",
        "rijdt",
        "vindt",
        "wordt",
        "blijft",
    ]
)
_NO_VERB = {
    "met",
    "het",
    "dat",
    "niet",
    "wat",
    "uit",
    "tot",
    "laat",
    "groot",
    "eerst",
    "vast",
    "naast",
    "recht",
    "licht",
}
_SEPARATORS = (r"\s+>\s+", r"\s+[–—-]\s+", r"\s+/\s+(?=\S)", r"\s*;\s*")
MOST_OWNER_WORDS = 8

_ACTION_COLUMN = re.compile(
    r"^(?:(?:nr\.? )?acties?|actiepunt(?:en)?|taak|taken|to[\s-]?do'?s?|afspraak|afspraken|wat(?: te doen)?"
    r"|omschrijving|actie / afspraak)\b",
    re.IGNORECASE,
)
_WHO_COLUMN = re.compile(
    r"^(?:door )?(?:wie|verantwoordelijken?|trekkers?|eigenaars?|uitvoerders?|uitvoering|door|wie doet het"
    r"|opvolging door|initialen)\b",
    re.IGNORECASE,
)
_DUE_COLUMN = re.compile(
    r"^(?:tegen|wanneer|deadline|timing|termijn|uiterlijk|einddatum|datum|klaar tegen|vóór|due|voor wanneer"
    r"|streefdatum)\b",
    re.IGNORECASE,
)
_STATE_COLUMN = re.compile(
    r"^(?:status|stand|toestand|klaar\??|gedaan\??|afgewerkt\??|ok\??|opvolging|stavaza)$", re.IGNORECASE
)


@dataclass(slots=True)
class _Draft:
    text: str
    owners: tuple[str, ...] = ()
    due_words: str = ""
    done: bool = False
    dropped: bool = False


def marked_decisions(lines: Sequence[Line]) -> Iterator[MarkedDecision]:
    """Decisions as they are marked, without the mark."""
    for at, line in enumerate(lines):
        if line.blank:
            continue
        whole = joined(lines, at, _STOPS)
        words = _without_bullet(whole)
        found = _DECISION.match(words) or _DECISION_OPEN.match(words)
        if not found:
            continue
        said = _plain(words[found.end() :])
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


def _says_none(draft: _Draft) -> bool:
    """ "Geen", and "geen voor dit punt": nobody, by no day."""
    unowned = not draft.owners and not draft.due_words
    return bool(_NOTHING.match(draft.text)) or (unowned and draft.text.casefold().startswith("geen "))


# ---- tables


def _in_tables(lines: Sequence[Line], people: People) -> Iterator[tuple[int, _Draft]]:
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


def _of_row(cells: list[str], columns: dict[str, int], people: People) -> _Draft:
    def cell(name: str) -> str:
        at = columns.get(name, len(cells))
        return cells[at] if at < len(cells) else ""

    draft = _Draft(cell("text").removeprefix("- ").strip())
    _take_state(draft)
    _take_box(draft)
    draft.owners = draft.owners or owners_of(cell("who"), people)
    said = cell("due")
    _judge_state(draft, cell("state"))
    if _judge_state(draft, said):
        said = ""
    if not nobody(said):
        draft.due_words = _due_words(said)
    draft.text = _plain(draft.text)
    return draft


# ---- lines


def _on_lines(lines: Sequence[Line], people: People) -> Iterator[tuple[int, _Draft]]:
    in_tables = {number for number, _draft in _in_tables(lines, people)}
    arrows = [line for line in lines if _ARROW.match(_without_bullet(line.text))]
    arrows_are_actions = any(_owner_first(_without_mark(line), people) for line in arrows)
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
        whole = _without_bullet(joined(lines, at, _STOPS))
        draft = _marked(whole, people)
        if draft is None and (arrow := _ARROW.match(whole)):
            rest = whole[arrow.end() :]
            draft = _parse(rest, people)
            owned = bool(draft.owners) or bool(draft.due_words)
            if not owned and (other_marks or not arrows_are_actions or _FINITE_START.match(rest)):
                draft = None
        if draft is None and in_list and is_item:
            draft = _parse(_without_number(whole), people)
        if draft is not None:
            yield line.number, draft


def _box_or_arrow(line: Line) -> bool:
    words = _without_bullet(line.text)
    return bool(_BOX.match(words) or _ARROW.match(words))


def _without_mark(line: Line) -> str:
    return _ARROW.sub("", _without_bullet(line.text), count=1)


def _marked(words: str, people: People) -> _Draft | None:
    """What stands behind a mark of words or a tick box."""
    if box := _BOX.match(words):
        draft = _parse(_unmarked(words[box.end() :]), people)
        draft.done = draft.done or bool(box["full"]) or bool((box["tick"] or "").strip())
        return draft
    for candidate in dict.fromkeys((words, _without_number(words))):
        if numbered := _NUMBERED.match(candidate):
            return _parse(candidate[numbered.end() :], people)
        if found := _MARKED.match(candidate):
            between = found["between"].strip(" ()–-")
            between = re.sub(r"^(?:voor|van|door)\s+|^\d{1,3}\.?\s*", "", between).strip(" ()–-")
            rest = candidate[found.end() :]
            if not rest.strip():
                return None
            if not between:
                return _parse(rest, people, sign=found["sign"])
            if look_like_owners(between, people) or between.casefold() in EVERYBODY or nobody(between):
                draft = _parse(rest, people, sign=found["sign"], owned=True)
                draft.owners = owners_of(between, people)
                return draft
            if between.isdigit():
                return _parse(rest, people)
    return None


def _unmarked(words: str) -> str:
    found = _MARKED.match(words)
    return words[found.end() :] if found and not found["between"].strip() else words


def _parse(words: str, people: People, *, sign: str = ":", owned: bool = False) -> _Draft:
    """Text, owners and due of what stands behind a mark."""
    draft = _Draft(words.strip())
    _take_state(draft)
    _take_box(draft)
    before = draft.text
    if _take_named_fields(draft, people):
        pass
    else:
        for separator in _SEPARATORS[:1] if sign == ">" else _SEPARATORS:
            if _take_segments(draft, people, separator, owned=owned or bool(draft.owners)):
                break
        _take_brackets(draft, people, owned=owned or bool(draft.owners))
        if not draft.due_words:
            _take_trailing_due(draft)
    if not draft.owners and not owned:
        _take_first_words(draft, people)
    _take_state(draft)
    draft.text = _plain(draft.text) or _plain(before)
    return draft


def _take_state(draft: _Draft) -> None:
    """A state at the end, in brackets or behind a dash."""
    while True:
        text = draft.text.rstrip().rstrip(".").rstrip()
        found = re.search(
            r"\((?P<in>[^()]*)\)$|\s+[>–—-]+\s*(?P<behind>[^>–—()]{1,40})$|:\s*(?P<colon>[^:()]{1,30})$", text
        )
        said = (found["in"] or found["behind"] or found["colon"] or "").strip() if found else ""
        if not found or not _judge_state(draft, said):
            return
        draft.text = text[: found.start()].rstrip()


def _judge_state(draft: _Draft, said: str) -> bool:
    said = said.strip()
    if not said:
        return False
    if _DONE.match(said):
        draft.done = True
    elif _DROPPED.match(said):
        draft.dropped = True
    elif not _RUNNING.match(said):
        return False
    return True


def _take_box(draft: _Draft) -> None:
    if box := _BOX.match(draft.text):
        draft.done = draft.done or bool(box["full"]) or bool((box["tick"] or "").strip())
        draft.text = draft.text[box.end() :]


def _take_named_fields(draft: _Draft, people: People) -> bool:
    """... Wie: Karel en Mohamed. Wanneer: 15 januari."""
    field = re.compile(
        r"(?<=[\s.,;(–-])(?P<name>wie|door|door wie|verantwoordelijken?|trekker|eigenaar|wanneer|tegen wanneer|tegen"
        r"|deadline|timing|termijn|status|stand)"
        r"\s*:\s*",
        re.IGNORECASE,
    )
    found = list(field.finditer(draft.text))
    if not found:
        return False
    text = draft.text
    for at, mark in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        value = text[mark.end() : end].strip().rstrip(".);,").strip()
        name = mark["name"].lower()
        if name.startswith(("wie", "door", "verantw", "trekker", "eigenaar")):
            draft.owners = owners_of(value, people)
        elif name in {"status", "stand"}:
            _judge_state(draft, value)
        elif not nobody(value):
            draft.due_words = _due_words(value)
    draft.text = text[: found[0].start()].rstrip(" .,;(–-")
    return True


def _take_segments(draft: _Draft, people: People, separator: str, *, owned: bool) -> bool:
    """text – who – when, or text - when, or text - who."""
    parts = re.split(separator, draft.text)
    if len(parts) < 2:
        return False
    text, rest = parts[:-1], parts[-1]
    taken = False
    if _judge_state(draft, rest) and len(text) > 1:
        text, rest, taken = text[:-1], text[-1], True
    if _is_due(rest):
        draft.due_words, taken = _due_words(rest), True
        rest = text[-1] if len(text) > 1 else ""
        text = text[:-1] if len(text) > 1 else text
        if (
            rest
            and not owned
            and len(rest.split()) <= MOST_OWNER_WORDS
            and (look_like_owners(rest, people) or len(parts) == 3 or nobody(rest))
        ):
            draft.owners = owners_of(rest, people)
            rest = ""
        if rest:
            text = [*text, rest]
    elif not owned and (look_like_owners(rest, people) or nobody(rest)):
        if not nobody(rest):
            draft.owners = owners_of(rest, people)
        elif len(text) > 1 and look_like_owners(text[-1], people):
            draft.owners, text = owners_of(text[-1], people), text[:-1]
        taken = True
    elif (
        len(text) > 1
        and nobody(text[-1]) is False
        and look_like_owners(text[-1], people)
        and separator == _SEPARATORS[0]
    ):
        draft.owners, text, taken = owners_of(text[-1], people), text[:-1], True
        draft.due_words = _due_words(rest)
    else:
        text = [*text, rest]
    if taken:
        joint = {_SEPARATORS[0]: " > ", _SEPARATORS[2]: " / ", _SEPARATORS[3]: "; "}.get(separator, " - ")
        kept = draft.text
        draft.text = text[0] if len(text) == 1 else (kept[: len(kept)] and joint.join(text))
    return taken


def _take_brackets(draft: _Draft, people: People, *, owned: bool) -> None:
    """... (who, by when) at the end."""
    text = draft.text.rstrip().rstrip(".").rstrip()
    found = re.search(r"\s*[(\[](?P<in>[^()\[\]]*)[)\]]$", text)
    if not found:
        return
    inside = found["in"].strip()
    inside = re.sub(r"^(?:wie|door|actie|verantw\.?|trekker)\s*:?\s+", "", inside, flags=re.IGNORECASE)
    pieces = [
        piece.strip()
        for piece in re.split(r"\s*[,;]\s*|\s+[–—-]\s+|\s*/\s*(?=tegen\b)|\s+(?=(?:tegen|vóór)\s)|\s*:\s*", inside)
    ]
    pieces = [piece for piece in pieces if piece]
    due = [piece for piece in pieces if _is_due(piece)]
    who = [piece for piece in pieces if piece not in due]
    states = [piece for piece in who if _DONE.match(piece) or _RUNNING.match(piece)]
    who = [piece for piece in who if piece not in states]
    owners_fit = all(nobody(piece) or look_like_owners(piece, people) for piece in who)
    by_place = bool(due) and all(len(piece.split()) <= MOST_OWNER_WORDS for piece in who)
    if not pieces or (who and not owners_fit and not by_place) or len(due) > 1:
        return
    if draft.due_words and due:
        return
    if not owned and who:
        draft.owners = owners_of(", ".join(who), people)
    if due:
        draft.due_words = _due_words(due[0])
    for state in states:
        _judge_state(draft, state)
    draft.text = text[: found.start()]


def _take_trailing_due(draft: _Draft) -> None:
    """..., tegen 30/4 or ..., asap; without a comma only a day that is named."""
    text = draft.text.rstrip().rstrip(".").rstrip()
    if (found := re.search(r"\s*[,;:]\s*(?P<due>[^,;:]+)$", text)) and _is_due(found["due"].strip()):
        draft.due_words, draft.text = _due_words(found["due"]), text[: found.start()]
        return
    found = re.search(
        r"\s+(?P<due>(?:tegen|vóór|uiterlijk(?: op| tegen)?|ten laatste(?: op)?)\s+\S[^,;:()]{1,40})$",
        text,
        re.IGNORECASE,
    )
    if found:
        said = found["due"]
        last = max(
            (m.start() for m in re.finditer(r"\b(?:tegen|vóór|uiterlijk|ten laatste)\s", said, re.IGNORECASE)),
            default=0,
        )
        said = said[last:] if not said.lower().startswith(("uiterlijk", "ten laatste")) else said
        if _is_due(said):
            draft.due_words = _due_words(said)
            draft.text = text[: len(text) - len(said)].rstrip(" ,;:")
            return
    if found := re.search(r"\s(?P<due>asap|z\.?s\.?m\.?)$", text, re.IGNORECASE):
        draft.due_words, draft.text = found["due"], text[: found.start()]


def _take_first_words(draft: _Draft, people: People) -> None:
    """An belt CAW: the owner is An, the action "belt CAW". Lies: prijs vragen."""
    found = _owner_first(draft.text, people)
    if found:
        draft.owners, draft.text = found


def _owner_first(words: str, people: People) -> tuple[tuple[str, ...], str] | None:
    colon = re.match(r"^(?P<who>[^:]{1,80}?)\s*:\s+(?P<text>\S.*)$", words)
    if colon and (look_like_owners(colon["who"], people) or nobody(colon["who"])):
        return owners_of(colon["who"], people), colon["text"]
    parts = words.split()
    for length in range(min(len(parts) - 1, 2 * MOST_OWNER_WORDS), 0, -1):
        who = " ".join(parts[:length])
        if not _may_be_subject(who, people) or length + 1 > len(parts):
            continue
        if _is_verb_of(parts[length], who, people, last=length + 1 == len(parts)):
            return owners_of(who, people), " ".join(parts[length:])
    return None


def _may_be_subject(who: str, people: People) -> bool:
    if who.endswith((",", ".", ";", ":", "+", "&")) or who.rsplit(maxsplit=1)[-1] in {"en", "van", "de", "het"}:
        return False
    return who.casefold() in EVERYBODY or look_like_owners(who, people)


def _is_verb_of(word: str, who: str, people: People, *, last: bool) -> bool:
    said = word.strip(",.;").casefold()
    if not word[:1].islower() or said in _NO_VERB:
        return False
    if said in _IRREGULAR:
        return True
    several = bool(re.search(r"\ben\b|[+&,/]", who)) or who.casefold() in {
        "allen",
        "alle leden",
        "alle partners",
        "alle aanwezigen",
    }
    if several:
        return said.endswith("n") and len(said) > 3 and not last and all(
            people.knows(piece.strip()) or piece.strip().casefold() in EVERYBODY or look_like_owners(piece, people)
            for piece in re.split(r"\ben\b|[+&,/]", who)
        )  # fmt: skip
    return said.endswith("t") and len(said) > 3


def _is_due(words: str) -> bool:
    """Whether these words say when."""
    said = words.strip().strip(".").strip()
    if not said:
        return False
    if names_a_day(said) or _VAGUE.match(said):
        return True
    if re.match(r"^(?:tegen|vóór|uiterlijk|ten laatste|deadline)\b", said, re.IGNORECASE):
        return len(said.split()) <= MOST_OWNER_WORDS
    led = _LEAD.sub("", said, count=1)
    return led != said and (names_a_day(led) or bool(_VAGUE.match(led)))


def _due_words(words: str) -> str:
    """As written, without a leading "tegen", "vóór", "in" or "uiterlijk"."""
    said = words.strip().strip(".").strip()
    for _round in range(3):
        led = _LEAD.sub("", said, count=1).strip()
        if led == said or not led:
            break
        said = led
    return said


def _without_bullet(words: str) -> str:
    return re.sub(r"^\s*(?:[*•·▪‣◦–—o-]\s+)", "", words, count=1).strip()


def _without_number(words: str) -> str:
    return re.sub(r"^\(?\d{1,2}\s?[.):]\)?\s+(?=\S)", "", words, count=1).strip()


def _plain(words: str) -> str:
    """Without final punctuation and double spaces."""
    return re.sub(r"\s+", " ", words).strip().rstrip(".;,:").rstrip(" -–—>").rstrip()
