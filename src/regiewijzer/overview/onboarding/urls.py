"""Addresses of the first hour."""

from django.urls import path

from regiewijzer.overview.onboarding import views

urlpatterns = [
    path("eerste-uur/", views.onboarding, name="onboarding"),
    path("eerste-uur/weg/", views.onboarding_hide, name="onboarding_hide"),
    path("eerste-uur/voorstel/", views.onboarding_proposals, name="onboarding_proposals"),
    path("eerste-uur/netwerken/", views.onboarding_seen, name="onboarding_seen"),
    path("eerste-uur/netwerken/<slug:what>/", views.onboarding_fill, name="onboarding_fill"),
]
