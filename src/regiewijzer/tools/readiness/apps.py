from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ReadinessConfig(AppConfig):
    name = "regiewijzer.tools.readiness"
    label = "readiness"
    trail_words: ClassVar[dict[str, Promise]] = {
        "readiness": _("readiness of a layer"),
        "placement": _("placed under"),
    }
