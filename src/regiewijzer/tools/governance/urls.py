"""Addresses of the form tool."""

from django.urls import path

from regiewijzer.tools.governance import views

urlpatterns = [path("netwerken/<int:pk>/vorm/meten/", views.network_measure, name="network_measure")]
