"""The forms of a measurement, and of what a partner brings and gets."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.measurements.forms import LESS_CERTAIN, NOTE, SOURCE, MeasurementForm
from regiewijzer.register.networks.models import Membership
from regiewijzer.tools.cooperation.models import Measurement, Statement
from regiewijzer.ui.forms import PastDayField

STATED = ("brings", "brings_size", "gets", "gets_size")


class ThemesForm(MeasurementForm):
    """What members think of their cooperation, typed by hand."""

    EMPTY = _("Fill in at least one of the three themes.")

    class Meta:
        model = Measurement
        fields: ClassVar = [*SOURCE, *Measurement.SCORES, NOTE]
        help_texts: ClassVar = {
            "source": LESS_CERTAIN,
            "agreement": _("From 1, everybody wants something else, to 5, one and the same goal."),
            "power_contribution": _("From 1, nobody accepts who decides and who brings what, to 5, everybody does."),
            "returns": _("From 1, some gain and others pay, to 5, each grants the other its gain."),
        }


class StatementForm(forms.ModelForm[Statement]):
    """What a partner brings and gets."""

    said_on = PastDayField(label=_("Said on"))

    class Meta:
        model = Statement
        fields = [*STATED, "said_by", "said_on"]
        widgets: ClassVar = {name: forms.Textarea(attrs={"rows": 2}) for name in ("brings", "gets")}
        help_texts: ClassVar = {
            "brings": _("Time, money, people, knowledge, access to people, a name."),
            "gets": _("Clients, knowledge, money, influence, less work, a good name."),
            "said_by": _("Best is what the partner says itself. An own estimate makes a conclusion less certain."),
        }

    def __init__(self, membership: Membership, former: Statement | None, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.network, self.instance.organisation = membership.network, membership.organisation
        self.instance.authority_id = membership.authority_id
        self.fields["said_on"].initial = timezone.localdate()
        for name in (*STATED, "said_by") if former else ():
            self.initial[name] = getattr(former, name)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if all(cleaned.get(name) in (None, "") for name in STATED) and not self.errors:
            raise forms.ValidationError(_("Say at least what the partner brings or what it gets."))
        return cleaned
