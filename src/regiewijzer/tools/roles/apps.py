from typing import ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class RolesConfig(AppConfig):
    name = "regiewijzer.tools.roles"
    label = "roles"
    trail_words: ClassVar[dict[str, Promise]] = {"network_role": _("role in the network")}
