"""Screens of surveys: the desk of who asks, and the page of who is asked."""
