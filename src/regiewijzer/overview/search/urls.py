"""Address of the search results."""

from django.urls import path

from regiewijzer.overview.search import views

urlpatterns = [path("zoeken/", views.search, name="search")]
