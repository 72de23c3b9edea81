"""Forms of meetings and actions."""

from datetime import UTC, datetime, time
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import current
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.models import Action, AgendaItem, Meeting
from regiewijzer.register.meetings.wording import name_of_meeting
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.forms import RecordForm, by_name
from regiewijzer.science.facts import ActionState
from regiewijzer.ui.forms import ChoiceByNameField, DayField, PastDayField


class ClockInput(forms.TimeInput):
    """The browser's own clock; it sends and expects 13:30."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class ClockField(forms.TimeField):
    """An hour. Also reads what people type where there is no clock: 13.30."""

    widget = ClockInput
    input_formats = ["%H:%M", "%H.%M", "%Hu%M", "%H:%M:%S"]
    default_error_messages = {"invalid": _("“%(value)s” is not a time. Write it as 13:30.")}

    def prepare_value(self, value: Any) -> Any:
        """As a clock shows it: what is stored and what is typed are the same hour."""
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except forms.ValidationError as wrong:
            raise forms.ValidationError(
                self.error_messages["invalid"], code="invalid", params={"value": value}
            ) from wrong


class MeetingForm(RecordForm[Meeting]):
    """A meeting: which network, when and where."""

    name = forms.CharField(
        label=_("name"), required=False, max_length=200, help_text=_("Leave empty: the network with the day.")
    )
    network = ChoiceByNameField()
    held_on = DayField()
    starts = ClockField()
    ends = ClockField()
    link = forms.URLField(required=False, max_length=200, assume_scheme="https")

    class Meta:
        model = Meeting
        fields = ["network", "held_on", "starts", "ends", "place", "link", "name", "state", "as_of"]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        rows = Network.objects.current().order_by("name", "pk").values_list("name", "pk")
        chosen = self.instance.network if self.instance.network_id else None
        self.fields["network"].options = by_name(rows, chosen)  # type: ignore[attr-defined]

    def clean_network(self) -> Network:
        return Network.objects.get(pk=self.cleaned_data["network"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        day, network = cleaned.get("held_on"), cleaned.get("network")
        if cleaned.get("starts") and cleaned.get("ends") and cleaned["ends"] <= cleaned["starts"]:
            self.add_error("ends", _("The end lies before the start."))
        for name in ("starts", "ends"):
            if day and cleaned.get(name) and not _exists(datetime.combine(day, cleaned[name])):
                self.add_error(name, _("That hour does not exist on this day: the clock jumps forward."))
        if day and network and (not cleaned.get("name") or cleaned["name"] == self._own_name()):
            cleaned["name"] = name_of_meeting(network.name, day)
        return cleaned

    def _own_name(self) -> str:
        """The name it had when nobody gave it one, so that it moves along with the day."""
        if not self.instance.pk:
            return ""
        before = Meeting.objects.select_related("network").get(pk=self.instance.pk)
        return name_of_meeting(before.network.name, before.held_on)


def _exists(moment: datetime) -> bool:
    """Whether a clock on the wall ever shows this."""
    aware = timezone.make_aware(moment)
    return timezone.make_naive(aware.astimezone(UTC)) == moment


class ActionForm(RecordForm[Action]):
    """Who does what by when."""

    network = ChoiceByNameField(required=False)
    organisation = ChoiceByNameField(required=False)
    person = ChoiceByNameField(required=False)
    colleague = ChoiceByNameField(required=False)
    meeting = ChoiceByNameField(required=False)
    decision = ChoiceByNameField(required=False)
    due = DayField(required=False)
    done_on = PastDayField(required=False)

    class Meta:
        model = Action
        fields = [
            "name",
            "network",
            "organisation",
            "person",
            "colleague",
            "due",
            "state",
            "done_on",
            "meeting",
            "decision",
            "note",
            "as_of",
        ]
        labels: ClassVar = {"name": _("What will be done")}
        widgets: ClassVar = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for name, model in (
            ("network", Network),
            ("organisation", Organisation),
            ("person", Person),
            ("meeting", Meeting),
            ("decision", Decision),
        ):
            rows = model._default_manager.filter(archived_at=None).order_by("name", "pk").values_list("name", "pk")
            self.fields[name].options = by_name(rows, getattr(self.instance, name))  # type: ignore[attr-defined]
        staff = Position.objects.active().filter(authority=current()).exclude(role=Role.GUEST)
        colleagues = staff.order_by("user__name", "pk").values_list("user__name", "pk")
        self.fields["colleague"].options = {  # type: ignore[attr-defined]
            **by_name(colleagues),
            **({str(self.instance.colleague): self.instance.colleague_id} if self.instance.colleague else {}),
        }

    def clean_network(self) -> Network | None:
        return Network.objects.filter(pk=self.cleaned_data["network"]).first()

    def clean_organisation(self) -> Organisation | None:
        return Organisation.objects.filter(pk=self.cleaned_data["organisation"]).first()

    def clean_person(self) -> Person | None:
        return Person.objects.filter(pk=self.cleaned_data["person"]).first()

    def clean_colleague(self) -> Position | None:
        return Position.objects.filter(pk=self.cleaned_data["colleague"]).first()

    def clean_meeting(self) -> Meeting | None:
        return Meeting.objects.filter(pk=self.cleaned_data["meeting"]).first()

    def clean_decision(self) -> Decision | None:
        return Decision.objects.filter(pk=self.cleaned_data["decision"]).first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("done_on") and cleaned.get("state") == ActionState.OPEN:
            self.add_error("done_on", _("It is still open: choose “done”, or leave this day empty."))
        return cleaned


class ItemForm(forms.ModelForm[AgendaItem]):
    """One item on the agenda."""

    class Meta:
        model = AgendaItem
        fields = ["title", "aim", "minutes", "who"]
