from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "regiewijzer.register.search"
    label = "search"
