"""What do the words behind a mark say: what is to be done, by whom, by when, and is it done?

Fixed forms only: named fields, parts between dashes or bars, brackets, words at the end, a name at the beginning.
"""

import re
from dataclasses import dataclass

from regiewijzer.science.minutes.days import names_a_day
from regiewijzer.science.minutes.people import EVERYBODY, People, look_like_owners, nobody, owners_of

BOX = re.compile(r"^(?:\[(?P<tick>[ xXvV✓✔]?)\]|(?P<open>[☐□◻❏❑▢])|(?P<full>[☑☒✓✔✅🗹]))\s*")
_DONE_WORDS = (
    r"(?:ok[ée]?|klaar|in orde|afgehandeld|gedaan|uitgevoerd|afgerond|voltooid|afgewerkt|gebeurd|done"
    r"|completed|finished"
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
_BY = (
    r"tegen ten laatste|tegen uiterlijk|tegen|vóór|voor|uiterlijk(?:\s+(?:op|tegen|vóór|voor|in))?"
    r"|ten laatste(?:\s+op)?|deadline:?|in|op|ten laatste|timing:?|wanneer:?|te doen tegen|klaar tegen|binnen"
    r"|by|before|no later than|due:?(?: by)?"
)
_LEAD = re.compile(rf"^(?:{_BY})\s+", re.IGNORECASE)
_MONTHS = (
    "january|february|march|may|june|july|august|october"
    "|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
)
_SEASON = (
    "voorjaar|najaar|zomer|herfst|winter|lente|nieuwjaar|kerst|kerstmis|pasen"
    "|(?:krokus|paas|herfst|kerst|zomer|grote )?vakantie"
)
_VAGUE = re.compile(
    rf"^(?:a\.?s\.?a\.?p\.?|z\.?s\.?m\.?|dringend|(?:heel |zeer )?(?:dringend|binnenkort)|zo (?:snel|vlug"
    rf"|spoedig)(?: als)? mogelijk"
    rf"|as soon as possible|urgent|today|tomorrow"
    rf"|snel|meteen|onmiddellijk|direct|vandaag|morgen|overmorgen|doorlopend|permanent|continu|maandelijks"
    rf"|wekelijks|jaarlijks"
    rf"|(?:de\s+|het\s+|onze\s+|een\s+|the\s+|our\s+)?(?:next|this"
    rf"|deze|dit|volgende?|komende?|eerstvolgende?|aanstaande"
    rf"|binnen)\s+[\w’' -]{{2,40}}"
    rf"|(?:mid|early|late|end"
    rf"|begin|midden|half|medio|eind|einde|loop van|in de loop van|eerste helft|tweede helft|eerste week"
    rf"|laatste week)"
    rf"(?:\s+(?:van|de|het|dit|deze|volgend|of|the|this|next))*\s+[\w’' -]{{2,30}}(?:\s+\d{{4}})?"
    rf"|(?:{_MONTHS})(?:\s+\d{{4}})?|(?:de\s+|het\s+)?(?:{_SEASON})(?:\s+\d{{4}})?"
    rf"|[QK][1-4](?:\s+\d{{4}})?|(?:\d{{4}}\s+)?[QK][1-4]|(?:het\s+)?(?:eerste|tweede|derde|vierde|1e|2e|3e"
    rf"|4e) kwartaal(?:\s+\d{{4}})?"
    rf"|week \d{{1,2}}|weekend|20\d\d|(?:na|vóór|voor) (?:de|het|volgende?) [\w’' -]{{3,30}})$",
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
# only behind a name that is known: an -s is no mark of a verb in Dutch
_ENGLISH_VERBS = frozenset(
    [
        "arranges",
        "asks",
        "books",
        "brings",
        "buys",
        "calls",
        "checks",
        "contacts",
        "drafts",
        "finds",
        "invites",
        "makes",
        "orders",
        "plans",
        "prepares",
        "sends",
        "shares",
        "updates",
        "visits",
        "will",
        "writes",
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


@dataclass(slots=True)
class Draft:
    """An action while its words are read: what is taken out of `text` goes to the other fields."""

    text: str
    owners: tuple[str, ...] = ()
    due_words: str = ""
    done: bool = False
    dropped: bool = False


def parsed(words: str, people: People, *, sign: str = ":", owned: bool = False) -> Draft:
    """Text, owners and due of what stands behind a mark."""
    draft = Draft(words.strip())
    take_state(draft)
    take_box(draft)
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
    take_state(draft)
    draft.text = plain(draft.text) or plain(before)
    return draft


def take_state(draft: Draft) -> None:
    """A state at the end, in brackets or behind a dash."""
    while True:
        text = draft.text.rstrip().rstrip(".").rstrip()
        found = re.search(
            r"\((?P<in>[^()]*)\)$|\s+[>–—-]+\s*(?P<behind>[^>–—()]{1,40})$|:\s*(?P<colon>[^:()]{1,30})$", text
        )
        said = (found["in"] or found["behind"] or found["colon"] or "").strip() if found else ""
        if not found or not judge_state(draft, said):
            return
        draft.text = text[: found.start()].rstrip()


def judge_state(draft: Draft, said: str) -> bool:
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


def take_box(draft: Draft) -> None:
    if box := BOX.match(draft.text):
        draft.done = draft.done or bool(box["full"]) or bool((box["tick"] or "").strip())
        draft.text = draft.text[box.end() :]


def _take_named_fields(draft: Draft, people: People) -> bool:
    """... Wie: Karel en Mohamed. Wanneer: 15 januari."""
    field = re.compile(
        r"(?<=[\s.,;(–-])(?P<name>who|owner|when|due"
        r"|wie|door|door wie|verantwoordelijken?|trekker|eigenaar|wanneer|tegen wanneer|tegen"
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
        if name.startswith(("who", "owner", "wie", "door", "verantw", "trekker", "eigenaar")):
            draft.owners = owners_of(value, people)
        elif name in {"status", "stand"}:
            judge_state(draft, value)
        elif not nobody(value):
            draft.due_words = words_of_due(value)
    draft.text = text[: found[0].start()].rstrip(" .,;(–-")
    return True


def _take_segments(draft: Draft, people: People, separator: str, *, owned: bool) -> bool:
    """text – who – when, or text - when, or text - who."""
    parts = re.split(separator, draft.text)
    if len(parts) < 2:
        return False
    text, rest = parts[:-1], parts[-1]
    taken = False
    if judge_state(draft, rest) and len(text) > 1:
        text, rest, taken = text[:-1], text[-1], True
    if _is_due(rest):
        draft.due_words, taken = words_of_due(rest), True
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
        draft.due_words = words_of_due(rest)
    else:
        text = [*text, rest]
    if taken:
        joint = {_SEPARATORS[0]: " > ", _SEPARATORS[2]: " / ", _SEPARATORS[3]: "; "}.get(separator, " - ")
        kept = draft.text
        draft.text = text[0] if len(text) == 1 else (kept[: len(kept)] and joint.join(text))
    return taken


def _take_brackets(draft: Draft, people: People, *, owned: bool) -> None:
    """... (who, by when) at the end."""
    text = draft.text.rstrip().rstrip(".").rstrip()
    found = re.search(r"\s*[(\[](?P<in>[^()\[\]]*)[)\]]$", text)
    if not found:
        return
    inside = found["in"].strip()
    inside = re.sub(r"^(?:wie|door|actie|verantw\.?|trekker)\s*:?\s+", "", inside, flags=re.IGNORECASE)
    pieces = [
        piece.strip()
        for piece in re.split(r"\s*[,;]\s*|\s+[–—-]\s+|\s*/\s*(?=tegen\b)|\s+(?=(?:tegen|vóór|by)\s)|\s*:\s*", inside)
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
        draft.due_words = words_of_due(due[0])
    for state in states:
        judge_state(draft, state)
    draft.text = text[: found.start()]


def _take_trailing_due(draft: Draft) -> None:
    """..., tegen 30/4 or ..., asap; without a comma only a day that is named."""
    text = draft.text.rstrip().rstrip(".").rstrip()
    if (found := re.search(r"\s*[,;:]\s*(?P<due>[^,;:]+)$", text)) and _is_due(found["due"].strip()):
        draft.due_words, draft.text = words_of_due(found["due"]), text[: found.start()]
        return
    found = re.search(
        r"\s+(?P<due>(?:tegen|vóór|by|uiterlijk(?: op| tegen)?|ten laatste(?: op)?)\s+\S[^,;:()]{1,40})$",
        text,
        re.IGNORECASE,
    )
    if found:
        said = found["due"]
        last = max(
            (m.start() for m in re.finditer(r"\b(?:tegen|vóór|by|uiterlijk|ten laatste)\s", said, re.IGNORECASE)),
            default=0,
        )
        said = said[last:] if not said.lower().startswith(("uiterlijk", "ten laatste")) else said
        if _is_due(said):
            draft.due_words = words_of_due(said)
            draft.text = text[: len(text) - len(said)].rstrip(" ,;:")
            return
    if found := re.search(r"\s(?P<due>asap|z\.?s\.?m\.?)$", text, re.IGNORECASE):
        draft.due_words, draft.text = found["due"], text[: found.start()]


def _take_first_words(draft: Draft, people: People) -> None:
    """An belt CAW: the owner is An, the action "belt CAW". Lies: prijs vragen."""
    found = owner_first(draft.text, people)
    if found:
        draft.owners, draft.text = found


def owner_first(words: str, people: People) -> tuple[tuple[str, ...], str] | None:
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
    if said in _ENGLISH_VERBS and people.knows(who):
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


def words_of_due(words: str) -> str:
    """As written, without a leading "tegen", "vóór", "in" or "uiterlijk"."""
    said = words.strip().strip(".").strip()
    for _round in range(3):
        led = _LEAD.sub("", said, count=1).strip()
        if led == said or not led:
            break
        said = led
    return said


def without_bullet(words: str) -> str:
    return re.sub(r"^\s*(?:[*•·▪‣◦–—o-]\s+)", "", words, count=1).strip()


def without_number(words: str) -> str:
    return re.sub(r"^\(?\d{1,2}\s?[.):]\)?\s+(?=\S)", "", words, count=1).strip()


def plain(words: str) -> str:
    """Without final punctuation and double spaces."""
    return re.sub(r"\s+", " ", words).strip().rstrip(".;,:").rstrip(" -–—>").rstrip()
