"""The form that moves an instrument on the axis, and the filters of the axis."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.instruments.models import WHOLE, Instrument
from regiewijzer.science.facts import Power
from regiewijzer.tools.steering.queries.axis import RUNNING, Narrowed, options
from regiewijzer.ui.forms import DayInput, PastDayField

LABELS = {
    "communicative": _("Communicative: you convince"),
    "market": _("Market: you stimulate"),
    "financial": _("Financial: you control the flow of money"),
    "legal": _("Legal: you oblige"),
}


def _share(name: str) -> forms.IntegerField:
    return forms.IntegerField(label=LABELS[name], min_value=0, max_value=WHOLE, required=False)


class MoveForm(forms.Form):
    """Other shares, from a day on."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    communicative = _share("communicative")
    market = _share("market")
    financial = _share("financial")
    legal = _share("legal")
    since = PastDayField(label=_("Since when does it stand here?"))
    reason = forms.CharField(
        label=_("Why does it move?"),
        max_length=300,
        required=False,
        help_text=_("For whoever compares two moments later."),
    )

    def __init__(self, instrument: Instrument, data: Mapping[str, Any] | None = None) -> None:
        now = {share: getattr(instrument, share) for share in Instrument.SHARES}
        initial = {**now, "since": timezone.localdate(), "seen_version": instrument.version}
        super().__init__(data, initial=initial)

    def share_fields(self) -> list[forms.BoundField]:
        """The four fields that belong together."""
        return [self[share] for share in Instrument.SHARES]

    def other_fields(self) -> list[forms.BoundField]:
        return [self["since"], self["reason"]]

    def shares(self) -> dict[Power, int]:
        """The shares as far as they were understood."""
        return {Power(share): self.cleaned_data.get(share) or 0 for share in Instrument.SHARES}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        shares = {share: cleaned.get(share) or 0 for share in Instrument.SHARES}
        cleaned.update(shares)
        total = sum(shares.values())
        if total != WHOLE and not any(share in self.errors for share in shares):
            message = _("The four shares sum to %(total)s; they must sum to 100.") % {"total": total}
            self.add_error("communicative", message)
        return cleaned


class AxisForm(forms.Form):
    """What one can narrow the axis by. A value that is not offered is told, and everything is shown."""

    challenge = forms.ChoiceField(label=_("Challenge"), required=False)
    origin = forms.ChoiceField(label=_("Origin"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    then = PastDayField(label=_("Compare with"), required=False, widget=DayInput)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for name, choices in options().items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def narrowed(self) -> Narrowed:
        """The filters as far as they could be read."""
        self.is_valid()
        data = self.cleaned_data
        return Narrowed(
            challenge=int(data["challenge"]) if data.get("challenge") else None,
            origin=data.get("origin") or "",
            status=data.get("status") or RUNNING,
            then=data.get("then"),
        )
