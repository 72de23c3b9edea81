from django.apps import AppConfig


class MergesConfig(AppConfig):
    name = "regiewijzer.register.merges"
    label = "merges"
