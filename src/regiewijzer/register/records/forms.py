"""The form of a record: its fields, its as-of date, and the version that was read."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from django import forms
from django.db.models import Model, UniqueConstraint
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.register.records.models import Record
from regiewijzer.register.records.queries import namesakes_of
from regiewijzer.register.records.wording import label_of
from regiewijzer.science.names import compared, tidied
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.forms import PastDayField

M = TypeVar("M", bound=Model)
R = TypeVar("R", bound=Record)
ANOTHER = "another"  # the field in which somebody says that a namesake is another
LONGEST_LINE = 80


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


def ask_about_namesakes(form: forms.BaseForm, record: Record, *, named_in: str = "name") -> None:
    """Ask, below its name, whether what is there already under the name of this new record is the same.

    A tick for each that is another answers; so what somebody answered holds for those that were shown, and no more.
    """
    there = namesakes_of(record)
    if not there:
        return
    lines = {each.pk: _told(each) for each in there}
    form.fields[ANOTHER] = forms.MultipleChoiceField(
        label=_("Same name"),
        widget=forms.CheckboxSelectMultiple,
        choices=[(key, gettext("another than %(name)s") % {"name": line}) for key, line in lines.items()],
        help_text=format_html_join(
            "; ",
            '<a href="{}">{}</a>',
            ((address_of(each.KIND, each.authority.slug, each.pk), lines[each.pk]) for each in there),
        ),
    )
    names = [name for name in form.fields if name != ANOTHER]
    form.order_fields([*names[: names.index(named_in) + 1], ANOTHER])
    if not {str(key) for key in lines} <= set(form[ANOTHER].value() or ()):
        question = gettext(
            "“%(name)s” is here already. Is it the same? Then open it, and save nothing here. Is it another? Tick "
            "that, and save again."
        )
        form.add_error(ANOTHER, question % {"name": there[0].name})


def _told(record: Record) -> str:
    """A record with what tells it from its namesake."""
    line = Truncator(record.search_line()).chars(LONGEST_LINE)
    archive = gettext("in the archive") if record.archived else ""
    more = ", ".join(part for part in (line, archive) if part)
    return f"“{record.name}” ({more})" if more else f"“{record.name}”"


class RecordForm(WithinAuthority[R], Generic[R]):
    """Every form of a record knows which version it shows, so that nobody overwrites a colleague unseen.

    A field declared without a label is called as its model calls it.
    """

    position: Position | None = None
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

    def filled_in_by(self, position: Position) -> None:
        """Who fills it in: what they are offered may depend on it."""
        self.position = position

    def clean_name(self) -> str:
        return tidied(self.cleaned_data["name"])

    def validate_unique(self) -> None:
        super().validate_unique()
        if "name" not in self.errors:
            ask_about_namesakes(self, self.instance)
