from django.apps import AppConfig


class MeetingsPagesConfig(AppConfig):
    name = "regiewijzer.overview.meetings"
    label = "meetings_pages"
