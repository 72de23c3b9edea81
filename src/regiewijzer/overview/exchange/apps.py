from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "regiewijzer.overview.exchange"
    label = "exchange_pages"
