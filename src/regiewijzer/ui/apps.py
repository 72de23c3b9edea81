from django import forms
from django.apps import AppConfig
from django.utils.translation import get_language

from regiewijzer.library.texts import set_language_provider
from regiewijzer.ui.forms import on_one_line
from regiewijzer.ui.legible import legible


class UiConfig(AppConfig):
    name = "regiewijzer.ui"
    label = "ui"

    def ready(self) -> None:
        set_language_provider(get_language)
        # Every field of text in every form, so that no form can forget it. Forms are made after this.
        forms.CharField.default_validators = [legible]
        forms.CharField.to_python = on_one_line(forms.CharField.to_python)  # type: ignore[method-assign,assignment]
