"""Codes in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PROMISES: dict[str, Promise] = {
    "anonymous": _("Anonymous: nobody can see who answered what."),
    "confidential": _("Confidential: only you see your own result."),
    "named": _("With names: whoever may see the subject sees what you fill in."),
}

FAULTS_OF_CHOICE: dict[str, Promise] = {
    "too_few": _("Choose at least %(minimum)s criteria."),
    "too_many": _("Choose at most %(maximum)s criteria."),
    "none_of_dimension": _("Choose at least one criterion of “%(dimension)s”."),
}

NOT_VALIDATED = _(
    "The questions are by Regiewijzer itself and not yet validated: nobody has studied how well they measure."
)
OWN_SOURCE = _("a question of our own")
