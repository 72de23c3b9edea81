"""Addresses of the form tool."""

from django.urls import path

from regiewijzer.tools.governance import views

urlpatterns = [
    path("vormen/", views.network_forms, name="network_forms"),
    path("netwerken/<int:pk>/vorm/", views.network_governance, name="network_governance"),
    path("netwerken/<int:pk>/vorm/meten/", views.network_measure, name="network_measure"),
    path("netwerken/<int:pk>/vorm/proberen/", views.network_form_try, name="network_form_try"),
    path("netwerken/<int:pk>/vorm/besluit/", views.network_form_decide, name="network_form_decide"),
    path("netwerken/<int:pk>/vorm/lezing/", views.network_form_reading, name="network_form_reading"),
]
