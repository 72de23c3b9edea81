"""Addresses of reports."""

from django.urls import path

from regiewijzer.overview.reports import views

urlpatterns = [
    path("rapporten/", views.reports, name="reports"),
    path("rapporten/maken/", views.report_order, name="report_order"),
    path("rapporten/<int:pk>/", views.report, name="report"),
    path("rapporten/<int:pk>/pdf/", views.report_pdf, name="report_pdf"),
    path("rapporten/<int:pk>/weghalen/", views.report_remove, name="report_remove"),
    path("rapporten/netwerk/<int:pk>/", views.report_network, name="report_network"),
    path("jaar/jaar.pdf", views.year_pdf, name="year_pdf"),
    path("kaart/kaart.pdf", views.map_pdf, name="map_pdf"),
    path("uren/uren.pdf", views.load_pdf, name="load_pdf"),
    path("netwerken/<int:pk>/gebruikers/<int:insight>/blad.pdf", views.insight_pdf, name="insight_pdf"),
    path("bevragingen/<int:pk>/resultaat.pdf", views.survey_pdf, name="survey_pdf"),
]
