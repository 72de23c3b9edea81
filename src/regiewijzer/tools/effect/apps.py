from django.apps import AppConfig


class EffectConfig(AppConfig):
    name = "regiewijzer.tools.effect"
    label = "effect"
