from django.apps import AppConfig


class MeasurementsConfig(AppConfig):
    name = "regiewijzer.overview.measurements"
    label = "measurements"
