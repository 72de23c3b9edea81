"""Addresses of instruments."""

from django.urls import path

from regiewijzer.register.instruments import views
from regiewijzer.register.records.views import urls

urlpatterns = [
    *urls(views.SCREENS),
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
