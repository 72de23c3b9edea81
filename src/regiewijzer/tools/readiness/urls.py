"""Addresses of the readiness tool."""

urlpatterns: list = []
