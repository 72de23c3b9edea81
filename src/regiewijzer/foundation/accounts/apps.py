from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "regiewijzer.foundation.accounts"
    label = "accounts"
