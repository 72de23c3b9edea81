from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ArenaConfig(AppConfig):
    name = "regiewijzer.tools.arena"
    label = "arena"
    trail_words: ClassVar[dict[str, Promise]] = {
        "arena": _("arena"),
        "arena_partner": _("partner in the arena"),
        "arena_need": _("needed contribution"),
    }
