"""Screens: the catalogue, copies of one's own, and filling in a questionnaire."""
