"""The sheets of meetings: when a network met, its agenda, who was there, what was agreed, and who does what by when."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Prose, Whole
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.columns import (
    ARCHIVED,
    AS_OF,
    TEXTS,
    TO_COLLEAGUE,
    TO_DECISION,
    TO_MEETING,
    TO_PERSON,
    columns_of,
    not_in_future,
)
from regiewijzer.register.exchange.tables.records import RecordTable
from regiewijzer.register.meetings.models import (
    LONGEST_ITEM,
    LONGEST_MINUTES,
    Action,
    AgendaItem,
    Agreement,
    Meeting,
    Presence,
)

FILE = TEXTS / "meetings.yaml"
MOST_ITEMS = 200


def _ends_later(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    starts, ends = values["starts"], values["ends"]
    if starts is not None and ends is not None and str(ends) <= str(starts):
        yield Problem("ends", Fault.END_BEFORE_START, {"start": str(starts)})


MEETINGS = described(
    Sheet(
        code="meetings",
        columns=columns_of(
            Meeting,
            "name",
            "network",
            "held_on",
            "starts",
            "ends",
            "place",
            "link",
            "state",
            Column("minutes", Prose(LONGEST_MINUTES)),
            "approved_on",
            AS_OF,
            ARCHIVED,
        ),
        key=("name",),
        checks=(not_in_future("as_of"), Check(("starts", "ends"), _ends_later)),
    ),
    FILE,
)
AGENDA = described(
    Sheet(
        code="agenda_items",
        columns=columns_of(
            AgendaItem,
            Column("meeting", TO_MEETING, required=True),
            Column("place", Whole(1, MOST_ITEMS), required=True),
            "title",
            "aim",
            Column("minutes", Whole(1, LONGEST_ITEM)),
            "who",
            "origin",
            "note",
        ),
        key=("meeting", "place"),
        grows=True,
        offered=False,
    ),
    FILE,
)
PRESENCES = described(
    Sheet(
        code="presences",
        columns=columns_of(
            Presence,
            Column("meeting", TO_MEETING, required=True),
            "organisation",
            Column("seen", OneOf("presences"), required=True),
            Column("person", TO_PERSON),
        ),
        key=("meeting", "organisation"),
        grows=True,
        offered=False,
    ),
    FILE,
)
AGREEMENTS = described(
    Sheet(
        code="agreements",
        columns=columns_of(Agreement, Column("meeting", TO_MEETING, required=True), "text"),
        key=("meeting", "text"),
        grows=True,
        offered=False,
    ),
    FILE,
)
ACTIONS = described(
    Sheet(
        code="actions",
        columns=columns_of(
            Action,
            "name",
            "network",
            "organisation",
            Column("person", TO_PERSON),
            Column("colleague", TO_COLLEAGUE),
            "due",
            "state",
            "done_on",
            Column("meeting", TO_MEETING),
            Column("decision", TO_DECISION),
            "note",
            AS_OF,
            ARCHIVED,
        ),
        key=("name", "network"),
        apart=("due", "meeting"),
        checks=(not_in_future("as_of"), not_in_future("done_on")),
    ),
    FILE,
)


class MeetingTable(RecordTable):
    """Meetings, in and out of a workbook, with the minutes that were closed."""

    sheet = MEETINGS
    model = Meeting

    def for_search(self) -> Any:
        return Meeting.objects.select_related("network")


class AgendaTable(AppendOnlyTable):
    """Items of agendas."""

    sheet = AGENDA
    model = AgendaItem
    told_as = "agenda"
    order = ("meeting", "place")


class PresenceTable(AppendOnlyTable):
    """Who was there."""

    sheet = PRESENCES
    model = Presence
    told_as = "presence"
    order = ("meeting",)


class AgreementTable(AppendOnlyTable):
    """What was agreed."""

    sheet = AGREEMENTS
    model = Agreement
    told_as = "agreement"
    order = ("meeting",)


class ActionTable(RecordTable):
    """Actions, in and out of a workbook."""

    sheet = ACTIONS
    model = Action

    def for_search(self) -> Any:
        return Action.objects.select_related("network", "organisation", "person", "colleague__user")
