from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "regiewijzer.tools.goals"
    label = "goals"
