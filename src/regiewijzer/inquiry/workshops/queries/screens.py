"""What does the facilitator need to see now: the room, its question, how many answered, and what comes next?"""

from dataclasses import dataclass

from django.utils import timezone

from regiewijzer.inquiry.workshops.codes import in_two
from regiewijzer.inquiry.workshops.models import JoinLink, Question, Workshop
from regiewijzer.inquiry.workshops.queries.results import FEWEST, Result, TextGroup, groups_of, result_of
from regiewijzer.inquiry.workshops.queries.rooms import answers_to, phones_in
from regiewijzer.inquiry.workshops.queries.workshops import questions_of
from regiewijzer.science.limits import DEFAULTS, Limits


@dataclass(frozen=True, slots=True)
class Screen:
    """A session as its facilitator sees it. `result` is None until it is shown and may be."""

    workshop: Workshop
    join_link: JoinLink | None
    questions: tuple[Question, ...]
    question: Question | None
    answers: int
    joined: int
    result: Result | None
    texts: tuple[TextGroup, ...] = ()

    @property
    def total(self) -> int:
        return len(self.questions)

    @property
    def code(self) -> str:
        """The code as people read it aloud."""
        return in_two(self.workshop.code)

    @property
    def locked(self) -> bool:
        return self.join_link is not None and self.join_link.locked

    @property
    def shut(self) -> bool:
        """Whether the join link closed by itself, after a day."""
        return self.join_link is None or self.join_link.expires_at <= timezone.now()

    @property
    def before(self) -> int | None:
        """The number to go back to, 0 for the lobby; None in the lobby."""
        return self.question.number - 1 if self.question else None

    @property
    def after(self) -> int | None:
        """The number of the next question; None after the last."""
        following = self.question.number + 1 if self.question else 1
        return following if following <= self.total else None

    @property
    def missing(self) -> int:
        """How many answers are still needed before anything can be shown."""
        return max(0, FEWEST - self.answers)

    @property
    def groups(self) -> tuple[TextGroup, ...]:
        """The texts that were put under a name."""
        return tuple(group for group in self.texts if group.pk is not None)


def screen_of(workshop: Workshop, limits: Limits = DEFAULTS, *, with_texts: bool = False) -> Screen:
    """The session now. `with_texts`: also texts that are not shown, so that they can be grouped."""
    questions = tuple(questions_of(workshop))
    question = next((each for each in questions if each.number == workshop.at), None)
    answers = answers_to(question) if question else 0
    grouping = with_texts and question is not None and question.takes_texts and answers >= FEWEST
    return Screen(
        workshop=workshop,
        join_link=JoinLink.objects.filter(workshop=workshop).first(),
        questions=questions,
        question=question,
        answers=answers,
        joined=phones_in(workshop),
        result=result_of(question, limits) if question and question.shown else None,
        texts=groups_of(question, hidden=True) if question and grouping else (),
    )
