"""Two people filled in one form: what differs between what was typed and what is stored by now."""

from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

SEEN_VERSION = "seen_version"


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field two people filled in differently."""

    label: str
    mine: str
    theirs: str


def conflicts(mine: forms.BaseForm, theirs: forms.BaseForm, *, leave_out: tuple[str, ...] = ()) -> list[FieldConflict]:
    """Fields that hold something else in the two forms, in words."""
    return [
        FieldConflict(str(bound.label), _words(bound), _words(theirs[bound.name]))
        for bound in mine
        if bound.name not in (SEEN_VERSION, *leave_out)
        and bound.name in theirs.fields  # not what a form asked because of what was typed
        and _words(bound) != _words(theirs[bound.name])
    ]


def rebase(form: forms.BaseForm, typed: QueryDict, version: int) -> None:
    """The form keeps what was typed and knows what is stored by now: saving it again is then a choice."""
    data = typed.copy()
    data[SEEN_VERSION] = str(version)
    form.data = data


def _words(bound: forms.BoundField) -> str:
    """What a field holds, in the words of the page."""
    value = bound.value()
    if isinstance(bound.field, forms.BooleanField):
        return _("yes") if value else _("no")
    choices = {str(key): label for key, label in getattr(bound.field, "choices", [])}  # a browser sends keys as text
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(str(choices.get(str(item), item)) for item in values if item not in (None, ""))
