from django.apps import AppConfig


class CompositionConfig(AppConfig):
    name = "regiewijzer.tools.composition"
    label = "composition"
