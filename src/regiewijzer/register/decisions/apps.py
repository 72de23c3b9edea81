from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "regiewijzer.register.decisions"
    label = "decisions"
