"""Address of the overlaps."""

from django.urls import path

from regiewijzer.overview.overlaps import views

urlpatterns = [path("overlap/", views.overlaps, name="overlaps")]
