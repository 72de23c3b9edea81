from django.apps import AppConfig


class ChallengesConfig(AppConfig):
    name = "regiewijzer.register.challenges"
    label = "challenges"
