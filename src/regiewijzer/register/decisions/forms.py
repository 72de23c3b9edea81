"""Forms of decisions."""

from datetime import timedelta
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Answer, Decision
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.forms import RecordForm, by_name
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.names import tidied
from regiewijzer.ui.forms import ChoiceByNameField, DayField

HALF_A_YEAR = timedelta(days=182)


class AnswerForm(forms.ModelForm[Decision]):
    """The answer to a finding: act, accept, or does not apply."""

    answer = forms.ChoiceField(
        label=_("What do you do with this finding?"),
        choices=partial(word_choices, "decision_kinds"),
        widget=forms.RadioSelect,
        initial=Answer.ACT,
    )
    name = forms.CharField(label=_("What will you do?"), required=False, max_length=200)
    responsible = forms.CharField(label=_("Who does it?"), required=False, max_length=150)
    due = DayField(label=_("By when?"), required=False)
    review_on = DayField(
        label=_("Look at it again on"), help_text=_("Then we compute again and show before and after.")
    )

    class Meta:
        model = Decision
        fields = ["answer", "name", "reason", "responsible", "due", "review_on"]
        widgets: ClassVar = {"reason": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, authority: int, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.authority_id = authority
        staff = Position.objects.active().filter(authority=authority).exclude(role=Role.GUEST).select_related("user")
        self.fields["responsible"].suggestions = [position.user.name for position in staff]  # type: ignore[attr-defined]
        self.fields["responsible"].widget.attrs["list"] = f"{self['responsible'].auto_id}_list"
        self.fields["review_on"].initial = timezone.localdate() + HALF_A_YEAR
        self.fields["name"].widget = forms.Textarea(attrs={"rows": 2})

    def clean_name(self) -> str:
        return tidied(self.cleaned_data["name"])

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that has yet to come."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("answer") == Answer.ACT:
            self._require(cleaned, "name", _("Say in a few words what you will do."))
            self._require(cleaned, "responsible", _("Say who does it."))
            self._require(cleaned, "due", _("Say by when."))
        else:
            self._require(cleaned, "reason", _("Write why: that is what you will want to read later."))
        return cleaned

    def _require(self, cleaned: dict[str, Any], name: str, sentence: Any) -> None:
        if not cleaned.get(name) and name not in self.errors:
            self.add_error(name, sentence)


class DecisionForm(RecordForm[Decision]):
    """A decision taken by hand, or the wording of one that stands."""

    due = DayField(required=False)
    review_on = DayField(required=False)
    decided_on = DayField()
    network = ChoiceByNameField(required=False)
    instrument = ChoiceByNameField(required=False)
    challenge = ChoiceByNameField(required=False)

    class Meta:
        model = Decision
        fields = [
            "name",
            "answer",
            "reason",
            "responsible",
            "due",
            "review_on",
            "decided_on",
            "network",
            "instrument",
            "challenge",
            "as_of",
        ]
        labels: ClassVar = {"name": _("What was decided")}
        widgets: ClassVar = {"reason": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for name, model in (("network", Network), ("instrument", Instrument), ("challenge", Challenge)):
            rows = model.objects.current().order_by("name", "pk").values_list("name", "pk")
            self.fields[name].options = by_name(rows, getattr(self.instance, name))  # type: ignore[attr-defined]

    def clean_network(self) -> Network | None:
        return Network.objects.filter(pk=self.cleaned_data["network"]).first()

    def clean_instrument(self) -> Instrument | None:
        return Instrument.objects.filter(pk=self.cleaned_data["instrument"]).first()

    def clean_challenge(self) -> Challenge | None:
        return Challenge.objects.filter(pk=self.cleaned_data["challenge"]).first()


class ReviewForm(forms.Form):
    """Did it help? And what now? Knows which version of the decision it shows."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Did it help?"), choices=partial(word_choices, "decision_outcomes"), widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("What did you learn?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    again_on = DayField(label=_("Look once more on"), required=False, help_text=_("Leave empty to close the decision."))

    def __init__(self, version: int, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen_version"].initial = version

    def clean_again_on(self) -> Any:
        day = self.cleaned_data["again_on"]
        if day and day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that has yet to come."))
        return day
