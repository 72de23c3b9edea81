"""Which columns name rows of another sheet? Read as written; a plan finds what they mean."""

from dataclasses import dataclass

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.sheets.choices import joined, split
from regiewijzer.register.exchange.sheets.kinds import Kind, NameOf, Prose, Target, Value

LONGEST_NAME = 400
LONGEST_LIST = 20_000


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
