"""What does before and after show? What a condition was and is, what is needed, and what the review found."""

from dataclasses import dataclass

from regiewijzer.ui.pictures.fit import Fit


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value: in words, and as a position from 0 to 1 on the scale of its condition."""

    position: float
    words: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A condition. What is needed runs from `lo` to `hi` (0 to 1) and is said in `needed`.

    `fit` judges `now`, `review_fit` judges `review`. A reading that is not there is None.
    """

    name: str
    needed: str
    lo: float
    hi: float
    then: Reading | None
    now: Reading | None
    fit: Fit
    review: Reading | None = None
    review_fit: Fit = Fit.UNKNOWN


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """`then`, `now` and `review` name the days of the three readings; an empty `review` is no review planned."""

    rows: tuple[ChangeRow, ...]
    then: str
    now: str
    review: str = ""

    @property
    def has_then(self) -> bool:
        return any(row.then for row in self.rows)

    @property
    def reviewed(self) -> bool:
        return any(row.review for row in self.rows)
