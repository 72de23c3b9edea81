"""Addresses of the pages of one record."""

from django.urls import path

from regiewijzer.overview.dossier import views
from regiewijzer.register.records.views import urls

urlpatterns = [
    *urls(views.NETWORKS),
    path("netwerken/<int:pk>/", views.network, name="network"),
    path("netwerken/<int:pk>/samenstelling/", views.network_composition, name="network_composition"),
    path("instrumenten/<int:pk>/", views.instrument, name="instrument"),
    path("partners/<int:pk>/", views.organisation, name="organisation"),
    path("mensen/<int:pk>/", views.person, name="person"),
    path("opgaven/<int:pk>/", views.challenge, name="challenge"),
    path("mijn-netwerken/", views.guest, name="guest"),
    path("mijn-netwerken/<int:pk>/", views.guest_network, name="guest_network"),
]
