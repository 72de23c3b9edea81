"""Addresses of decisions."""

from regiewijzer.register.decisions.views import SCREENS
from regiewijzer.register.records.views import urls

urlpatterns = urls(SCREENS)
