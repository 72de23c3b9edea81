"""Addresses of the effect tool."""

from django.urls import path

from regiewijzer.tools.effect import views

urlpatterns = [path("netwerken/<int:pk>/effect/", views.network_effect, name="network_effect")]
