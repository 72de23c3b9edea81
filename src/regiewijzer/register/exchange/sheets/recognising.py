"""Which sheet of ours is this? By its title, in Dutch or English; a title that comes close is asked about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.sheets.mistakes import Fault, Mistake, Note, Place, Remark
from regiewijzer.register.exchange.sheets.reading import SheetRead, names_of, plain, read_sheet
from regiewijzer.register.exchange.sheets.sheet import Sheet
from regiewijzer.science.names import compared

EXPLANATION, LISTS, NAMESAKES = "Uitleg", "Lijsten", "Naamgenoten"
CELLS_OF_NAMESAKES = 6
_OURS_BUT_NOT_DATA = frozenset({plain(EXPLANATION), plain(LISTS), "explanation", "lists"})


@dataclass(slots=True)
class Read:
    """Everything read from a file: by the code of the sheet, in the order of the file."""

    readings: dict[str, SheetRead] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def read_sheets(sheets: Sequence[Sheet], raws: Iterable[RawSheet]) -> Read:
    """Read every sheet we know. Refused when there is none."""
    read = Read()
    by_name = {name: sheet for sheet in sheets for name in names_of(sheet.title, sheet.code, sheet.also)}
    raws = tuple(raws)
    for raw in raws:
        sheet = by_name.get(plain(raw.title))
        if sheet is None:
            _read_unknown(raw, by_name, read)
        elif sheet.code in read.readings:
            twice = Mistake(Fault.SHEET_TWICE, Place(raw.place, 1, 0), sheet.title.nl, raw.title)
            read.readings[sheet.code].mistakes.append(twice)
        else:
            read.readings[sheet.code] = read_sheet(sheet, raw)
    if not read.readings:
        raise Refused(Reason.NO_SHEET_OF_OURS, titles=", ".join(sheet.title.nl for sheet in sheets))
    for raw in raws:
        if plain(raw.title) in names_of(Text(nl=EXPLANATION, en="Explanation"), "explanation"):
            _read_namesakes(raw, by_name, read)
    return read


def _read_namesakes(raw: RawSheet, by_name: Mapping[str, Sheet], read: Read) -> None:
    """How many rows of one name our own export took out: they are not one and the same."""
    for _number, cells in raw.rows:
        if len(cells) < CELLS_OF_NAMESAKES or cells[1] != NAMESAKES:
            continue
        sheet, count = by_name.get(plain(str(cells[0]))), str(cells[5])
        if sheet is not None and sheet.code in read.readings and count.isdecimal():
            read.readings[sheet.code].namesakes[compared(str(cells[3]))] = int(count)


def _read_unknown(raw: RawSheet, by_name: Mapping[str, Sheet], read: Read) -> None:
    """A title that comes close to one of ours is judged as that sheet, but its rows cannot come in."""
    if plain(raw.title) in _OURS_BUT_NOT_DATA:
        return
    alike = get_close_matches(plain(raw.title)[:100], by_name, n=1, cutoff=0.8)
    if not alike or by_name[alike[0]].code in read.readings:
        read.remarks.append(Remark(Note.SHEET_NOT_READ, {"sheet": raw.place}))
        return
    meant = by_name[alike[0]]
    reading = read_sheet(meant, raw)
    misspelt = Mistake(
        Fault.SHEET_MISSPELT, Place(raw.place, 1, 0), raw.title, raw.title, meant.title, {"meant": meant.title.nl}
    )
    reading.mistakes.insert(0, misspelt)
    reading.unnamed = True
    read.readings[meant.code] = reading
