from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ChoiceConfig(AppConfig):
    name = "regiewijzer.tools.choice"
    label = "choice"
    trail_words: ClassVar[dict[str, Promise]] = {
        "choice": _("choice"),
        "choice_begun": _("choice begun"),
        "choice_asked": _("asked to answer the choice"),
        "choice_answered": _("answers of the choice complete"),
        "network_from_choice": _("network started from the choice"),
    }
