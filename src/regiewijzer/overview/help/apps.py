from django.apps import AppConfig


class HelpConfig(AppConfig):
    name = "regiewijzer.overview.help"
    label = "help_pages"
