from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    name = "regiewijzer.register.instruments"
    label = "instruments"
