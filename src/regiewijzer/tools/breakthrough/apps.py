from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class BreakthroughConfig(AppConfig):
    name = "regiewijzer.tools.breakthrough"
    label = "breakthrough"
    trail_words: ClassVar[dict[str, Promise]] = {
        "stuck": _("where it is stuck"),
        "try": _("try"),
        "try_effect": _("what a try did"),
    }
