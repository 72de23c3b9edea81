"""Addresses of challenges."""

from django.urls import path

from regiewijzer.register.challenges import views

urlpatterns = [
    path("opgaven/", views.challenges, name="challenges"),
    path("opgaven/nieuw/", views.challenge_add, name="challenge_add"),
    path("opgaven/<int:pk>/wijzigen/", views.challenge_edit, name="challenge_edit"),
    path("opgaven/<int:pk>/bevestigen/", views.challenge_confirm, name="challenge_confirm"),
    path("opgaven/<int:pk>/archiveren/", views.challenge_archive, name="challenge_archive"),
    path("opgaven/<int:pk>/terugzetten/", views.challenge_restore, name="challenge_restore"),
]
