"""Forms of meetings and actions."""

from datetime import UTC, date, datetime, time
from itertools import takewhile
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import current
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.actions import Series
from regiewijzer.register.meetings.models import Action, AgendaItem, Meeting
from regiewijzer.register.meetings.wording import name_of_meeting, series_in_words
from regiewijzer.register.networks.forms import offer_networks
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.forms import RecordForm, by_name
from regiewijzer.science.facts import ActionState
from regiewijzer.science.recurrence import Every, Recurrence, is_last_of_month
from regiewijzer.ui.forms import ChoiceByNameField, DayField, PastDayField
from regiewijzer.ui.wording import day as in_words

MOST_IN_SERIES = 60  # a year of every week, or five years of every month; ours
MOST_WEEKS_BETWEEN = 26


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

    def filled_in_by(self, position: Position) -> None:
        super().filled_in_by(position)
        offer_networks(self.fields["network"], position, self.instance.network if self.instance.network_id else None)

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


class SeriesForm(forms.Form):
    """Meetings that come back: which network, the hours, on which days, and until when."""

    network = ChoiceByNameField(label=_("Network"))
    first = DayField(label=_("First day"))
    starts = ClockField(label=_("From what time"))
    ends = ClockField(label=_("Until what time"))
    every = forms.ChoiceField(
        label=_("Comes back"),
        choices=[
            (Every.WEEKS, _("every so many weeks")),
            (Every.WEEKDAY_OF_MONTH, _("every month on the same weekday, such as the second Tuesday")),
            (Every.LAST_WEEKDAY_OF_MONTH, _("every month on the last such weekday")),
        ],
    )
    weeks = forms.IntegerField(
        label=_("How many weeks between"),
        required=False,
        initial=2,
        min_value=1,
        max_value=MOST_WEEKS_BETWEEN,
        help_text=_("Only for every so many weeks."),
    )
    until = DayField(label=_("Until and with what day"), required=False)
    number = forms.IntegerField(
        label=_("Or how many meetings"),
        required=False,
        min_value=2,
        max_value=MOST_IN_SERIES,
        help_text=_("Fill in one of the two."),
    )
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    link = forms.URLField(
        label=_("Link for who joins from afar"), required=False, max_length=200, assume_scheme="https"
    )

    def __init__(self, position: Position, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        offer_networks(self.fields["network"], position)

    def clean_network(self) -> Network:
        return Network.objects.get(pk=self.cleaned_data["network"])

    def clean_first(self) -> date:
        first: date = self.cleaned_data["first"]
        if first < timezone.localdate():
            raise forms.ValidationError(
                _("%(day)s is past. Choose today or later."), params={"day": in_words(first)}, code="past"
            )
        return first

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("starts") and cleaned.get("ends") and cleaned["ends"] <= cleaned["starts"]:
            self.add_error("ends", _("The end lies before the start."))
        if cleaned.get("every") == Every.WEEKS and not cleaned.get("weeks") and "weeks" not in self.errors:
            self.add_error("weeks", _("Say how many weeks lie between two meetings."))
        first = cleaned.get("first")
        if first and cleaned.get("every") == Every.LAST_WEEKDAY_OF_MONTH and not is_last_of_month(first):
            self.add_error(
                "first",
                _("%(day)s is not the last of its weekday in its month. Choose a day that is.")
                % {"day": in_words(first)},
            )
        self._check_end(cleaned)
        if not self.errors:
            self._check_days()
        return cleaned

    def _check_end(self, cleaned: dict[str, Any]) -> None:
        until, number, first = cleaned.get("until"), cleaned.get("number"), cleaned.get("first")
        if {"until", "number"} & set(self.errors):
            return
        if (until is None) == (number is None):
            self.add_error("until", _("Fill in a last day or a number of meetings: one of the two."))
        elif until and first and until <= first:
            self.add_error("until", _("The last day lies before the second meeting can be."))

    def _check_days(self) -> None:
        days = self.days
        if len(days) > MOST_IN_SERIES:
            self.add_error(
                "until",
                _("Until %(day)s that is more than %(most)s meetings. Choose an earlier day.")
                % {"day": in_words(self.cleaned_data["until"]), "most": MOST_IN_SERIES},
            )
        elif len(days) == 1:
            self.add_error("until", _("Only one meeting falls until that day. Choose a later day, or plan it alone."))
        for name in ("starts", "ends"):
            missing = [each for each in days if not _exists(datetime.combine(each, self.cleaned_data[name]))]
            if missing:
                self.add_error(
                    name,
                    _("That hour does not exist on %(day)s: the clock jumps forward.") % {"day": in_words(missing[0])},
                )

    @property
    def recurrence(self) -> Recurrence:
        """What was filled in, once it was found right."""
        given = self.cleaned_data
        return Recurrence(given["first"], Every(given["every"]), given["weeks"] or 1)

    @property
    def days(self) -> list[date]:
        """The days of the meetings."""
        if number := self.cleaned_data["number"]:
            return self.recurrence.times(number)
        return self.recurrence.until(self.cleaned_data["until"], MOST_IN_SERIES + 1)

    @property
    def months_without(self) -> int:
        """How many months between the first and the last meeting do not have the day."""
        last = self.days[-1]
        return sum(each is None for each in takewhile(lambda each: each is None or each < last, self.recurrence.days()))

    @property
    def series(self) -> Series:
        """What the meetings have in common."""
        given = self.cleaned_data
        return Series(
            network=given["network"],
            starts=given["starts"],
            ends=given["ends"],
            words=series_in_words(self.recurrence, given["starts"]),
            place=given["place"],
            link=given["link"],
        )


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

    def filled_in_by(self, position: Position) -> None:
        super().filled_in_by(position)
        offer_networks(self.fields["network"], position, self.instance.network if self.instance.network_id else None)

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
