"""Meetings of networks, what was agreed there, and actions: who does what by when."""
