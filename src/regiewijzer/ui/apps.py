from django.apps import AppConfig
from django.utils.translation import get_language

from regiewijzer.library.texts import set_language_provider


class UiConfig(AppConfig):
    name = "regiewijzer.ui"
    label = "ui"

    def ready(self) -> None:
        set_language_provider(get_language)
