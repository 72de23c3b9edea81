"""What no text may hold: signs that no screen shows and no file of ours can carry, for XML knows none of them."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def legible(text: object) -> None:
    """Refuses a text with a sign that cannot be read; says which and where. Line breaks and tabs may be there."""
    found = UNREADABLE.search(text) if isinstance(text, str) else None
    if found is not None:
        raise ValidationError(
            _("Sign %(place)s of this text (%(code)s) cannot be read; remove it, or type what stands around it anew."),
            code="unreadable",
            params={"place": found.start() + 1, "code": f"U+{ord(found.group()):04X}"},
        )
