"""Addresses of the load."""

from django.urls import path

from regiewijzer.overview.load import views

urlpatterns = [
    path("uren/", views.load, name="load"),
    path("uren/uren.xlsx", views.load_workbook, name="load_workbook"),
]
