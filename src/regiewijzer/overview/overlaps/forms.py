"""What is decided on networks that overlap: one form for the five answers."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.overview.overlaps.wording import CARRIED_OUT, ON_ONE, Way
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science import facts
from regiewijzer.ui.forms import DayField

TELL = _("Put it on my list to tell the partners")
HALF_A_YEAR = timedelta(days=182)
A_MONTH = timedelta(days=30)
LEAST = 2


class OverlapForm(forms.Form):
    """Which way, which networks, which one it turns on, why, who, by when, and when it is looked at again."""

    way = forms.ChoiceField(
        label=_("What do you do with these networks?"),
        choices=partial(word_choices, "overlap_ways"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the five.")},
    )
    networks = forms.MultipleChoiceField(
        label=_("Which ones is it about?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least two networks.")},
    )
    which = forms.ChoiceField(
        label=_("Which network stays, is the whole, or stops?"),
        required=False,
        help_text=_("Not needed to align agendas or to keep apart."),
    )
    reason = forms.CharField(
        label=_("Why?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write why: that is what you will want to read later.")},
    )
    responsible = forms.CharField(label=_("Who carries it out?"), required=False, max_length=150)
    due = DayField(label=_("On which day?"), required=False)
    review_on = DayField(label=_("Look at it again on"))

    def __init__(self, networks: Sequence[facts.Network], authority: int, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        choices = [(str(network.ref), network.name) for network in networks]
        self._mandated = {str(network.ref): network.name for network in networks if network.mandated}
        self.fields["networks"].choices = choices  # type: ignore[attr-defined]
        self.fields["which"].choices = [("", _("choose")), *choices]  # type: ignore[attr-defined]
        staff = Position.objects.active().filter(authority=authority).exclude(role=Role.GUEST).select_related("user")
        self.fields["responsible"].suggestions = [position.user.name for position in staff]  # type: ignore[attr-defined]
        self.fields["responsible"].widget.attrs["list"] = f"{self['responsible'].auto_id}_list"
        self.fields["review_on"].initial = timezone.localdate() + HALF_A_YEAR

    def clean_networks(self) -> list[int]:
        chosen = [int(ref) for ref in self.cleaned_data["networks"]]
        if len(chosen) < LEAST:
            raise forms.ValidationError(_("Choose at least two networks."))
        return chosen

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that has yet to come."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        way, which = cleaned.get("way"), cleaned.get("which")
        if way in ON_ONE and not which:
            self.add_error("which", _("Say which network."))
        elif way in ON_ONE and int(which or 0) not in cleaned.get("networks", [int(which or 0)]):
            self.add_error("which", _("This network is not among those you chose above."))
        if way == Way.ONE_STOPS and which in self._mandated:
            name = self._mandated[str(which)]
            self.add_error("which", _("“%(name)s” is imposed: you cannot stop it yourself.") % {"name": name})
        if way == Way.ONE_ROOF and which:
            self._no_circle(int(which), cleaned.get("networks", []))
        if way in CARRIED_OUT:
            for name, sentence in (("responsible", _("Say who does it.")), ("due", _("Say by when."))):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return cleaned

    def _no_circle(self, whole: int, networks: Sequence[int]) -> None:
        if any(Network.objects.making_a_circle(part, whole) for part in networks if part != whole):
            self.add_error("which", _("This network is a part of one of the others already."))


class MergeForm(forms.Form):
    """Which network goes into this one, with which goal, from which day. Knows which versions it shows."""

    goes = forms.ChoiceField(label=_("Which network goes into it?"))
    goal = forms.CharField(
        label=_("Goal from that day on"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Another wording becomes a new version."),
    )
    day = DayField(label=_("On which day?"), help_text=_("Until then you can take all of it back."))
    tell = forms.BooleanField(label=TELL, required=False, initial=True)
    seen_stays = forms.IntegerField(widget=forms.HiddenInput)
    seen_goes = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, stays: Network, goes: Network | None, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        today = timezone.localdate()
        others = Network.objects.running(today).exclude(pk=stays.pk).order_by("name")
        self.fields["goes"].choices = [("", _("choose")), *((str(each.pk), each.name) for each in others)]  # type: ignore[attr-defined]
        goal = stays.goals.first()
        self.initial.update(
            {
                "goes": str(goes.pk) if goes else "",
                "goal": goal.text if goal else "",
                "day": today + A_MONTH,
                "seen_stays": stays.version,
                "seen_goes": goes.version if goes else None,
            }
        )

    def clean_day(self) -> Any:
        return to_come(self.cleaned_data["day"])


class StopForm(forms.Form):
    """From which day a network is no more, what becomes of what is still to do, and whether another takes it over.

    `alone`: it only stops; who fills this in may not change another network.
    """

    into = forms.ChoiceField(
        label=_("Does another network take it over?"),
        required=False,
        help_text=_("Then members, planned meetings and open actions go there: the next page shows how."),
    )
    day = DayField(label=_("On which day?"), help_text=_("Until then you can take all of it back."))
    keep_actions = forms.BooleanField(
        label=_("Open actions stay with who has them"), required=False, help_text=_("Else they are dropped.")
    )
    tell = forms.BooleanField(label=TELL, required=False, initial=True)
    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, network: Network, *arguments: Any, alone: bool = False, **named: Any) -> None:
        super().__init__(*arguments, **named)
        today = timezone.localdate()
        others = Network.objects.running(today).exclude(pk=network.pk).order_by("name")
        nobody = ("", _("no, it just stops"))
        self.fields["into"].choices = [nobody, *((str(each.pk), each.name) for each in others)]  # type: ignore[attr-defined]
        self.initial.update({"day": today + A_MONTH, "seen_version": network.version})
        self._mandated = network.mandated
        if alone:
            del self.fields["into"]

    def clean_day(self) -> Any:
        return to_come(self.cleaned_data["day"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self._mandated and not cleaned.get("into") and "into" not in self.errors:
            self.add_error("into", _("It is imposed: you cannot stop it yourself. Another can take it over."))
        return cleaned


def to_come(day: Any) -> Any:
    """ValidationError for a day that is past."""
    if day < timezone.localdate():
        raise forms.ValidationError(_("Choose today, or a day that has yet to come."))
    return day
