"""The card of a seat, and a promise with what became of it."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.records.wording import word_choices
from regiewijzer.tools.mandates.models import Card, Promise
from regiewijzer.ui.forms import DayField, PastDayField

AREA = forms.Textarea(attrs={"rows": 2})


class CardForm(forms.ModelForm[Card]):
    """A light agreement: no rule book, and no approval."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    decides = forms.ChoiceField(
        label=_("May this person decide at the table?"),
        required=False,
        choices=lambda: [("", _("not agreed yet")), *word_choices("mandate_decides")],
        widget=forms.RadioSelect,
    )
    review_on = DayField(label=_("Look at it again on"), required=False)
    agreed_on = PastDayField(label=_("Agreed on"))

    class Meta:
        model = Card
        fields = [
            "why",
            "decides",
            "may_promise",
            "asks",
            "reports_to",
            "every_meetings",
            "review_on",
            "agreed_on",
        ]
        labels: ClassVar = {
            "why": _("Why this person?"),
            "may_promise": _("What may be promised without asking?"),
            "asks": _("What is asked first, and whom?"),
            "reports_to": _("Reports back to"),
            "every_meetings": _("Every how many meetings?"),
        }
        help_texts: ClassVar = {
            "may_promise": _("Such as: time of the team up to two days a week, money up to 5,000 euro a year."),
            "asks": _("Such as: more money, the alderman; more than a year, the financial director."),
            "every_meetings": _("One is after each meeting. Empty: nothing was agreed."),
        }
        widgets: ClassVar = {"why": AREA, "may_promise": AREA, "asks": AREA}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen_version"].initial = self.instance.version if self.instance.pk else 0
        self.fields["every_meetings"].min_value = 1  # type: ignore[attr-defined]


class PromiseForm(forms.ModelForm[Promise]):
    """What was promised; what became of it can be said later."""

    promised_on = PastDayField(label=_("Promised on"))
    due = DayField(label=_("By when"), required=False)
    checked_on = PastDayField(label=_("Asked first on"), required=False, help_text=_("Empty: nobody was asked first."))
    kept_on = PastDayField(label=_("Kept on"), required=False)
    fed_back_on = PastDayField(label=_("Reported back on"), required=False)
    overruled_on = PastDayField(label=_("Overruled on"), required=False)
    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Promise
        fields = [
            "text",
            "promised_on",
            "due",
            "checked_on",
            "kept_on",
            "fed_back_on",
            "overruled_on",
            "overruled_by",
            "overruled_why",
            "relation",
        ]
        labels: ClassVar = {"text": _("What was promised?")}
        help_texts: ClassVar = {
            "overruled_by": _("A function, never a name: the financial director. It serves to learn, not to blame."),
        }
        widgets: ClassVar = {"text": AREA, "overruled_why": AREA, "relation": AREA}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen_version"].initial = self.instance.version if self.instance.pk else 0

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        promised = cleaned.get("promised_on")
        for name in ("due", "kept_on", "fed_back_on", "overruled_on"):
            if promised and cleaned.get(name) and cleaned[name] < promised:
                self.add_error(name, _("This lies before the day of the promise."))
        if cleaned.get("overruled_on") and not cleaned.get("overruled_by"):
            self.add_error("overruled_by", _("Say by which function."))
        return cleaned
