"""Is what somebody types of a measurement well-formed?"""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.networks.models import Network
from regiewijzer.ui.forms import PastDayField

SOURCE, NOTE = ("measured_on", "source", "answers", "invited"), "note"
STEP = {"step": "0.1", "min": "1", "max": "5", "inputmode": "decimal"}
LESS_CERTAIN = _("An own estimate counts, but makes every conclusion less certain.")


class MeasurementForm(forms.ModelForm[Any]):
    """What people said of a network on one day, from 1 to 5; at least one of the scores of its table."""

    EMPTY: ClassVar[Any] = _("Fill in at least one of the four.")

    measured_on = PastDayField(label=_("Measured on"))

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.network = network
        self.instance.authority_id = network.authority_id
        self.fields["measured_on"].initial = timezone.localdate()
        self.fields[NOTE].widget.attrs["rows"] = 3
        for name in self.instance.SCORES:
            self.fields[name].widget.attrs.update(STEP)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if all(cleaned.get(name) is None for name in self.instance.SCORES) and not self.errors:
            raise forms.ValidationError(self.EMPTY)
        return cleaned
