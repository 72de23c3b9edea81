"""Settings of a look at what needs the register alone: languages, and the apps with its models. No database."""

from regiewijzer.config import settings

AUTH_USER_MODEL = settings.AUTH_USER_MODEL
LANGUAGE_CODE, LANGUAGES, LOCALE_PATHS = settings.LANGUAGE_CODE, settings.LANGUAGES, settings.LOCALE_PATHS
TIME_ZONE, USE_TZ = settings.TIME_ZONE, settings.USE_TZ
DEFAULT_AUTO_FIELD = settings.DEFAULT_AUTO_FIELD
PACKAGE, DATA_DIR = settings.PACKAGE, settings.DATA_DIR
APPS = ("regiewijzer.ui", "regiewijzer.foundation.", "regiewijzer.register.")
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    *(app for app in settings.INSTALLED_APPS if app.startswith(APPS)),
]
