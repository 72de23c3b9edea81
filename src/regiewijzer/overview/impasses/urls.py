"""Addresses of where a network is stuck."""

from django.urls import path

from regiewijzer.overview.impasses import views

urlpatterns = [
    path("netwerken/<int:pk>/vast/", views.network_stuck, name="network_stuck"),
    path("netwerken/<int:pk>/vast/trekken/", views.network_stuck_draw, name="network_stuck_draw"),
    path("netwerken/<int:pk>/vast/samen/", views.network_stuck_room, name="network_stuck_room"),
]
