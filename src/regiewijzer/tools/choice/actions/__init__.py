"""Changing choices: the conversation of each person, and the signing."""
