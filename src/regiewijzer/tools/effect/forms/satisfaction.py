"""Writing down what users or members said."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.measurements.forms import NOTE, SOURCE, MeasurementForm
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.effect.models import MemberSatisfaction, UserSatisfaction


class SatisfactionForm(MeasurementForm):
    """An aspect nobody asked about stays empty."""

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(network, *arguments, **named)
        for aspect in self.instance.SCORES:
            self.fields[aspect].help_text = _("From 1, not at all satisfied, to 5, fully satisfied.")


class UserForm(SatisfactionForm):
    class Meta:
        model: ClassVar[type[models.Model]] = UserSatisfaction
        fields: ClassVar = [*SOURCE, *UserSatisfaction.SCORES, NOTE]


class MemberForm(SatisfactionForm):
    class Meta:
        model: ClassVar[type[models.Model]] = MemberSatisfaction
        fields: ClassVar = [*SOURCE, *MemberSatisfaction.SCORES, NOTE]
