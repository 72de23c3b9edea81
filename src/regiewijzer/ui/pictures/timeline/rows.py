"""What does the timeline show? Networks by age, and on which levels a result was established."""

from dataclasses import dataclass

from django.utils.translation import gettext

from regiewijzer.ui.pictures.words import MONTHS_A_YEAR, months, of, years

LONG = 60  # months from which a network is drawn as an arrow and its age said in years


@dataclass(frozen=True, slots=True)
class NetworkLife:
    """A network. `months` is its age, None when the start is unknown; `results` holds one answer per level.

    A result is True (established), False (not yet) or None (not known). `late`: past the mark without any result.
    `emphasised` is the network the page is about.
    """

    name: str
    months: int | None
    results: tuple[bool | None, ...]
    mandated: bool = False
    late: bool = False
    emphasised: bool = False
    href: str = ""

    @property
    def old(self) -> bool:
        return self.months is not None and self.months >= LONG

    @property
    def age(self) -> str:
        if self.months is None:
            return gettext("start unknown")
        return years(self.months // MONTHS_A_YEAR) if self.old else months(max(0, self.months))

    @property
    def outcome(self) -> str:
        """What is said of the results of a network that stands out."""
        if self.late:
            return gettext("no result yet")
        if not self.emphasised or None in self.results:
            return ""
        return gettext("%(levels)s levels") % {"levels": of(sum(map(bool, self.results)), len(self.results))}

    @property
    def remark(self) -> str:
        """Age and outcome of a network that stands out."""
        return f"{self.age}, {self.outcome}" if self.outcome else ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """`levels` name the columns of results; `mark` is the month until which a network may invest first."""

    levels: tuple[str, ...]
    rows: tuple[NetworkLife, ...]
    mark: int = 24
