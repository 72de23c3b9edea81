from django.apps import AppConfig


class LoadConfig(AppConfig):
    name = "regiewijzer.overview.load"
    label = "load"
