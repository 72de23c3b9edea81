from django.apps import AppConfig


class WeekConfig(AppConfig):
    name = "regiewijzer.overview.week"
    label = "week"
