"""What forms share: fields for lists of codes, for tags typed by hand, and for choosing one of many by name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from regiewijzer.science.names import namesakes, tidied
from regiewijzer.science.written_days import KnownDay, day_in, month_first, two_centuries
from regiewijzer.ui.days import EARLIEST, LATEST

YEARS = {"first": EARLIEST.year, "last": LATEST.year}
MOST_TAGS = 12
LONGEST_TAG = 100
WIDGETS = "django/forms/widgets/"
ONE_LINE = frozenset({"text", "search", "email", "url", "tel"})
Widget = Mapping[str, Any]


class Renderer(TemplatesSetting):
    """Writes inputs in one go, where a template of Django would draw every option and every attribute apart."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
        write = WRITTEN.get(template_name)
        html = write(context["widget"]) if write else super().render(template_name, context, request)
        return mark_safe(html)  # noqa: S308 - every writer below escapes what it is given


def _input(widget: Widget) -> str:
    value = widget["value"]
    said = "" if value is None else f' value="{conditional_escape(str(value))}"'
    return f'<input type="{widget["type"]}" name="{conditional_escape(widget["name"])}"{said}{_attributes(widget)}>'


def _text_area(widget: Widget) -> str:
    typed = conditional_escape(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{conditional_escape(widget["name"])}"{_attributes(widget)}>\n{typed}</textarea>'


def _select(widget: Widget) -> str:
    groups = "".join(_options(name, options) for name, options, _index in widget["optgroups"])
    return f'<select name="{conditional_escape(widget["name"])}"{_attributes(widget)}>{groups}\n</select>'


def _options(group: str | None, options: Iterable[Widget]) -> str:
    rows = "".join(
        f'\n  <option value="{conditional_escape(str(option["value"]))}"{_attributes(option)}>'
        f"{conditional_escape(option['label'])}</option>\n"
        for option in options
    )
    return f'\n  <optgroup label="{conditional_escape(group)}">{rows}\n  </optgroup>' if group else rows


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{conditional_escape(str(value))}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


WRITTEN: dict[str, Callable[[Widget], str]] = {
    f"{WIDGETS}select.html": _select,
    f"{WIDGETS}textarea.html": _text_area,
    **{
        f"{WIDGETS}{kind}.html": _input
        for kind in ("input", "text", "hidden", "number", "email", "url", "date", "password", "checkbox")
    },
}


def on_one_line(to_python: Callable[[forms.CharField, Any], Any]) -> Callable[[forms.CharField, Any], Any]:
    """How a field of text reads what was sent: one with room for one line keeps it as an import keeps a name.

    So no line break, no sign that turns the direction of writing and nothing else that nobody sees comes into it,
    whatever was pasted or sent. A password and what a page sends along are left as they are.
    """

    def read(field: forms.CharField, value: Any) -> Any:
        text = to_python(field, value)
        if not isinstance(text, str) or getattr(field.widget, "input_type", "") not in ONE_LINE:
            return text
        return tidied(text) or field.empty_value

    return read


class DayInput(forms.DateInput):
    """The browser's own date picker; it always sends and expects 2026-12-03."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day. Also reads what people type where there is no picker: 3/12/2026."""

    widget = DayInput
    input_formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
    default_error_messages = {"invalid": _("“%(value)s” is not a date. Write it as 03/12/2026.")}

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError as wrong:
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": value}) from wrong

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not EARLIEST <= value <= LATEST:
            raise ValidationError(_("The year must lie between %(first)s and %(last)s."), params=YEARS)


class KnownDayField(forms.CharField):
    """A day, or as much of it as somebody knows: 3/12/2026, 09/2021, september 2021 or 2019."""

    default_error_messages = {
        "invalid": _("“%(value)s” is no day, month or year. Write it as 03/12/2026, 12/2026 or 2026."),
        "two": _("“%(value)s” can be %(one)s or %(other)s. Write the year in full."),
        "month_first": _("“%(value)s” has the month first. Write the day first, such as 25/03/2026."),
    }
    hint = _("A day, a month or a year, as far as you know: 03/12/2026, 12/2026 or 2026.")

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"help_text": self.hint, **settings})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) and (found := day_in(value)) and found.sure:
            return found.known.written  # one day has one spelling, so that two people who typed it do not clash
        if isinstance(value, KnownDay):
            return value.written
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value

    def clean(self, value: Any) -> KnownDay | None:
        typed = super().clean(value)
        if not typed:
            return None
        if two := two_centuries(typed):
            days = {"one": f"{two.one:%d/%m/%Y}", "other": f"{two.other:%d/%m/%Y}"}
            raise ValidationError(self.error_messages["two"], code="two", params={"value": typed, **days})
        found = day_in(typed)
        if found is None or not found.sure:
            code = "month_first" if month_first(typed) else "invalid"
            raise ValidationError(self.error_messages[code], code=code, params={"value": typed})
        if not EARLIEST <= found.first <= LATEST:
            raise ValidationError(_("The year must lie between %(first)s and %(last)s."), params=YEARS)
        return found.known

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class PastDayField(DayField):
    """A day that has come: today at the latest."""

    def validate(self, value: Any) -> None:
        if value and value > timezone.localdate():
            raise ValidationError(_("This day has yet to come."))
        super().validate(value)


class CodesField(forms.MultipleChoiceField):
    """Several codes of a fixed list, kept in the order of that list."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> list[str]:
        chosen = set(super().clean(value))
        return [str(key) for key, _label in self.widget.choices if key in chosen]


class TagsField(forms.CharField):
    """Words with commas between them: young people, families."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        tags = list(dict.fromkeys(tag.strip() for tag in super().clean(value).split(",") if tag.strip()))
        if len(tags) > MOST_TAGS:
            raise ValidationError(_("Name at most %(most)s."), params={"most": MOST_TAGS})
        if too_long := next((tag for tag in tags if len(tag) > LONGEST_TAG), None):
            raise ValidationError(
                _("“%(tag)s…” is too long: at most %(most)s characters each."),
                params={"tag": too_long[:30], "most": LONGEST_TAG},
            )
        return tags


class ChoiceByNameField(forms.CharField):
    """One of many things, chosen by typing its name; the browser suggests, the server decides.

    `options` maps what is shown to the value; give it when the form is made.
    """

    default_error_messages = {
        "unknown": _("“%(value)s” is not in the list. Choose a suggestion, or add it first."),
        "several": _("“%(value)s” may be one of several: %(names)s. Choose a suggestion."),
    }

    def __init__(self, *, options: Iterable[tuple[str, Any]] = (), **settings: Any) -> None:
        super().__init__(**settings)
        self.options = dict(options)

    @property
    def suggestions(self) -> Sequence[str]:
        return list(self.options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "autocomplete": "off"}

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        bound = super().get_bound_field(form, field_name)
        self.widget.attrs["list"] = f"{bound.auto_id}_list"
        return bound

    def prepare_value(self, value: Any) -> Any:
        return next((name for name, option in self.options.items() if option == value and value is not None), value)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        if typed in self.options:
            return self.options[typed]
        meant = namesakes(typed, self.options)
        if len(meant) != 1:
            code = "several" if meant else "unknown"
            raise ValidationError(
                self.error_messages[code], code=code, params={"value": typed, "names": ", ".join(meant)}
            )
        return self.options[meant[0]]
