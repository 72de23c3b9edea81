"""Addresses of tries."""

from django.urls import path

from regiewijzer.tools.breakthrough import views

TRIES = "netwerken/<int:pk>/pogingen/"

urlpatterns = [
    path("pogingen/", views.tries, name="tries"),
    path(f"{TRIES}nieuw/", views.network_try_add, name="network_try_add"),
    path(f"{TRIES}<int:attempt>/", views.network_try, name="network_try"),
    path(f"{TRIES}<int:attempt>/effect/", views.network_try_effect, name="network_try_effect"),
]
