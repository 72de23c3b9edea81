"""Addresses of mandates."""

from django.urls import path

from regiewijzer.tools.mandates import views

SEATS = "netwerken/<int:pk>/mandaten/"
SEAT = f"{SEATS}<int:membership>/"

urlpatterns = [
    path("mijn-mandaten/", views.my_mandates, name="my_mandates"),
    path(SEATS, views.network_mandates, name="network_mandates"),
    path(SEAT, views.network_mandate, name="network_mandate"),
    path(f"{SEAT}fiche/", views.network_mandate_card, name="network_mandate_card"),
    path(f"{SEAT}toezegging/", views.network_promise_add, name="network_promise_add"),
    path(f"{SEAT}toezegging/<int:promise>/", views.network_promise, name="network_promise"),
]
