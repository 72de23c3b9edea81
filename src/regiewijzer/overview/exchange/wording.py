"""States of an import in words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How far an import is."""

    READING = "reading", _("being read")
    REFUSED = "refused", _("cannot be read")
    LIST = "list", _("a list of your own, waits for you")
    READY = "ready", _("waits for you")
    SAVING = "saving", _("being saved")
    SAVED = "saved", _("saved")
    UNDONE = "undone", _("undone")
    BROKEN = "broken", _("went wrong")


SEVERAL_FILES = _("%(name)s and %(count)s more")
