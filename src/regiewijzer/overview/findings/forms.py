"""What somebody does with findings beside answering them: put them off, or give them to a colleague."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.library.entries import WeightLevel
from regiewijzer.overview.findings.actions import Seen
from regiewijzer.overview.findings.queries import State, Wanted
from regiewijzer.ui.forms import DayField


class NotNowForm(forms.Form):
    """Until when, and why."""

    until = DayField(label=_("Not now, until"))
    why = forms.CharField(label=_("Why not now?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def clean_until(self) -> date:
        day: date = self.cleaned_data["until"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that has yet to come."))
        return day


class AssignForm(forms.Form):
    """To which colleague, or to nobody any more."""

    colleague = forms.ChoiceField(label=_("Who looks into it?"), required=False)

    def __init__(self, authority: int, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.staff = {str(each.pk): each for each in staff_of(authority)}
        choices = [(pk, each.user.name) for pk, each in self.staff.items()]
        self.fields["colleague"].choices = [("", _("nobody in particular")), *choices]  # type: ignore[attr-defined]

    def clean_colleague(self) -> Position | None:
        return self.staff.get(self.cleaned_data["colleague"])


def staff_of(authority: int) -> list[Position]:
    """Colleagues who work here now, by name; guests are none."""
    found = Position.objects.active().filter(authority=authority).exclude(role=Role.GUEST)
    return list(found.select_related("user").order_by("user__name", "pk"))


def ticked(posted: QueryDict) -> list[Seen]:
    """The findings somebody ticked, each as it was seen: key and digest."""
    found = (each.partition(".") for each in posted.getlist("finding"))
    return [Seen(int(pk), digest) for pk, _dot, digest in found if pk.isdecimal()]


def wanted_in(asked: QueryDict, me: int) -> Wanted:
    """What an address asks for; what it asks wrongly chooses nothing."""
    state, level, network = asked.get("state", ""), asked.get("level", ""), asked.get("network", "")
    owner = str(me) if asked.get("owner") == "me" else asked.get("owner", "")
    try:
        day = DayField(required=False).clean(asked.get("since", ""))
    except forms.ValidationError:
        day = None
    return Wanted(
        state=state if state in {*State, "all"} else State.OPEN,
        text=asked.get("q", "").strip()[:100],
        network=int(network) if network.isdecimal() else None,
        kind=asked.get("kind", ""),
        level=level if level in set(WeightLevel) else "",
        owner=int(owner) if owner.isdecimal() else None,
        since=day,
    )
