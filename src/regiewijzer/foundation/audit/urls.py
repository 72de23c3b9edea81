"""Addresses of the trail."""

from django.urls import path

from regiewijzer.foundation.audit import views

urlpatterns = [path("spoor/", views.trail, name="trail")]
