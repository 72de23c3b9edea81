from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "regiewijzer.register.records"
    label = "records"
