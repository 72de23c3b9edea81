from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "regiewijzer.register.meetings"
    label = "meetings"
    trail_words: ClassVar[dict[str, Promise]] = {
        "agenda": _("agenda"),
        "presence": _("presence"),
        "minutes": _("minutes"),
        "agreement": _("agreement"),
        "action_link": _("personal link to actions"),
        "invited": _("invitation sent"),
        "minutes_sent": _("minutes sent"),
        "sequence": _("version of the invitation"),
    }
