"""Addresses."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("uitwisselen/", HttpResponse, name="exchange")]
