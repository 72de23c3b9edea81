"""Screens of meetings: inside an authority, and outside it for calendars and people without an account."""
