"""What did a room say of something it makes together: a try, a persona, a journey? Of five phones or more, as shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.inquiry.workshops.models import Kind, Question, Status, Workshop
from regiewijzer.inquiry.workshops.queries.results import result_of
from regiewijzer.inquiry.workshops.queries.workshops import may_lead
from regiewijzer.inquiry.workshops.tallies import read_back
from regiewijzer.register.networks.models import Network
from regiewijzer.science.consensus import leading


@dataclass(frozen=True, slots=True)
class SaidByRoom:
    """One session. By what each question gives: `texts` written, a name where they were put together; and what was
    `chosen`, keys of options, what most chose first. `step` of a scale, where the room agreed.
    """

    workshop: Workshop
    texts: Mapping[str, tuple[str, ...]]
    chosen: Mapping[str, tuple[str, ...]]
    step: Mapping[str, int]

    @property
    def held_on(self) -> date | None:
        return self.workshop.held_on


def rooms_that_made(network: Network, what: str) -> list[Workshop]:
    """Sessions that have ended in which a room worked on this, the newest first."""
    asked = Question.objects.filter(network=network, makes__startswith=f"{what}.").values("workshop")
    return list(Workshop.objects.filter(pk__in=asked, status=Status.ENDED).order_by("-ended_at", "-pk"))


def said_by_room(position: Position, network: Network, pk: str, what: str) -> SaidByRoom | None:
    """What a session said, while it is open to who leads it alone; None when there is none about this network."""
    key = int(pk) if pk.isascii() and pk.isdecimal() and len(pk) < len("10000000000") else 0
    workshop = Workshop.objects.filter(pk=key).exclude(status=Status.PREPARED).first()
    if workshop is None or (workshop.is_open and not may_lead(position, workshop)):
        return None
    asked = list(Question.objects.filter(workshop=workshop, network=network, makes__startswith=f"{what}."))
    return _said(workshop, asked) if asked else None


def _said(workshop: Workshop, asked: list[Question]) -> SaidByRoom:
    texts: dict[str, tuple[str, ...]] = {}
    chosen: dict[str, tuple[str, ...]] = {}
    step: dict[str, int] = {}
    for question in asked:
        gives = question.makes.partition(".")[2]
        if question.takes_texts:
            result = result_of(question)
            texts[gives] = tuple(
                text
                for group in (result.groups if result else ())
                for text in ([group.title] if group.title else [each.text for each in group.texts])
            )
        elif question.released is not None:
            line = read_back(question.released, question).line
            if question.kind == Kind.SCALE:
                most = leading(line.counts, line.consensus)
                step |= {} if most is None else {gives: int(most)}
            else:
                ordered = sorted(line.counts.items(), key=lambda each: -each[1])
                chosen[gives] = tuple(option for option, count in ordered if count)
    return SaidByRoom(workshop, texts, chosen, step)


def question_that_gives(workshop: Workshop, makes: str) -> int | None:
    """The key of the question of this session that gives this."""
    return Question.objects.filter(workshop=workshop, makes=makes).values_list("pk", flat=True).first()
