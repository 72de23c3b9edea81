from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "regiewijzer.overview.search"
    label = "search_pages"
