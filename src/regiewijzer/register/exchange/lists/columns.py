"""What does each column of a table mean? By the words above it, then by what stands in it; each guess has a reason."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from regiewijzer.register.exchange.files.cells import letters
from regiewijzer.register.exchange.lists.frequencies import frequency_in
from regiewijzer.register.exchange.lists.grids import Grid, is_total, text_of
from regiewijzer.register.exchange.lists.organisations import words_of
from regiewijzer.register.exchange.lists.partners import is_person
from regiewijzer.register.exchange.lists.proposal import Because, Chosen, ColumnMeaning, chosen_for
from regiewijzer.register.exchange.lists.words import (
    SINGLE,
    SLIPS,
    Meaning,
    heading_words,
    is_nothing,
    meaning_of,
    origin_of,
    slip_of,
)
from regiewijzer.science.names import compared
from regiewijzer.science.written_days import Precision, day_in

MOST_EXAMPLES = 5
MOST, HALF = 0.6, 0.5
EARLIEST_YEAR, LATEST_YEAR = 1900, 2099
ONLY_WHERE_NONE = frozenset({Meaning.SINCE, Meaning.FREQUENCY, Meaning.ORIGIN, Meaning.CONTACT})
_YES_NO = re.compile(r"ja|neen?|j|n|x|yes|no|y")
_MAIL = re.compile(r".*@.*\..*")
_NAME_WORDS = re.compile(
    r"overleg|netwerk|werkgroep|stuurgroep|platform|raad|tafel|team|huis van|cel\b|kern|forum|comité"
)


def meanings_of(grid: Grid, legend: Mapping[str, str], chosen: Chosen) -> dict[int, ColumnMeaning]:
    """What every column of the table becomes."""
    found = {index: _by_heading(grid, index, legend, chosen) for index in _indexes(grid)}
    _judge_contents(grid, found, legend)
    _once_each(grid, found)
    if not any(each.becomes is Meaning.NAME for each in found.values()):
        _find_name(grid, found)
    _find_lead(grid, found)
    return found


def _indexes(grid: Grid) -> list[int]:
    used = {index for _number, cells in grid.rows for index in cells}
    return sorted(set(grid.headings) | used)


def _by_heading(grid: Grid, index: int, legend: Mapping[str, str], chosen: Chosen) -> ColumnMeaning:
    heading = grid.headings.get(index, "") or letters(index)
    examples = tuple(text_of(cell)[:60] for cell in grid.column(index)[:MOST_EXAMPLES])

    def column(becomes: Meaning, because: Because, word: str = "") -> ColumnMeaning:
        return ColumnMeaning(grid.sheet, heading, becomes, because, word, examples)

    if asked := chosen_for(chosen, grid.sheet, heading):
        return column(asked, Because.CHOSEN)
    if index in grid.hidden:
        return column(Meaning.NOTE, Because.HIDDEN)
    if index not in grid.headings:
        return column(Meaning.NOTE, Because.NOT_KNOWN)
    full = legend.get(heading) or legend.get(heading.rstrip("."))
    if full and (meaning := meaning_of(full)):
        return column(meaning, Because.HEADING, full)
    if meaning := meaning_of(heading):
        return column(meaning, Because.HEADING, heading)
    if slip := slip_of(heading):
        return column(SLIPS[slip], Because.SPELT_LIKE, slip)
    return column(Meaning.NOTE, Because.NOT_KNOWN)


def _judge_contents(grid: Grid, found: dict[int, ColumnMeaning], legend: Mapping[str, str]) -> None:
    """Where what stands in a column says otherwise than the words above it."""
    leads = [index for index, each in found.items() if each.becomes is Meaning.LEAD]
    taken = {each.becomes for each in found.values()}
    for index, each in list(found.items()):
        if each.because is Because.CHOSEN or index in grid.hidden:
            continue
        texts = [text for cell in grid.column(index) if not is_nothing(text := text_of(cell)) and not is_total(text)]
        if not texts:
            continue
        persons = sum(is_person(text.split("(")[0].strip()) for text in texts) / len(texts)
        organised = sum(bool(words_of(text).kinds) for text in texts) / len(texts)
        if each.becomes is Meaning.LEAD and persons > MOST:
            found[index] = _becomes(each, Meaning.CONTACT)
        elif each.becomes is Meaning.CONTACT and not leads and persons < HALF < organised:
            found[index] = _becomes(each, Meaning.LEAD)
        elif (each.becomes is Meaning.NUMBER and not all(text.rstrip(".").isdigit() for text in texts)) or (
            each.becomes is Meaning.COUNT and not all(re.fullmatch(r"[\d.,]+", text) for text in texts)
        ):
            found[index] = _becomes(each, Meaning.NOTE)
        elif (
            each.becomes is Meaning.NOTE
            and each.because is Because.NOT_KNOWN
            and (meaning := _by_contents(grid, index, texts, legend))
            and (meaning not in ONLY_WHERE_NONE or meaning not in taken)
        ):
            found[index] = _becomes(each, meaning)
            taken.add(meaning)
        elif each.becomes is Meaning.ORIGIN and _says_no_origin(texts, legend):
            found[index] = _becomes(each, Meaning.NOTE if Meaning.GOAL in taken else Meaning.GOAL)
            taken.add(found[index].becomes)
        elif each.becomes is Meaning.CONTACT and sum(
            bool(_MAIL.fullmatch(text)) and " " not in text for text in texts
        ) == len(texts):
            found[index] = _becomes(each, Meaning.EMAIL)


def _find_lead(grid: Grid, found: dict[int, ColumnMeaning]) -> None:
    """Without a heading for it: the column of which each name also stands among the partners of its row."""
    if any(each.becomes is Meaning.LEAD for each in found.values()):
        return
    partners = [index for index, each in found.items() if each.becomes is Meaning.PARTNERS]
    for index, each in found.items():
        unsure = each.becomes is Meaning.CONTACT or each.because is Because.NOT_KNOWN
        if not unsure or each.becomes not in (Meaning.NOTE, Meaning.CONTACT) or index in grid.hidden:
            continue
        rows = [
            (_names(text_of(cells[index])), compared(" ; ".join(text_of(cells[i]) for i in partners if i in cells)))
            for _number, cells in grid.rows
            if index in cells and not is_nothing(text_of(cells[index]))
        ]
        inside = sum(any(len(name) > 1 and name in beside for name in names) for names, beside in rows)
        if len(rows) > 1 and inside >= MOST * len(rows):
            found[index] = _becomes(each, Meaning.LEAD)
            return


def _names(text: str) -> list[str]:
    """A cell as one name, and what stands before and between its brackets."""
    return [compared(piece) for piece in (text, *re.split(r"[()]", text)) if piece.strip()]


def _says_no_origin(texts: Sequence[str], legend: Mapping[str, str]) -> bool:
    """Whether words above a column promise who wants a network, and nothing in it says so."""
    said = [origin_of(legend.get(text, text)) or _YES_NO.fullmatch(compared(text)) for text in texts]
    return not any(said) and sum(len(text.split()) for text in texts) > len(texts)


def _becomes(each: ColumnMeaning, meaning: Meaning) -> ColumnMeaning:
    return ColumnMeaning(each.sheet, each.heading, meaning, Because.CONTENTS, "", each.examples)


def _by_contents(grid: Grid, index: int, texts: list[str], legend: Mapping[str, str]) -> Meaning | None:
    cells = grid.column(index)
    codes = [[legend.get(piece.strip()) for piece in re.split(r"[;,\n|]", text)] for text in texts]
    if legend and sum(len(names) > 1 and all(names) for names in codes) >= HALF * len(texts):
        return Meaning.PARTNERS
    if sum(bool(_MAIL.fullmatch(text)) and " " not in text for text in texts) >= MOST * len(texts):
        return Meaning.EMAIL
    if len(cells) > 2 and all(isinstance(cell, date) for cell in cells):
        return None  # a day of what? nobody said
    if _share(texts, _is_start) >= MOST:
        return Meaning.SINCE
    if _share(texts, _is_frequency) >= MOST:
        return Meaning.FREQUENCY
    if _share(texts, lambda text: bool(origin_of(text)) and not _YES_NO.fullmatch(compared(text))) >= MOST:
        return Meaning.ORIGIN
    if _share(texts, lambda text: is_person(text.split("(")[0].strip())) >= MOST:
        return Meaning.CONTACT
    several = [text for text in texts if len(re.split(r"[;\n|]|, ", text)) > 2]
    if len(several) >= HALF * len(texts) and sum(bool(words_of(text).kinds) for text in several) >= MOST * len(texts):
        return Meaning.PARTNERS
    return None


def _share(texts: Sequence[str], says: Callable[[str], bool]) -> float:
    """For how many of these texts it holds, from 0 to 1."""
    return sum(map(says, texts)) / len(texts)


def _is_start(text: str) -> bool:
    """A year, a month or a season says since when; a whole day may be a day of anything."""
    found = day_in(text, latest_year=LATEST_YEAR)
    return found is not None and found.precision is not Precision.DAY and found.first.year >= EARLIEST_YEAR


def _is_frequency(text: str) -> bool:
    """A frequency in words: a bare number may count anything."""
    return not text.strip().isdigit() and frequency_in(text).times is not None


def _once_each(grid: Grid, found: dict[int, ColumnMeaning]) -> None:
    """Of two columns with one meaning the best keeps it; another becomes a note, and nothing of it is lost."""
    for meaning in SINGLE:
        same = [index for index, each in found.items() if each.becomes is meaning]
        if len(same) < 2:
            continue
        keep = max(same, key=lambda index: _weight(grid, index, found[index]))
        for index in same:
            if index != keep:
                each = found[index]
                if meaning is Meaning.NAME and _are_persons(grid, index):
                    found[index] = _becomes(each, Meaning.CONTACT)
                    continue
                other = Meaning.GOAL if meaning is Meaning.NAME and _is_prose(grid, index) and not any(
                    one.becomes is Meaning.GOAL for one in found.values()) else Meaning.NOTE  # fmt: skip
                if meaning is Meaning.PARTNER and not any(one.becomes is Meaning.NAME for one in found.values()):
                    other = Meaning.NOTE
                found[index] = ColumnMeaning(each.sheet, each.heading, other, Because.TWICE, "", each.examples)


def _weight(grid: Grid, index: int, each: ColumnMeaning) -> tuple[bool, int, bool, int]:
    filled = len(grid.column(index))
    short = bool(re.fullmatch(r"(naam|netwerk|name|network|overleg(orgaan)?)( .*)?", heading_words(each.heading)))
    return each.because is Because.CHOSEN, int(filled > len(grid.rows) * 0.2), short, -index


def _are_persons(grid: Grid, index: int) -> bool:
    texts = [text for cell in grid.column(index) if not is_nothing(text := text_of(cell))]
    return bool(texts) and sum(map(is_person, texts)) > MOST * len(texts)


def _is_prose(grid: Grid, index: int) -> bool:
    texts = [text_of(cell) for cell in grid.column(index)]
    return bool(texts) and sum(len(text.split()) for text in texts) / len(texts) > 4


def _find_name(grid: Grid, found: dict[int, ColumnMeaning]) -> None:
    """Without a heading for it: the first column of short texts that differ, when they sound like networks."""
    for index in sorted(found):
        each = found[index]
        if (
            index in grid.hidden
            or each.because is Because.CHOSEN
            or each.becomes not in (Meaning.NOTE, Meaning.ORIGIN, Meaning.GOAL)
        ):
            continue
        texts = [text_of(cell) for cell in grid.column(index) if isinstance(cell, str)]
        if len(texts) < 2 or len(set(texts)) < len(texts) * 0.9 or max(map(len, texts)) > 150:
            continue
        named = _share(texts, lambda text: bool(_NAME_WORDS.search(heading_words(text))))
        helped = {Meaning.PARTNERS, Meaning.GOAL, Meaning.LEAD} & {one.becomes for one in found.values()}
        others = {Meaning.PARTNERS, Meaning.SINCE, Meaning.FREQUENCY, Meaning.ORIGIN, Meaning.LEAD, Meaning.GOAL}
        unknown = each.because is Because.NOT_KNOWN and not _are_persons(grid, index)
        surrounded = unknown and len(others & {one.becomes for one in found.values()}) >= 2
        if named >= 0.25 or (named > 0 and helped) or surrounded:
            found[index] = _becomes(each, Meaning.NAME)
            return
