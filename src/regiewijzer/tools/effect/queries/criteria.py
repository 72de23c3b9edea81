"""Which criteria are there, which were chosen for a network, and which of them fit it?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from regiewijzer.inquiry.questionnaires.public import Question, Questionnaire, UnknownQuestionnaire, questionnaire
from regiewijzer.library.texts import Text
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import RowsOfNetworks
from regiewijzer.science import facts
from regiewijzer.science.effect import Misfit, age_in_months, misfit
from regiewijzer.science.facts import Form
from regiewijzer.science.scoring.selection import Called
from regiewijzer.tools.effect.models import Choice

ASKED = "network-effect"

CHOICES = RowsOfNetworks("effect_choices_made", lambda: Choice.objects.select_related("chosen_by__user"))


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a network when its criteria are chosen; None is 'not known'."""

    months: int | None
    mandated: bool
    form: Form | None


@dataclass(frozen=True, slots=True)
class Offered:
    """A criterion one may choose, and why it says little about this network, if so."""

    question: Question
    misfit: Misfit | None


@dataclass(frozen=True, slots=True)
class OfferedLevel:
    """The criteria of one level."""

    title: Text
    text: Text
    criteria: tuple[Offered, ...]


def asked(version: int | None = None) -> Questionnaire:
    """The questionnaire on effect; the newest when this version is gone."""
    try:
        return questionnaire(ASKED, version)
    except UnknownQuestionnaire:
        return questionnaire(ASKED)


def around(network: facts.Network, today: date) -> Around:
    """Age, origin and form of the network on this day."""
    months = None if network.started is None else age_in_months(network.started, today)
    return Around(months, network.mandated, network.form)


def offered(known: Around) -> tuple[OfferedLevel, ...]:
    """Every criterion by level, each with how it fits."""
    form = asked()
    return tuple(
        OfferedLevel(
            level.title,
            level.text,
            tuple(Offered(each, why_not(each, known, form)) for each in form.questions_of(level.id)),
        )
        for level in form.dimensions
    )


def why_not(question: Question, known: Around, form: Questionnaire) -> Misfit | None:
    """Why this criterion says little about such a network, or None."""
    criterion = to_fact(question, form)
    return misfit(criterion, months=known.months, mandated=known.mandated, form=known.form)


def to_fact(question: Question, form: Questionnaire, *, kept: bool = False) -> facts.Criterion:
    """A criterion as the rules take it: the names of stages become stretches of months."""
    fit, stages = question.item.fit, {stage.id: (stage.start, stage.end) for stage in form.scheme.stages}
    if fit is None:
        return facts.Criterion(question.id, ((0, None),), frozenset(Form), kept=kept)
    return facts.Criterion(
        code=question.id,
        stages=tuple(stages[name] for name in stages if name in fit.stages),
        forms=fit.forms,
        own=Called.OWN in fit.origins,
        mandated=Called.MANDATED in fit.origins,
        kept=kept,
    )


def chosen_in(choice: Choice) -> Sequence[Question]:
    """The questions of a choice, in the order of the questionnaire; one that is no longer asked is left out."""
    wanted = set(choice.criteria)
    return [question for question in asked(choice.version).questions if question.id in wanted]


def choices_of(network: Network) -> list[Choice]:
    """Choices of criteria for one network, newest first."""
    return CHOICES.of(network)


def choice_on(network: Network, day: date) -> Choice | None:
    """The criteria that held on a day; None when none were chosen yet."""
    return Choice.objects.filter(network=network, chosen_on__lte=day).first()


def standing_criteria() -> dict[int, tuple[facts.Criterion, ...]]:
    """The criteria that hold now as the rules take them, by network."""
    newest = {choice.network_id: choice for choice in Choice.objects.order_by("chosen_on", "id")}
    return {network: tuple(of_choice(choice)) for network, choice in newest.items()}


def of_choice(choice: Choice) -> Iterator[facts.Criterion]:
    """The criteria of a choice as the rules take them."""
    form, kept = asked(choice.version), set(choice.kept)
    return (to_fact(question, form, kept=question.id in kept) for question in chosen_in(choice))
