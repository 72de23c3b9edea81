from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    name = "regiewijzer.tools.governance"
    label = "governance"
    trail_words: ClassVar[dict[str, Promise]] = {
        "reading": _("reading"),
    }
