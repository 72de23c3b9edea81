from django.apps import AppConfig


class ImpassesConfig(AppConfig):
    name = "regiewijzer.overview.impasses"
    label = "impasse_pages"
