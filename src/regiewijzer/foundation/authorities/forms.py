"""Settings of an authority: its name and colour, and its own limits for the rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.wording import label_of, limit_as_shown, limit_as_stored
from regiewijzer.science.limits import DEFAULTS, Threshold, Unit, thresholds

WHOLE = frozenset({Unit.COUNT, Unit.RATING, Unit.MONTHS})
FINANCIAL_LAST, LEGAL_LAST = "financial_last", "legal_last"


class AuthorityForm(forms.ModelForm[Authority]):
    """Name, service, colour, and who logs in with two steps. Knows which version of the authority it shows."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Authority
        fields = ["name", "service", "accent", "second_step", "asks_partners"]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen_version"].initial = self.instance.version


class LimitsForm(forms.Form):
    """One field per threshold; empty means the standard of the program."""

    power_order = forms.ChoiceField(
        label=_("Which type holds most power?"),
        choices=[(LEGAL_LAST, _("Legal power")), (FINANCIAL_LAST, _("Financial power"))],
        help_text=_("The sources order the last two types differently, so this is yours to choose."),
    )

    def __init__(self, authority: Authority, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        order = authority.limits.get("power_order") or list(DEFAULTS.power_order)
        self.fields["power_order"].initial = LEGAL_LAST if order[-1] == "legal" else FINANCIAL_LAST
        for threshold in self.numbers():
            self.fields[threshold.name] = _field(threshold, authority.limits.get(threshold.name))

    @staticmethod
    def numbers() -> list[Threshold]:
        """Every threshold that is a number."""
        return [threshold for threshold in thresholds() if threshold.unit is not Unit.ORDER]

    def by_topic(self) -> dict[Any, list[forms.BoundField]]:
        """The fields under the subject they belong to."""
        groups: dict[Any, list[forms.BoundField]] = {}
        for threshold in self.numbers():
            groups.setdefault(threshold.topic, []).append(self[threshold.name])
        return groups

    def overrides(self) -> dict[str, Any]:
        """Only what differs from the standard, on the scale of the rules."""
        own: dict[str, Any] = {}
        for threshold in self.numbers():
            shown = self.cleaned_data.get(threshold.name)
            if shown is not None and shown != limit_as_shown(threshold, _standard(threshold)):
                own[threshold.name] = limit_as_stored(threshold, shown)
        if self.cleaned_data["power_order"] == FINANCIAL_LAST:
            own["power_order"] = ["communicative", "market", "legal", "financial"]
        return own


def _standard(threshold: Threshold) -> float:
    assert isinstance(threshold.default, int | float)
    return threshold.default


def _field(threshold: Threshold, own: float | None) -> forms.Field:
    assert threshold.minimum is not None
    assert threshold.maximum is not None
    settings: dict[str, Any] = {
        "label": label_of(threshold),
        "required": False,
        "initial": None if own is None else limit_as_shown(threshold, own),
        "min_value": limit_as_shown(threshold, threshold.minimum),
        "max_value": limit_as_shown(threshold, threshold.maximum),
        "help_text": _("Standard: %(standard)s") % {"standard": f"{limit_as_shown(threshold, _standard(threshold)):g}"},
    }
    field: forms.Field = forms.IntegerField(**settings) if threshold.unit in WHOLE else forms.FloatField(**settings)
    field.widget.attrs["step"] = "1" if threshold.unit in WHOLE else "any"
    return field
