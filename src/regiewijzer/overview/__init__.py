"""Screens and documents that need several tools at once."""
