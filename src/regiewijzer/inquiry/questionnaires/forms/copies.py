"""A copy of one's own: its name, its words, and a question more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.questionnaires.definitions.values import Question, Questionnaire
from regiewijzer.inquiry.questionnaires.models import OwnQuestionnaire
from regiewijzer.inquiry.questionnaires.queries.own import OwnCopy, open_dimensions, scales_for_added
from regiewijzer.library.texts import Language, Text
from regiewijzer.register.records.forms import WithinAuthority
from regiewijzer.science.scoring.definitions import ScaleKind

LONGEST_QUESTION = 400
LANGUAGES = {Language.DUTCH: _("in Dutch"), Language.ENGLISH: _("in English")}


class CopyForm(WithinAuthority[OwnQuestionnaire]):
    """The name of a new copy."""

    class Meta:
        model = OwnQuestionnaire
        fields: ClassVar = ["name"]
        help_texts: ClassVar = {"name": _("The name under which your colleagues find it.")}


@dataclass(frozen=True, slots=True)
class Rewording:
    """A question with its own words in each language; `theirs` what a colleague made of it meanwhile."""

    question: Question
    original: Text
    fields: tuple[forms.BoundField, ...]
    theirs: tuple[str, ...] = ()


class WordingForm(CopyForm):
    """The name, and the words of every question of the original. `seen_version` is the version the words come from."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, copy: OwnCopy, base: Questionnaire, data: Any = None) -> None:
        super().__init__(data, instance=copy.own)
        self.copy, self.base = copy, base
        self.fields["seen_version"].initial = copy.version.number
        for question in self._questions(copy.questionnaire):
            for language, label in LANGUAGES.items():
                self.fields[f"{question.id}.{language}"] = forms.CharField(
                    label=label,
                    max_length=LONGEST_QUESTION,
                    initial=question.text.in_language(language),
                    widget=forms.Textarea(attrs={"rows": 2, "lang": language}),
                )

    def rewordings(self) -> Iterator[Rewording]:
        """Every question of the original with its fields; after a conflict also with what is stored now."""
        now = {question.id: question for question in self._questions(self.copy.questionnaire)}
        for question in self._questions(self.base):
            fields = tuple(self[f"{question.id}.{language}"] for language in LANGUAGES)
            stored = [now[question.id].text.in_language(language) for language in LANGUAGES]
            theirs = tuple(text for text, field in zip(stored, fields, strict=True) if text != field.value())
            yield Rewording(question, question.text, fields, theirs if self.is_bound else ())

    def wordings(self) -> dict[str, dict[str, str]]:
        """Item id -> words by language, only what differs from the original."""
        found: dict[str, dict[str, str]] = {}
        for question in self._questions(self.base):
            for language in LANGUAGES:
                typed = self.cleaned_data[f"{question.id}.{language}"]
                if typed != question.text.in_language(language):
                    found.setdefault(question.id, {})[language.value] = typed
        return found

    @property
    def own_words(self) -> list[forms.BoundField]:
        """The fields that are not about one question."""
        return [self["name"], self["seen_version"]]

    def _questions(self, questionnaire: Questionnaire) -> list[Question]:
        added = {raw["id"] for raw in self.copy.version.added}
        return [each for each in (*questionnaire.questions, *questionnaire.facts) if each.id not in added]


class AddedQuestionForm(forms.Form):
    """A question of one's own, tied to a dimension or not scored."""

    nl = forms.CharField(label=_("The question in Dutch"), max_length=LONGEST_QUESTION)
    en = forms.CharField(label=_("The question in English"), max_length=LONGEST_QUESTION)
    dimension = forms.ChoiceField(
        label=_("What does it measure?"),
        required=False,
        choices=(),
        help_text=_("A question that measures nothing of this is asked and shown, but not scored."),
    )
    scale = forms.ChoiceField(
        label=_("How is it answered?"),
        choices=(),
        help_text=_("A question that is scored takes the answers of what it measures."),
    )
    reversed = forms.BooleanField(
        label=_("Who agrees with this sentence says less of what it measures"), required=False
    )

    def __init__(self, questionnaire: Questionnaire, data: Any = None) -> None:
        super().__init__(data)
        self.questionnaire = questionnaire
        titles = [(name, str(questionnaire.dimension(name).title)) for name in open_dimensions(questionnaire)]
        self._offer("dimension", [("", _("nothing that is scored")), *titles])
        self._offer("scale", [(name, self._answers(name)) for name in scales_for_added(questionnaire, "")])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        dimension, scale = cleaned.get("dimension", ""), cleaned.get("scale", "")
        allowed = scales_for_added(self.questionnaire, dimension)
        if scale and scale not in allowed:
            said = {"scale": self._answers(allowed[0])}
            self.add_error(
                "scale", forms.ValidationError(_("What it measures is answered with: %(scale)s."), params=said)
            )
        counts = scale in self.questionnaire.scales and self.questionnaire.scales[scale].scale.counts
        if cleaned.get("reversed") and not (dimension and counts):
            self.add_error("reversed", _("Only a question that is scored on a ladder can be turned round."))
        return cleaned

    def _answers(self, name: str) -> str:
        """What a scale offers, in words."""
        scale = self.questionnaire.scales[name]
        if scale.scale.kind is ScaleKind.TEXT:
            return str(_("in one's own words"))
        if scale.scale.kind is ScaleKind.NUMBER:
            return str(_("with a number"))
        labels = [str(label) for label in scale.labels.values()]
        return f"{labels[0]} … {labels[-1]}"

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
