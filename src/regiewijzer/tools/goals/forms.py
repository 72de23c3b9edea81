"""The forms of a measurement, of a part of a goal, and of who carries which part."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.measurements.forms import LESS_CERTAIN, NOTE, SOURCE, MeasurementForm
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.wording import theme_choices
from regiewijzer.tools.goals.models import Measurement, SubGoal
from regiewijzer.tools.goals.queries.splits import Placing, ShownSplit
from regiewijzer.ui.forms import CodesField, TagsField

NONE = "none"
LONGEST_GOAL = 2000


class GoalForm(MeasurementForm):
    """What members think of one wording, typed by hand."""

    class Meta:
        model = Measurement
        fields: ClassVar = ["measured_on", "version", *SOURCE[1:], *Measurement.SCORES, NOTE]
        help_texts: ClassVar = {
            "version": _("What members said of a former wording does not count for the goal of today."),
            "source": LESS_CERTAIN,
            "attractive": _("From 1, it leaves everybody cold, to 5, everybody wants to work on it."),
            "concrete": _("From 1, nobody can say when it is reached, to 5, everybody can."),
            "bearable": _("From 1, it goes against what partners can or may do, to 5, each can carry it."),
            "own_part": _("From 1, nobody knows what they have to do, to 5, everybody does."),
        }

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(network, *arguments, **named)
        versions = network.goals.all()
        self.fields["version"].queryset = versions  # type: ignore[attr-defined]
        self.fields["version"].required = True
        self.fields["version"].initial = versions.first()
        self.fields["version"].empty_label = None  # type: ignore[attr-defined]


class PartForm(forms.ModelForm[SubGoal]):
    """One part of a goal."""

    target_groups = TagsField(
        label=_("Target groups"), required=False, help_text=_("With commas between: young people, families.")
    )
    themes = CodesField(label=_("Policy domains"), choices=theme_choices, required=False)

    class Meta:
        model = SubGoal
        fields = ["text", "target_groups", "themes"]
        widgets: ClassVar = {"text": forms.Textarea(attrs={"rows": 3})}
        help_texts: ClassVar = {"text": _("What changes for whom, and by when?")}


class PlacesForm(forms.Form):
    """Which partner carries which parts: a row of boxes per partner."""

    text = forms.CharField(
        label=_("The goal as a whole"),
        required=False,
        max_length=LONGEST_GOAL,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence over the parts. Empty: the parts one after the other."),
    )

    def __init__(self, split: ShownSplit, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.placings: Sequence[Placing] = split.placings
        choices = [*((str(part.sub_goal.pk), part.number) for part in split.parts), (NONE, _("no part"))]
        self.fields["text"].initial = split.split.text
        for placing in split.placings:
            chosen = [str(part) for part in placing.parts] + ([NONE] if placing.none else [])
            self.fields[_name(placing)] = forms.MultipleChoiceField(
                label=placing.name,
                choices=choices,
                required=False,
                initial=chosen,
                widget=forms.CheckboxSelectMultiple,
            )

    @property
    def rows(self) -> list[tuple[Placing, forms.BoundField]]:
        """A partner with its boxes."""
        return [(placing, self[_name(placing)]) for placing in self.placings]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for placing in self.placings:
            chosen = cleaned.get(_name(placing), [])
            if NONE in chosen and len(chosen) > 1:
                self.add_error(
                    _name(placing),
                    forms.ValidationError(
                        _("%(name)s has both a part and no part. Choose one of the two."), params={"name": placing.name}
                    ),
                )
        return cleaned

    @property
    def parts(self) -> dict[int, list[int]]:
        """Partner -> the parts it carries."""
        return {
            placing.organisation: [int(part) for part in self.cleaned_data[_name(placing)] if part != NONE]
            for placing in self.placings
        }

    @property
    def none(self) -> list[int]:
        """Partners that carry no part."""
        return [placing.organisation for placing in self.placings if NONE in self.cleaned_data[_name(placing)]]


def _name(placing: Placing) -> str:
    return f"partner_{placing.organisation}"
