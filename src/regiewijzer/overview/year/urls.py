"""The address of the account of a year."""

from django.urls import path

from regiewijzer.overview.year import views

urlpatterns = [path("jaar/", views.year, name="year")]
