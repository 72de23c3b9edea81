"""Addresses of the account of a year and of policy codes."""

from django.urls import path

from regiewijzer.overview.year import views

urlpatterns = [
    path("jaar/", views.year, name="year"),
    path("beleidscodes/", views.codes, name="policy_codes"),
    path("beleidscodes/<int:pk>/weghalen/", views.code_remove, name="policy_code_remove"),
]
