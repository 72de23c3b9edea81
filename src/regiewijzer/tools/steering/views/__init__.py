"""Screens of the steering tool."""
