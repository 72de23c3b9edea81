"""Addresses of the steering tool."""

from django.urls import path

from regiewijzer.tools.steering.views import axis, instruments, stances

urlpatterns = [
    path("instrumenten/as/", axis.axis, name="axis"),
    path("instrumenten/<int:pk>/verplaatsen/", instruments.instrument_move, name="instrument_move"),
    path("instrumenten/<int:pk>/verplaatsen/terug/", instruments.instrument_move_back, name="instrument_move_back"),
    path("instrumenten/<int:pk>/evalueren/", instruments.instrument_evaluate, name="instrument_evaluate"),
    path("instrumenten/<int:pk>/evaluaties/", instruments.instrument_evaluations, name="instrument_evaluations"),
    path("opgaven/<int:pk>/instrumentenmix/", axis.challenge_mix, name="challenge_mix"),
    path("regie/", stances.stances, name="stances"),
    path("regie/nieuw/", stances.stance_add, name="stance_add"),
    path("regie/<int:pk>/domein/", stances.stance_name, name="stance_name"),
]
