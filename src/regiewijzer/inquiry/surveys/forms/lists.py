"""Who is asked, as a list of lines: `Els Wouters <els@school.be>; education`. Every line with a mistake is named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from regiewijzer.inquiry.surveys.actions.launching import Asked
from regiewijzer.inquiry.surveys.models import Invitee

MOST_PEOPLE = 250
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
        try:
            asked = _person(line, layers)
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


def _person(line: Line, layers: Mapping[str, str]) -> Asked:
    who, _mark, group = (part.strip() for part in line.text.partition(";"))
    name, address = _name_and_address(who)
    return Asked(_address(line, address), _short(line, name, LONGEST_NAME), _cell(line, group, layers))


def _name_and_address(who: str) -> tuple[str, str]:
    name, mark, rest = who.rpartition("<")
    return (name.strip().strip('"'), rest.rstrip(">").strip()) if mark else ("", who)


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
    if group.casefold() not in layers:
        message = _("Line %(line)s: “%(group)s” is no layer of this questionnaire. Choose from: %(layers)s.")
        said = {"line": line.number, "group": group[:LONGEST_GROUP], "layers": ", ".join(sorted(layers))}
        raise ValidationError(message % said)
    return layers[group.casefold()]


def _short(line: Line, text: str, longest: int) -> str:
    if len(text) > longest:
        message = _("Line %(line)s: “%(text)s…” is too long: at most %(most)s characters.")
        raise ValidationError(message % {"line": line.number, "text": text[:30], "most": longest})
    return text
