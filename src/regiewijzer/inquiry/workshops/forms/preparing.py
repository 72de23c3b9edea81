"""Preparing a session: its title and day, what it is about, and its questions by kind."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.workshops.models import Kind, Question, Subject, SubjectKind, Workshop
from regiewijzer.inquiry.workshops.models.questions import LONGEST_LABEL, option
from regiewijzer.inquiry.workshops.queries.sources import Draft
from regiewijzer.register.instruments.queries import instrument_options
from regiewijzer.register.networks.queries import network_options
from regiewijzer.register.records.forms import WithinAuthority, by_name
from regiewijzer.science.names import compared
from regiewijzer.ui.forms import ChoiceByNameField, DayField

MOST_CHOICES, MOST_RANKED = 12, 8
FEWEST_OPTIONS = 2
STEPS = 5


class WorkshopForm(forms.ModelForm[Workshop]):
    held_on = DayField(label=_("Day"), required=False, help_text=_("The day of the session; opening it fills it in."))

    class Meta:
        model = Workshop
        fields = ["title", "held_on"]


class SubjectForm(WithinAuthority[Subject]):
    """What the session is about: a name from the register, or one typed freely."""

    class Meta:
        model = Subject
        fields = ["kind", "name"]
        widgets: ClassVar = {"kind": forms.RadioSelect}
        help_texts: ClassVar = {"name": _("A network or an instrument must be in the register: choose a suggestion.")}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.networks, self.instruments = by_name(network_options()), by_name(instrument_options())
        kind, name = self.fields["kind"], self.fields["name"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = SubjectKind.choices
        name.suggestions = [*self.networks, *self.instruments]  # type: ignore[attr-defined]
        name.widget.attrs |= {"list": "id_name_list", "autocomplete": "off"}

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        kind, name = found.get("kind"), found.get("name", "")
        self.instance.network_id = self._key(self.networks, name) if kind == SubjectKind.NETWORK else None
        self.instance.instrument_id = self._key(self.instruments, name) if kind == SubjectKind.INSTRUMENT else None
        return found

    def _key(self, options: dict[str, int], name: str) -> int | None:
        found = {compared(each): key for each, key in options.items()}.get(compared(name))
        if found is None and name:
            unknown = gettext("“%(value)s” is not in the list. Choose a suggestion, or add it first.")
            self.add_error("name", ValidationError(unknown, params={"value": name}))
        return found


class OptionsField(forms.CharField):
    """Options, one on each line; becomes what `Question.options` keeps. An option keeps its key while it is there."""

    widget = forms.Textarea(attrs={"rows": 5})

    def __init__(self, *, most: int, **settings: Any) -> None:
        super().__init__(label=_("Options"), help_text=_("One on each line."), **settings)
        self.most = most

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(each["label"] for each in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[dict[str, Any]]:
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        labels = [line for line in lines if line]
        self._check(labels)
        return [option(number, label) for number, label in enumerate(labels, start=1)]

    def _check(self, labels: list[str]) -> None:
        if not FEWEST_OPTIONS <= len(labels) <= self.most:
            raise ValidationError(
                _("Give from %(fewest)s to %(most)s options, one on each line; there are %(found)s now."),
                params={"fewest": FEWEST_OPTIONS, "most": self.most, "found": len(labels)},
            )
        twice = next((label for label in labels if labels.count(label) > 1), None)
        if twice:
            raise ValidationError(_("“%(option)s” stands there twice."), params={"option": twice})
        if too_long := next((label for label in labels if len(label) > LONGEST_LABEL), None):
            raise ValidationError(
                _("“%(option)s…” is too long: at most %(most)s characters."),
                params={"option": too_long[:30], "most": LONGEST_LABEL},
            )


class QuestionForm(forms.ModelForm[Question]):
    """What every kind of question has."""

    class Meta:
        model = Question
        fields = ["text", "discuss"]
        widgets: ClassVar = {"text": forms.Textarea(attrs={"rows": 2}), "discuss": forms.Textarea(attrs={"rows": 2})}
        help_texts: ClassVar = {"discuss": _("Stands beside the result on the screen.")}

    def clean_text(self) -> str:
        """On one line: a question is read from the back of a room."""
        return " ".join(str(self.cleaned_data["text"]).split())


class _WithUnknown(QuestionForm):
    """May be answered with 'I don't know'."""

    unknown = forms.BooleanField(label=_("Offer “I don't know”"), required=False)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.initial.setdefault("unknown", bool(self.instance.no_answer) or self.instance.pk is None)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        said = self.instance.no_answer or gettext("I don't know")
        self.instance.no_answer = said if found.get("unknown") else ""
        return found


