"""Addresses of challenges."""

from regiewijzer.register.challenges.views import SCREENS
from regiewijzer.register.records.views import urls

urlpatterns = urls(SCREENS)
