"""Addresses of arenas."""

from django.urls import path

from regiewijzer.tools.arena import views

ARENA = "netwerken/<int:pk>/tafel/"

urlpatterns = [
    path(ARENA, views.network_arena, name="network_arena"),
    path(f"{ARENA}begin/", views.network_arena_begin, name="network_arena_begin"),
    path(f"{ARENA}<slug:phase>/nieuw/", views.network_arena_add, name="network_arena_add"),
    path(f"{ARENA}<slug:phase>/partner/<int:organisation>/", views.network_arena_partner, name="network_arena_partner"),
    path(
        f"{ARENA}<slug:phase>/partner/<int:organisation>/weg/", views.network_arena_remove, name="network_arena_remove"
    ),
    path(f"{ARENA}<slug:phase>/nodig/", views.network_arena_need, name="network_arena_need"),
    path(f"{ARENA}<slug:phase>/terug/<int:arena>/", views.network_arena_back, name="network_arena_back"),
]
