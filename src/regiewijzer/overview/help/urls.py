"""Addresses of knowledge and help."""

from django.urls import path

from regiewijzer.overview.help import views

urlpatterns = [
    path("kennis/", views.knowledge, name="knowledge"),
    path("kennis/<slug:key>/", views.knowledge_page, name="knowledge_page"),
    path("hulp/", views.help_start, name="help"),
    path("hulp/woorden/", views.glossary, name="help_glossary"),
    path("hulp/bronnen/", views.sources, name="help_sources"),
    path("hulp/<slug:key>/", views.help_page, name="help_page"),
]
