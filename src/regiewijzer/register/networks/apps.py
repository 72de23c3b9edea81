from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "regiewijzer.register.networks"
    label = "networks"
