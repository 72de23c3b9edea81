"""Agreeing on a try, and telling what it did."""

from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.meetings.models import Meeting
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import partners_of
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.forms import by_name
from regiewijzer.register.records.wording import word_choices
from regiewijzer.tools.breakthrough.models import Try
from regiewijzer.tools.breakthrough.queries import same_as
from regiewijzer.ui.forms import ChoiceByNameField, DayField
from regiewijzer.ui.wording import day, text_of


class TryForm(forms.ModelForm[Try]):
    """What, who, until when, and how will one see it. A try of the same name is asked about."""

    organisation = ChoiceByNameField(label=_("Who takes the lead?"), required=False)
    until = DayField(label=_("Until when?"))
    on_agenda = forms.BooleanField(required=False, initial=True)
    again = forms.BooleanField(label=_("Try it again"), required=False)

    class Meta:
        model = Try
        fields = ["principle", "what", "organisation", "others", "until", "seen_by"]
        labels: ClassVar = {
            "principle": _("After which principle?"),
            "what": _("What will you try?"),
            "others": _("Who joins in?"),
            "seen_by": _("How will you see whether it helps?"),
        }
        help_texts: ClassVar = {
            "what": _("Something small that is done within a month or two."),
            "others": _("Partners or functions, no names of people."),
            "seen_by": _("Something everybody can see: at least ten residents come a second time."),
        }

    def __init__(self, network: Network, meeting: Meeting | None, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.instance.network = network
        partners = [(each.organisation.name, each.organisation_id) for each in partners_of(network)]
        self.fields["organisation"].options = by_name(partners)  # type: ignore[attr-defined]
        if meeting is None:
            del self.fields["on_agenda"]
        else:
            self.fields["on_agenda"].label = _("Put it on the agenda of %(day)s") % {"day": day(meeting.held_on)}
        if not self.data.get("what") or same_as(network, self.data["what"]) is None:
            del self.fields["again"]

    def clean_organisation(self) -> Organisation | None:
        return Organisation.objects.filter(pk=self.cleaned_data["organisation"]).first()

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. A try ends today at the earliest."))
        return until

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        before = same_as(self.instance.network, cleaned.get("what") or "")
        if before is not None and not cleaned.get("again"):
            asked = (
                _("You chose this on %(day)s already: it %(effect)s. Tick this when you mean it.")
                if before.told
                else _("You chose this on %(day)s already and nobody told what it did. Tick this when you mean it.")
            )
            effect = text_of(before.helped, "try_effects") if before.told else ""
            self.add_error("again", asked % {"day": day(before.chosen_on), "effect": effect})
        return cleaned


class EffectForm(forms.Form):
    """What a try did, in two sentences, and whether it helped."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    effect = forms.CharField(
        label=_("What did it do, in two sentences?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    helped = forms.ChoiceField(
        label=_("Did it help?"), choices=lambda: word_choices("try_effects"), widget=forms.RadioSelect
    )
