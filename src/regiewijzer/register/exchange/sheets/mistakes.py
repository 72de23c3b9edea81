"""What is wrong in a file, and where? Codes with their numbers; `wording` makes the sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.files.cells import letters

Numbers = Mapping[str, str | int]


class Fault(StrEnum):
    """What can be wrong with a cell, a row or a sheet."""

    # a cell
    MISSING = "missing"
    FORMULA = "formula"
    ERROR_VALUE = "error_value"
    NOT_TEXT = "not_text"
    TOO_LONG = "too_long"
    UNREADABLE_SIGNS = "unreadable_signs"
    NOT_WHOLE = "not_whole"
    NOT_A_NUMBER = "not_a_number"
    TOO_MANY_DECIMALS = "too_many_decimals"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_DAY = "not_a_day"
    NO_SUCH_DAY = "no_such_day"
    NO_WHOLE_DAY = "no_whole_day"
    DAY_AS_NUMBER = "day_as_number"
    TWO_DAYS = "two_days"
    MONTH_FIRST = "month_first"
    TWO_NUMBERS = "two_numbers"
    NOT_A_PHONE = "not_a_phone"
    NOT_A_TIME = "not_a_time"
    NOT_A_MOMENT = "not_a_moment"
    NOT_DATA = "not_data"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_CHOICE = "not_a_choice"
    TOO_MANY = "too_many"
    NOT_AN_EMAIL = "not_an_email"
    NOT_A_WEB_ADDRESS = "not_a_web_address"
    WRONG_NUMBER = "wrong_number"
    CANNOT_BE_EMPTIED = "cannot_be_emptied"
    # a name of something else
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    # a row
    TWICE = "twice"
    TAKEN = "taken"
    YET_TO_COME = "yet_to_come"
    END_BEFORE_START = "end_before_start"
    SHARES = "shares"
    LEAD_MISSING = "lead_missing"
    REASON_MISSING = "reason_missing"
    YEAR_MISSING = "year_missing"
    ONE_PERSON = "one_person"
    FORM_MISSING = "form_missing"
    MEMBER_TWICE = "member_twice"
    SEATED_TWICE = "seated_twice"
    WITH_ITSELF = "with_itself"
    PART_OF_ITSELF = "part_of_itself"
    NOTHING_MEASURED = "nothing_measured"
    MORE_THAN_ASKED = "more_than_asked"
    PERSONAL = "personal"
    # a sheet
    SHEET_EMPTY = "sheet_empty"
    SHEET_TWICE = "sheet_twice"
    SHEET_MISSPELT = "sheet_misspelt"
    HEADING_MISSING = "heading_missing"
    HEADING_TWICE = "heading_twice"
    HEADING_MISSPELT = "heading_misspelt"


class Note(StrEnum):
    """What a reader should know although nothing is wrong."""

    SHEET_NOT_READ = "sheet_not_read"
    COLUMN_NOT_READ = "column_not_read"
    NO_HEADING = "no_heading"
    OWN_LIST = "own_list"
    TITLE_ROWS = "title_rows"
    MERGED = "merged"
    HIDDEN_SHEET = "hidden_sheet"
    HIDDEN_ROWS = "hidden_rows"
    HIDDEN_COLUMNS = "hidden_columns"
    OTHER_SIGNS = "other_signs"
    EXAMPLES = "examples"
    AS_OF_TODAY = "as_of_today"
    STAYS_IN_ARCHIVE = "stays_in_archive"
    KIND_UNKNOWN = "kind_unknown"
    NOT_LISTED = "not_listed"


class Wrong(Exception):
    """A value does not fit; `numbers` fill the sentence of the fault."""

    def __init__(self, fault: Fault, **numbers: str | int) -> None:
        super().__init__(fault)
        self.fault, self.numbers = fault, numbers


class Place(NamedTuple):
    """A cell: the sheet as it is called in the file, the row from 1, the column from 0."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.sheet}!{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong: where, under which heading, what was found, and what is allowed there, with an example."""

    fault: Fault
    place: Place
    heading: str
    found: str
    allowed: Text | None = None
    numbers: Numbers = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Plain values, to keep until somebody confirms."""
        allowed = [self.allowed.nl, self.allowed.en] if self.allowed else None
        return {
            "fault": self.fault,
            "place": list(self.place),
            "heading": self.heading,
            "found": self.found,
            "allowed": allowed,
            "numbers": dict(self.numbers),
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Mistake":
        allowed = Text(*stored["allowed"]) if stored["allowed"] else None
        place = Place(*stored["place"])
        return cls(Fault(stored["fault"]), place, stored["heading"], stored["found"], allowed, stored["numbers"])


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth knowing about a file."""

    note: Note
    numbers: Numbers = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"note": self.note, "numbers": dict(self.numbers)}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Remark":
        return cls(Note(stored["note"]), stored["numbers"])
