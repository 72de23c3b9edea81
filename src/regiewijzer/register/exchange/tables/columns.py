"""Columns and checks that several sheets share."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from regiewijzer.library import catalogue
from regiewijzer.library.entries import ThemeKind
from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.sheets.choices import OneOf, SomeOf, Tags
from regiewijzer.register.exchange.sheets.kinds import Day, Prose, Value, YesNo
from regiewijzer.register.exchange.sheets.links import Link, Links
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import TODAY, Check, Column, Problem, Values
from regiewijzer.register.networks.models import Origin
from regiewijzer.ui.forms import LONGEST_TAG, MOST_TAGS

TEXTS = Path(__file__).parent / "texts"
LONGEST_NAME = 200
POLICY_THEMES = tuple(theme.key for theme in catalogue.themes() if theme.kind is ThemeKind.POLICY)

NAME = Column("name", Prose(LONGEST_NAME), required=True)
AS_OF = Column("as_of", Day(), default=TODAY)
ARCHIVED = Column("archived", YesNo())
THEMES = Column("themes", SomeOf("themes", POLICY_THEMES))
TARGET_GROUPS = Column("target_groups", Tags(MOST_TAGS, LONGEST_TAG))
TERRITORY = Column("territory", Prose(150))
ORIGIN = Column("origin", OneOf("origins"), default=Origin.OWN.value)
STARTED, ENDED = Column("started", Day()), Column("ended", Day())


def _one_of(nl: str, en: str, sheet: str, example: str) -> Text:
    return Text(
        nl=f"{nl} op het blad {sheet} of in Regiewijzer, zoals {example}",
        en=f"{en} on the sheet {sheet} or in Regiewijzer, such as {example}",
    )


def _some_of(one: Text) -> Text:
    return Text(nl=f"{one.nl}; meer met een puntkomma ertussen", en=f"{one.en}; more with a semicolon between")


_PARTNER = _one_of(
    "naam of KBO-nummer van een partner", "name or KBO number of a partner", "Partners", "OCMW Aalst of 0212.237.186"
)
_PERSON = _one_of("naam van iemand", "name of somebody", "Mensen", "An Peeters")
_NETWORK = _one_of("naam van een netwerk", "name of a network", "Netwerken", "Huis van het Kind")
_CHALLENGE = _one_of("naam van een opgave", "name of a challenge", "Opgaven", "Elk kind een plek")
_INSTRUMENT = _one_of("naam van een instrument", "name of an instrument", "Instrumenten", "Subsidiereglement opvang")

TO_ORGANISATION, TO_ORGANISATIONS = Link("organisations", _PARTNER), Links("organisations", _some_of(_PARTNER))
TO_CHALLENGE, TO_CHALLENGES = Link("challenges", _CHALLENGE), Links("challenges", _some_of(_CHALLENGE))
TO_PERSONS = Links("persons", _some_of(_PERSON), within="organisation")
TO_NETWORK, TO_INSTRUMENT = Link("networks", _NETWORK), Link("instruments", _INSTRUMENT)


def not_in_future(column: str) -> Check:
    """A day on which something was known or measured lies behind us."""

    def test(values: Values, _before: Values | None, today: date) -> Iterator[Problem]:
        day = values[column]
        if isinstance(day, date) and day > today:
            yield Problem(column, Fault.YET_TO_COME, {"today": f"{today:%d/%m/%Y}"})

    return Check((column,), test)


def ends_after_start(start: str = "started", end: str = "ended") -> Check:
    """No period ends before it starts."""

    def test(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
        started, ended = values[start], values[end]
        if isinstance(started, date) and isinstance(ended, date) and ended < started:
            yield Problem(end, Fault.END_BEFORE_START, {"start": f"{started:%d/%m/%Y}"})

    return Check((start, end), test)


def is_filled(value: Value) -> bool:
    """Whether there is anything in it."""
    return value not in (None, "", ())
