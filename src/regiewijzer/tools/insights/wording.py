"""What an insight may have changed, in words."""

from django.utils.translation import gettext_lazy as _

TARGETS = {
    "challenge": _("Challenge"),
    "goal": _("Goal"),
    "action": _("Action"),
    "item": _("Item of an agenda"),
    "contribution": _("Contribution to the arena"),
}
