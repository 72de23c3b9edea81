"""What a look at a file shares with the program: languages, and our own apps. Reads nothing of the environment."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

PACKAGE = Path(__file__).resolve().parents[1]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE.parents[1] / "locale"]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

# The layers, from the lowest up
LAYERS = [
    "regiewijzer.foundation.authorities",
    "regiewijzer.foundation.accounts",
    "regiewijzer.foundation.audit",
    "regiewijzer.foundation.submissions",
    "regiewijzer.foundation.team",
    "regiewijzer.register.search",
    "regiewijzer.register.policy",
    "regiewijzer.register.records",
    "regiewijzer.register.merges",
    "regiewijzer.register.organisations",
    "regiewijzer.register.challenges",
    "regiewijzer.register.networks",
    "regiewijzer.register.instruments",
    "regiewijzer.register.decisions",
    "regiewijzer.register.meetings",
    "regiewijzer.register.confirmations",
    "regiewijzer.inquiry.questionnaires",
    "regiewijzer.inquiry.surveys",
    "regiewijzer.inquiry.workshops",
    "regiewijzer.tools.steering",
    "regiewijzer.tools.governance",
    "regiewijzer.tools.effect",
    "regiewijzer.tools.choice",
    "regiewijzer.tools.readiness",
    "regiewijzer.tools.goals",
    "regiewijzer.tools.cooperation",
    "regiewijzer.tools.arena",
    "regiewijzer.tools.composition",
    "regiewijzer.tools.mandates",
    "regiewijzer.tools.insights",
    "regiewijzer.tools.breakthrough",
    "regiewijzer.tools.practice",
    "regiewijzer.tools.roles",
    "regiewijzer.overview.measurements",
    "regiewijzer.overview.findings",
    "regiewijzer.overview.dossier",
    "regiewijzer.overview.meetings",
    "regiewijzer.overview.week",
    "regiewijzer.overview.overlaps",
    "regiewijzer.overview.load",
    "regiewijzer.overview.year",
    "regiewijzer.overview.impasses",
    "regiewijzer.overview.merging",
    "regiewijzer.overview.maps",
    "regiewijzer.overview.exchange",
    "regiewijzer.overview.reports",
    "regiewijzer.overview.search",
    "regiewijzer.overview.help",
    "regiewijzer.overview.onboarding",
]
