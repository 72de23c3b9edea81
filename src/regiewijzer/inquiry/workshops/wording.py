"""Codes of a session in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

KINDS: Mapping[str, tuple[Any, Any]] = {
    "scale": (_("Scale"), _("A statement, and five steps from one end to the other.")),
    "slider": (_("Slider"), _("Anywhere between two words.")),
    "choice": (_("Choice"), _("One or more of the answers you give.")),
    "ranking": (_("Order"), _("Everybody puts the same things in order.")),
    "text": (_("Short texts"), _("Up to three lines each. You group them, and the room can vote on the groups.")),
    "placing": (_("Partners on rings"), _("Who is core, complementary, context, or not needed?")),
}
