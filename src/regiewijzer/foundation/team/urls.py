"""Addresses of people: outside an authority, and inside one."""

from django.urls import path

from regiewijzer.foundation.team import views

outside = [
    path("", views.home, name="home"),
    path("begin/", views.begin, name="begin"),
    path("begin/<str:sealed>/", views.begin_asked, name="begin_asked"),
    path("example/", views.example_enter, name="example_enter"),
    path("language/", views.language, name="language"),
    path("account/voorkeuren/", views.preferences, name="preferences"),
    path("account/sessies/", views.session_end, name="session_end"),
    path("account/uitnodiging/<str:code>/", views.invitation, name="invitation"),
]

inside = [
    path("team/", views.team, name="team"),
    path("team/uitnodigingen/<int:pk>/intrekken/", views.invitation_withdraw, name="invitation_withdraw"),
    path("instellingen/", views.settings_of_authority, name="settings"),
    path("team/<int:pk>/rol/", views.team_role, name="team_role"),
    path("team/<int:pk>/vertrekt/", views.team_end, name="team_end"),
    path("team/<int:pk>/wissen/", views.team_erase, name="team_erase"),
]
