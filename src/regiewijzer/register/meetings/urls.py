"""Addresses of meetings and actions."""

from regiewijzer.register.meetings.views import ACTIONS, MEETINGS
from regiewijzer.register.records.views import urls

urlpatterns = [*urls(MEETINGS), *urls(ACTIONS)]
