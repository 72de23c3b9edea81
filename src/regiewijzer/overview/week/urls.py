"""The address of the week."""

from django.urls import path

from regiewijzer.overview.week import views

urlpatterns = [
    path("", views.home_of, name="home_of"),
    path("deze-week/", views.week, name="week"),
]
