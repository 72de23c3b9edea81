"""Addresses of instruments."""

from django.urls import path

from regiewijzer.register.instruments import views

urlpatterns = [
    path("instrumenten/", views.instruments, name="instruments"),
    path("instrumenten/nieuw/", views.instrument_add, name="instrument_add"),
    path("instrumenten/<int:pk>/wijzigen/", views.instrument_edit, name="instrument_edit"),
    path("instrumenten/<int:pk>/bevestigen/", views.instrument_confirm, name="instrument_confirm"),
    path("instrumenten/<int:pk>/archiveren/", views.instrument_archive, name="instrument_archive"),
    path("instrumenten/<int:pk>/terugzetten/", views.instrument_restore, name="instrument_restore"),
    path("instrumenten/<int:pk>/verbanden/", views.instrument_links, name="instrument_links"),
    path("instrumenten/<int:pk>/gericht-op/nieuw/", views.instrument_aim_add, name="instrument_aim_add"),
    path("instrumenten/<int:pk>/gericht-op/<int:aim>/weg/", views.instrument_aim_remove, name="instrument_aim_remove"),
    path("instrumenten/<int:pk>/relaties/nieuw/", views.instrument_relation_add, name="instrument_relation_add"),
    path(
        "instrumenten/<int:pk>/relaties/<int:relation>/weg/",
        views.instrument_relation_remove,
        name="instrument_relation_remove",
    ),
]
