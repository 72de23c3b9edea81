"""Addresses of roles."""

from django.urls import path

from regiewijzer.tools.roles import views

OF_NETWORK = "netwerken/<int:pk>/rollen/"

urlpatterns = [
    path("mijn-rollen/", views.my_roles, name="my_roles"),
    path("rollen-verdelen/", views.staffing, name="staffing"),
    path(OF_NETWORK, views.network_roles, name="network_roles"),
    path(f"{OF_NETWORK}geven/", views.network_role_give, name="network_role_give"),
    path(f"{OF_NETWORK}<int:task>/weg/", views.network_role_take, name="network_role_take"),
]
