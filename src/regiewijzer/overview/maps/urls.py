"""Addresses of the maps."""

from django.urls import path

from regiewijzer.overview.maps import views

urlpatterns = [
    path("kaart/", views.who_with_whom, name="who_with_whom"),
    path("kaart/bestand/", views.map_file, name="map_file"),
]
