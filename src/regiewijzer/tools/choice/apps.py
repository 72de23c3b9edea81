from django.apps import AppConfig


class ChoiceConfig(AppConfig):
    name = "regiewijzer.tools.choice"
    label = "choice"
