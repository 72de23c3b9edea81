from django.apps import AppConfig


class ReadinessConfig(AppConfig):
    name = "regiewijzer.tools.readiness"
    label = "readiness"
