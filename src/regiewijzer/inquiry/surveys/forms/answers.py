"""What a respondent sends: a code and the answers to every part at once. Nothing of it is kept until it is right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.questionnaires.forms.answers import PartForm
from regiewijzer.inquiry.questionnaires.public import Part
from regiewijzer.science.scoring.definitions import ScaleKind, Value

LONGEST_CODE = 500  # a whole link may be pasted
_BEFORE_CODE = re.compile(r".*(?:#|%23)", re.IGNORECASE)


class CodeForm(forms.Form):
    """The code of the personal link. A script fills it in from the address; without one it is typed or pasted."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=LONGEST_CODE,
        help_text=_("It stands in the mail with your invitation, after the #."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        """The code, also of a whole link."""
        return _BEFORE_CODE.sub("", self.cleaned_data["code"])


@dataclass(frozen=True, slots=True)
class Filled:
    """What can be sealed: answers that count, and words apart from them."""

    answers: dict[str, Value | None]
    texts: dict[str, str]


class AnswerSheet:
    """All parts of a survey as forms, and the code."""

    def __init__(self, parts: Sequence[Part], data: QueryDict | None = None) -> None:
        self.code = CodeForm(data)
        self.parts = [PartForm(part, data, answers={}, evidence={}) for part in parts]
        self.sent = data is not None

    @cached_property
    def filled(self) -> Filled:
        """Every well-formed answer; words go apart."""
        answers: dict[str, Value | None] = {}
        for part in self.parts:
            answers |= part.filled().answers
        wordy = {
            question.id
            for part in self.parts
            for question in part.part.questions
            if question.scale.scale.kind is ScaleKind.TEXT
        }
        return Filled(
            answers={name: value for name, value in answers.items() if name not in wordy},
            texts={name: str(value).strip() for name, value in answers.items() if name in wordy and str(value).strip()},
        )

    @property
    def nothing(self) -> bool:
        """Whether no question was answered; 'I don't know' alone is no answer."""
        return not self.filled.texts and all(value is None for value in self.filled.answers.values())

    def is_valid(self) -> bool:
        """Whether it can be sealed as it is."""
        if not self.sent:
            return False
        well_formed = [part.is_valid() for part in self.parts]
        if self.code.is_valid() and self.nothing:
            self.code.add_error(None, _("Nothing was answered yet."))
        return all(well_formed) and self.code.is_valid()

    @property
    def total(self) -> int:
        return sum(part.part.total for part in self.parts)

    @property
    def numbered(self) -> list[tuple[int, Any]]:
        """Every part with how many questions go before it."""
        before = [sum(part.part.total for part in self.parts[:place]) for place in range(len(self.parts))]
        return list(zip(before, self.parts, strict=True))
