"""Addresses of pages, found once: a list asks for the same hundred at every view."""

from functools import lru_cache

from django.urls import reverse

MOST_KEPT = 20_000


@lru_cache(MOST_KEPT)
def address_of(name: str, *arguments: str | int) -> str:
    """The address of the page with this name. NoReverseMatch when there is none."""
    return reverse(name, args=arguments)
