"""Addresses of decisions."""

from django.urls import path

from regiewijzer.register.decisions import views

urlpatterns = [
    path("besluiten/", views.decisions, name="decisions"),
    path("besluiten/nieuw/", views.decision_add, name="decision_add"),
    path("besluiten/<int:pk>/wijzigen/", views.decision_edit, name="decision_edit"),
    path("besluiten/<int:pk>/archiveren/", views.decision_archive, name="decision_archive"),
    path("besluiten/<int:pk>/terugzetten/", views.decision_restore, name="decision_restore"),
]
