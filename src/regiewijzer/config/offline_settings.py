"""Settings of a look at what needs the register alone: languages, and the apps with its models. No database."""

from regiewijzer.config import shared_settings as shared

AUTH_USER_MODEL = shared.AUTH_USER_MODEL
LANGUAGE_CODE, LANGUAGES, LOCALE_PATHS = shared.LANGUAGE_CODE, shared.LANGUAGES, shared.LOCALE_PATHS
TIME_ZONE, USE_TZ = shared.TIME_ZONE, shared.USE_TZ
DEFAULT_AUTO_FIELD = shared.DEFAULT_AUTO_FIELD
PACKAGE = shared.PACKAGE
APPS = ("regiewijzer.foundation.", "regiewijzer.register.")
INSTALLED_APPS = [
    "regiewijzer.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    *(app for app in shared.LAYERS if app.startswith(APPS)),
]
