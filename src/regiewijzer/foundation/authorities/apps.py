from django.apps import AppConfig


class AuthoritiesConfig(AppConfig):
    name = "regiewijzer.foundation.authorities"
    label = "authorities"
