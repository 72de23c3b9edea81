"""Addresses of the overlaps."""

from django.urls import path

from regiewijzer.overview.overlaps import views

urlpatterns = [
    path("overlap/", views.overlaps, name="overlaps"),
    path("overlap/<int:pk>/", views.overlap_group, name="overlap_group"),
    path("overlap/<int:pk>/samengaan/", views.network_merge, name="network_merge"),
    path("overlap/<int:pk>/samengaan/<int:merge>/ongedaan/", views.network_merge_undo, name="network_merge_undo"),
    path("netwerken/<int:pk>/stoppen/", views.network_stop, name="network_stop"),
    path("netwerken/dubbel/", views.likely_doubles, name="likely_doubles"),
]
