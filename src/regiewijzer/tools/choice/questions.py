"""What is asked, how far somebody is, and what follows from the answers, with the words of the decision tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from regiewijzer.inquiry.questionnaires.public import DecisionTree, decision_tree
from regiewijzer.library import catalogue
from regiewijzer.library.texts import Text
from regiewijzer.science.choice import LEADS_TO, WITHOUT_A_NETWORK, Advised, Gate, advise, course
from regiewijzer.science.facts import Advice
from regiewijzer.tools.choice.models import Choice, Conversation

TREE = "strategic-choice"
PROCESSES = "processes"  # asked first, beside the tree
STEPS = (PROCESSES, *(gate.value for gate in Gate))
UNANSWERED = Text("–", "–")


def tree() -> DecisionTree:
    """The questions in both languages, with their sources."""
    return decision_tree(TREE)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where somebody is: `before` are the steps on the way here; at most `total` steps in all."""

    step: str
    before: tuple[str, ...]
    total: int

    @property
    def number(self) -> int:
        return len(self.before) + 1

    @property
    def previous(self) -> str:
        return self.before[-1] if self.before else ""


def progress(conversation: Conversation, step: str) -> Progress | None:
    """How far this step is; None for a step that cannot be asked yet. Looking at what exists is always possible."""
    on_the_way = steps_of(conversation)
    if step not in on_the_way:
        if step != Gate.EXISTING:
            return None
        on_the_way = (*on_the_way, step)
    before = on_the_way[: on_the_way.index(step)]
    left = _most_left(Gate(step)) if step != PROCESSES else _most_left(Gate.ALONE) + 1
    return Progress(step, before, len(before) + left)


def steps_of(conversation: Conversation) -> tuple[str, ...]:
    """The steps that were answered, and the one that comes next if there is one."""
    if not conversation.processes:
        return (PROCESSES,)
    found = course(conversation.answers)
    following = (found.next.value,) if found.next else ()
    return (PROCESSES, *(gate.value for gate in found.asked), *following)


def next_step(conversation: Conversation) -> str:
    """The first question that is open; empty when all are answered."""
    last = steps_of(conversation)[-1]
    return last if last == PROCESSES or last not in conversation.answers else ""


def following(conversation: Conversation, step: str) -> str:
    """The step after this one; empty when this was the last, or stands beside the way."""
    steps = steps_of(conversation)
    if step not in steps:
        return next_step(conversation)
    after = steps[steps.index(step) + 1 :]
    return after[0] if after else ""


@cache
def _most_left(gate: Gate) -> int:
    """This question and the most that can follow it."""
    further = [_most_left(leads_to) for leads_to in LEADS_TO[gate].values() if isinstance(leads_to, Gate)]
    return 1 + max(further, default=0)


def advised(conversation: Conversation) -> Advised | None:
    """What follows from these answers, and from the networks that were there when this person looked."""
    return advise(
        conversation.answers,
        alike=sum(1 for each in conversation.found if each["alike"]),
        told_apart=bool(conversation.reasons.get(Gate.EXISTING)),
        processes=conversation.processes,
        runs=conversation.choice.network_id is not None,
    )


@dataclass(frozen=True, slots=True)
class AnsweredStep:
    """One question with its answer, why, and where the question comes from."""

    step: str
    question: Text
    answer: Text
    reason: str
    sources: tuple[str, ...]


def answered_steps(conversation: Conversation) -> tuple[AnsweredStep, ...]:
    """The answers that led to the advice, in the order in which they were asked."""
    words = tree()
    return (_processes(conversation, words), *_answers(conversation, words))


def _answers(conversation: Conversation, words: DecisionTree) -> Iterator[AnsweredStep]:
    for gate in course(conversation.answers).asked:
        question, given = words.questions[gate], conversation.answers[gate]
        answer = next(each.text for each in question.answers if each.id == given)
        yield AnsweredStep(gate.value, question.question, answer, conversation.reasons.get(gate, ""), question.sources)


def _processes(conversation: Conversation, words: DecisionTree) -> AnsweredStep:
    beside = words.core_processes
    assert beside is not None
    chosen = [beside.options[code] for code in conversation.processes if code in beside.options]
    listed = (
        Text(", ".join(each.nl for each in chosen), ", ".join(each.en for each in chosen)) if chosen else UNANSWERED
    )
    return AnsweredStep(PROCESSES, beside.question, listed, "", beside.sources)


@dataclass(frozen=True, slots=True)
class Row:
    """One question with what each person answered, by name; `alike` when they answered the same."""

    question: Text
    answers: tuple[tuple[str, AnsweredStep | None], ...]
    alike: bool


def differences(conversations: Sequence[Conversation]) -> tuple[Row, ...]:
    """Question by question what each answered, in the order of the questions; None where one was not asked it."""
    names = [conversation.position.user.name for conversation in conversations]
    by_person = [{each.step: each for each in answered_steps(conversation)} for conversation in conversations]
    rows = []
    for step in STEPS:
        answers = tuple(answered.get(step) for answered in by_person)
        question = next((each.question for each in answers if each is not None), None)
        if question is not None:
            said = {each.answer if each else None for each in answers}
            rows.append(Row(question, tuple(zip(names, answers, strict=True)), len(said) == 1))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class ShownAdvice:
    """An advice in words: what, why it follows, what to mind, and what to do next."""

    code: Advice
    title: Text
    text: Text
    settled_by: AnsweredStep
    cautions: tuple[Text, ...]
    next_steps: tuple[Text, ...]
    sources: tuple[str, ...]
    stops: bool


def shown_advice(conversation: Conversation) -> ShownAdvice | None:
    """The advice that follows from the answers; None while a question is open."""
    found = advised(conversation)
    if found is None:
        return None
    word = catalogue.word(found.advice, "advices")
    outcome = next((each for each in tree().outcomes.values() if each.advice == found.advice), None)
    settled = next(each for each in answered_steps(conversation) if each.step == found.settled_by)
    return ShownAdvice(
        code=found.advice,
        title=title_of(found.advice),
        text=word.meaning or word.text,
        settled_by=settled,
        cautions=tuple(catalogue.word(caution, "choice_cautions").text for caution in found.cautions),
        next_steps=outcome.next_steps if outcome else (),
        sources=outcome.sources if outcome else settled.sources,
        stops=found.advice in WITHOUT_A_NETWORK and conversation.choice.network_id is not None,
    )


def title_of(advice: str) -> Text:
    """An advice as a heading: 'Doe het alleen'."""
    text = catalogue.word(advice, "advices").text
    return Text(text.nl[:1].upper() + text.nl[1:], text.en[:1].upper() + text.en[1:])


def possible(choice: Choice) -> tuple[Advice, ...]:
    """What can be decided: going on or stopping only about a network that runs, starting only without one."""
    of_one_that_runs = {Advice.CONTINUE_NETWORK, Advice.STOP_NETWORK}
    of_a_new_one = {Advice.START_NETWORK, Advice.DO_NOT_START}
    left_out = of_a_new_one if choice.network_id is not None else of_one_that_runs
    return tuple(advice for advice in Advice if advice not in left_out)
