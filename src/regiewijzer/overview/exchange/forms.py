"""What a person gives to bring something in: files, and whether bad rows may stay out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.exchange.files.limits import MEGABYTE, UPLOAD

MOST_FILES = 40
ACCEPTED = ".xlsx,.ods,.csv,.txt,.tsv,.zip"


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
        cleaned = [super(FilesField, self).clean(file, initial) for file in files or [None]]
        if len(cleaned) > MOST_FILES:
            raise forms.ValidationError(self.error_messages["too_many"] % {"most": MOST_FILES})
        if sum(file.size for file in cleaned) > UPLOAD.packed:
            raise forms.ValidationError(self.error_messages["too_large"] % {"most": UPLOAD.packed // MEGABYTE})
        return cleaned


class UploadForm(forms.Form):
    upload = FilesField(
        label=_("Workbook or CSV files"),
        allow_empty_file=True,  # an empty file gets its sentence when it is read
        help_text=_("An .xlsx workbook, a zip file with CSV files, or CSV files chosen together. At most 10 MB."),
    )


class ConfirmForm(forms.Form):
    """Rows that are wrong stay out only when somebody says so."""

    without_bad_rows = forms.BooleanField(label=_("Bring in the good rows without the wrong ones"), required=False)

    def __init__(self, mistakes: int, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.mistakes = mistakes

    def clean_without_bad_rows(self) -> bool:
        without = bool(self.cleaned_data["without_bad_rows"])
        if self.mistakes and not without:
            raise forms.ValidationError(_("Correct the file and choose it again, or say that wrong rows may stay out."))
        return without
