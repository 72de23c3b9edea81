from django.apps import AppConfig


class TeamConfig(AppConfig):
    name = "regiewijzer.foundation.team"
    label = "team"
