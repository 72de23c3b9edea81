from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class InsightsConfig(AppConfig):
    name = "regiewijzer.tools.insights"
    label = "insights"
    trail_words: ClassVar[dict[str, Promise]] = {
        "insight_persona": _("insight: persona"),
        "insight_interview": _("insight: interview"),
        "insight_journey": _("insight: user journey"),
        "insight_diary": _("insight: diary"),
        "insight_use": _("what an insight changed"),
    }
