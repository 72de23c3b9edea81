"""Addresses of findings."""

from django.urls import path

from regiewijzer.overview.findings import views

urlpatterns = [
    path("overzicht/", views.overview, name="overview"),
    path("bevindingen/", views.findings, name="findings"),
    path("bevindingen/samen/", views.findings_do, name="findings_do"),
    path("bevindingen/<int:pk>/", views.finding, name="finding"),
    path("besluiten/<int:pk>/", views.decision, name="decision"),
    path("besluiten/<int:pk>/ongedaan/", views.decision_undo, name="decision_undo"),
    path("besluiten/<int:pk>/herbekijken/", views.decision_review, name="decision_review"),
]
