"""What is made of a list: the meaning of every column, the networks, organisations and contacts, and the doubts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from regiewijzer.register.exchange.lists.words import Meaning
from regiewijzer.science.names import compared


class Doubt(StrEnum):
    """What a careful reader asks about a list."""

    SAME_ORGANISATION = "same_organisation"
    LOOKS_ALIKE = "looks_alike"
    TWICE_IN_ONE = "twice_in_one"
    NO_LEAD = "no_lead"
    NO_PARTNERS = "no_partners"
    LEAD_IS_PERSON = "lead_is_person"
    LEAD_WITH_PERSON = "lead_with_person"
    LEAD_BESIDE_PARTNERS = "lead_beside_partners"
    KEPT_WHOLE = "kept_whole"
    SINCE = "since"
    FREQUENCY = "frequency"
    ORIGIN = "origin"
    SAME_AS_ABOVE = "same_as_above"
    HEADING = "heading"
    HIDDEN = "hidden"
    CONTACTS = "contacts"
    NUMBER_WITHOUT_ZERO = "number_without_zero"
    WRONG_NUMBER = "wrong_number"
    MARK = "mark"
    ROLE = "role"
    LEGEND = "legend"
    NOT_IN_LEGEND = "not_in_legend"
    NETWORKS_ALIKE = "networks_alike"
    NETWORK_TWICE = "network_twice"
    NOT_ACTIVE = "not_active"
    FORMULA = "formula"
    TOO_LONG = "too_long"
    ONE_NETWORK = "one_network"


class Answer(StrEnum):
    """What somebody says of names that may be one."""

    SAME = "same"
    OTHER = "other"


class Problem(StrEnum):
    """Why nothing can be made of a list yet."""

    NOTHING_IN_IT = "nothing_in_it"
    NO_HEADINGS = "no_headings"
    NO_NETWORKS = "no_networks"


class Because(StrEnum):
    """Why a column means what is proposed."""

    HEADING = "heading"
    SPELT_LIKE = "spelt_like"
    CONTENTS = "contents"
    MARKS = "marks"
    LABEL = "label"
    NOT_KNOWN = "not_known"
    CHOSEN = "chosen"
    TWICE = "twice"
    HIDDEN = "hidden"
    PROGRAM = "program"
    ONE_NETWORK = "one_network"


class Ignored(StrEnum):
    """What is left out of a list, and said."""

    TITLE = "title"
    TOTALS = "totals"
    HEADINGS_AGAIN = "headings_again"
    GROUP_HEADINGS = "group_headings"
    NUMBER_COLUMN = "number_column"
    COUNT_COLUMN = "count_column"
    HIDDEN_COLUMN = "hidden_column"
    INDEX_SHEET = "index_sheet"
    EMPTY_FORM = "empty_form"
    LEGEND_SHEET = "legend_sheet"
    CONTACT_TABLE = "contact_table"
    SHEET = "sheet"
    EMPTY_SHEET = "empty_sheet"
    TIES = "ties"
    NOT_ACTIVE = "not_active"


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """One column: where, under which heading, what it becomes, why, and what stands in its first cells."""

    sheet: str
    heading: str
    becomes: Meaning
    because: Because
    word: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who sits somewhere for an organisation."""

    organisation: str
    name: str
    email: str = ""
    phone: str = ""

    def to_json(self) -> dict[str, str]:
        return {key: value for key, value in asdict(self).items() if value or key in ("organisation", "name")}


@dataclass(slots=True)
class ListedNetwork:
    """One network. `since` as precise as written: 2019, 2021-09 or 2021-09-14. `rest`: shown texts by heading."""

    name: str
    sheet: str
    row: int
    goal: str | None = None
    lead: str | None = None
    contact: str | None = None
    since: str | None = None
    meetings_per_year: int | None = None
    origin: str | None = None
    theme: str | None = None
    partners: list[str] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    rest: dict[str, str] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)  # what was written where we are not sure what it means

    def to_json(self) -> dict[str, Any]:
        keys = ("name", "goal", "lead", "contact", "since", "meetings_per_year", "origin", "theme")
        return {
            **{key: getattr(self, key) for key in keys},
            "partners": list(self.partners),
            "persons": [person.to_json() for person in self.persons],
            "rest": dict(self.rest),
        }


