"""Addresses of organisations and persons."""

from django.urls import path

from regiewijzer.register.organisations import views

urlpatterns = [
    path("partners/", views.organisations, name="organisations"),
    path("partners/nieuw/", views.organisation_add, name="organisation_add"),
    path("partners/<int:pk>/wijzigen/", views.organisation_edit, name="organisation_edit"),
    path("partners/<int:pk>/bevestigen/", views.organisation_confirm, name="organisation_confirm"),
    path("partners/<int:pk>/archiveren/", views.organisation_archive, name="organisation_archive"),
    path("partners/<int:pk>/terugzetten/", views.organisation_restore, name="organisation_restore"),
    path("mensen/", views.persons, name="persons"),
    path("mensen/nieuw/", views.person_add, name="person_add"),
    path("mensen/<int:pk>/wijzigen/", views.person_edit, name="person_edit"),
    path("mensen/<int:pk>/wissen/", views.person_erase, name="person_erase"),
    path("mensen/<int:pk>/bevestigen/", views.person_confirm, name="person_confirm"),
    path("mensen/<int:pk>/archiveren/", views.person_archive, name="person_archive"),
    path("mensen/<int:pk>/terugzetten/", views.person_restore, name="person_restore"),
]
