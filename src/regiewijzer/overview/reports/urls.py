"""Addresses of reports."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("rapporten/", HttpResponse, name="reports"), path("rapporten/netwerk/<int:pk>/", HttpResponse, name="report_network")]
