"""Preparing a session: its title and day, what it is about, and its questions by kind."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.workshops.models import Kind, Question, Subject, SubjectKind, Workshop
from regiewijzer.inquiry.workshops.models.questions import LONGEST_LABEL, option
from regiewijzer.inquiry.workshops.queries.sources import Draft
from regiewijzer.register.instruments.queries import instrument_options
from regiewijzer.register.networks.queries import members_of, network_options, phases_on
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.forms import WithinAuthority, by_name
from regiewijzer.science.names import compared
from regiewijzer.ui.forms import ChoiceByNameField, DayField

MOST_CHOICES, MOST_RANKED, MOST_CANDIDATES = 12, 8, 30
FEWEST_OPTIONS = 2
RING, SCORED = "ring", "scored"
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
        if self.instance.is_fixed:
            for name in ("low", "high", "unknown"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        if self.instance.is_fixed:
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
        if self.instance.is_fixed:
            for name in ("options", "most", "unknown"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        if self.instance.is_fixed:
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
        if self.instance.is_fixed:
            del self.fields["options"]


class TextForm(QuestionForm):
    """Short texts need nothing but the question."""


class CandidatesField(forms.CharField):
    """Organisations of the register, one on each line; becomes what `Question.options` keeps."""

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, **settings: Any) -> None:
        super().__init__(label=_("Who else could sit there?"), required=False, **settings)
        self.options: dict[str, int] = {}

    def clean(self, value: Any) -> list[dict[str, Any]]:
        one = ChoiceByNameField(options=self.options.items())
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        names = {key: name for name, key in self.options.items()}
        chosen = dict.fromkeys(one.clean(line) for line in lines if line)
        if len(chosen) > MOST_CANDIDATES:
            raise ValidationError(_("Name at most %(most)s."), params={"most": MOST_CANDIDATES})
        return [option(key, names[key]) for key in chosen]


class PlacingForm(QuestionForm):
    """Which partners are placed, in which phase, and whether on a ring or by two scores."""

    network = ChoiceByNameField(
        label=_("Network"), help_text=_("Its partners on the day of the session are the ones to be placed.")
    )
    scored = forms.ChoiceField(
        label=_("What does everybody say of a partner?"),
        choices=(
            (RING, _("its ring")),
            (SCORED, _("how important it is, and how easy to replace; that gives the ring")),
        ),
        widget=forms.RadioSelect,
    )
    candidates = CandidatesField(help_text=_("Organisations that are no member, one on each line, as in the register."))

    class Meta(QuestionForm.Meta):
        fields = ["text", "phase", "discuss"]
        help_texts: ClassVar = {
            **QuestionForm.Meta.help_texts,
            "phase": _("When the session ends, what the room said becomes the arena of this phase."),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        asked, field = self.instance, self.fields["network"]
        assert isinstance(field, ChoiceByNameField)
        about = list(Subject.objects.filter(workshop=asked.workshop_id, network__isnull=False))
        named_there = [(each.network.name, each.network.pk) for each in about if each.network is not None]
        field.options = by_name(named_there or network_options(), asked.network)
        only = named_there[0][1] if len(named_there) == 1 else None
        network = asked.network_id or only
        self.initial["network"] = network
        self.initial["phase"] = asked.phase or phases_on(timezone.localdate()).get(network or 0, "")
        self.initial["scored"] = SCORED if asked.scored else RING
        self.initial["text"] = asked.text or gettext("Which place should each partner have now?")
        self.fields["phase"].required = True
        self._offer_candidates(asked)
        self.order_fields(["text", "network", "phase", "scored", "candidates", "discuss"])

    def _offer_candidates(self, asked: Question) -> None:
        """Every organisation can be one; whoever is a member by now is placed anyway."""
        field = self.fields["candidates"]
        assert isinstance(field, CandidatesField)
        field.options = by_name(Organisation.objects.current().order_by("name").values_list("name", "pk"))
        members = {str(each.organisation_id) for each in members_of(asked.network)} if asked.network else set()
        names = {str(key): name for name, key in field.options.items()}
        self.initial["candidates"] = "\n".join(names[key] for key in asked.keys if key in names and key not in members)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        self.instance.network_id = found.get("network")
        self.instance.scored = found.get("scored") == SCORED
        self.instance.options = found.get("candidates", [])
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
