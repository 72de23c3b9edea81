"""Forms of networks and what belongs to them."""

from datetime import date
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right, Role
from regiewijzer.register.networks.models import Delegate, Membership, Network, RequiredSeat
from regiewijzer.register.networks.queries import (
    form_of,
    left_behind,
    may_on_network,
    members_of,
    networks_to_begin_for,
)
from regiewijzer.register.organisations.forms import PersonForm
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.organisations.queries import organisation_options
from regiewijzer.register.policy.forms import offer_policy_codes
from regiewijzer.register.records.forms import RecordForm, WithinAuthority, ask_about_namesakes, by_name
from regiewijzer.register.records.wording import theme_choices, word_choices
from regiewijzer.science.facts import Form
from regiewijzer.science.written_days import KnownDay, Precision
from regiewijzer.ui.forms import ChoiceByNameField, CodesField, DayField, KnownDayField, PastDayField, TagsField
from regiewijzer.ui.wording import day


def keeping_precision(form: "forms.ModelForm[Network] | forms.ModelForm[Membership]") -> KnownDay | None:
    """The start that was typed; how much of it is known goes with it."""
    started: KnownDay | None = form.cleaned_data["started"]
    form.instance.started_precision = started.precision.value if started else Precision.DAY.value
    return started


def offer_networks(field: forms.Field, position: Position, chosen: Network | None = None) -> None:
    """In a field: the networks for which this person may begin something, and the one that is chosen now."""
    rows = networks_to_begin_for(position).values_list("name", "pk")
    field.options = by_name(rows, chosen)  # type: ignore[attr-defined]
    if not position.may(Right.EDIT_REGISTER):
        field.error_messages["unknown"] = _("“%(value)s” is not one of the networks you manage. Choose one of those.")


class NetworkForm(RecordForm[Network]):
    goal = forms.CharField(
        label=_("Goal"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One sentence that draws people, is concrete, and that every partner can stand behind. "
            "Another wording becomes a new version."
        ),
    )
    themes = CodesField(choices=theme_choices, required=False)
    target_groups = TagsField(
        required=False,
        help_text=_("With commas between them: families in poverty, young people."),
    )
    started = KnownDayField(required=False)
    ended = DayField(required=False)
    policy_codes = CodesField(required=False)

    class Meta:
        model = Network
        fields = [
            "name",
            "goal",
            "challenge",
            "themes",
            "target_groups",
            "territory",
            "origin",
            "mandate",
            "mandated_by",
            "within",
            "layer",
            "intensity",
            "started",
            "ended",
            "went_into",
            "meetings_per_year",
            "hours_per_year",
            "policy_codes",
            "note",
            "as_of",
        ]
        widgets: ClassVar = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts: ClassVar = {
            "origin": _(
                "Mandated: another government obliges you to have this network. Recognised or subsidised: you want it "
                "yourself, on conditions."
            ),
            "mandated_by": _("Only for a mandated network: the decree or decision, when it is not in the list above."),
            "territory": _("Such as: the whole municipality, the neighbourhood De Kaai, the region."),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.order_fields(["name", "goal"])
        offer_policy_codes(self)
        others = Network.objects.order_by("name").filter(Q(archived_at=None) | Q(pk=self.instance.within_id))
        self.fields["within"].queryset = others.exclude(pk=self.instance.pk)  # type: ignore[attr-defined]
        takes_over = Network.objects.order_by("name").filter(Q(archived_at=None) | Q(pk=self.instance.went_into_id))
        self.fields["went_into"].queryset = takes_over.exclude(pk=self.instance.pk)  # type: ignore[attr-defined]
        current = self.instance.goals.first() if self.instance.pk else None
        self.fields["goal"].initial = current.text if current else ""
        self.initial["started"] = self.instance.start or self.initial.get("started")

    def clean_started(self) -> KnownDay | None:
        return keeping_precision(self)

    def clean_went_into(self) -> Network | None:
        taken_by: Network | None = self.cleaned_data["went_into"]
        if taken_by is not None and not self.cleaned_data.get("ended") and "ended" not in self.errors:
            raise forms.ValidationError(_("Only a network that ended went into another one: say on which day."))
        return taken_by

    def clean_within(self) -> Network | None:
        whole: Network | None = self.cleaned_data["within"]
        if whole is not None and Network.objects.making_a_circle(self.instance.pk, whole.pk):
            names = {"part": self.instance.name, "whole": whole.name}
            raise forms.ValidationError(
                _("“%(whole)s” is part of “%(part)s” already, so “%(part)s” cannot be part of it."), params=names
            )
        return whole


class MemberForm(WithinAuthority[Membership]):
    """An organisation joins."""

    organisation = ChoiceByNameField(label=_("Organisation"))
    started = KnownDayField(label=_("Member since"), required=False)

    class Meta:
        model = Membership
        fields = ["organisation", "role", "action", "started"]
        help_texts: ClassVar = {"action": _("“We will …, by ….” Leave empty when there is no action yet.")}

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.network = network
        self.instance.authority_id = network.authority_id
        inside = {membership.organisation_id for membership in members_of(network)}
        options = [(name, pk) for name, pk in organisation_options() if pk not in inside]
        self.fields["organisation"].options = dict(options)  # type: ignore[attr-defined]

    def clean_organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.cleaned_data["organisation"])

    def clean_started(self) -> KnownDay | None:
        return keeping_precision(self)


