from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "regiewijzer.register.organisations"
    label = "organisations"
