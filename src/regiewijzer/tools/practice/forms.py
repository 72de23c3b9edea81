"""An own case, and why it is shared. Nothing of it names a person: others may read it one day."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Person
from regiewijzer.register.records.forms import by_name
from regiewijzer.register.records.wording import theme_choices
from regiewijzer.science.insights import Trace, traces
from regiewijzer.tools.practice.models import Case
from regiewijzer.ui.forms import ChoiceByNameField, CodesField

AREA = forms.Textarea(attrs={"rows": 3})


class CaseForm(forms.ModelForm[Case]):
    """Challenge, what was done, form, what it gave and what not, and which function one can ask."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    network = ChoiceByNameField(label=_("Of which network?"), required=False)
    themes = CodesField(label=_("Themes"), choices=theme_choices, required=False)

    class Meta:
        model = Case
        fields = ["title", "challenge", "what", "gave", "did_not", "contact", "form", "network", "year", "themes"]
        labels: ClassVar = {
            "challenge": _("What was the question?"),
            "what": _("What did you do?"),
            "gave": _("What did it give?"),
            "did_not": _("What did it not give?"),
            "contact": _("Which function can others ask?"),
        }
        help_texts: ClassVar = {
            "did_not": _("What did not work teaches others most."),
            "contact": _("A function, never a person: coordinator of the Brede School."),
        }
        widgets: ClassVar = {"challenge": AREA, "what": AREA, "gave": AREA, "did_not": AREA}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen_version"].initial = self.instance.version if self.instance.pk else 0
        rows = Network.objects.current().order_by("name", "pk").values_list("name", "pk")
        chosen = self.instance.network if self.instance.network_id else None
        self.fields["network"].options = by_name(rows, chosen)  # type: ignore[attr-defined]

    def clean_network(self) -> Network | None:
        return Network.objects.filter(pk=self.cleaned_data["network"]).first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        names = list(Person.objects.current().values_list("name", flat=True))
        for field in Case.TEXTS:
            named = (each.text for each in traces(cleaned.get(field) or "", names) if each.trace != Trace.FIRST_NAME)
            if found := next(named, ""):
                self.add_error(field, _("“%(found)s” points at a person. Name a function instead.") % {"found": found})
        title = cleaned.get("title")
        if title and Case.objects.filter(title=title).exclude(pk=self.instance.pk).exists():
            self.add_error("title", _("A case with this title already exists."))
        return cleaned


class ShareForm(forms.Form):
    """Why other authorities may read it: the reason of the decision."""

    reason = forms.CharField(label=_("Why do we share it?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
