from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "regiewijzer.ui"
    label = "ui"
