"""Where do the names in a picture lead?"""

from collections.abc import Callable

from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.science.facts import Ref

Href = Callable[[str, Ref], str]


def links_of(authority: Authority | None) -> Href:
    """Addresses for names in a picture; without an authority, as on paper, there are none."""
    if authority is None:
        return lambda _name, _ref: ""
    slug = authority.slug
    return lambda name, ref: reverse(name, args=[slug, ref])
