"""Who is named in minutes: who was there, who was excused, what initials stand for, whom an action belongs to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from regiewijzer.science.minutes.lines import Line

_PRESENT = (
    r"aanwezigen|aanwezige leden|aanwezig|aanw\.?|waren er(?:bij)?|wie was er(?:bij)?|wie waren er(?:bij)?"
    r"|wie erbij was"
    r"|wie er was(?:ren)?|erbij waren"
    r"|attendees|attending|in attendance|deelnemers|deelgenomen|namen deel|present|leden aanwezig|waren aanwezig|erbij"
)
_EXCUSED = (
    r"verontschuldigden|verontschuldigd|verontsch\.?|veront\.?|lieten zich verontschuldigen"
    r"|liet zich verontschuldigen"
    r"|sorry gezegd|zeiden sorry|afgemeld|afmeldingen|met kennisgeving afwezig|afwezig met kennisgeving"
    r"|apologies(?: for absence)?|excused|kon(?:den)? niet komen|excuus|wie (?:was )?verontschuldigd(?: was)?"
)
_ABSENT = (
    r"wie (?:was er )?niet(?: kon)?|wie er niet was|afwezigen|afwezig|niet aanwezig|niet verontschuldigd"
    r"|absent|not present"
)
_OTHER = (
    r"legende|legenda|afkortingen|initialen|verslag(?:gever|geving)?|verslagnemer|voorzitter|plaats|locatie|datum|uur"
    r"|agenda|volgende vergadering|next meeting|chair|minutes|place|date|time|vervangen|kopie|cc"
)
_LABEL = re.compile(
    rf"^(?:(?P<present>{_PRESENT})|(?P<excused>{_EXCUSED})|(?P<absent>{_ABSENT})|(?P<other>{_OTHER}))"
    r"(?:\s*\([^)]*\))?\s*(?P<colon>:|$|\s[–-]\s)\s*",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(
    rf"(?<=[.;])\s+(?=(?:{_PRESENT}|{_EXCUSED}|{_ABSENT}|verslag)(?:\s*\([^)]*\))?\s*:)", re.IGNORECASE
)
_TITLES = {
    "mevrouw",
    "mevr.",
    "mevr",
    "mw.",
    "mw",
    "meneer",
    "mijnheer",
    "dhr.",
    "dhr",
    "heer",
    "dokter",
    "dr.",
    "dr",
}
_TITLES |= {"mrs.", "mrs", "ms.", "ms", "mr.", "mr"}
_JOINS = re.compile(r"\s*(?:[,;+&/]|\ben\b|\band\b|\bof\b(?=\s+[A-Z]))\s*")
_NOBODY = re.compile(
    r"^(?:\?+|[-–—/.]*|nog (?:te|niet) (?:bepalen|bepaald|zoeken|beslissen|kiezen)|te bepalen|ntb|n\.t\.b\.?"
    r"|nvt|n\.v\.t\.?"
    r"|niemand|nog niemand|wie\?|geen|nihil|open|onbekend|tbd|tbc"
    r"|to be (?:decided|determined|confirmed|agreed)|nobody|no one|none)$",
    re.IGNORECASE,
)
EVERYBODY = {
    "allen",
    "iedereen",
    "alle leden",
    "alle partners",
    "alle aanwezigen",
    "elk",
    "elkeen",
    "ieder",
    "allemaal",
    "all",
    "everyone",
    "everybody",
}
_BODIES = re.compile(
    r"^(?:(?:de|het)\s+)?(?:ocmw|caw|clb|vzw|ldc|lbv|politie|parket|gemeente|stad|bestuur|dienst|afdeling|cel"
    r"|team|school"
    r"|scholen|bib|bibliotheek|college|schepen|burgemeester|voorzitter|secretaris|kernteam|kerngroep|werkgroep"
    r"|stuurgroep"
    r"|\w*(?:dienst|raad|raden|huis|groep|centrum|team|school|ploeg|werking|kring|loket|club|clubs|werkers?"
    r"|coördinator"
    r"|verantwoordelijke|bestuur|netwerk|platform|instelling|organisatie|voorziening))\b",
    re.IGNORECASE,
)
_UNITS = re.compile(r"^(?:dienst|afdeling|cel|team|departement|vzw|directie)\s", re.IGNORECASE)
_INITIALS = re.compile(r"^[A-ZÀ-Ý]{2,5}$")
_NAME_WORD = r"[A-ZÀ-Ý][\w'’.-]*"
LONGEST_OWNER = 6  # words


@dataclass(slots=True)
class People:
    """present, excused: names as they stand, without function. legend: full name by initials. known: every name."""

    present: list[str] = field(default_factory=list)
    excused: list[str] = field(default_factory=list)
    legend: dict[str, str] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def knows(self, words: str) -> bool:
        return words.casefold() in self.known or words in self.legend

    def learn(self, name: str) -> None:
        """A name, its first name, and its name without a title can all stand before an action."""
        folded = name.casefold()
        self.known.add(folded)
        parts = folded.split()
        if len(parts) > 1 and parts[0] not in _TITLES and not _BODIES.match(folded):
            self.known.add(parts[0])


def read_people(lines: list[Line], last_line: int) -> People:
    """Who is named above the first item: presence, excuses and the legend of initials."""
    people = People()
    _read_legend(lines, people)
    replaced: list[str] = []
    for at, line in enumerate(lines):
        for part in _NEXT_LABEL.split(line.text):
            found = _LABEL.match(part)
            if not found or found["other"]:
                continue
            value = part[found.end() :].strip()
            if value and not found["colon"].strip():
                continue
            if not found["colon"].strip() and line.number > last_line:
                continue
            block = [value] if value else _block_below(lines, at)
            _take(block, found, people, replaced)
    people.present.extend(name for name in replaced if name not in people.present)
    people.present = _once(people.present)
    people.excused = _once(people.excused)
    for name in [*people.present, *people.excused, *people.legend.values()]:
        people.learn(name)
    return people


def label_of(text: str) -> str:
    """Which label of the head of minutes a line begins with: present, excused, absent, other or none."""
    found = _LABEL.match(text)
    return (found.lastgroup or "") if found else ""


def is_people_label(text: str) -> bool:
    found = _LABEL.match(text)
    return bool(found and not found["other"])


def owners_of(words: str, people: People) -> tuple[str, ...]:
    """The owners these words name, initials of the legend in full; none for a dash, a question mark or "te bepalen"."""
    words = words.strip().strip(".").strip()
    if words.casefold() in people.known and not _has_join_of_known(words, people):
        return (words,)
    if _UNITS.match(words) and not any(people.knows(part) for part in _JOINS.split(words)[1:]):
        pieces = re.split(r"\s*[,;+&/]\s*", words)
    else:
        pieces = _JOINS.split(words)
    named = []
    for piece in pieces:
        said = piece.strip().rstrip(":").strip()
        if _NOBODY.match(said):
            continue
        named.append(people.legend.get(said, said))
    return tuple(dict.fromkeys(named))


def look_like_owners(words: str, people: People) -> bool:
    """Whether these words can only be somebody: a known name, initials, everybody, a body, or a name in capitals."""
    words = words.strip().strip(".")
    if not words or len(words.split()) > 2 * LONGEST_OWNER:
        return False
    return all(_looks_like_one(piece.strip(), people) for piece in _JOINS.split(words) if piece.strip())


def nobody(words: str) -> bool:
    """Whether these words leave the owner open."""
    return bool(_NOBODY.match(words.strip()))


def _looks_like_one(piece: str, people: People) -> bool:
    if people.knows(piece) or piece.casefold() in EVERYBODY or _INITIALS.match(piece):
        return True
    parts = piece.split()
    if len(parts) > LONGEST_OWNER or re.search(r"\d", piece):
        return False
    if parts[0].casefold() in _TITLES and len(parts) > 1:
        return True
    if _BODIES.match(piece):
        return len(parts) == 1 or all(
            re.match(_NAME_WORD, part) or part in _SMALL or _BODIES.match(part) for part in parts[1:]
        )
    return all(re.fullmatch(_NAME_WORD, part) or part in _SMALL for part in parts) and parts[0] not in _SMALL


_SMALL = {"de", "het", "van", "den", "der", "ter", "ten", "te", "voor", "in", "'t", "’t", "aan", "op", "d'", "zone"}


def _has_join_of_known(words: str, people: People) -> bool:
    return all(people.knows(piece) for piece in _JOINS.split(words)) and bool(_JOINS.search(words))


def _read_legend(lines: list[Line], people: People) -> None:
    """AV = An Verlinghe; An Verlinghe (AV); AV: An Verlinghe below a heading."""
    capital = r"(?<!\w)[A-ZÀ-Ý][\w'’.-]+(?:\s+(?:[A-ZÀ-Ý][\w'’.-]*|van|de|den|der|vande|el|d'\w+)){1,5}"
    pairs = re.compile(rf"\b([A-ZÀ-Ý]{{2,5}})\s*(?:=|:|–|\s-\s)\s*({capital})")
    after = re.compile(rf"({capital}|(?<!\w)[A-ZÀ-Ý][\w'’-]+)\s*\(([A-ZÀ-Ý]{{2,5}})(?:[,;][^)]*)?\)")
    in_legend = False
    for line in lines:
        if re.match(r"^(?:legende|legenda|afkortingen|initialen)\b", line.text, re.IGNORECASE):
            in_legend = True
        elif line.blank or (label_of(line.text) and label_of(line.text) != "other"):
            in_legend = False
        if "=" in line.text or in_legend:
            for short, full in pairs.findall(line.text):
                if _could_be_initials(short, full):
                    people.legend[short] = full.strip()
        for full, short in after.findall(line.text):
            if _could_be_initials(short, full):
                people.legend[short] = re.sub(r"^(?:schepen|voorzitter)\s+", "", full.strip(), flags=re.IGNORECASE)


def _could_be_initials(short: str, full: str) -> bool:
    """OCMW behind a name is an organisation: initials begin with the first letter of the name."""
    first = full.strip()[:1].upper()
    letters = [part[0].upper() for part in re.split(r"[\s-]+", full.strip()) if part]
    return (
        short[0] == first
        and all(letter in "".join(letters) + full.upper() for letter in short)
        and (len(short) <= len(letters) + 1)
    )


def _block_below(lines: list[Line], at: int) -> list[str]:
    block = []
    for line in lines[at + 1 :]:
        if line.blank or label_of(line.text):
            break
        block.append(line.item)
    return block


def _take(block: list[str], found: "re.Match[str]", people: People, replaced: list[str]) -> None:
    one_a_line = len(block) > 1
    for row in block:
        for piece in _pieces(row, one_a_line=one_a_line):
            _learn_bodies(piece, people)
            replacement = re.search(r"vervangen door\s+([^),;]+)", piece)
            if replacement and not nobody(replacement[1]):
                replaced.append(_name(replacement[1], people))
            name = _name(piece, people)
            if not name or nobody(name) or piece.lower().startswith("vervangen"):
                continue
            if found["present"]:
                people.present.append(name)
            elif found["excused"] or "verontschuldigd" in piece.lower():
                people.excused.append(name)


def _pieces(row: str, *, one_a_line: bool) -> Iterable[str]:
    """The people in a row: what stands in brackets belongs to who stands before it."""
    row = row.strip().rstrip(".").strip()
    hidden = re.sub(r"\([^)]*\)?", lambda found: re.sub(r"[,;&+/]|\ben\b|\band\b", "\0", found[0]), row)
    split = r"\s*;\s*" if ";" in hidden else r"\s*(?:,|\s&\s|\s\+\s|\ben\b|\band\b)\s*"
    at, pieces = 0, []
    for joint in re.finditer(split, hidden):
        pieces.append(row[at : joint.start()])
        at = joint.end()
    pieces.append(row[at:])
    if ";" in hidden or (one_a_line and (len(pieces) < 3 or not all(_could_be_name(piece) for piece in pieces))):
        return [piece.strip() for piece in pieces] if ";" in hidden else _first_and_replacements(row, pieces)
    return [piece.strip() for piece in pieces if _could_be_name(piece) or "vervangen door" in piece]


def _first_and_replacements(row: str, pieces: list[str]) -> list[str]:
    """One person a line: what follows a comma is a function or an organisation."""
    first = re.split(r"[,(]", row, maxsplit=1)[0]
    rest = row[len(first) :]
    several = [piece for piece in re.split(r"\s+(?:en|and)\s+|\s*&\s*", first) if piece.strip()]
    if len(several) > 1 and all(_could_be_name(piece) for piece in several):
        return [*several[:-1], several[-1] + rest]
    return [row]


def _could_be_name(piece: str) -> bool:
    words = piece.strip()
    if not words:
        return False
    first = words.split()[0]
    if first[0].isupper() or first.casefold() in _TITLES or words.lower().startswith(("de heer", "’t", "'t")):
        return True
    return len(words.split()) > 1 and any(part[0].isupper() for part in words.split("(")[0].split()[1:])


def _name(piece: str, people: People) -> str:
    """The name alone: no function, organisation or place; a title stays when there is no first name."""
    words = re.sub(r"\([^)]*\)?", " ", piece)
    words = re.split(r"\s[–—-]\s|\s*,\s*|\s*:\s*|\svervangt\s|\svoor\s|\sals\s|\snamens\s|\t", words)[0]
    words = re.sub(r"\s+(?:van|uit|bij)\s+(?:(?:de|het|den|'t|’t)\s+)?[a-zà-ÿ][\w-]*.*$", "", words).strip().rstrip(".")
    words = re.sub(r"\s+", " ", words)
    words = re.sub(r"^(?:de\s+)(?=heer\b)", "", words, flags=re.IGNORECASE)
    if words in people.legend:
        return people.legend[words]
    parts = words.split()
    lead = 0
    while lead < len(parts) - 1 and (parts[lead][0].islower() or parts[lead].casefold() in _TITLES):
        lead += 1
    rest = parts[lead:]
    if lead and len(rest) > 1 and not (parts[lead - 1].casefold() in _TITLES and rest[0].lower() in _SMALL):
        if (
            rest[0] in {"De", "Van", "Vande", "Vander", "El", "Ter"}
            and len(rest) == 2
            and parts[lead - 1].casefold() in _TITLES
        ):
            return words
        return " ".join(rest)
    return words


def _learn_bodies(piece: str, people: People) -> None:
    """What stands in brackets behind a name may own an action too."""
    for inside in re.findall(r"\(([^)]*)\)", piece):
        for said in re.split(r"\s*[,;]\s*", inside.strip()):
            if (
                said
                and not _INITIALS.match(said)
                and not re.match(r"vervang|verontschuldig|ziek|tot\b|vanaf\b|voorzit", said)
            ):
                people.known.add(said.casefold())


def _once(names: list[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))
