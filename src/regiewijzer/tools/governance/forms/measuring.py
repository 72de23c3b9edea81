"""The form of a measurement by hand."""

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.measurements.forms import LESS_CERTAIN, NOTE, SOURCE, MeasurementForm
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import parties_on
from regiewijzer.tools.governance.models import CONDITIONS, Measurement


class ConditionsForm(MeasurementForm):
    """The conditions of a form, typed by hand."""

    EMPTY = _("Fill in at least one of the four conditions.")

    class Meta:
        model = Measurement
        fields: ClassVar = [*SOURCE, *CONDITIONS, "participants", NOTE]
        help_texts: ClassVar = {
            "trust": _(
                "From 1, hardly any, to 5, everybody relies on everybody. Leave empty what you did not measure."
            ),
            "consensus": _("From 1, everybody wants something else, to 5, one and the same goal."),
            "need": _("From 1, each can work alone, to 5, the work hangs together and the outside world asks a lot."),
            "trust_in_lead": _("From 1 to 5, asked apart: does everybody accept who leads?"),
            "source": LESS_CERTAIN,
            "participants": _("On the day of the measurement; your own services count as one."),
        }

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(network, *arguments, **named)
        self.fields["participants"].initial = parties_on(network, timezone.localdate())
