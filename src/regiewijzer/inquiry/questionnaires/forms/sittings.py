"""Starting a form, choosing criteria, and closing it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.questionnaires.definitions.values import Question, Questionnaire
from regiewijzer.inquiry.questionnaires.models import Sitting, Way
from regiewijzer.inquiry.questionnaires.wording import FAULTS_OF_CHOICE
from regiewijzer.library.texts import Text
from regiewijzer.register.records.forms import by_name
from regiewijzer.science.scoring.selection import Circumstances
from regiewijzer.ui.forms import ChoiceByNameField, PastDayField

MOST_PRESENT = 1000
LONGEST_MINUTES = 8000


class StartForm(forms.Form):
    """About what, in which way, and for which layer; only what there is to choose is asked."""

    subject = ChoiceByNameField(label=_("About"), help_text=_("Type a few letters and choose from the list."))
    way = forms.ChoiceField(label=_("How"), widget=forms.RadioSelect, choices=())
    layer = forms.ChoiceField(
        label=_("For which layer"),
        widget=forms.RadioSelect,
        choices=(),
        help_text=_("Each layer fills in a form of its own; the differences are what counts."),
    )

    def __init__(
        self,
        questionnaire: Questionnaire,
        ways: list[Way],
        subjects: list[tuple[str, int]],
        *arguments: Any,
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self._choose("way", [(way.value, way.label) for way in ways])
        self._choose("layer", [(name, str(title)) for name, title in questionnaire.layers.items()])
        field = self.fields["subject"]
        assert isinstance(field, ChoiceByNameField)
        field.options = by_name(subjects)
        if not subjects:
            del self.fields["subject"]

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        """Offer these; with one it is chosen already, without any it is not asked."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        if len(choices) == 1:
            field.initial = choices[0][0]
        if not choices:
            del self.fields[name]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion one may choose; `fits` is False when it says little about this network, and `misfit` why."""

    question: Question
    chosen: bool
    fits: bool


class CriteriaForm(forms.Form):
    """Which criteria are scored."""

    criteria = forms.MultipleChoiceField(label=_("Criteria"), required=False, choices=())

    def __init__(
        self, questionnaire: Questionnaire, circumstances: Circumstances, data: Any = None, *, chosen: list[str]
    ) -> None:
        super().__init__(data, initial={"criteria": chosen})
        self.questionnaire, self.circumstances = questionnaire, circumstances
        field = self.fields["criteria"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(question.id, str(question.text)) for question in questionnaire.questions]

    def groups(self) -> Iterator[tuple[Text, list[Criterion]]]:
        """The criteria under the title of their dimension."""
        chosen = set(self["criteria"].value() or ())
        for dimension in self.questionnaire.dimensions:
            yield (
                dimension.title,
                [
                    Criterion(each, each.id in chosen, self._fits(each))
                    for each in self.questionnaire.questions_of(dimension.id)
                ],
            )

    def clean_criteria(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["criteria"]
        selection = self.questionnaire.scheme.selection
        if selection is None:
            return chosen
        dimensions = {question.id: question.item.dimension for question in self.questionnaire.questions}
        titles = {each.id: str(each.title) for each in self.questionnaire.dimensions}
        said = {
            "minimum": selection.minimum,
            "maximum": selection.maximum,
            "dimension": titles.get(selection.at_least_one_of, ""),
        }
        faults = selection.faults(chosen, dimensions)
        if faults:
            raise forms.ValidationError([FAULTS_OF_CHOICE[fault] % said for fault in faults])
        return chosen

    def _fits(self, question: Question) -> bool:
        return question.item.fit is None or question.item.fit.holds(self.circumstances)


class FinishForm(forms.Form):
    """When it was filled in, and by how many at the table. Refuses what says nothing."""

    held_on = PastDayField(label=_("Filled in on"))
    present = forms.IntegerField(label=_("People at the table"), required=False, min_value=1, max_value=MOST_PRESENT)
    minutes = forms.CharField(
        label=_("What else was said"),
        required=False,
        max_length=LONGEST_MINUTES,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, questionnaire: Questionnaire, sitting: Sitting, data: Any = None) -> None:
        initial = {"held_on": sitting.held_on, "present": sitting.present, "minutes": sitting.minutes.get("", "")}
        super().__init__(data, initial=initial)
        self.questionnaire, self.sitting = questionnaire, sitting
        if sitting.way != Way.TOGETHER:
            del self.fields["present"], self.fields["minutes"]

    def clean(self) -> dict[str, Any]:
        answers: Mapping[str, Any] = self.sitting.answers
        if not any(value is not None for value in answers.values()):
            raise forms.ValidationError(_("Nothing was answered yet."))
        for ranking in self.questionnaire.rankings:
            given = [answers.get(option.id) for option in ranking.ranking.options]
            if any(given) and set(given) != set(range(1, len(given) + 1)):
                sentence = _("Finish this order, or leave it empty: “%(question)s”")
                raise forms.ValidationError(sentence, params={"question": str(ranking.question)})
        return super().clean() or {}
