from django.apps import AppConfig


class OverlapsConfig(AppConfig):
    name = "regiewijzer.overview.overlaps"
    label = "overlaps_pages"
