"""Asking people, safely."""
