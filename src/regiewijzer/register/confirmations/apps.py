from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ConfirmationsConfig(AppConfig):
    name = "regiewijzer.register.confirmations"
    label = "confirmations"
    trail_words: ClassVar[dict[str, Promise]] = {
        "asked_to_confirm": _("partners asked whether it is still right"),
        "confirmation": _("answer of a partner"),
        "confirmation_accepted": _("answer of a partner taken over"),
        "confirmation_refused": _("answer of a partner not taken over"),
        "confirmation_link": _("link to ask a partner"),
    }
