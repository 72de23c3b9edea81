"""Choosing criteria before scoring, and scoring them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.questionnaires.public import NO_ANSWER, Question, Questionnaire
from regiewijzer.library.texts import Text
from regiewijzer.register.networks.models import Network
from regiewijzer.science.effect import Misfit
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.models import Choice, Evaluation, Scored
from regiewijzer.tools.effect.queries.criteria import Around, asked, chosen_in, offered
from regiewijzer.tools.effect.queries.evaluations import COLUMNS, levels_with_a_result
from regiewijzer.tools.effect.wording import FAULTS_OF_CHOICE
from regiewijzer.ui import wording
from regiewijzer.ui.forms import PastDayField

EVIDENCE = ".evidence"
LONGEST_EVIDENCE = 2000


@dataclass(frozen=True, slots=True)
class Offer:
    """A criterion on the page: whether it is ticked, and why it says little about this network, if so."""

    question: Question
    chosen: bool
    misfit: Misfit | None


class ChoiceForm(forms.ModelForm[Choice]):
    """Which criteria hold from a day on. One that fits badly may stay, with a reason."""

    chosen_on = PastDayField(label=_("Chosen on"), help_text=_("What you score must lie on this day or later."))
    criteria = forms.MultipleChoiceField(label=_("Criteria"), required=False, choices=())

    class Meta:
        model = Choice
        fields = ["criteria", "reason", "chosen_on"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, network: Network, known: Around, data: Any = None, *, chosen: Sequence[str] = ()) -> None:
        super().__init__(data, initial={"criteria": list(chosen), "chosen_on": timezone.localdate()})
        self.questionnaire, self.levels = asked(), offered(known)
        self.instance.network, self.instance.version = network, self.questionnaire.version
        choices = [(question.id, str(question.text)) for question in self.questionnaire.questions]
        self.fields["criteria"].choices = choices  # type: ignore[attr-defined]

    def groups(self) -> Iterator[tuple[Text, Text, list[Offer]]]:
        """The criteria under the title of their level."""
        ticked = set(self["criteria"].value() or ())
        for level in self.levels:
            offers = [Offer(each.question, each.question.id in ticked, each.misfit) for each in level.criteria]
            yield level.title, level.text, offers

    def clean_criteria(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["criteria"]
        faults = _faults(self.questionnaire, chosen)
        if faults:
            raise forms.ValidationError(faults)
        return chosen

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        unfit = {each.question.id for level in self.levels for each in level.criteria if each.misfit}
        self.instance.kept = [code for code in cleaned.get("criteria", ()) if code in unfit]
        if self.instance.kept and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("You keep a criterion that fits badly. Write why, or choose another."))
        return cleaned


class ScoreForm(forms.ModelForm[Evaluation]):
    """What was seen, criterion by criterion, each with what shows it."""

    evaluated_on = PastDayField(label=_("Evaluated on"))

    class Meta:
        model = Evaluation
        fields = ["evaluated_on", "evidence"]
        labels = {"evidence": _("In one sentence: what did you see?")}
        widgets = {"evidence": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, choice: Choice, data: Any = None) -> None:
        super().__init__(data, initial={"evaluated_on": timezone.localdate()})
        self.choice, self.questions = choice, chosen_in(choice)
        self.instance.network, self.instance.choice = choice.network, choice
        self.fields["evidence"].required = True
        for question in self.questions:
            self.fields[question.id] = _ladder(question)
            self.fields[question.id + EVIDENCE] = _evidence(question)

    def asked(self) -> Iterator["Asked"]:
        """The criteria with their fields, as the page of a questionnaire draws them."""
        for question in self.questions:
            field = self[question.id]
            yield Asked(question, field, tuple(_scale_options(question, field.value())), self[question.id + EVIDENCE])

    def clean_evaluated_on(self) -> Any:
        day = self.cleaned_data["evaluated_on"]
        if day < self.choice.chosen_on:
            raise forms.ValidationError(
                _("The criteria were chosen on %(day)s. Scoring comes after choosing."),
                params={"day": wording.day(self.choice.chosen_on)},
            )
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        given = [question for question in self.questions if cleaned.get(question.id) not in (None, "", NO_ANSWER)]
        if not given and not self.errors:
            raise forms.ValidationError(_("Score at least one criterion."))
        for question in given:
            if not cleaned.get(question.id + EVIDENCE) and question.id + EVIDENCE not in self.errors:
                self.add_error(question.id + EVIDENCE, _("Say what shows this: a number, a remark, an example."))
        if not self.errors:
            self._set_levels(cleaned)
        return cleaned

    def scored(self) -> list[Scored]:
        """What to keep of each criterion."""
        return [
            Scored(
                criterion=question.id,
                value=_value(self.cleaned_data[question.id]),
                evidence=self.cleaned_data[question.id + EVIDENCE],
            )
            for question in self.questions
        ]

    def _set_levels(self, cleaned: dict[str, Any]) -> None:
        values = {question.id: _value(cleaned.get(question.id)) for question in self.questions}
        reached = levels_with_a_result(self.choice, values)
        for level in Level:
            setattr(self.instance, COLUMNS[level], level in reached)


@dataclass(frozen=True, slots=True)
class ScaleOption:
    """One answer on the ladder."""

    value: str
    label: str
    number: str
    checked: bool
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion with its field and the field of what shows it."""

    question: Question
    field: forms.BoundField
    scale_options: tuple[ScaleOption, ...]
    evidence: forms.BoundField


def _faults(form: Questionnaire, chosen: list[str]) -> list[Any]:
    selection = form.scheme.selection
    if selection is None:
        return []
    dimensions = {question.id: question.item.dimension for question in form.questions}
    said = {
        "minimum": selection.minimum,
        "maximum": selection.maximum,
        "dimension": next((str(each.title) for each in form.dimensions if each.id == selection.at_least_one_of), ""),
    }
    return [FAULTS_OF_CHOICE[fault] % said for fault in selection.faults(chosen, dimensions)]


def _ladder(question: Question) -> forms.Field:
    steps = [(str(value), str(label)) for value, label in question.scale.labels.items()]
    return forms.ChoiceField(
        label=str(question.text), required=False, widget=forms.RadioSelect, choices=[*steps, (NO_ANSWER, "")]
    )


def _evidence(question: Question) -> forms.Field:
    label = str(question.evidence) if question.evidence else _("What shows this?")
    return forms.CharField(
        label=label, required=False, max_length=LONGEST_EVIDENCE, widget=forms.Textarea(attrs={"rows": 2})
    )


def _scale_options(question: Question, chosen: object) -> Iterator[ScaleOption]:
    """From high to low, 'I don't know' apart."""
    for value in reversed(question.scale.scale.steps):
        yield ScaleOption(str(value), str(question.scale.labels[value]), str(value), chosen == str(value))
    if question.scale.no_answer is not None:
        yield ScaleOption(NO_ANSWER, str(question.scale.no_answer), "", chosen == NO_ANSWER, apart=True)


def _value(given: str | None) -> Decimal | None:
    return None if given in (None, "", NO_ANSWER) else Decimal(str(given))
