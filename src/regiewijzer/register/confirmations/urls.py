"""Addresses of questions to partners; outside an authority that of the answer."""

from django.urls import path

from regiewijzer.register.confirmations import views

outside = [path("nog-juist/<slug:town>/<str:code>/", views.confirmation_answer, name="confirmation_answer")]

urlpatterns = [
    path("nog-juist/", views.confirmations, name="confirmations"),
    path("netwerken/<int:pk>/nog-juist/", views.network_confirmations, name="network_confirmations"),
    path("netwerken/<int:pk>/nog-juist/<int:confirmation>/", views.network_confirmation, name="network_confirmation"),
]
