from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "regiewijzer.inquiry.surveys"
    label = "surveys"
