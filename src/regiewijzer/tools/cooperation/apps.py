from django.apps import AppConfig


class CooperationConfig(AppConfig):
    name = "regiewijzer.tools.cooperation"
    label = "cooperation"
