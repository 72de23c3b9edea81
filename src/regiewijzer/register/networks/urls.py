"""Addresses of networks."""

from django.urls import path

from regiewijzer.register.networks.views import guests, persons, required
from regiewijzer.register.networks.views import networks as views
from regiewijzer.register.records.views import urls

urlpatterns = [
    *urls(persons.SCREENS),
    path("netwerken/<int:pk>/leden/", views.network_members, name="network_members"),
    path("netwerken/<int:pk>/leden/nieuw/", views.network_member_add, name="network_member_add"),
    path("netwerken/<int:pk>/leden/<int:membership>/", views.network_member, name="network_member"),
    path("netwerken/<int:pk>/leden/<int:membership>/vertrekt/", views.network_member_end, name="network_member_end"),
    path("netwerken/<int:pk>/leden/<int:membership>/terug/", views.network_member_rejoin, name="network_member_rejoin"),
    path("netwerken/<int:pk>/leden/<int:membership>/persoon/", views.network_delegate_add, name="network_delegate_add"),
    path("netwerken/<int:pk>/personen/<int:delegate>/", views.network_seat, name="network_seat"),
    path("netwerken/<int:pk>/zetels/", required.network_seats, name="network_seats"),
    path("netwerken/<int:pk>/zetels/overnemen/", required.network_seats_take, name="network_seats_take"),
    path("netwerken/<int:pk>/zetels/nieuw/", required.network_required_seat_add, name="network_required_seat_add"),
    path("netwerken/<int:pk>/zetels/<int:seat>/", required.network_required_seat, name="network_required_seat"),
    path(
        "netwerken/<int:pk>/zetels/<int:seat>/weg/",
        required.network_required_seat_remove,
        name="network_required_seat_remove",
    ),
    path("netwerken/<int:pk>/fase/", views.network_phase, name="network_phase"),
    path("netwerken/<int:pk>/fase/weg/", views.network_phase_remove, name="network_phase_remove"),
    path(
        "netwerken/<int:pk>/personen/<int:delegate>/weg/", views.network_delegate_remove, name="network_delegate_remove"
    ),
    path(
        "netwerken/<int:pk>/leden/<int:membership>/persoon/<int:person>/terug/",
        views.network_delegate_return,
        name="network_delegate_return",
    ),
    path("netwerken/<int:pk>/vorm/wijzigen/", views.network_form, name="network_form"),
    path("netwerken/<int:pk>/vorm/weg/", views.network_form_remove, name="network_form_remove"),
    path("team/gasten/", guests.guests, name="guests"),
    path("team/gasten/<int:pk>/weg/", guests.guest_unseat, name="guest_unseat"),
    path("netwerken/<int:pk>/beheer/", views.network_managers, name="network_managers"),
    path(
        "netwerken/<int:pk>/beheer/<int:management>/weg/", views.network_manager_remove, name="network_manager_remove"
    ),
]
