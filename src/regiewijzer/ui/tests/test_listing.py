from typing import Any

from django.core.paginator import Paginator

from regiewijzer.ui.listing import Cell, Column, ShownList

NAME, COUNT = Column("name", "Name & such", heads=True), Column("count", 'How "many"', numeric=True)


def _written(*cells: tuple[Column, Cell]) -> str:
    page: Any = Paginator([1], 1).get_page(1)
    return str(ShownList([], [list(cells)], [], page, "", False, False, []).written[0])


def test_a_row_is_written_with_its_name_as_heading() -> None:
    row = _written((NAME, Cell("A <b>", note="it's", url="/a/?b=1&c=2")), (COUNT, Cell("3")))

    assert row == (
        '<tr><th scope="row"><a href="/a/?b=1&amp;c=2">A &lt;b&gt;</a><small>it&#x27;s</small></th>'
        '<td class="num" data-label="How &quot;many&quot;">3</td></tr>\n'
    )


def test_a_state_has_its_mark_and_what_is_soft_is_soft() -> None:
    row = _written((COUNT, Cell("old", state="tight")), (COUNT, Cell("closed", soft=True)))

    assert '<span class="state state--tight"><svg class="mark mark--tight"' in row
    assert "</svg>old</span>" in row
    assert '<span class="soft">closed</span>' in row
