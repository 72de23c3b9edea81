"""Is an answer of a partner complete?"""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.confirmations.models import Comes, Confirmation, Does, Still


class AnswerForm(forms.ModelForm[Confirmation]):
    """What a partner answers. What is asked only after another answer is left out when that answer was not given."""

    class Meta:
        model = Confirmation
        fields = ("still", "comes", "other_name", "other_email", "does", "other_action")
        widgets: ClassVar = {"other_action": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["still"].required = True
        self.fields["still"].error_messages["required"] = _("Say whether you are still in.")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("still") != Still.YES:
            said["comes"] = said["does"] = ""
        if said.get("comes") != Comes.OTHER and said.get("still") != Still.NOT_ME:
            said["other_name"] = said["other_email"] = ""
        elif said.get("comes") == Comes.OTHER and not said.get("other_name") and "other_name" not in self.errors:
            self.add_error("other_name", _("Say who comes for you."))
        if said.get("does") != Does.OTHER:
            said["other_action"] = ""
        elif not said.get("other_action") and "other_action" not in self.errors:
            self.add_error("other_action", _("Say what you do now."))
        return said
