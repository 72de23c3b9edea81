"""Addresses of the effect tool."""

from django.urls import path

from regiewijzer.tools.effect import views

urlpatterns = [
    path("netwerken/<int:pk>/effect/", views.network_effect, name="network_effect"),
    path("netwerken/<int:pk>/effect/criteria/", views.network_effect_criteria, name="network_effect_criteria"),
    path("netwerken/<int:pk>/effect/beoordelen/", views.network_effect_score, name="network_effect_score"),
    path("netwerken/<int:pk>/effect/gebruikers/", views.network_effect_users, name="network_effect_users"),
    path("netwerken/<int:pk>/effect/leden/", views.network_effect_members, name="network_effect_members"),
    path("netwerken/<int:pk>/effect/besluit/", views.network_effect_conclude, name="network_effect_conclude"),
]
