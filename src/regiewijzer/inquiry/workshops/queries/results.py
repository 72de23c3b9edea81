"""What does the room see of a question once the result is shown? Bars, rows and texts, ready to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from regiewijzer.inquiry.workshops.models import Contribution, Group, Kind, Question, Ring
from regiewijzer.inquiry.workshops.queries.rooms import answers_to
from regiewijzer.inquiry.workshops.tallies import SCORES, SLIDER_STEPS, Line, Tally, read_back, score_key
from regiewijzer.science.consensus import Agreement, firsts, in_a_word, leading
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.ui.pictures.answers import Column, columns

FEWEST = 5  # below this nothing is shown
WHOLE = 100
FEWEST_PLACES = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """One step, option or place: how often it was given, and that as a part of a hundred."""

    label: str
    count: int
    share: int


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was put in order or placed. `bars` follow the places or rings.

    `most` is the ring most chose; empty when nobody placed it, or the room is divided over it. `scores` are the means
    of importance and replaceability, where a room gave those.
    """

    label: str
    answered: int
    bars: tuple[Bar, ...]
    mean: float | None
    agreement: Agreement | None
    most: str = ""
    divided: bool = False
    scores: tuple[float, ...] = ()

    @property
    def top(self) -> int:
        """How many chose the ring that most chose."""
        return max((bar.count for bar in self.bars), default=0)

    @property
    def mean_share(self) -> int:
        """How high it stands in the order, as a part of a hundred: first is whole."""
        places = len(self.bars)
        return 0 if self.mean is None or places < FEWEST_PLACES else round(WHOLE * (places - self.mean) / (places - 1))


@dataclass(frozen=True, slots=True)
class RingResult:
    """The partners most people put on one ring."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TextGroup:
    """Short texts under one name; the name is empty for those in no group."""

    pk: int | None
    title: str
    texts: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How the room answered one question. `high` and `low`: how many stand above and below the middle of a scale.

    `tied`: the options that were chosen most, when there are several.
    """

    kind: str
    answered: int
    unknown: int
    bars: tuple[Bar, ...] = ()
    rows: tuple[Row, ...] = ()
    groups: tuple[TextGroup, ...] = ()
    mean: float | None = None
    ends: tuple[int, int] = (0, 0)
    consensus: float | None = None
    agreement: Agreement | None = None
    high: int = 0
    low: int = 0
    picture: str = ""
    tied: tuple[str, ...] = ()

    @property
    def rings(self) -> tuple[RingResult, ...]:
        """Partners by the ring most put them on, from the middle outwards."""
        return tuple(
            RingResult(str(ring.label), tuple(row for row in self.rows if row.most == ring.value)) for ring in Ring
        )

    @property
    def divided(self) -> tuple[Row, ...]:
        """What the room is divided over."""
        return tuple(row for row in self.rows if row.divided)

    @property
    def in_order(self) -> tuple[Row, ...]:
        """What was ranked, the highest first."""
        return tuple(sorted(self.rows, key=lambda row: row.mean if row.mean is not None else len(self.rows)))


def result_of(question: Question, limits: Limits = DEFAULTS) -> Result | None:
    """The last released result of a question; None when nothing may be shown yet."""
    if question.takes_texts:
        return _texts(question)
    return None if question.released is None else result_from(question, read_back(question.released, question), limits)


def result_from(question: Question, tally: Tally, limits: Limits = DEFAULTS) -> Result:
    """A tally in the words of its question."""
    if question.kind == Kind.PLACING:
        rows = tuple(_placed(question, line, tally, limits) for line in tally.lines if line.key in question.keys)
        return Result(question.kind, tally.answered, tally.unknown, rows=rows)
    if question.kind == Kind.RANKING:
        rows = tuple(_ranked(question, line, _first_mean(tally), limits) for line in tally.lines)
        return Result(question.kind, tally.answered, tally.unknown, rows=rows)
    line, labels = tally.line, _labels(question)
    steps = [*line.counts.items()]
    bars = tuple(Bar(labels[key], count, _share(count, line.answered)) for key, count in steps)
    scaled = question.kind in (Kind.SCALE, Kind.SLIDER)
    counts, middle = [count for _key, count in steps], len(steps) // 2
    return Result(
        question.kind,
        tally.answered,
        tally.unknown,
        bars,
        mean=line.mean,
        ends=_ends(question),
        consensus=line.consensus,
        agreement=_agreement(line, limits),
        high=sum(counts[len(counts) - middle :]),
        low=sum(counts[:middle]),
        picture=_picture(question, tuple(zip(line.counts, bars, strict=True))) if scaled else "",
        tied=() if scaled else _tied([labels[key] for key in firsts(line.counts)]),
    )


