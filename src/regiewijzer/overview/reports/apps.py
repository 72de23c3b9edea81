from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "regiewijzer.overview.reports"
    label = "reports"
