"""How is an open session now: what a phone shows, what this phone answered, and how many there are?"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.workshops.models import (
    Contribution,
    JoinLink,
    Kind,
    Participant,
    Question,
    Ring,
    Vote,
    Workshop,
)
from regiewijzer.inquiry.workshops.models.answers import TEXTS_EACH
from regiewijzer.inquiry.workshops.models.questions import SLIDER_ENDS
from regiewijzer.inquiry.workshops.tallies import BETWEEN, SCORE_STEPS, SCORES, Answer


@dataclass(frozen=True, slots=True)
class Own:
    """What one phone answered to the current question. `sent` is False when it has not answered."""

    sent: bool = False
    answer: Answer = None
    texts: Mapping[int, str] | None = None


NOTHING = Own()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing on the phone that can be chosen, ordered or placed. `picked`: its place, ring or scores."""

    key: str
    label: str
    chosen: bool = False
    picked: str = ""
    hint: str = ""

    @property
    def scored(self) -> tuple[tuple[str, str, str], ...]:
        """Code, name and chosen step of both scores."""
        names = (_("Important?"), _("Easy to replace?"))
        return tuple(zip(SCORES, map(str, names), (*self.picked.split(BETWEEN), "")[:2], strict=True))


@dataclass(frozen=True, slots=True)
class Stage:
    """What a phone shows. `question` is None in the lobby, `join link` once it is over; `own` is what this phone
    said.
    """

    title: str
    join_link: uuid.UUID | None
    version: int
    over: bool
    total: int
    question: Question | None
    own: Own = NOTHING

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The options of the question, with what was chosen; steps of a scale from high to low."""
        if self.question is None:
            return ()
        hints = self.question.hints
        found = tuple(
            replace(_choice(key, label, self.own), hint=hints.get(key, ""))
            for key, label in self.question.labels.items()
        )
        return found[::-1] if self.question.kind == Kind.SCALE else found

    def answered(self, own: Own) -> "Stage":
        """The same for the phone that answered this."""
        return replace(self, own=own)

    @property
    def slider(self) -> int:
        """Where the slider stands: in the middle until it was moved."""
        return self.own.answer if isinstance(self.own.answer, int) else sum(SLIDER_ENDS) // 2

    @property
    def unknown(self) -> bool:
        """Whether this phone said it does not know."""
        return self.own.sent and self.own.answer is None

    @property
    def places(self) -> range:
        return range(1, len(self.question.options) + 1) if self.question else range(0)

    @property
    def rings(self) -> list[tuple[str, str]]:
        return [(ring.value, str(ring.label)) for ring in Ring]

    @property
    def steps(self) -> list[tuple[str, str]]:
        """Steps of a score, with a word at the ends."""
        ends = {SCORE_STEPS[0]: _("1, hardly"), SCORE_STEPS[-1]: _("4, very")}
        return [(step, str(ends.get(step, step))) for step in SCORE_STEPS]

    @property
    def slots(self) -> list[tuple[int, str]]:
        """The fields for short texts, with what was written."""
        written = self.own.texts or {}
        return [(slot, written.get(slot, "")) for slot in range(1, TEXTS_EACH + 1)]

    @property
    def bar(self) -> list[bool]:
        """One for each question; True up to the one the room is on."""
        at = self.question.number if self.question else 0
        return [number <= at for number in range(1, self.total + 1)]


def _choice(key: str, label: str, own: Own) -> Choice:
    answer = own.answer
    if isinstance(answer, int):
        return Choice(key, label, chosen=str(answer) == key)
    if isinstance(answer, Mapping):
        return Choice(key, label, picked=str(answer.get(key, "")))
    return Choice(key, label, chosen=bool(answer) and key in (answer or ()))


def stage_of(workshop: Workshop, own: Own = NOTHING) -> Stage:
    """What phones in this session show now."""
    question = workshop.questions.filter(number=workshop.at).first()
    join_link = getattr(workshop, "join_link", None)  # asked for once more unless it was selected with the session
    return Stage(
        title=workshop.title,
        join_link=join_link.pk if join_link else None,
        version=workshop.stage,
        over=not workshop.is_open,
        total=workshop.questions.count(),
        question=question,
        own=own,
    )


def join_link_of(pk: uuid.UUID) -> JoinLink | None:
    """The join link of a session that is still on, None otherwise."""
    join_link = JoinLink.objects.select_related("authority").filter(pk=pk).first()
    return join_link if join_link is not None and join_link.open else None


def phone_of(workshop: Workshop, key_hash: str) -> Participant | None:
    """The phone with this key, when it belongs to this session."""
    return Participant.objects.filter(workshop=workshop, key_hash=key_hash).first()


def own_of(question: Question | None, phone: Participant) -> Own:
    """What this phone answered to a question."""
    if question is None:
        return NOTHING
    if question.takes_texts:
        texts = Contribution.objects.filter(question=question, participant=phone)
        written = {each.slot: each.text for each in texts if each.slot is not None}
        return Own(bool(written), None, written)
    vote = Vote.objects.filter(question=question, participant=phone).first()
    return Own(vote is not None, vote.answer if vote else None)


def answers_to(question: Question) -> int:
    """How many phones answered a question."""
    if question.takes_texts:
        return Contribution.objects.filter(question=question).values("participant").distinct().count()
    return Vote.objects.filter(question=question).count()


def phones_in(workshop: Workshop) -> int:
    """How many phones joined."""
    return Participant.objects.filter(workshop=workshop).count()
