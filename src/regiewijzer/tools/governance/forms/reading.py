"""Answering what the register does not know of the conditions for effectiveness."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.networks.models import Network
from regiewijzer.tools.governance.models import EffectivenessCheck
from regiewijzer.ui.forms import PastDayField

ANSWERS = (("True", _("yes")), ("False", _("no")), ("", _("we do not know")))
ASKED: dict[str, Any] = {
    "stable": _("Is the network stable: the same members, the same people, no great break?"),
    "integrated": _("Do the lines come together at one partner who oversees it all?"),
    "means": _("Are there enough means: money, people, time?"),
}


class ReadingForm(forms.ModelForm[EffectivenessCheck]):
    """Three questions, each with what shows the answer."""

    read_on = PastDayField(label=_("Seen on"))

    class Meta:
        model = EffectivenessCheck
        fields: ClassVar = ["read_on", *(name for answer in ASKED for name in (answer, f"{answer}_evidence"))]

    def __init__(self, network: Network, data: Any = None, *, before: EffectivenessCheck | None = None) -> None:
        initial: dict[str, Any] = {"read_on": timezone.localdate()}
        for answer in ASKED:
            initial[answer] = "" if before is None or getattr(before, answer) is None else str(getattr(before, answer))
            initial[f"{answer}_evidence"] = getattr(before, f"{answer}_evidence") if before else ""
        super().__init__(data, initial=initial)
        self.instance.network = network
        for answer, question in ASKED.items():
            self.fields[answer] = forms.TypedChoiceField(
                label=question,
                choices=ANSWERS,
                required=False,
                widget=forms.RadioSelect,
                coerce=lambda given: given == "True",
                empty_value=None,
            )
            self.fields[f"{answer}_evidence"].label = _("What shows this?")
            self.fields[f"{answer}_evidence"].widget.attrs["rows"] = 2
        self.order_fields(["read_on", *(name for answer in ASKED for name in (answer, f"{answer}_evidence"))])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        given = [answer for answer in ASKED if cleaned.get(answer) is not None]
        if not given and not self.errors:
            raise forms.ValidationError(_("Answer at least one of the three."))
        for answer in given:
            if not cleaned.get(f"{answer}_evidence") and f"{answer}_evidence" not in self.errors:
                self.add_error(f"{answer}_evidence", _("Say what shows this: a number, a remark, an example."))
        return cleaned
