"""Screens of choices."""
