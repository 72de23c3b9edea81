"""Why two records may be one, and what stands in the way of taking a merge back, in words."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

REASONS: dict[str, Any] = {
    "name": gettext_lazy("the same name"),
    "spelling": gettext_lazy("the same name, written otherwise"),
    "like": gettext_lazy("names that look alike"),
    "email": gettext_lazy("the same e-mail address"),
    "phone": gettext_lazy("the same telephone"),
}
WHAT_HAPPENED: dict[str, Any] = {
    "changed": gettext_lazy("changed since"),
    "gone": gettext_lazy("taken away since"),
    "added": gettext_lazy("added since"),
}
TABLES: dict[str, Any] = {
    "membership": gettext_lazy("partner in a network"),
    "delegate": gettext_lazy("person at the table"),
    "identifier": gettext_lazy("number"),
    "presence": gettext_lazy("presence at a meeting"),
    "guestseat": gettext_lazy("guest"),
    "statement": gettext_lazy("what a partner brings and gets"),
}


def table_in_words(model: Any) -> str:
    """What a row of this table is; the record it is of when nobody gave it a name."""
    named = model._meta.verbose_name
    return str(TABLES.get(model._meta.model_name) or (named if isinstance(named, Promise) else _("line")))
