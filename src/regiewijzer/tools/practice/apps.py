from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class PracticeConfig(AppConfig):
    name = "regiewijzer.tools.practice"
    label = "practice"
    trail_words: ClassVar[dict[str, Promise]] = {
        "case_shared": _("shared with other authorities"),
        "case_withdrawn": _("withdrawn from other authorities"),
    }
