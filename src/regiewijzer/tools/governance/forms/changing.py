"""Deciding on another form, with eyes open for what it asks."""

from datetime import timedelta
from functools import partial
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.decisions.models import Answer, Decision
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.organisations.queries import organisation_options
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts import Form
from regiewijzer.science.governance import is_lighter
from regiewijzer.tools.governance.actions import NewForm
from regiewijzer.ui.forms import ChoiceByNameField, DayField
from regiewijzer.ui.wording import text_of

HALF_A_YEAR = timedelta(days=182)
LONGEST_NAME = 200


class FormDecisionForm(forms.Form):
    """Which form, from when, why, and when to look again. A lighter form is ticked as a deliberate choice."""

    form = forms.ChoiceField(
        label=_("Which form will it get?"), widget=forms.RadioSelect, choices=partial(word_choices, "forms")
    )
    lead = ChoiceByNameField(
        label=_("Led by"), required=False, help_text=_("Only for a lead organisation, or the entity that administers.")
    )
    started = DayField(label=_("From which day?"))
    reason = forms.CharField(
        label=_("Why?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Also write what you give up: the three tensions above say what each form leans to."),
    )
    deliberate = forms.BooleanField(
        label=_("We lighten deliberately"),
        required=False,
        help_text=_(
            "Only for a lighter form. Networks seldom move back to a lighter form by themselves "
            "(Provan and Kenis, 2008), so it needs a decision and a day to look again."
        ),
    )
    responsible = forms.CharField(label=_("Who does it?"), required=False, max_length=150)
    review_on = DayField(
        label=_("Look at it again on"), help_text=_("Then we compute again and show before and after.")
    )
    take = forms.BooleanField(label=_("Write the new form in the register from that day"), required=False, initial=True)

    def __init__(self, network: Network, current: Form | None, advised: Form | None, data: Any = None) -> None:
        today = timezone.localdate()
        super().__init__(data, initial={"form": advised, "started": today, "review_on": today + HALF_A_YEAR})
        self.network, self.current = network, current
        offered = [(value, label) for value, label in word_choices("forms") if value != current]
        self.fields["form"].choices = offered  # type: ignore[attr-defined]
        self.fields["lead"].options = dict(organisation_options())  # type: ignore[attr-defined]

    def clean_started(self) -> Any:
        day = self.cleaned_data["started"]
        if self.network.forms.yet_to_begin(day).exists():
            raise forms.ValidationError(_("The form it has now began after that day; choose a later one."))
        return day

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that has yet to come."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = cleaned.get("form")
        if chosen == Form.LEAD_ORGANISATION and not cleaned.get("lead") and "lead" not in self.errors:
            self.add_error("lead", _("Say which organisation leads."))
        if chosen and self._lightens(Form(chosen)) and not cleaned.get("deliberate"):
            self.add_error("deliberate", _("This form is lighter than the one it has. Tick that you choose so."))
        return cleaned

    @property
    def chosen(self) -> Form:
        """The form that was chosen. Only for a valid form."""
        return Form(self.cleaned_data["form"])

    def decision(self) -> Decision:
        """The decision as the register keeps it."""
        cleaned, reason = self.cleaned_data, self.cleaned_data["reason"]
        if self._lightens(self.chosen):
            deliberately = gettext("Lightened deliberately: a network seldom goes back to a lighter form.")
            reason = f"{reason}\n{deliberately}"
        form = text_of(self.chosen, "forms")
        name = gettext("%(network)s becomes a %(form)s") % {"network": self.network, "form": form}
        return Decision(
            name=name[:LONGEST_NAME],
            answer=Answer.ACT,
            reason=reason,
            responsible=cleaned["responsible"],
            due=cleaned["started"],
            review_on=cleaned["review_on"],
        )

    def taken(self) -> NewForm | None:
        """What goes into the register; None when only the decision is recorded."""
        cleaned = self.cleaned_data
        if not cleaned["take"]:
            return None
        lead = Organisation.objects.filter(pk=cleaned["lead"]).first() if cleaned["lead"] else None
        return NewForm(self.chosen.value, lead, cleaned["started"])

    def _lightens(self, form: Form) -> bool:
        return self.current is not None and is_lighter(form, self.current)
