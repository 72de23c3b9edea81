"""Addresses of the steering tool."""

from django.urls import path

from regiewijzer.tools.steering import views

urlpatterns = [path("instrumenten/<int:pk>/evalueren/", views.instrument_evaluate, name="instrument_evaluate")]
