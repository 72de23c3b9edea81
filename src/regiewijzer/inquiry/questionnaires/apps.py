from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "regiewijzer.inquiry.questionnaires"
    label = "questionnaires"
