"""Tags and filters every template may use."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BaseForm, BoundField, CheckboxSelectMultiple, RadioSelect
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils import formats
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from regiewijzer.library.figures import on_answer_scale, percentage
from regiewijzer.library.pages import KnowledgePage
from regiewijzer.ui import wording
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.picture import Table

register = template.Library()

MOST_TABLES = 50  # of up to a hundred rows


@register.simple_tag(takes_context=True)
def to(context: Context, name: str, *arguments: str | int) -> str:
    """The address of a page of this authority: {% to 'network' network.pk %}."""
    return address_of(name, context["authority"].slug, *arguments)


@register.filter
def figure(value: float | int | None, decimals: int = 1) -> str:
    """A number as people write it: 2,8 in Dutch; an empty string when it was not measured."""
    if value is None:
        return ""
    return formats.number_format(value, 0 if isinstance(value, int) else decimals, use_l10n=True)


@register.filter
def on_five(share: float) -> str:
    """A limit of 0 to 1 on the scale of 1 to 5 that people answer on: 2,5."""
    return figure(on_answer_scale(share))


@register.filter
def percent(share: float) -> str:
    """A share of 0 to 1 in whole percents: 50 %."""
    return percentage(share)


@register.filter
def day(value: date | datetime | None) -> str:
    """A date in words: 3 december 2026; december 2026 or 2026 when no more is known of it."""
    return wording.day(value) if value else ""


@register.filter
def short_day(value: date | datetime | None) -> str:
    """A date in a table: 3 dec. 2026; dec. 2026 or 2026 when no more is known of it."""
    return wording.short_day(value) if value else ""


@register.filter
def control(field: BoundField, described: str = "") -> SafeString:
    """The input of a form field in our clothes; Django adds aria-invalid and aria-describedby."""
    widget = field.field.widget
    dressed = "" if getattr(widget, "input_type", "") in ("checkbox", "radio", "file") else "input"
    attributes: dict[str, Any] = {"class": f"{widget.attrs.get('class', '')} {dressed}".strip()} if dressed else {}
    return field.as_widget(attrs=attributes)


@register.filter
def widget_kind(field: BoundField) -> str:
    """many for a set of boxes or circles, else the input_type of the widget: which component draws the field."""
    widget = field.field.widget
    if isinstance(widget, CheckboxSelectMultiple | RadioSelect):
        return "many"
    return getattr(widget, "input_type", "") or type(widget).__name__.lower()


@dataclass(frozen=True, slots=True)
class FormFault:
    """One thing that is wrong with a form; without a label it is about the form as a whole. `input` is an id."""

    label: str
    input: str
    message: str


@register.simple_tag
def faults(form: BaseForm, beside: BaseForm | str | None = None) -> list[FormFault]:
    """Everything that is wrong, first with the form as a whole and then field by field, in the order of the page.

    `beside`: another form that is sent together with it.
    """
    whole = [FormFault("", "", str(message)) for message in form.non_field_errors()]
    found = whole + [
        FormFault(str(field.label), _first_input(field), str(message)) for field in form for message in field.errors
    ]
    return found + faults(beside) if isinstance(beside, BaseForm) else found


def _first_input(field: BoundField) -> str:
    """Empty for what a page sends along: nobody can go there."""
    if field.is_hidden:
        return ""
    return f"{field.auto_id}_0" if widget_kind(field) == "many" else field.id_for_label


@register.simple_tag(takes_context=True)
def refused(context: Context) -> bool:
    """Whether a form on this page was sent and is not right yet, whatever the page calls it."""
    values = [value for part in context for value in part.values()]
    return any(isinstance(value, BaseForm) and value.is_bound and bool(value.errors) for value in values)


@register.filter
def undo_address(message: Message) -> str:
    """Where the Undo button of a message leads; empty when the step cannot be taken back."""
    return (message.extra_tags or "").removeprefix("undo:") if (message.extra_tags or "").startswith("undo:/") else ""


@register.filter
def library_html(page: KnowledgePage) -> SafeString:
    """The text of a knowledge page: made from our own Markdown and cleaned by nh3."""
    return mark_safe(page.html)  # noqa: S308 - the only place where HTML of the library becomes a page


@register.filter
def as_table(table: Table) -> SafeString:
    """The table beside a picture; the same one is drawn once, as the picture is."""
    return _drawn_table(table, get_language())


@lru_cache(MOST_TABLES)
def _drawn_table(table: Table, _language: str | None) -> SafeString:
    return render_to_string("ui/_twin.html", {"data_table": table})


@register.filter
def drawn_before(html: str) -> SafeString:
    """HTML that a template of ours drew, and that was stored."""
    return mark_safe(html)  # noqa: S308 - escaped when it was drawn
