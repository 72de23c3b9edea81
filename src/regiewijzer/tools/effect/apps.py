from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class EffectConfig(AppConfig):
    name = "regiewijzer.tools.effect"
    label = "effect"
    trail_words: ClassVar[dict[str, Promise]] = {
        "criteria": _("criteria"),
        "satisfaction": _("satisfaction"),
        "conclusion": _("conclusion"),
    }
