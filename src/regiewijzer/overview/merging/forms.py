"""Which record it is twice, and whose value of a field stays."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from regiewijzer.overview.merging.queries import Line, Mergeable, Side, candidates, lines_of
from regiewijzer.ui.forms import ChoiceByNameField


class OtherForm(forms.Form):
    """The record that may be the same one."""

    other = ChoiceByNameField(label=_("Which one is the same?"))

    def __init__(self, record: Mergeable, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        options: dict[str, int] = {}
        for name, pk in candidates(record):
            options[f"{name} ({pk})" if name in options else name] = pk
        self.fields["other"].options = options  # type: ignore[attr-defined]


class MergeForm(forms.Form):
    """A choice per field in which both differ, and the versions that were seen."""

    seen_stays = forms.IntegerField(widget=forms.HiddenInput)
    seen_goes = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, stays: Mergeable, goes: Mergeable, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.lines = lines_of(stays, goes)
        self.fields["seen_stays"].initial, self.fields["seen_goes"].initial = stays.version, goes.version
        for line in self.lines:
            if line.proposed is not None:
                sides = [Side.STAYS, Side.GOES, *([Side.BOTH] if line.both else [])]
                self.fields[line.key] = forms.TypedChoiceField(
                    label=line.label, choices=[(side.value, side.value) for side in sides], coerce=Side, required=False
                )

    @property
    def shown(self) -> list[tuple[Line, str]]:
        """Each line with the side that is marked now."""
        return [(line, self._marked(line)) for line in self.lines]

    def _marked(self, line: Line) -> str:
        typed = self.data.get(line.key) if self.is_bound else None
        return str(typed or line.proposed or "")

    @property
    def chosen(self) -> dict[str, Side]:
        """What was proposed, where nothing was sent."""
        named = [line for line in self.lines if line.proposed is not None]
        return {line.key: self.cleaned_data.get(line.key) or line.proposed or Side.STAYS for line in named}

    @property
    def seen(self) -> tuple[int, int]:
        return self.cleaned_data["seen_stays"], self.cleaned_data["seen_goes"]
