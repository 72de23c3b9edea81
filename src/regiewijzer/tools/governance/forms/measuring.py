"""The form of a measurement by hand."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import members_of
from regiewijzer.tools.governance.models import CONDITIONS, Measurement
from regiewijzer.ui.forms import PastDayField

STEP = {"step": "0.1", "min": "1", "max": "5", "inputmode": "decimal"}


class MeasurementForm(forms.ModelForm[Measurement]):
    measured_on = PastDayField(label=_("Measured on"))

    class Meta:
        model = Measurement
        fields = ["measured_on", "source", "answers", "invited", *CONDITIONS, "participants", "note"]
        widgets: ClassVar = {
            **{condition: forms.NumberInput(attrs=STEP) for condition in CONDITIONS},
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts: ClassVar = {
            "trust": _(
                "From 1, hardly any, to 5, everybody relies on everybody. Leave empty what you did not measure."
            ),
            "consensus": _("From 1, everybody wants something else, to 5, one and the same goal."),
            "need": _("From 1, each can work alone, to 5, the work hangs together and the outside world asks a lot."),
            "trust_in_lead": _("From 1 to 5, asked apart: does everybody accept who leads?"),
            "source": _("An own estimate counts, but makes every conclusion less certain."),
            "participants": _("On the day of the measurement."),
        }

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.network = network
        self.instance.authority_id = network.authority_id
        self.fields["measured_on"].initial = timezone.localdate()
        self.fields["participants"].initial = len(members_of(network))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if all(cleaned.get(condition) is None for condition in CONDITIONS) and not self.errors:
            raise forms.ValidationError(_("Fill in at least one of the four conditions."))
        return cleaned
