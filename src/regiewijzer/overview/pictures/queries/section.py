"""A picture with the heading that says what it shows."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.science.facts import Ref
from regiewijzer.ui.pictures.picture import Picture

Href = Callable[[str, Ref], str]


@dataclass(frozen=True, slots=True)
class Section:
    """`heading` is what there is to see, `lead` how to look at it, `note` what was left out."""

    heading: str
    lead: str
    picture: Picture
    note: str = ""


def links_of(authority: Authority | None) -> Href:
    """Addresses for names in a picture; without an authority, as on paper, there are none."""
    if authority is None:
        return lambda _name, _ref: ""
    slug = authority.slug
    return lambda name, ref: reverse(name, args=[slug, ref])
