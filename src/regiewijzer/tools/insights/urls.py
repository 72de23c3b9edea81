"""Addresses of insights."""

from django.urls import path

from regiewijzer.tools.insights import views

INSIGHTS = "netwerken/<int:pk>/gebruikers/"
INSIGHT = f"{INSIGHTS}<int:insight>/"

urlpatterns = [
    path(INSIGHTS, views.network_insights, name="network_insights"),
    path(f"{INSIGHTS}nieuw/", views.network_insight_add, name="network_insight_add"),
    path(f"{INSIGHTS}samen/", views.network_insight_room, name="network_insight_room"),
    path(INSIGHT, views.network_insight, name="network_insight"),
    path(f"{INSIGHT}wijzigen/", views.network_insight_edit, name="network_insight_edit"),
    path(f"{INSIGHT}intrekken/", views.network_insight_withdraw, name="network_insight_withdraw"),
    path(f"{INSIGHT}gebruik/", views.network_insight_use, name="network_insight_use"),
    path(f"{INSIGHT}gebruik/<int:use>/weg/", views.network_insight_use_back, name="network_insight_use_back"),
    path(f"{INSIGHT}deel/", views.network_insight_part_add, name="network_insight_part_add"),
    path(f"{INSIGHT}deel/<int:part>/", views.network_insight_part, name="network_insight_part"),
    path(f"{INSIGHT}deel/<int:part>/weg/", views.network_insight_part_out, name="network_insight_part_out"),
    path(f"{INSIGHT}deel/<int:part>/plaats/", views.network_insight_part_move, name="network_insight_part_move"),
]
