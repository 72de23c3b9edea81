"""The form of an evaluation of effect."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.networks.models import Network
from regiewijzer.tools.effect.models import Evaluation
from regiewijzer.ui.forms import PastDayField


class EvaluationForm(forms.ModelForm[Evaluation]):
    evaluated_on = PastDayField(label=_("Evaluated on"))

    class Meta:
        model = Evaluation
        fields = ["evaluated_on", "community", "network_level", "organisations", "evidence"]
        widgets: ClassVar = {"evidence": forms.Textarea(attrs={"rows": 4})}
        help_texts: ClassVar = {
            "community": _("Did something change for the people it is meant for?"),
            "network_level": _("Does the network itself work better: members stay, services connect, decisions hold?"),
            "organisations": _("Do the organisations in it gain: reach, cost, quality?"),
            "evidence": _("What did you see, counted or heard?"),
        }

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.network = network
        self.fields["evaluated_on"].initial = timezone.localdate()
        self.fields["evidence"].required = True
