"""Addresses of cooperation."""

from django.urls import path

from regiewijzer.tools.cooperation import views

COOPERATION = "netwerken/<int:pk>/samenwerking/"
PARTNER = f"{COOPERATION}partner/<int:membership>/"

urlpatterns = [
    path(COOPERATION, views.network_cooperation, name="network_cooperation"),
    path(f"{COOPERATION}meten/", views.network_cooperation_measure, name="network_cooperation_measure"),
    path(PARTNER, views.network_give_and_take, name="network_give_and_take"),
    path(f"{PARTNER}<int:statement>/terug/", views.network_give_and_take_undo, name="network_give_and_take_undo"),
]
