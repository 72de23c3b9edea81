from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    name = "regiewijzer.inquiry.workshops"
    label = "workshops"
