"""Addresses of the choice tool."""

from django.urls import path

from regiewijzer.tools.choice.views import choices, conversation

urlpatterns = [
    path("keuzes/", choices.choices, name="choices"),
    path("keuzes/nieuw/", choices.choice_start, name="choice_start"),
    path("keuzes/<int:pk>/", choices.choice, name="choice"),
    path("keuzes/<int:pk>/vraag/<slug:step>/", conversation.choice_step, name="choice_step"),
    path("keuzes/<int:pk>/mijn-antwoorden/", conversation.choice_own, name="choice_own"),
    path("keuzes/<int:pk>/heropenen/", conversation.choice_reopen, name="choice_reopen"),
    path("keuzes/<int:pk>/uitnodigen/", choices.choice_invite, name="choice_invite"),
    path("keuzes/<int:pk>/verder/", choices.choice_go_on, name="choice_go_on"),
    path("keuzes/<int:pk>/weg/", choices.choice_remove, name="choice_remove"),
    path("keuzes/<int:pk>/netwerk/", choices.choice_network, name="choice_network"),
]
