from django.apps import AppConfig


class YearConfig(AppConfig):
    name = "regiewijzer.overview.year"
    label = "year"
