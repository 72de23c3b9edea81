"""What a person gives to bring something in: files, and whether bad rows may stay out."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.exchange.files.limits import MEGABYTE, UPLOAD
from regiewijzer.register.exchange.lists.ours import ASKED_OF_NAMES, default_of, key_of
from regiewijzer.register.exchange.lists.proposal import Answer, Because, ColumnMeaning, Doubt, Question
from regiewijzer.register.exchange.lists.wording import MEANINGS, because, question
from regiewijzer.register.exchange.lists.words import Meaning

MOST_FILES = 40
PASTED = "geplakt.txt"
ACCEPTED = ".xlsx,.ods,.csv,.txt,.tsv,.zip"


ONE_OR_TWO = ((Answer.SAME, _("The same")), (Answer.OTHER, _("Another")))
ANSWERS: Mapping[Doubt, Any] = {
    Doubt.SAME_ORGANISATION: ONE_OR_TWO,
    Doubt.LOOKS_ALIKE: ONE_OR_TWO,
    Doubt.NETWORK_TWICE: ((Answer.SAME, _("One network")), (Answer.OTHER, _("Two networks"))),
    Doubt.NETWORKS_ALIKE: ((Answer.SAME, _("One network")), (Answer.OTHER, _("Two networks"))),
    Doubt.CONTACTS: ((Answer.SAME, _("Yes, bring them in")), (Answer.OTHER, _("No, leave them out"))),
}


class SeveralFiles(forms.ClearableFileInput):
    """A file input in which several files can be chosen."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, together at most ten megabytes."""

    widget = SeveralFiles(attrs={"accept": ACCEPTED})
    default_error_messages = {
        "required": _("Choose a file first."),
        "too_large": _("Together the files are larger than %(most)s MB. Split them."),
        "too_many": _("Choose at most %(most)s files."),
    }

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = [file for file in (data if isinstance(data, Sequence) else [data]) if file]
        if not files and not self.required:
            return []
        cleaned = [super(FilesField, self).clean(file, initial) for file in files or [None]]
        if len(cleaned) > MOST_FILES:
            raise forms.ValidationError(self.error_messages["too_many"] % {"most": MOST_FILES})
        if sum(file.size for file in cleaned) > UPLOAD.packed:
            raise forms.ValidationError(self.error_messages["too_large"] % {"most": UPLOAD.packed // MEGABYTE})
        return cleaned


class UploadForm(forms.Form):
    """A file, or cells pasted from a spreadsheet."""

    upload = FilesField(
        label=_("File: a list of your own, or a workbook of ours"),
        required=False,
        allow_empty_file=True,  # an empty file gets its sentence when it is read
        help_text=_("Any list of networks: .xlsx, .ods or CSV, with your own headings. At most 10 MB."),
    )
    pasted = forms.CharField(
        label=_("Or paste the cells"),
        required=False,
        strip=False,
        max_length=1_000_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Select them in your spreadsheet with their headings, copy, and paste them here."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        text = cleaned.get("pasted", "")
        if text.strip():
            content = SimpleUploadedFile(PASTED, text.encode())
            cleaned["upload"] = [content]
        elif not self.errors and not cleaned.get("upload"):
            self.add_error("upload", FilesField.default_error_messages["required"])
        return cleaned


# what is typed of a network, under the headings that a list would have, and how long it may be
TYPED: Mapping[Meaning, tuple[Any, int]] = {
    Meaning.NAME: (_("Network"), 200),
    Meaning.GOAL: (_("Goal"), 2000),
    Meaning.LEAD: (_("Led by"), 200),
    Meaning.PARTNERS: (_("Partners, with ; between them"), 8000),
    Meaning.SINCE: (_("Since"), 60),
    Meaning.FREQUENCY: (_("How often"), 60),
}
LONGEST_LINE = 200
ROWS_SHOWN, MOST_ROWS = 8, 80


class TypedForm(forms.Form):
    """Networks typed in rows, each read as a row of a list is. `names` complete who leads."""

    rows = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST_ROWS)

    def __init__(self, rows: int, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["rows"].initial = rows
        for row in range(rows):
            for meaning, (label, longest) in TYPED.items():
                widget = forms.Textarea(attrs={"rows": 2}) if longest > LONGEST_LINE else forms.TextInput()
                field = forms.CharField(label=label, required=False, max_length=longest, widget=widget)
                field.widget.attrs |= {"aria-label": f"{label}, {row + 1}"}
                if meaning is Meaning.LEAD:
                    field.widget.attrs["list"] = "known-partners"
                self.fields[f"{meaning.value}_{row}"] = field

    @property
    def lines(self) -> list[list[forms.BoundField]]:
        """The fields row by row."""
        return [[self[f"{meaning.value}_{row}"] for meaning in TYPED] for row in range(self.fields["rows"].initial)]

    @property
    def headings(self) -> list[Any]:
        return [label for label, _longest in TYPED.values()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        rows = range(self.fields["rows"].initial)
        for row in rows:
            filled = [meaning for meaning in TYPED if cleaned.get(f"{meaning.value}_{row}")]
            if filled and Meaning.NAME not in filled:
                self.add_error(f"{Meaning.NAME.value}_{row}", _("Give this network a name."))
        if not self.errors and not any(cleaned.get(f"{Meaning.NAME.value}_{row}") for row in rows):
            self.add_error(f"{Meaning.NAME.value}_0", _("Type at least one network."))
        return cleaned

    @property
    def cells(self) -> list[tuple[str, ...]]:
        """What was typed, without the rows that stayed empty."""
        rows = [
            tuple(self.cleaned_data[f"{meaning.value}_{row}"] for meaning in TYPED)
            for row in range(self.fields["rows"].initial)
        ]
        return [row for row in rows if any(row)]


class ColumnsForm(forms.Form):
    """What each column of a list becomes. Columns of one heading, on however many sheets, become the same."""

    def __init__(self, columns: Sequence[ColumnMeaning], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.columns: dict[str, ColumnMeaning] = {}
        for column in columns:
            if column.becomes is not Meaning.MARK and column.because is not Because.MARKS:
                self.columns.setdefault(column.heading, column)
        choices = [(each.value, MEANINGS[each]) for each in Meaning if each is not Meaning.MARK]
        for place, (heading, column) in enumerate(self.columns.items()):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=heading, choices=choices, initial=column.becomes.value
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, ColumnMeaning, str]]:
        """Each column with its field and the reason for what is proposed."""
        bound = [self[name] for name in self.fields]
        return [(field, column, because(column)) for field, column in zip(bound, self.columns.values(), strict=True)]

    @property
    def chosen(self) -> list[tuple[ColumnMeaning, Meaning]]:
        """The columns with what was chosen for them."""
        values = (Meaning(self.cleaned_data[name]) for name in self.fields)
        return list(zip(self.columns.values(), values, strict=True))


class NamesForm(forms.Form):
    """One answer for each doubt about names: the same, or another."""

    def __init__(
        self, questions: Sequence[Question], kept: Mapping[str, Answer], *arguments: Any, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.questions = {key_of(each): each for each in questions if each.kind in ASKED_OF_NAMES}
        for key, each in self.questions.items():
            self.fields[key] = forms.ChoiceField(
                label=question(each),
                choices=ANSWERS[each.kind],
                widget=forms.RadioSelect,
                initial=kept.get(key, default_of(each)).value,
            )

    def of(self, *kinds: Doubt) -> list[forms.BoundField]:
        """The fields of these kinds of doubt."""
        return [self[key] for key, each in self.questions.items() if each.kind in kinds]

    @property
    def answers(self) -> dict[str, Answer]:
        return {key: Answer(value) for key, value in self.cleaned_data.items()}


class ConfirmForm(forms.Form):
    """Rows that are wrong stay out, and who is not in the list any more leaves, only when somebody says so."""

    without_bad_rows = forms.BooleanField(label=_("Bring in the good rows without the wrong ones"), required=False)
    end_left = forms.BooleanField(
        label=_("They left: end these memberships today"),
        required=False,
        help_text=_("Then this import cannot be undone as one act. Each partner can be let in again."),
    )

    def __init__(self, mistakes: int, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.mistakes = mistakes

    def clean_without_bad_rows(self) -> bool:
        without = bool(self.cleaned_data["without_bad_rows"])
        if self.mistakes and not without:
            raise forms.ValidationError(_("Correct the file and choose it again, or say that wrong rows may stay out."))
        return without