def _placed(question: Question, line: Line, tally: Tally, limits: Limits) -> Row:
    names = {str(ring.value): str(ring.label) for ring in Ring}
    most = leading(line.counts, line.consensus, limits)
    means = {each.key: each.mean for each in tally.lines}
    scores = tuple(mean for name in SCORES if (mean := means.get(score_key(line.key, name))) is not None)
    return replace(
        _row(question, line, names, limits), most=most or "", divided=most is None and line.answered > 0, scores=scores
    )


def _ranked(question: Question, line: Line, first: float | None, limits: Limits) -> Row:
    """`first`: the mean place that several have who together stand first; None when one does."""
    row = _row(question, line, {}, limits)
    tied = first is not None and line.mean == first
    return replace(row, divided=tied or row.agreement is Agreement.DIVIDED)


def _first_mean(tally: Tally) -> float | None:
    means = [line.mean for line in tally.lines if line.mean is not None]
    return min(means) if means and means.count(min(means)) > 1 else None


def _row(question: Question, line: Line, names: Mapping[str, str], limits: Limits) -> Row:
    bars = tuple(Bar(names.get(key, key), count, _share(count, line.answered)) for key, count in line.counts.items())
    return Row(question.labels.get(line.key, line.key), line.answered, bars, line.mean, _agreement(line, limits))


def _agreement(line: Line, limits: Limits) -> Agreement | None:
    return None if line.consensus is None else in_a_word(line.consensus, line.answered, limits)


def _tied(labels: Sequence[str]) -> tuple[str, ...]:
    return tuple(labels) if len(labels) > 1 else ()


def _labels(question: Question) -> Mapping[str, str]:
    """The word for every step. A slider is told in stretches, of which only the ends have a word."""
    if question.kind != Kind.SLIDER:
        return question.labels
    labels = {str(step): "" for step in range(1, SLIDER_STEPS + 1)}
    return labels | {"1": question.low, str(SLIDER_STEPS): question.high}


def _ends(question: Question) -> tuple[int, int]:
    if question.kind == Kind.SLIDER:
        return 0, WHOLE
    return (int(question.keys[0]), int(question.keys[-1])) if question.kind == Kind.SCALE else (0, 0)


def _share(count: int, answered: int) -> int:
    return round(WHOLE * count / answered) if answered else 0


def _picture(question: Question, steps: tuple[tuple[str, Bar], ...]) -> str:
    """Columns of dots, one for each answer; of a large room bars."""
    scaled = question.kind == Kind.SCALE
    drawn = tuple(Column(key if scaled else "", bar.label, bar.count) for key, bar in steps)
    said = ", ".join(f"{bar.label or key}: {bar.count}" for key, bar in steps)
    return columns(f"answers{question.pk}", drawn, title=_("How the answers are spread"), description=said)


def _texts(question: Question) -> Result | None:
    """Texts in their groups, once five phones wrote something; those that are kept off the screen are not there."""
    phones = question.released["answered"] if question.released else answers_to(question)
    if phones < FEWEST:
        return None
    return Result(question.kind, phones, 0, groups=groups_of(question, hidden=False))


def groups_of(question: Question, *, hidden: bool) -> tuple[TextGroup, ...]:
    """All texts by group, those in no group last. `hidden`: also what is kept off the screen."""
    found = Contribution.objects.filter(question=question)
    texts = list(found if hidden else found.filter(hidden=False))
    named = [
        TextGroup(group.pk, group.title, tuple(text for text in texts if text.group_id == group.pk))
        for group in Group.objects.filter(question=question)
    ]
    loose = tuple(text for text in texts if text.group_id is None)
    return tuple(group for group in [*named, TextGroup(None, "", loose)] if group.texts)
