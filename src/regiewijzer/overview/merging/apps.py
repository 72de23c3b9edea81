from django.apps import AppConfig


class MergingConfig(AppConfig):
    name = "regiewijzer.overview.merging"
    label = "merging"
