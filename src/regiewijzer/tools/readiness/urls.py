"""Addresses of the readiness tool."""

from django.urls import path

from regiewijzer.tools.readiness import views

urlpatterns = [
    path("klaar-voor-regie/", views.readiness, name="readiness"),
    path("klaar-voor-regie/meten/", views.readiness_measure, name="readiness_measure"),
    path("wat-regie-niet-is/", views.not_steering, name="not_steering"),
    path("netwerken/<int:pk>/plaatsen/", views.network_place, name="network_place"),
]
