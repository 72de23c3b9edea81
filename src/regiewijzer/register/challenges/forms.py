"""The form of a challenge."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.policy.forms import offer_policy_codes
from regiewijzer.register.records.forms import RecordForm
from regiewijzer.register.records.wording import theme_choices
from regiewijzer.ui.forms import CodesField, DayField, TagsField


class ChallengeForm(RecordForm[Challenge]):
    themes = CodesField(choices=theme_choices, required=False)
    target_groups = TagsField(
        required=False, help_text=_("With commas between them: families in poverty, young people.")
    )
    due = DayField(required=False)
    policy_codes = CodesField(required=False)

    class Meta:
        model = Challenge
        fields = [
            "name",
            "result",
            "themes",
            "target_groups",
            "territory",
            "owner",
            "due",
            "status",
            "policy_codes",
            "as_of",
        ]
        widgets: ClassVar = {"result": forms.Textarea(attrs={"rows": 3})}
        help_texts: ClassVar = {
            "name": _("A few words people will recognise in a list."),
            "result": _("One sentence: what is different when this is reached?"),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        offer_policy_codes(self)
