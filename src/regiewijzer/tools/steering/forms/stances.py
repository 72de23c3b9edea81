"""The form of a stance on one policy field."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.tools.steering.forms.evaluations import SCORE, Section, number_choice, seen_field
from regiewijzer.tools.steering.models import Stance
from regiewijzer.tools.steering.queries.stances import field_options
from regiewijzer.ui.forms import PastDayField


class StanceForm(forms.ModelForm[Stance]):
    policy_field = forms.ChoiceField(label=_("Policy field"))
    measured_on = PastDayField(label=_("Measured on"))
    script = number_choice(
        _("Do you set the direction yourself?"), SCORE, _("1: a higher government or the partners do. 5: wholly you.")
    )
    power = number_choice(_("Can you impose it on partners?"), SCORE)
    overview = number_choice(_("Do you know what goes on, who does what and how it goes?"), SCORE)
    accountability = number_choice(_("Do you explain what the whole delivers, also what fails?"), SCORE)
    policy_lines = number_choice(_("Do partners know the line you agreed together?"), SCORE)
    organising = number_choice(_("Do you bring partners together so that something happens?"), SCORE)
    seen_overview = seen_field(_("Where is it written down?"))
    seen_accountability = seen_field(_("When and to whom?"))
    seen_policy_lines = seen_field(_("Which line?"))
    seen_organising = seen_field(_("Give an example."))

    class Meta:
        model = Stance
        fields = ["policy_field", "measured_on", "source", "answers", *Stance.SIDES, *Stance.COMPONENTS]
        labels: ClassVar = {"source": _("How was this filled in?"), "answers": _("By how many people?")}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["policy_field"].choices = [("", "…"), *field_options()]  # type: ignore[attr-defined]
        self.fields["measured_on"].initial = timezone.localdate()
        self.fields["source"].required = False

    def sections(self) -> list[Section]:
        """The form as a page shows it."""
        plain: list[tuple[forms.BoundField, forms.BoundField | None]] = [
            (self[name], None) for name in ("policy_field", "measured_on", "source", "answers")
        ]
        return [
            Section(_("Which field, when and by whom"), "", plain),
            Section(
                _("Own script and power"),
                _("None of the four types is better than another."),
                [(self[name], None) for name in Stance.SIDES],
            ),
            Section(
                _("Four components of steering"),
                _("They are never added up: the weakest says where to begin."),
                [(self[name], self[f"seen_{name}"]) for name in Stance.COMPONENTS],
            ),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.instance.seen = {
            name: cleaned[f"seen_{name}"] for name in Stance.COMPONENTS if cleaned.get(f"seen_{name}")
        }
        return cleaned


class FieldForm(forms.Form):
    """Which policy field a stance is about."""

    policy_field = forms.ChoiceField(label=_("Policy field"))

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["policy_field"].choices = [("", "…"), *field_options()]  # type: ignore[attr-defined]
