"""The form of a record: its fields, its as-of date, and the version that was read."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from django import forms
from django.db.models import Model, UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.records.models import Record
from regiewijzer.register.records.wording import label_of
from regiewijzer.science.names import compared, tidied
from regiewijzer.ui.forms import PastDayField

M = TypeVar("M", bound=Model)
R = TypeVar("R", bound=Record)


class WithinAuthority(forms.ModelForm[M], Generic[M]):
    """Checks what may stand once in an authority. The form does not show the authority, so Django leaves that out."""

    def validate_unique(self) -> None:
        super().validate_unique()
        for constraint in self.instance._meta.constraints:
            if isinstance(constraint, UniqueConstraint):
                try:
                    constraint.validate(type(self.instance), self.instance, exclude=set(self.errors))
                except forms.ValidationError as wrong:
                    self.add_error(None, wrong)


def by_name(rows: Iterable[tuple[str, int]], chosen: Record | None = None) -> dict[str, int]:
    """Names to type, with the key of each: a namesake gets its key behind it, and what is chosen now stays possible."""
    pairs = list(rows)
    if chosen is not None and chosen.pk not in [key for _name, key in pairs]:
        pairs.append((chosen.name, chosen.pk))
    options: dict[str, int] = {}
    taken: set[str] = set()
    for name, key in pairs:
        options[f"{name} ({key})" if compared(name) in taken else name] = key
        taken.add(compared(name))
    return options


class RecordForm(WithinAuthority[R], Generic[R]):
    """Every form of a record knows which version it shows, so that nobody overwrites a colleague unseen.

    A field declared without a label is called as its model calls it.
    """

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    as_of = PastDayField(help_text=_("The day on which you know this to be right."))

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for stored in self.instance._meta.concrete_fields:
            if stored.name in self.fields and self.fields[stored.name].label is None:
                self.fields[stored.name].label = label_of(stored)
        self.fields["seen_version"].initial = self.instance.version
        self.initial["as_of"] = timezone.localdate()  # whoever saves says that it is right today
        self.order_fields([name for name in self.fields if name != "as_of"] + ["as_of"])

    def clean_name(self) -> str:
        return tidied(self.cleaned_data["name"])
