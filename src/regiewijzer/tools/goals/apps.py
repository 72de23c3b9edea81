from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class GoalsConfig(AppConfig):
    name = "regiewijzer.tools.goals"
    label = "goals"
    trail_words: ClassVar[dict[str, Promise]] = {
        "split": _("split of the goal"),
        "sub_goal": _("part of the goal"),
        "sub_goal_partners": _("partners with a part"),
    }
