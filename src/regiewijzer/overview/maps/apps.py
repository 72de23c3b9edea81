from django.apps import AppConfig


class MapsConfig(AppConfig):
    name = "regiewijzer.overview.maps"
    label = "maps"
