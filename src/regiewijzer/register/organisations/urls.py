"""Addresses of organisations and persons."""

from django.urls import path

from regiewijzer.register.organisations.views import ORGANISATIONS, person_colleague, person_erase
from regiewijzer.register.records.views import urls

urlpatterns = [
    *urls(ORGANISATIONS),
    path("mensen/<int:pk>/collega/", person_colleague, name="person_colleague"),
    path("mensen/<int:pk>/wissen/", person_erase, name="person_erase"),
]
