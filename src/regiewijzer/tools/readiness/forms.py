"""The forms of readiness: what a layer says, and what a network rightly is."""

from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.questionnaires.public import NO_ANSWER, Question
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts import Attitude
from regiewijzer.tools.readiness.models import Measurement, Placement
from regiewijzer.tools.readiness.queries import asked
from regiewijzer.ui.forms import PastDayField

LONGEST_EVIDENCE = 1000


def _evidence(attitude: str) -> str:
    return f"{attitude}_evidence"


class MeasurementForm(forms.ModelForm[Measurement]):
    """Eight conditions as one layer sees them; each yes, partly, no or not known, with what it rests on."""

    measured_on = PastDayField(label=_("Measured on"))

    class Meta:
        model = Measurement
        fields = ["layer", "measured_on", "source", "answers", "invited"]
        help_texts: ClassVar = {
            "layer": _("Each layer answers on its own: that is how you see where they differ."),
            "source": _("Answered by several people? Put in here what they agreed on."),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["measured_on"].initial = timezone.localdate()
        for question in self.questions():
            self.fields[str(question.item.dimension)] = _condition(question)
            self.fields[_evidence(str(question.item.dimension))] = forms.CharField(
                label=str(question.evidence) if question.evidence else _("What does this rest on?"),
                required=False,
                max_length=LONGEST_EVIDENCE,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @staticmethod
    def questions() -> tuple[Question, ...]:
        """The questions, one for each condition."""
        return tuple(each for each in asked().questions if each.item.dimension in set(Attitude))

    def general(self) -> Iterator[forms.BoundField]:
        """Who answered, when and how."""
        return (self[name] for name in self.Meta.fields)

    def pairs(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Each condition with its evidence."""
        for attitude in Attitude:
            yield self[attitude.value], self[_evidence(attitude.value)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        answered = [cleaned.get(attitude.value) for attitude in Attitude]
        if not self.errors and all(value in ("", NO_ANSWER, None) for value in answered):
            raise forms.ValidationError(_("Answer at least one condition."))
        return cleaned

    def measurement(self) -> Measurement:
        """The filled-in form as a measurement that is not saved yet."""
        measurement: Measurement = self.save(commit=False)
        for attitude in Attitude:
            value = self.cleaned_data[attitude.value]
            setattr(measurement, attitude.value, None if value in ("", NO_ANSWER) else int(value))
        measurement.evidence = {
            attitude.value: text for attitude in Attitude if (text := self.cleaned_data[_evidence(attitude.value)])
        }
        return measurement


def _condition(question: Question) -> forms.ChoiceField:
    choices = [(str(value), str(label)) for value, label in question.scale.labels.items()]
    unknown = [(NO_ANSWER, str(question.scale.no_answer))] if question.scale.no_answer else []
    return forms.ChoiceField(
        label=str(question.text), choices=choices + unknown, required=False, widget=forms.RadioSelect
    )


class PlacementForm(forms.ModelForm[Placement]):
    """What a network rightly is, with a reason."""

    place = forms.ChoiceField(
        label=_("What is it really?"), choices=partial(word_choices, "places"), widget=forms.RadioSelect
    )

    class Meta:
        model = Placement
        fields = ["place", "reason"]
        widgets: ClassVar = {"reason": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"reason": _("Why?")}
        error_messages: ClassVar = {"reason": {"required": _("Write why: that is what you will want to read later.")}}
