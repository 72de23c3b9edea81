"""What goes out? The stored rows, or a template, as sheets that an import would read back without a change."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.files.writing import Heading, Written
from regiewijzer.register.exchange.plans.directory import NamedRow
from regiewijzer.register.exchange.plans.planning import plan_of
from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Target, Value, YesNo
from regiewijzer.register.exchange.sheets.recognising import EXPLANATION, NAMESAKES, Read
from regiewijzer.register.exchange.sheets.rows import Stored
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet, Values
from regiewijzer.register.exchange.tables.base import Table
from regiewijzer.science.names import compared

EXAMPLE_MARK = "Voorbeeld:"
RULES = (
    "Vul op elk blad één rij per ding in, onder de titels. Titels met * zijn nodig. De volgorde van kolommen is vrij.",
    f"Rijen die met “{EXAMPLE_MARK}” beginnen, brengen we niet binnen. Je mag ze laten staan of wissen.",
    "Een lege cel laat staan wat er al stond. Zet een streepje (-) om iets leeg te maken.",
    "Wat niet in het werkboek staat, blijft in Regiewijzer zoals het is. Binnenbrengen wist nooit iets.",
    "Verwijs naar een ander blad met de naam.",
    "Komt een naam twee keer voor, zet er dan het KBO-nummer achter: Aalst (0207.437.468).",
    "Zet bij meer dan één waarde een puntkomma ertussen. Schrijf een dag als 03/12/2026.",
    "Plak waarden, geen formules.",
    "Metingen, evaluaties en resultaten wijzigen nooit: andere cijfers zijn een nieuwe rij.",
    "In CSV staat een apostrof voor tekst die met = + - of @ begint, zodat een rekenblad er geen formule van maakt.",
    "Antwoorden op vragenlijsten, accounts en het spoor blijven in Regiewijzer en staan hier niet.",
)


def stored_sheets(
    tables: Sequence[Table], beside: Mapping[str, Sequence[NamedRow]], *, confidential: bool
) -> tuple[Written, ...]:
    """The explanation, and every stored row of every table; with what is `confidential`, or without."""
    stored = {table.sheet.code: table.stored() for table in tables}
    numbers = {table.sheet.code: table.clean for table in tables}
    sheets = [table.sheet for table in tables]
    names = plan_of(sheets, Read(), stored, date.max, numbers, beside).names
    if not confidential:
        sheets = [replace(sheet, columns=columns) for sheet in sheets if (columns := sheet.for_everybody)]
    written = []
    for sheet in sheets:
        rows = tuple(_row(sheet, one.values, names) for one in stored[sheet.code])
        written.append(Written(sheet.title.nl, _headings(sheet), rows))
    told = explanation(sheets)
    return (replace(told, rows=(*told.rows, *_namesakes(sheets, stored))), *written)


def _namesakes(sheets: Sequence[Sheet], stored: Mapping[str, Sequence[Stored]]) -> Iterator[tuple[Raw, ...]]:
    """Which rows share a name and are not the same, so that a register where they are not yet takes them all in."""
    for sheet in sheets:
        if len(sheet.key) > 1 or sheet.apart or sheet.grows:
            continue
        (key,) = sheet.key
        names = Counter(
            str(one.values[key])
            for one in stored[sheet.code]
            if not any(one.values.get(each) for each in sheet.numbers)
        )
        shared = Counter(compared(name) for name in names.elements())
        first = {compared(name): name for name in reversed(names)}
        yield from (
            (sheet.title.nl, NAMESAKES, "", first[name], "", str(count)) for name, count in shared.items() if count > 1
        )


def template_sheets(sheets: Sequence[Sheet]) -> tuple[Written, ...]:
    """The explanation, and every sheet with one row that shows what could stand there."""
    return (
        explanation([sheet for sheet in sheets if sheet.offered]),
        *(
            Written(sheet.title.nl, _headings(sheet), (_example(sheet),), example=True)
            for sheet in sheets
            if sheet.offered
        ),
    )


def explanation(sheets: Sequence[Sheet]) -> Written:
    """How to fill in the workbook, then every column of every sheet."""
    headings = tuple(
        Heading(text) for text in ("Blad", "Kolom", "Nodig", "Wat vul je in", "Wat mag er staan", "Voorbeeld")
    )
    rules = [("Zo werkt het", "", "", rule, "", "") for rule in RULES]
    columns: list[tuple[Raw, ...]] = []
    for sheet in sheets:
        columns.append((sheet.title.nl, "", "", sheet.explanation.nl, "", ""))
        columns += [_explained(sheet, column) for column in sheet.columns]
    return Written(EXPLANATION, headings, (*rules, *columns))


def _explained(sheet: Sheet, column: Column) -> tuple[Raw, ...]:
    needed = "ja" if column.required else ""
    return (sheet.title.nl, column.heading.nl, needed, column.explanation.nl, column.kind.allowed.nl, column.example)


def _headings(sheet: Sheet) -> tuple[Heading, ...]:
    return tuple(
        Heading(
            column.heading.nl,
            f"{column.explanation.nl} {_capital(column.kind.allowed.nl)}.",
            _choices(column),
            column.required,
        )
        for column in sheet.columns
    )


def _choices(column: Column) -> tuple[str, ...]:
    if isinstance(column.kind, OneOf):
        return column.kind.words
    return ("ja", "nee") if isinstance(column.kind, YesNo) else ()


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _example(sheet: Sheet) -> tuple[Raw, ...]:
    first, *others = (column.example for column in sheet.columns)
    return (f"{EXAMPLE_MARK} {first}", *others)


def _row(sheet: Sheet, values: Values, names: Mapping[Target, str]) -> tuple[Raw, ...]:
    return tuple(_cell(column, values[column.key], names) for column in sheet.columns)


def _cell(column: Column, value: Value, names: Mapping[Target, str]) -> Raw:
    return "" if value in (None, "", ()) else column.kind.written(value, lambda target: names.get(target, ""))
