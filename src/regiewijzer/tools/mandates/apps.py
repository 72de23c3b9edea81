from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class MandatesConfig(AppConfig):
    name = "regiewijzer.tools.mandates"
    label = "mandates"
    trail_words: ClassVar[dict[str, Promise]] = {
        "mandate_card": _("mandate card of"),
        "promise": _("promise of"),
    }
