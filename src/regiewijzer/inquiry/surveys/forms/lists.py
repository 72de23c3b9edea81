"""Who is asked, as a list of lines: `Els Wouters <els@school.be>; education`. Every line with a mistake is named.

A line pasted from a mail program holds several people, and one pasted from a spreadsheet has its cells between tabs.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from regiewijzer.inquiry.surveys.actions.launching import Asked
from regiewijzer.inquiry.surveys.models import Invitee
from regiewijzer.science.names import compared, tidied

MOST_PEOPLE = 250
TWO = 2
_BETWEEN_PEOPLE = re.compile(r"[;,](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")  # outside quotes
LONGEST_NAME, LONGEST_GROUP = 150, 60


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something, by its number from 1."""

    number: int
    text: str


def read_list(text: str, layers: Mapping[str, str]) -> tuple[Asked, ...]:
    """The people of a list. ValidationError with every mistake in it, by line.

    `layers`: the groups there may be, by how they are written in small letters; any group will do when it is empty.
    """
    people: dict[str, Asked] = {}
    seen_on: dict[str, int] = {}
    mistakes: list[str] = []
    for line in _lines(text):
        for one in _people_on(line):
            try:
                asked = _person(one, layers)
            except ValidationError as wrong:
                mistakes += wrong.messages
                continue
            if asked.email in people:
                said = {"line": line.number, "address": asked.email, "before": seen_on[asked.email]}
                mistakes.append(_("Line %(line)s: “%(address)s” is on line %(before)s already.") % said)
            people.setdefault(asked.email, asked)
            seen_on.setdefault(asked.email, line.number)
    if len(people) > MOST_PEOPLE:
        mistakes.append(
            _("Ask at most %(most)s people, not %(people)s.") % {"most": MOST_PEOPLE, "people": len(people)}
        )
    if mistakes:
        raise ValidationError(mistakes)
    return tuple(people.values())


def as_list(invitees: list[Invitee], layers: Mapping[str, str]) -> str:
    """The same list as it can be typed again. `layers`: the word for a layer, by its code."""
    return "\n".join(f"{each}; {layers.get(each.cell, each.cell)}" if each.cell else str(each) for each in invitees)


def _lines(text: str) -> Iterator[Line]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield Line(number, line.strip())


def _people_on(line: Line) -> list[Line]:
    """The people on one line: one, unless there are several addresses with a comma or a semicolon between them."""
    if "\t" in line.text:
        return [Line(line.number, _from_cells([cell.strip() for cell in line.text.split("\t") if cell.strip()]))]
    if line.text.count("@") < TWO:
        return [line]
    parts = [tidied(part) for part in _BETWEEN_PEOPLE.split(line.text)]
    people: list[str] = []
    for part in (part for part in parts if part):
        # "Wouters, Els <els@school.be>": the comma stands inside one name
        if people and "@" not in people[-1]:
            people[-1] = f"{people[-1]}, {part}"
        else:
            people.append(part)
    return [Line(line.number, person) for person in people]


def _from_cells(cells: list[str]) -> str:
    """Name, address and group as a spreadsheet has them side by side, in whatever order name and address stand."""
    address = next((cell for cell in cells if "@" in cell), "")
    name, *group = [cell for cell in cells if cell != address] or [""]
    return "; ".join([f"{name} <{address}>" if name and "<" not in address else address, *group])


def _person(line: Line, layers: Mapping[str, str]) -> Asked:
    who, _mark, group = (part.strip() for part in line.text.partition(";"))
    name, address = _name_and_address(who)
    return Asked(_address(line, address), _short(line, name, LONGEST_NAME), _cell(line, group, layers))


def _name_and_address(who: str) -> tuple[str, str]:
    name, mark, rest = who.rpartition("<")
    written, address = (name, rest.rstrip(">")) if mark else ("", who)
    return tidied(written).strip("\"' "), tidied(address).removeprefix("mailto:").strip("'\"")


def _address(line: Line, address: str) -> str:
    try:
        validate_email(address)
    except ValidationError as wrong:
        message = _("Line %(line)s: “%(address)s” is not an e-mail address, such as els.wouters@school.be.")
        raise ValidationError(message % {"line": line.number, "address": address[:LONGEST_NAME]}) from wrong
    return address.lower()


def _cell(line: Line, group: str, layers: Mapping[str, str]) -> str:
    if not group or not layers:
        return _short(line, group, LONGEST_GROUP)
    layer = {compared(each): code for each, code in layers.items()}.get(compared(group))
    if layer is None:
        message = _("Line %(line)s: “%(group)s” is no layer of this questionnaire. Choose from: %(layers)s.")
        said = {"line": line.number, "group": group[:LONGEST_GROUP], "layers": ", ".join(sorted(layers))}
        raise ValidationError(message % said)
    return layer


def _short(line: Line, text: str, longest: int) -> str:
    if len(text) > longest:
        message = _("Line %(line)s: “%(text)s…” is too long: at most %(most)s characters.")
        raise ValidationError(message % {"line": line.number, "text": text[:30], "most": longest})
    return text
