"""Addresses of import and export."""

from django.urls import path

from regiewijzer.overview.exchange import views

urlpatterns = [
    path("uitwisselen/", views.exchange, name="exchange"),
    path("uitwisselen/sjabloon/", views.exchange_template, name="exchange_template"),
    path("uitwisselen/werkboek/", views.exchange_export, name="exchange_export"),
    path("uitwisselen/csv/", views.exchange_export_csv, name="exchange_export_csv"),
    path("uitwisselen/inlezen/", views.exchange_upload, name="exchange_upload"),
    path("uitwisselen/typen/", views.exchange_type, name="exchange_type"),
    path("uitwisselen/<int:pk>/", views.exchange_preview, name="exchange_preview"),
    path("uitwisselen/<int:pk>/kolommen/", views.exchange_columns, name="exchange_columns"),
    path("uitwisselen/<int:pk>/namen/", views.exchange_names, name="exchange_names"),
    path("uitwisselen/<int:pk>/ongedaan/", views.exchange_undo, name="exchange_undo"),
    path("uitwisselen/<int:pk>/bevestigen/", views.exchange_confirm, name="exchange_confirm"),
    path("uitwisselen/<int:pk>/wegdoen/", views.exchange_discard, name="exchange_discard"),
]