class MembershipForm(WithinAuthority[Membership]):
    """Change what a member is and does, or end it. Knows which version of the membership it shows."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    started = KnownDayField(label=_("Member since"), required=False)
    ended = DayField(label=_("Member until"), required=False)

    class Meta:
        model = Membership
        fields = ["role", "action", "started", "ended"]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen_version"].initial = self.instance.version
        self.initial["started"] = self.instance.start

    def clean_started(self) -> KnownDay | None:
        return keeping_precision(self)


class DelegateForm(forms.Form):
    """Who sits in the network for this member: somebody known, or a new name."""

    person = ChoiceByNameField(label=_("Person"), required=False)
    new_name = forms.CharField(label=_("Or a new person"), required=False, max_length=200)
    new_function = forms.CharField(label=_("Function"), required=False, max_length=150)
    started = DayField(label=_("Sits there since"), required=False)
    substitute = forms.BooleanField(
        label=_("Substitute"), required=False, help_text=_("Comes when the person who holds the seat cannot.")
    )

    def __init__(self, organisation: Organisation, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        people = Person.objects.current().filter(organisation=organisation).values_list("name", "pk")
        self.fields["person"].options = by_name(people)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("person") and not cleaned.get("new_name"):
            raise forms.ValidationError(_("Choose a person, or type the name of a new one."))
        if not cleaned.get("person"):
            ask_about_namesakes(self, Person(name=cleaned["new_name"]), named_in="new_name")
        return cleaned


class SeatedPersonForm(PersonForm):
    """A person; when they go to another organisation, which of the seats for the one they leave end with that?

    Asked once, with all of them ticked: who represented an organisation seldom does so from another.
    """

    seats_shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.seats_that_end: list[Delegate] = []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        goes_to: Organisation | None = cleaned.get("organisation")
        moves = bool(self.instance.pk) and goes_to != self.instance.organisation
        if goes_to is not None and moves and (seats := left_behind(self.instance, goes_to)):
            self._settle_seats(seats)
        return cleaned

    def _settle_seats(self, seats: list[Delegate]) -> None:
        """Which of these end is what was ticked; ask first when they were not shown yet."""
        own = [each for each in seats if self._may_end(each)]
        self._add_ends(own, [each.membership.network.name for each in seats if each not in own])
        shown = ",".join(str(each.pk) for each in seats)
        if self.data.get(self.add_prefix("seats_shown")) == shown:
            ticked = set(self["ends"].value() or ())
            self.seats_that_end = [each for each in own if str(each.pk) in ticked]
        else:
            self._ask_which_end(shown, own, seats)

    def _may_end(self, seat: Delegate) -> bool:
        return self.position is not None and may_on_network(self.position, seat.membership.network, Right.EDIT_REGISTER)

    def _add_ends(self, own: list[Delegate], elsewhere: list[str]) -> None:
        decided = gettext("Whoever manages it decides about %(networks)s.") % {"networks": ", ".join(elsewhere)}
        self.fields["ends"] = forms.MultipleChoiceField(
            label=_("Seats that end today"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[(str(each.pk), f"{each.membership.network}, {each.membership.organisation}") for each in own],
            help_text=decided if elsewhere else "",
        )
        names = [name for name in self.fields if name != "ends"]
        self.order_fields([*names[: names.index("organisation") + 1], "ends"])

    def _ask_which_end(self, shown: str, own: list[Delegate], seats: list[Delegate]) -> None:
        typed = self.data.copy() if isinstance(self.data, MultiValueDict) else MultiValueDict()
        typed.setlist(self.add_prefix("seats_shown"), [shown])
        typed.setlist(self.add_prefix("ends"), [str(each.pk) for each in own])
        self.data = typed
        question = ngettext(
            "%(name)s sits in %(count)s network for %(organisation)s. Does that end? Look at the tick, and save again.",
            "%(name)s sits in %(count)s networks for %(organisation)s. Which seats end? Look at the ticks, and save "
            "again.",
            len(seats),
        )
        told = {"name": self.instance.name, "organisation": seats[0].membership.organisation, "count": len(seats)}
        self.add_error("ends", question % told)


class SeatForm(WithinAuthority[Delegate]):
    """Since when somebody sits there, who appointed them, and, for who may see it, what was agreed with them."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    started = DayField(label=_("Sits there since"), required=False)
    ended = DayField(label=_("Sits there until"), required=False)
    appointed_on = DayField(label=_("Appointed on"), required=False)
    appointed_in = forms.URLField(
        label=_("Decision that appoints"),
        required=False,
        assume_scheme="https",
        help_text=_("The address of the decision, such as https://lokaalbestuur.be/besluit/12."),
    )

    class Meta:
        model = Delegate
        fields = ["started", "ended", "substitute", "appointed_by", "appointed_on", "appointed_in", "critical_voice"]

    def __init__(self, *arguments: Any, sees_mandates: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen_version"].initial = self.instance.version
        if not sees_mandates:
            del self.fields["critical_voice"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        others = Delegate.objects.filter(membership=self.instance.membership_id, person=self.instance.person_id)
        for other in others.exclude(pk=self.instance.pk):
            if _overlap((cleaned.get("started"), cleaned.get("ended")), (other.started, other.ended)):
                raise forms.ValidationError(
                    _("%(name)s already sat there from %(start)s until %(end)s. Choose days that do not overlap.")
                    % {
                        "name": self.instance.person.name,
                        "start": day(other.started) if other.started else "–",
                        "end": day(other.ended) if other.ended else "–",
                    }
                )
        return cleaned


def _overlap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    """Whether two periods share a day; the day of an end is not part of it, and an open side never ends."""
    (start, end), (begun, over) = one, other
    return (over is None or start is None or start < over) and (end is None or begun is None or begun < end)


class RequiredSeatForm(WithinAuthority[RequiredSeat]):
    """A seat a rule asks for: who has to sit there, when somebody looked at that, and who fills it."""

    looked_at = PastDayField(
        label=_("Looked at on"),
        required=False,
        help_text=_(
            "The day somebody looked at the rule and at who fills the seat. Empty: still to check, no finding."
        ),
    )
    holders = forms.ModelMultipleChoiceField(
        label=_("Who fills it"),
        required=False,
        queryset=Membership.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("This is no partner of today.")},
    )

    class Meta:
        model = RequiredSeat
        fields = ["role", "minimum", "source_year", "from_rule", "looked_at"]
        labels: ClassVar = {"role": _("Who has to sit there?"), "minimum": _("How many at least?")}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        sitting = Membership.objects.sitting(timezone.localdate()).filter(network=self.instance.network_id)
        field = self.fields["holders"]
        field.queryset = sitting.select_related("organisation").order_by("organisation__name")  # type: ignore[attr-defined]
        field.label_from_instance = lambda row: row.organisation.name  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["holders"] = [each.pk for each in self.instance.holders.all()]


class PhaseForm(forms.Form):
    """From a day on, this phase."""

    phase = forms.ChoiceField(label=_("Phase"), choices=partial(word_choices, "phases"))
    started = PastDayField(label=_("From"), help_text=_("It lasts until the next phase begins."))

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["started"].initial = timezone.localdate()


class FormPeriodForm(forms.Form):
    """From a day on, this form."""

    form = forms.ChoiceField(label=_("Form"), choices=partial(word_choices, "forms"))
    lead = ChoiceByNameField(
        label=_("Led by"), required=False, help_text=_("Only for a lead organisation, or the entity that administers.")
    )
    started = DayField(label=_("From"), required=False)

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.network = network
        self.fields["lead"].options = dict(organisation_options())  # type: ignore[attr-defined]
        self.fields["started"].initial = timezone.localdate()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        missing = cleaned.get("form") == Form.LEAD_ORGANISATION and not cleaned.get("lead")
        if missing and "lead" not in self.errors:
            self.add_error("lead", _("Say which organisation leads."))
        return cleaned

    def clean_started(self) -> Any:
        """Today when nothing was typed and a form ends with it. A form that has yet to begin is in nobody's way."""
        today = timezone.localdate()
        now = form_of(self.network)
        day = self.cleaned_data["started"] or (today if now else None)
        if day and now and now.started and now.started > day:
            raise forms.ValidationError(_("The form it has now began after that day; choose a later one."))
        return day


class ManagerForm(forms.Form):
    """A colleague who manages the network."""

    position = forms.ModelChoiceField(label=_("Colleague"), queryset=Position.objects.none())

    def __init__(self, network: Network, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        taken = network.managements.in_current_employment().values("position")
        staff = Position.objects.active().filter(authority=network.authority_id).exclude(role=Role.GUEST)
        self.fields["position"].queryset = staff.exclude(pk__in=taken).select_related("user")  # type: ignore[attr-defined]


class GuestSeatForm(forms.Form):
    """For which organisation a guest works."""

    position = forms.ModelChoiceField(label=_("Guest partner"), queryset=Position.objects.none())
    organisation = ChoiceByNameField(
        label=_("Works for"), help_text=_("The guest sees the networks this organisation sits in, and nothing else.")
    )

    def __init__(self, authority: int, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        guests = Position.objects.active().filter(authority=authority, role=Role.GUEST).select_related("user")
        self.fields["position"].queryset = guests  # type: ignore[attr-defined]
        self.fields["organisation"].options = dict(organisation_options())  # type: ignore[attr-defined]

    def clean_organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.cleaned_data["organisation"])
