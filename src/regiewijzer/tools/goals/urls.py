"""Addresses of goals."""

from django.urls import path

from regiewijzer.tools.goals import views

GOAL = "netwerken/<int:pk>/doel/"
SPLIT = f"{GOAL}splitsen/"

urlpatterns = [
    path(GOAL, views.network_goal, name="network_goal"),
    path(f"{GOAL}meten/", views.network_goal_measure, name="network_goal_measure"),
    path(SPLIT, views.network_goal_split, name="network_goal_split"),
    path(f"{SPLIT}begin/", views.network_goal_split_begin, name="network_goal_split_begin"),
    path(f"{SPLIT}deel/", views.network_sub_goal_add, name="network_sub_goal_add"),
    path(f"{SPLIT}deel/<int:sub_goal>/", views.network_sub_goal, name="network_sub_goal"),
    path(f"{SPLIT}deel/<int:sub_goal>/weg/", views.network_sub_goal_remove, name="network_sub_goal_remove"),
    path(f"{SPLIT}aannemen/", views.network_goal_split_adopt, name="network_goal_split_adopt"),
    path(f"{SPLIT}intrekken/", views.network_goal_split_withdraw, name="network_goal_split_withdraw"),
    path(f"{SPLIT}<int:split>/terug/", views.network_goal_split_reopen, name="network_goal_split_reopen"),
]
