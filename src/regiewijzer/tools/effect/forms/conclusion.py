"""Ending an evaluation: continue, change, merge or stop, and what was learned."""

from datetime import timedelta
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.decisions.models import Answer, Decision
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import network_options
from regiewijzer.register.records.forms import by_name
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.effect import Verdict
from regiewijzer.tools.effect.models import Conclusion
from regiewijzer.tools.effect.wording import DECIDED
from regiewijzer.ui.forms import ChoiceByNameField, DayField

A_YEAR = timedelta(days=365)
LONGEST_NAME = 200


class ConclusionForm(forms.ModelForm[Conclusion]):
    """The decision an evaluation ends in. It goes to the decisions, with a day on which it is looked at again."""

    verdict = forms.ChoiceField(
        label=_("What now?"), choices=partial(word_choices, "conclusions"), widget=forms.RadioSelect
    )
    merged_with = ChoiceByNameField(
        label=_("Merge with"), required=False, help_text=_("Only when you merge. Type a few letters and choose.")
    )
    will_do = forms.CharField(
        label=_("What will you do?"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("In a few words. Left empty, we write it down for you."),
    )
    responsible = forms.CharField(label=_("Who does it?"), required=False, max_length=150)
    due = DayField(label=_("By when?"), required=False)
    review_on = DayField(
        label=_("Look at it again on"), help_text=_("Then we compute again and show before and after.")
    )

    class Meta:
        model = Conclusion
        fields: ClassVar = ["verdict", "merged_with", "learned"]
        labels: ClassVar = {"learned": _("What did you learn?")}
        help_texts: ClassVar = {"learned": _("What you would tell somebody who starts such a network.")}
        widgets: ClassVar = {"learned": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, network: Network, data: Any = None) -> None:
        super().__init__(data, initial={"review_on": timezone.localdate() + A_YEAR})
        self.network = self.instance.network = network
        others = [(name, pk) for name, pk in network_options() if pk != network.pk]
        self.fields["merged_with"].options = by_name(others)  # type: ignore[attr-defined]

    def clean_merged_with(self) -> Network | None:
        return Network.objects.filter(pk=self.cleaned_data["merged_with"]).first()

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that has yet to come."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("verdict") != Verdict.MERGE:
            cleaned["merged_with"] = None
        elif cleaned.get("merged_with") is None and "merged_with" not in self.errors:
            self.add_error("merged_with", _("Say which network it merges with."))
        return cleaned

    def decision(self) -> Decision:
        """The decision as the register keeps it; what was learned is its reason."""
        cleaned = self.cleaned_data
        said = DECIDED[cleaned["verdict"]] % {"network": self.network, "other": cleaned["merged_with"]}
        return Decision(
            name=(cleaned["will_do"] or said)[:LONGEST_NAME],
            answer=Answer.ACT,
            reason=cleaned["learned"],
            responsible=cleaned["responsible"],
            due=cleaned["due"],
            review_on=cleaned["review_on"],
        )
