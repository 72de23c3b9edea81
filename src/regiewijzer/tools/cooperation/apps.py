from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class CooperationConfig(AppConfig):
    name = "regiewijzer.tools.cooperation"
    label = "cooperation"
    trail_words: ClassVar[dict[str, Promise]] = {
        "brings_size": _("how much it brings"),
        "gets_size": _("how much it gets"),
        "statement": _("what it brings and gets"),
    }
