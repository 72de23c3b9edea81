"""Forms of instruments, their aims and relations."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments.models import WHOLE, Instrument, Relation
from regiewijzer.register.instruments.queries import instrument_options
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import network_options
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.organisations.queries import organisation_options
from regiewijzer.register.policy.forms import offer_policy_codes
from regiewijzer.register.records.forms import RecordForm, WithinAuthority, by_name
from regiewijzer.ui.forms import ChoiceByNameField, CodesField, DayField


class InstrumentForm(RecordForm[Instrument]):
    communicative = forms.IntegerField(
        label=_("Communicative: you convince"),
        min_value=0,
        max_value=WHOLE,
        required=False,
        initial=100,
        help_text=_("Per cent. The four shares sum to 100; most instruments are a mix."),
    )
    market = forms.IntegerField(label=_("Market: you stimulate"), min_value=0, max_value=WHOLE, required=False)
    financial = forms.IntegerField(
        label=_("Financial: you control the flow of money"), min_value=0, max_value=WHOLE, required=False
    )
    legal = forms.IntegerField(label=_("Legal: you oblige"), min_value=0, max_value=WHOLE, required=False)
    challenges = forms.ModelMultipleChoiceField(
        label=_("Challenges it serves"),
        queryset=Challenge.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    network = ChoiceByNameField(
        label=_("Is this network"),
        required=False,
        help_text=_(
            "Setting up a network is an instrument too. Only fill in when this instrument is one of your networks."
        ),
    )
    started = DayField(required=False)
    ended = DayField(required=False)
    policy_codes = CodesField(required=False)

    class Meta:
        model = Instrument
        fields = [
            "name",
            "goal",
            *Instrument.SHARES,
            "status",
            "origin",
            "challenges",
            "network",
            "started",
            "ended",
            "policy_codes",
            "note",
            "as_of",
        ]
        widgets: ClassVar = {"note": forms.Textarea(attrs={"rows": 3}), "goal": forms.Textarea(attrs={"rows": 2})}
        help_texts: ClassVar = {
            "goal": _("What should partners do because of it?"),
            "status": _("In the display case: you never use it, and it works because partners know it is there."),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        offer_policy_codes(self)
        challenges: Any = self.fields["challenges"]
        served = [purpose.challenge_id for purpose in self.instance.purposes.all()] if self.instance.pk else []
        challenges.queryset = Challenge.objects.filter(Q(archived_at=None) | Q(pk__in=served)).order_by("name")
        challenges.initial = served
        self.fields["network"].options = by_name(network_options(), self.instance.network)  # type: ignore[attr-defined]

    def shares(self) -> list[forms.BoundField]:
        """The four fields that belong together."""
        return [self[share] for share in Instrument.SHARES]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        shares = {share: cleaned.get(share) or 0 for share in Instrument.SHARES}
        cleaned.update(shares)
        total = sum(shares.values())
        if total != WHOLE and not any(share in self.errors for share in shares):
            message = _("The four shares sum to %(total)s; they must sum to 100.") % {"total": total}
            self.add_error("communicative", message)
        return cleaned

    def clean_network(self) -> Network | None:
        chosen = self.cleaned_data["network"]
        return Network.objects.get(pk=chosen) if chosen else None


class AimForm(forms.Form):
    """An organisation the instrument wants to move."""

    organisation = ChoiceByNameField(label=_("Organisation"))

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["organisation"].options = dict(organisation_options())  # type: ignore[attr-defined]

    def clean_organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.cleaned_data["organisation"])


class RelationForm(WithinAuthority[Relation]):
    """How this instrument acts on another."""

    other = ChoiceByNameField(label=_("Other instrument"))

    class Meta:
        model = Relation
        fields = ["kind", "other", "note"]

    def __init__(self, instrument: Instrument, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.instrument = instrument
        self.instance.authority_id = instrument.authority_id
        self.fields["other"].options = dict(instrument_options(but=instrument))  # type: ignore[attr-defined]

    def clean_other(self) -> Instrument:
        return Instrument.objects.get(pk=self.cleaned_data["other"])
