"""One page of questions as a form. Its fields are the questions; what is well-formed can be kept, the rest is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.questionnaires.actions.sittings import Filled
from regiewijzer.inquiry.questionnaires.definitions.answers import LONGEST, NO_ANSWER, offered, read_answer
from regiewijzer.inquiry.questionnaires.definitions.parts import Part
from regiewijzer.inquiry.questionnaires.definitions.values import Question, WordedScale
from regiewijzer.library.texts import Text
from regiewijzer.science.scoring.definitions import Answers, ScaleKind

EVIDENCE, MINUTES = ".evidence", "minutes"
LONGEST_MINUTES = 8000


@dataclass(frozen=True, slots=True)
class ScaleOption:
    """One answer on the ladder, as the page draws it."""

    value: str
    label: str
    number: str
    checked: bool
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its field; `rungs` for one that is answered by choosing."""

    question: Question
    field: forms.BoundField
    scale_options: tuple[ScaleOption, ...]
    evidence: forms.BoundField | None


class PartForm(forms.Form):
    """The questions of one part. `minutes`: whether the talk about it is written down too."""

    def __init__(
        self,
        part: Part,
        data: Mapping[str, Any] | None = None,
        *,
        answers: Answers,
        evidence: Mapping[str, str],
        minutes: str | None = None,
    ) -> None:
        super().__init__(data)
        self.part = part
        for question in part.questions:
            self._add(question.id, _field_of(question), _shown(question.id, answers))
            if question.evidence is not None:
                self._add(question.id + EVIDENCE, _evidence(question.evidence), evidence.get(question.id, ""))
        for option in part.ranking.ranking.options if part.ranking else ():
            assert part.ranking is not None
            label = str(part.ranking.options[option.id])
            self._add(option.id, _place(part.ranking.scale, label), _shown(option.id, answers))
        if minutes is not None:
            self._add(MINUTES, _words(_("What was said about this"), LONGEST_MINUTES, rows=3), minutes)

    def asked(self) -> Iterator[Asked]:
        """The questions with their fields, in order."""
        for question in self.part.questions:
            evidence = self[question.id + EVIDENCE] if question.id + EVIDENCE in self.fields else None
            yield Asked(
                question, self[question.id], tuple(_scale_options(question, self[question.id].value())), evidence
            )

    def options(self) -> list[forms.BoundField]:
        """The fields of the ranking, in order; empty when this part has none."""
        return [self[option.id] for option in self.part.ranking.ranking.options] if self.part.ranking else []

    @property
    def minutes(self) -> forms.BoundField | None:
        return self[MINUTES] if MINUTES in self.fields else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        given = [place for option in self.options() if (place := cleaned.get(option.name))]
        if len(set(given)) < len(given):
            self.add_error(None, _("Two things have the same place. Give every place once."))
        return cleaned

    def filled(self) -> Filled:
        """What can be kept: every well-formed answer. A field with a mistake leaves what was kept before."""
        self.full_clean()
        wrong = set(self.errors)
        asked = tuple(name for name in self.part.ids if name not in wrong)
        known = {question.id: question.scale for question in self.part.questions}
        if self.part.ranking is not None:
            known |= {option.id: self.part.ranking.scale for option in self.part.ranking.ranking.options}
        raw = {name: self.cleaned_data.get(name) for name in asked}
        return Filled(
            asked=asked,
            answers={
                name: read_answer(known[name], str(given)) for name, given in raw.items() if given not in (None, "")
            },
            evidence={
                name: self.cleaned_data[name + EVIDENCE] for name in asked if name + EVIDENCE in self.cleaned_data
            },
            minutes={self.part.key: self.cleaned_data[MINUTES]} if MINUTES in self.cleaned_data else {},
        )

    def _add(self, name: str, field: forms.Field, initial: object) -> None:
        field.initial = initial
        self.fields[name] = field


def _field_of(question: Question) -> forms.Field:
    """The field of a question; what people choose from may stay open, and so may the rest."""
    scale, label = question.scale.scale, str(question.text)
    if scale.kind is ScaleKind.TEXT:
        return _words(label, scale.longest or LONGEST, rows=4)
    if scale.kind is ScaleKind.NUMBER:
        return forms.FloatField(
            label=label, required=False, min_value=scale.minimum, max_value=scale.maximum, localize=True
        )
    choices = [(sent, str(question.scale.labels[value])) for sent, value in offered(question.scale).items()]
    return forms.ChoiceField(label=label, required=False, widget=forms.RadioSelect, choices=[*choices, (NO_ANSWER, "")])


def _place(scale: WordedScale, label: str) -> forms.Field:
    places = [(str(value), f"{value}. {text!s}") for value, text in scale.labels.items()]
    return forms.ChoiceField(label=label, required=False, choices=[("", _("choose a place")), *places])


def _words(label: Any, longest: int, *, rows: int) -> forms.Field:
    return forms.CharField(label=label, required=False, max_length=longest, widget=forms.Textarea(attrs={"rows": rows}))


def _evidence(asks: Text) -> forms.Field:
    return _words(str(asks), LONGEST, rows=2)


def _scale_options(question: Question, chosen: object) -> Iterator[ScaleOption]:
    """From high to low on a ladder of numbers, else in their own order; 'I don't know' apart."""
    scale = question.scale.scale
    if scale.kind not in (ScaleKind.ORDINAL, ScaleKind.NOMINAL):
        return
    counts = scale.kind is ScaleKind.ORDINAL
    for value in reversed(scale.steps) if counts else scale.values:
        number = str(value) if counts else ""
        yield ScaleOption(str(value), str(question.scale.labels[value]), number, chosen == str(value))
    if question.scale.no_answer is not None:
        yield ScaleOption(NO_ANSWER, str(question.scale.no_answer), "", chosen == NO_ANSWER, apart=True)


def _shown(name: str, answers: Answers) -> object:
    """What a field shows of what was kept."""
    if name not in answers:
        return ""
    value = answers[name]
    if value is None:
        return NO_ANSWER
    return value if isinstance(value, float) else str(value)
