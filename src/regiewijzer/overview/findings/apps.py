from django.apps import AppConfig


class FindingsConfig(AppConfig):
    name = "regiewijzer.overview.findings"
    label = "findings"
