from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "regiewijzer.foundation.submissions"
    label = "submissions"
