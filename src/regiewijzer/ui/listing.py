"""How does a list behave? Sorted, filtered, searched and paged from its address, by keys the list itself names.

Nothing from the address reaches the database as a name: a key that the list does not know is ignored.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

PAGE_SIZE = 50
MOST_FILTERS = 5  # more would push the list off the first screen; ours
NOTHING = "–"
Narrow = Callable[[QuerySet[Any], str], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place: a text, the page it opens, a note below it. `state` is the mark it gets."""

    text: str
    note: str = ""
    url: str = ""
    state: str = ""
    soft: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is its text and nothing else, as most are."""
        return not (self.url or self.note or self.state or self.soft)


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `order` are the fields it sorts by; without them it cannot be sorted.

    `show` puts a row into words, for whoever made the request; nothing becomes a dash. `heads`: it names the row.
    `words`: it holds words of ours, which stay whole.
    """

    key: str
    label: Any
    order: tuple[str, ...] = ()
    show: Callable[[Any, Any], Cell | str | int | None] = lambda _row, _request: None
    heads: bool = False
    numeric: bool = False
    descending_first: bool = False
    words: bool = False

    def cell(self, row: Any, request: Any) -> Cell:
        found = self.show(row, request)
        return found if isinstance(found, Cell) else Cell(NOTHING if found in (None, "") else str(found))


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice that narrows the list. `standard` is what counts when the address says nothing."""

    key: str
    label: Any
    options: Callable[[], Sequence[tuple[str, Any]]]
    narrow: Narrow
    standard: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list offers. `sort` is the key of the column it opens with.

    `opens`: fields by which it opens instead, where no column says it, such as the nearest day first.
    """

    columns: tuple[Column, ...]
    sort: str = ""
    opens: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    search: Narrow | None = None
    page_size: int = PAGE_SIZE


@dataclass(frozen=True, slots=True)
class ShownColumn:
    label: Any
    numeric: bool
    url: str  # empty when it cannot be sorted
    direction: str  # ascending, descending or empty


@dataclass(frozen=True, slots=True)
class ShownFilter:
    key: str
    label: Any
    options: list[tuple[str, Any, bool]]
    narrows: bool  # another choice than the standard was made


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list as the page shows it: the first filters beside the search, `further` ones behind a fold when many."""

    columns: list[ShownColumn]
    rows: list[list[tuple[Column, Cell]]]
    filters: list[ShownFilter]
    page: Page[Any]
    text: str
    searchable: bool
    narrowed: bool
    pages: list[tuple[int | str, str]]  # number or ellipsis, address

    @property
    def first_filters(self) -> list[ShownFilter]:
        return self.filters if len(self.filters) <= MOST_FILTERS else self.filters[: MOST_FILTERS - 1]

    @property
    def further_filters(self) -> list[ShownFilter]:
        return self.filters[len(self.first_filters) :]

    @property
    def further_narrows(self) -> bool:
        return any(each.narrows for each in self.further_filters)

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def written(self) -> list[SafeString]:
        """The rows as HTML, written in one go: a template would look up every part of every cell."""
        labels = {column.key: escape(str(column.label)) for row in self.rows[:1] for column, _cell in row}
        return [_row("".join(_written(column, cell, labels[column.key]) for column, cell in row)) for row in self.rows]


def _row(cells: str) -> SafeString:
    return mark_safe(f"<tr>{cells}</tr>\n")  # noqa: S308 - _written escapes what it is given


def _written(column: Column, cell: Cell, label: str) -> str:
    text: str = escape(cell.text)
    if cell.url:
        text = f'<a href="{escape(cell.url)}">{text}</a>'
    elif cell.state:
        text = f'<span class="state state--{cell.state}">{_mark(cell.state)}{text}</span>'
    elif cell.soft:
        text = f'<span class="soft">{text}</span>'
    note = f"<small>{escape(cell.note)}</small>" if cell.note else ""
    if column.heads:
        return f'<th scope="row">{text}{note}</th>'
    kind = ' class="num"' if column.numeric else ' class="word"' if column.words else ""
    return f'<td{kind} data-label="{label}">{text}{note}</td>'


@cache
def _mark(kind: str) -> str:
    return render_to_string("ui/_mark.html", {"kind": kind}).strip()


def shown(listing: Listing, rows: QuerySet[Any], request: HttpRequest) -> ShownList:
    """Apply what the address asks to the rows, and put the page of them into words."""
    asked = request.GET
    text = asked.get("q", "").strip()[:200]
    filters, narrowed = [], bool(text)
    for choice in listing.filters:
        options = choice.options()
        value = _chosen(choice, options, asked)
        narrowed = narrowed or value != choice.standard
        rows = choice.narrow(rows, value) if value else rows
        if len(options) > 1:
            shown = [(key, name, key == value) for key, name in options]
            filters.append(ShownFilter(choice.key, choice.label, shown, value != choice.standard))
    if text and listing.search:
        rows = listing.search(rows, text)
    column, descending = _sorting(listing, asked)
    rows = rows.order_by(*(_ordering(column, descending=descending) if column else listing.opens), "pk")
    page = Paginator(rows, listing.page_size).get_page(asked.get("page"))
    columns = [_shown_column(item, column, asked, descending=descending) for item in listing.columns]
    cells = [[(item, item.cell(row, request)) for item in listing.columns] for row in page]
    return ShownList(columns, cells, filters, page, text, listing.search is not None, narrowed, pages_of(page, asked))


def _chosen(choice: Filter, options: Sequence[tuple[str, Any]], asked: QueryDict) -> str:
    value = asked.get(choice.key, choice.standard)
    return value if value in {str(key) for key, _ in options} else choice.standard


def _sorting(listing: Listing, asked: QueryDict) -> tuple[Column | None, bool]:
    """The column it is sorted by, None where it opens by fields of its own; and whether downwards."""
    wanted = asked.get("sort", "")
    by_key = {column.key: column for column in listing.columns if column.order}
    column = by_key.get(wanted.removeprefix("-"))
    if column is not None:
        return column, wanted.startswith("-")
    if listing.opens:
        return None, False
    return by_key[listing.sort], by_key[listing.sort].descending_first


def _ordering(column: Column, *, descending: bool) -> list[OrderBy]:
    if descending:
        return [F(name).desc(nulls_last=True) for name in column.order]
    return [F(name).asc(nulls_last=True) for name in column.order]


def _shown_column(column: Column, sorted_by: Column | None, asked: QueryDict, *, descending: bool) -> ShownColumn:
    if not column.order:
        return ShownColumn(column.label, column.numeric, "", "")
    current = column is sorted_by
    turn = not descending if current else column.descending_first
    direction = ("descending" if descending else "ascending") if current else ""
    return ShownColumn(column.label, column.numeric, address(asked, sort=("-" if turn else "") + column.key), direction)


def pages_of(page: Page[Any], asked: QueryDict) -> list[tuple[int | str, str]]:
    """The numbers of the pages of a list with their addresses; an ellipsis has none. Nothing when all is on one."""
    if not page.has_other_pages():
        return []
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return [(number, address(asked, page=number) if isinstance(number, int) else "") for number in numbers]


def address(asked: QueryDict, **changes: object) -> str:
    """The same address with some parts changed; another sort or filter starts again at the first page."""
    parts = asked.copy()
    if "page" not in changes:
        parts.pop("page", None)
    for key, value in changes.items():
        parts[key] = str(value)
    return f"?{parts.urlencode()}"
