"""What somebody typed in a long form stays in the browser until it is saved, on every page that has one."""

from collections.abc import Iterator
from html.parser import HTMLParser

from tests.typed import FORMS
from tests.world import House

LONG = 5  # fields to type or choose in
LONG_FORMS = 15  # so many there are at least
NOT_TYPED = {"hidden", "submit", "button", "file", "search", "radio", "checkbox"}


class _Forms(HTMLParser):
    """The forms that are sent, each with whether it keeps a draft and how many fields it has."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[bool, int]] = []
        self._open: tuple[bool, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._open = ("data-draft" in given, 0) if given.get("method") == "post" else None
        elif self._open and (tag in ("textarea", "select") or (tag == "input" and given.get("type") not in NOT_TYPED)):
            self._open = (self._open[0], self._open[1] + 1)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._open:
            self.found.append(self._open)
            self._open = None


def _long(page: str) -> Iterator[bool]:
    parser = _Forms()
    parser.feed(page)
    return (keeps for keeps, fields in parser.found if fields >= LONG)


def test_a_long_form_is_found_and_a_short_one_is_not() -> None:
    long, short = "<input>" * LONG, "<input>" * (LONG - 1) + '<input type="hidden">'

    assert list(_long(f'<form method="post">{long}</form><form method="post">{short}</form>')) == [False]
    assert list(_long(f'<form method="post" data-draft>{long}</form><form>{long}</form>')) == [True]


def test_every_long_form_keeps_what_was_typed(house: House) -> None:
    pages = {name: house.administrator.client.get(house.address(name)).content.decode() for name in sorted(FORMS)}
    found = {name: list(_long(page)) for name, page in pages.items()}

    assert sum(map(len, found.values())) > LONG_FORMS
    assert [name for name, keeping in found.items() if not all(keeping)] == []
