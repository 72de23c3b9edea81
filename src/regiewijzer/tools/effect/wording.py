"""Codes in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FAULTS_OF_CHOICE: dict[str, Promise] = {
    "too_few": _("Choose at least %(minimum)s criteria."),
    "too_many": _("Choose at most %(maximum)s criteria."),
    "none_of_dimension": _("Choose at least one criterion of “%(dimension)s”."),
}

DECIDED: dict[str, Promise] = {
    "continue": _("Continue with %(network)s"),
    "change": _("Change %(network)s"),
    "merge": _("Merge %(network)s with %(other)s"),
    "stop": _("Stop %(network)s"),
}
