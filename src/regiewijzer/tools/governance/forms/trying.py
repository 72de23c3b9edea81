"""What if: other conditions, to see which form would then fit. Nothing is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.science.governance import HIGHEST, LOWEST, Condition, Conditions, as_shown, from_scale
from regiewijzer.tools.governance.display.conditions import name_of

MOST_PARTICIPANTS = 1000


class TryForm(forms.Form):
    """The five conditions as they are, to be changed at will; one that is emptied counts as not measured."""

    def __init__(self, conditions: Conditions, data: Any = None) -> None:
        super().__init__(data)
        for condition in Condition:
            self.fields[condition.value] = _field(condition)
            value = conditions.of(condition)
            self.fields[condition.value].initial = None if value is None else as_shown(condition, value)

    def conditions(self) -> Conditions:
        """What was tried, as the rules take it. Only for a valid form."""
        given = self.cleaned_data
        scores: dict[str, Any] = {
            condition.value: None if given[condition.value] is None else from_scale(float(given[condition.value]))
            for condition in Condition
            if condition is not Condition.PARTICIPANTS
        }
        return Conditions(participants=given[Condition.PARTICIPANTS], **scores)


def _field(condition: Condition) -> forms.Field:
    name = name_of(condition)
    if condition is Condition.PARTICIPANTS:
        return forms.IntegerField(label=name, required=False, min_value=0, max_value=MOST_PARTICIPANTS)
    widget = forms.NumberInput(attrs={"step": "0.1", "inputmode": "decimal"})
    return forms.DecimalField(
        label=name,
        required=False,
        min_value=LOWEST,
        max_value=HIGHEST,
        decimal_places=2,
        widget=widget,
        help_text=_("From 1 to 5."),
    )
