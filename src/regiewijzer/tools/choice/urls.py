"""Addresses of the choice tool."""

urlpatterns: list = []
