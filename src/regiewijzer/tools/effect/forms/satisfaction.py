"""Writing down what users or members said."""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.networks.models import Network
from regiewijzer.tools.effect.models import MemberSatisfaction, UserSatisfaction
from regiewijzer.ui.forms import PastDayField

STEP = {"step": "0.1", "min": "1", "max": "5", "inputmode": "decimal"}
ABOUT = ["measured_on", "source", "answers", "invited"]


class ToldForm(forms.ModelForm[Any]):
    """What was said on one day, aspect by aspect, from 1 to 5. An aspect nobody asked about stays empty."""

    measured_on = PastDayField(label=_("Measured on"))

    def __init__(self, network: Network, data: Any = None) -> None:
        super().__init__(data, initial={"measured_on": timezone.localdate()})
        self.instance.network = network
        self.instance.authority_id = network.authority_id
        for aspect in self.instance.ASPECTS:
            self.fields[aspect].widget.attrs.update(STEP)
            self.fields[aspect].help_text = _("From 1, not at all satisfied, to 5, fully satisfied.")
        self.fields["note"].widget.attrs["rows"] = 3

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if all(cleaned.get(aspect) is None for aspect in self.instance.ASPECTS) and not self.errors:
            raise forms.ValidationError(_("Fill in at least one of the four."))
        return cleaned


class UserForm(ToldForm):
    class Meta:
        model: ClassVar[type[models.Model]] = UserSatisfaction
        fields: ClassVar = [*ABOUT, *UserSatisfaction.ASPECTS, "note"]


class MemberForm(ToldForm):
    class Meta:
        model: ClassVar[type[models.Model]] = MemberSatisfaction
        fields: ClassVar = [*ABOUT, *MemberSatisfaction.ASPECTS, "note"]