class _BetweenWords(_WithUnknown):
    low = forms.CharField(label=_("Word at the low end"), max_length=60)
    high = forms.CharField(label=_("Word at the high end"), max_length=60)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.initial["low"] = self.initial.get("low") or gettext("fully disagree")
        self.initial["high"] = self.initial.get("high") or gettext("fully agree")
        self.order_fields(["text", "low", "high", "unknown", "discuss"])

    class Meta(QuestionForm.Meta):
        fields = ["text", "low", "high", "discuss"]


class ScaleForm(_BetweenWords):
    """Five steps; only the ends have words. A question of a questionnaire keeps the steps it came with."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if self.instance.source:
            for name in ("low", "high", "unknown"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        if self.instance.source:
            return forms.ModelForm.clean(self) or {}
        found = super().clean()
        words = {1: found.get("low", ""), STEPS: found.get("high", "")}
        self.instance.options = [option(step, words.get(step, "")) for step in range(1, STEPS + 1)]
        return found


class SliderForm(_BetweenWords):
    """Anywhere between two words."""


class ChoiceForm(_WithUnknown):
    options = OptionsField(most=MOST_CHOICES)
    most = forms.IntegerField(label=_("How many one may choose"), min_value=1, max_value=MOST_CHOICES, initial=1)

    class Meta(QuestionForm.Meta):
        fields = ["text", "options", "most", "discuss"]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.order_fields(["text", "options", "most", "unknown", "discuss"])
        if self.instance.source:
            for name in ("options", "most", "unknown"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        if self.instance.source:
            return forms.ModelForm.clean(self) or {}
        found = super().clean()
        options, most = found.get("options"), found.get("most")
        if options and most and most > len(options):
            self.add_error("most", _("There are fewer options than that."))
        return found


class RankingForm(QuestionForm):
    options = OptionsField(most=MOST_RANKED)

    class Meta(QuestionForm.Meta):
        fields = ["text", "options", "discuss"]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if self.instance.source:
            del self.fields["options"]


class TextForm(QuestionForm):
    """Short texts need nothing but the question."""


class PlacingForm(QuestionForm):
    network = ChoiceByNameField(
        label=_("Network"), help_text=_("Its partners on the day of the session are the ones to be placed.")
    )

    class Meta(QuestionForm.Meta):
        fields = ["text", "discuss"]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["network"]
        assert isinstance(field, ChoiceByNameField)
        field.options = by_name(network_options(), self.instance.network)
        self.initial["network"] = self.instance.network_id
        self.initial["text"] = self.instance.text or gettext("Which place should each partner have now?")
        self.order_fields(["text", "network", "discuss"])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        self.instance.network_id = found.get("network")
        return found


FORMS: dict[str, type[QuestionForm]] = {
    Kind.SCALE: ScaleForm,
    Kind.SLIDER: SliderForm,
    Kind.CHOICE: ChoiceForm,
    Kind.RANKING: RankingForm,
    Kind.TEXT: TextForm,
    Kind.PLACING: PlacingForm,
}


class DraftsForm(forms.Form):
    """Which questions of a questionnaire are asked; all of them unless somebody says otherwise."""

    items = forms.MultipleChoiceField(
        label=_("Questions"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one question.")},
    )

    def __init__(self, drafts: list[Draft], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.drafts = drafts
        field = self.fields["items"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(draft.item, draft.text) for draft in drafts]
        field.initial = [draft.item for draft in drafts]

    def chosen(self) -> list[Draft]:
        """The drafts that were chosen, in their order."""
        return [draft for draft in self.drafts if draft.item in self.cleaned_data["items"]]
