"""The form of a record: its fields, its as-of date, and the version that was read."""

from typing import Any, Generic, TypeVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.records.models import Record
from regiewijzer.ui.forms import DayField

R = TypeVar("R", bound=Record)


class RecordForm(forms.ModelForm[R], Generic[R]):
    """Every form of a record knows which version it shows, so that nobody overwrites a colleague unseen."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    as_of = DayField(label=_("As of"), help_text=_("The day on which you know this to be right."))

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["seen_version"].initial = self.instance.version
        if self.instance.pk is not None:
            self.initial["as_of"] = timezone.localdate()
        self.order_fields([name for name in self.fields if name != "as_of"] + ["as_of"])

    def clean_as_of(self) -> Any:
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has yet to come."))
        return day

    def validate_constraints(self) -> None:
        """Uniqueness within the authority is checked here: the form itself does not show the authority."""
        try:
            self.instance.validate_constraints()
        except forms.ValidationError as wrong:
            self._update_errors(wrong)  # type: ignore[attr-defined]