@dataclass(frozen=True, slots=True)
class ListedOrganisation:
    """One organisation with all its spellings; `sure` when nothing but spelling differs."""

    name: str
    spellings: tuple[str, ...]
    kbo: str
    sure: bool


@dataclass(frozen=True, slots=True)
class SaidOfOrganisation:
    """What a list says of an organisation by itself: what it is, as a code of ours, and what we have no column for."""

    name: str
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One doubt: what was seen, what could be done (codes, the first is proposed), and in which networks."""

    kind: Doubt
    values: tuple[str, ...]
    proposals: tuple[str, ...] = ()
    where: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "values": list(self.values),
            "proposals": list(self.proposals),
            "where": list(self.where),
        }


@dataclass(frozen=True, slots=True)
class Left:
    """Something left out, where."""

    what: Ignored
    sheet: str
    text: str = ""

    def to_json(self) -> dict[str, str]:
        return {"what": self.what.value, "sheet": self.sheet, "text": self.text}


@dataclass(slots=True)
class Proposal:
    """Everything that is proposed for a list. Nothing is saved by it."""

    columns: list[ColumnMeaning] = field(default_factory=list)
    networks: list[ListedNetwork] = field(default_factory=list)
    organisations: list[ListedOrganisation] = field(default_factory=list)
    contacts: list[Person] = field(default_factory=list)
    said: list[SaidOfOrganisation] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    program: str = ""  # what wrote the file, when it was no person

    @property
    def problem(self) -> Problem | None:
        """Why nothing can come in; None when there is a network, or an organisation that stands by itself."""
        if self.networks or self.said:
            return None
        if self.columns:
            return Problem.NO_NETWORKS
        return Problem.NO_HEADINGS if self.left else Problem.NOTHING_IN_IT

    def to_json(self) -> dict[str, Any]:
        """Plain values, as `regiewijzer read --json` gives them."""
        return {
            "mapping": [
                {
                    "sheet": column.sheet,
                    "heading": column.heading,
                    "becomes": column.becomes.value,
                    "because": f"{column.because.value}: {column.word}" if column.word else column.because.value,
                }
                for column in self.columns
            ],
            "networks": [network.to_json() for network in self.networks],
            "organisations": [
                {"name": each.name, "spellings": list(each.spellings), "kbo": each.kbo or None, "sure": each.sure}
                for each in self.organisations
            ],
            "contacts": [contact.to_json() for contact in self.contacts],
            "doubts": [question.to_json() for question in self.questions],
            "ignored": [left.to_json() for left in self.left],
        }


Chosen = Mapping[tuple[str, str], Meaning]


def chosen_for(chosen: Chosen, sheet: str, heading: str) -> Meaning | None:
    """What somebody chose for this column, on this sheet or on any."""
    return chosen.get((sheet, heading)) or chosen.get(("", heading)) or chosen.get(("", compared(heading)))


def chosen_in(mapping: Any) -> Chosen:
    """A mapping of one's own, as `--json` gives it: by sheet and heading. ValueError with the words that may stand."""
    rows = mapping.get("mapping", mapping) if isinstance(mapping, dict) else mapping
    try:
        return {(str(row.get("sheet", "")), str(row["heading"])): Meaning(row["becomes"]) for row in rows}
    except (TypeError, KeyError, AttributeError, ValueError) as wrong:
        words = ", ".join(meaning.value for meaning in Meaning)
        raise ValueError(f"A mapping is a list of sheet, heading and becomes, which is one of {words}.") from wrong
