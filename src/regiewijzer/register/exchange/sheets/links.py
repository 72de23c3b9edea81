"""Which columns name rows of another sheet? Read as written; a plan finds what they mean."""

from dataclasses import dataclass

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.sheets.choices import OneOf, joined, split, word_of
from regiewijzer.register.exchange.sheets.kinds import Kind, NameOf, Prose, Target, Value

LONGEST_NAME = 400
LONGEST_LIST = 20_000
KINDS = "record_kinds"  # the words for what a finding can be about
SHEET_OF = {
    "network": "networks",
    "instrument": "instruments",
    "organisation": "organisations",
    "challenge": "challenges",
    "decision": "decisions",
    "meeting": "meetings",
    "authority": "authority",
}
ABOUT = Text(
    nl="een soort en een naam, zoals Netwerk: Huis van het Kind; meer met een puntkomma ertussen",
    en="a kind and a name, such as Netwerk: Huis van het Kind; more with a semicolon between",
)
KIND_OF = {sheet: kind for kind, sheet in SHEET_OF.items()}


@dataclass(frozen=True, slots=True)
class Link(Kind):
    """One row of another sheet, by its name or number. `within` is a column of this row that owns what is named."""

    sheet: str
    allowed_here: Text
    within: str = ""

    def read(self, raw: Raw) -> Value:
        return Prose(LONGEST_NAME).read(raw)

    def written(self, value: Value, name_of: NameOf) -> str:
        assert isinstance(value, Target)
        return name_of(value)

    @property
    def allowed(self) -> Text:
        return self.allowed_here

    def asked(self, name: str) -> tuple[str, str]:
        """The sheet a name is looked for on, and the name there."""
        return self.sheet, name


@dataclass(frozen=True, slots=True)
class Links(Link):
    """Several rows of another sheet; their order says nothing."""

    def read(self, raw: Raw) -> Value:
        text = Prose(LONGEST_LIST).read(raw)
        return tuple(Prose(LONGEST_NAME).read(name) for name in split(text))

    def written(self, value: Value, name_of: NameOf) -> str:
        assert isinstance(value, tuple)
        return joined([name_of(target) for target in value if isinstance(target, Target)])

    def same(self, one: Value, other: Value) -> bool:
        assert isinstance(one, tuple)
        assert isinstance(other, tuple)
        return set(one) == set(other)

    @property
    def nothing(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Subjects(Links):
    """What a finding is about, in its order: records of several sheets, each after the word for its kind."""

    sheet: str = ""
    allowed_here: Text = ABOUT

    def asked(self, name: str) -> tuple[str, str]:
        kind, _, name = name.partition(":")
        return SHEET_OF[str(OneOf(KINDS).read(kind))], name.strip()

    def written(self, value: Value, name_of: NameOf) -> str:
        assert isinstance(value, tuple)
        names = {target: name_of(target) for target in value if isinstance(target, Target)}
        if not all(names.values()):  # what is gone cannot be named any more
            return ""
        return joined([f"{word_of(KINDS, KIND_OF[target.sheet])}: {name}" for target, name in names.items()])

    def same(self, one: Value, other: Value) -> bool:
        return one == other
