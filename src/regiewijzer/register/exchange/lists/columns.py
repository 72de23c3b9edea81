"""What does each column of a table mean? By the words above it, then by what stands in it; each guess has a reason."""

import re
from collections.abc import Mapping
from datetime import date

from regiewijzer.register.exchange.files.cells import letters
from regiewijzer.register.exchange.lists.grids import Grid, is_total, text_of
from regiewijzer.register.exchange.lists.organisations import words_of
from regiewijzer.register.exchange.lists.partners import is_person
from regiewijzer.register.exchange.lists.proposal import Because, Chosen, ColumnMeaning
from regiewijzer.register.exchange.lists.words import (
    SINGLE,
    SLIPS,
    Meaning,
    heading_words,
    is_nothing,
    meaning_of,
    slip_of,
)
from regiewijzer.science.names import compared

MOST_EXAMPLES = 5
MOST, HALF = 0.6, 0.5
_MAIL = re.compile(r".*@.*\..*")
_NAME_WORDS = re.compile(
    r"overleg|netwerk|werkgroep|stuurgroep|platform|raad|tafel|team|huis van|cel\b|kern|forum|comité"
)


def meanings_of(grid: Grid, legend: Mapping[str, str], chosen: Chosen) -> dict[int, ColumnMeaning]:
    """What every column of the table becomes."""
    found = {index: _by_heading(grid, index, legend, chosen) for index in _indexes(grid)}
    _judge_contents(grid, found)
    _once_each(grid, found)
    if not any(each.becomes is Meaning.NAME for each in found.values()):
        _find_name(grid, found)
    return found


def _indexes(grid: Grid) -> list[int]:
    used = {index for _number, cells in grid.rows for index in cells}
    return sorted(set(grid.headings) | used)


def _by_heading(grid: Grid, index: int, legend: Mapping[str, str], chosen: Chosen) -> ColumnMeaning:
    heading = grid.headings.get(index, "") or letters(index)
    examples = tuple(text_of(cell)[:60] for cell in grid.column(index)[:MOST_EXAMPLES])

    def column(becomes: Meaning, because: Because, word: str = "") -> ColumnMeaning:
        return ColumnMeaning(grid.sheet, heading, becomes, because, word, examples)

    if asked := chosen.get((grid.sheet, heading)) or chosen.get(("", heading)) or chosen.get(("", compared(heading))):
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


def _judge_contents(grid: Grid, found: dict[int, ColumnMeaning]) -> None:
    """Where what stands in a column says otherwise than the words above it."""
    leads = [index for index, each in found.items() if each.becomes is Meaning.LEAD]
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
            and (meaning := _by_contents(grid, index, texts))
        ):
            found[index] = _becomes(each, meaning)
        elif each.becomes is Meaning.CONTACT and sum(
            bool(_MAIL.fullmatch(text)) and " " not in text for text in texts
        ) == len(texts):
            found[index] = _becomes(each, Meaning.EMAIL)


def _becomes(each: ColumnMeaning, meaning: Meaning) -> ColumnMeaning:
    return ColumnMeaning(each.sheet, each.heading, meaning, Because.CONTENTS, "", each.examples)


def _by_contents(grid: Grid, index: int, texts: list[str]) -> Meaning | None:
    cells = grid.column(index)
    if sum(bool(_MAIL.fullmatch(text)) and " " not in text for text in texts) >= MOST * len(texts):
        return Meaning.EMAIL
    if len(cells) > 2 and all(isinstance(cell, date) for cell in cells):
        return None  # a day of what? nobody said
    several = [text for text in texts if len(re.split(r"[;\n|]|, ", text)) > 2]
    if len(several) >= HALF * len(texts) and sum(bool(words_of(text).kinds) for text in several) >= MOST * len(texts):
        return Meaning.PARTNERS
    return None


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
        named = sum(bool(_NAME_WORDS.search(heading_words(text))) for text in texts) / len(texts)
        helped = {Meaning.PARTNERS, Meaning.GOAL, Meaning.LEAD} & {one.becomes for one in found.values()}
        if named >= 0.25 or (named > 0 and helped):
            found[index] = _becomes(each, Meaning.NAME)
            return
