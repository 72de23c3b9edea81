"""Settings of a look at a file: languages, and the apps whose models say what may stand in it. No database."""

from regiewijzer.config import settings

AUTH_USER_MODEL = settings.AUTH_USER_MODEL
LANGUAGE_CODE, LANGUAGES, LOCALE_PATHS = settings.LANGUAGE_CODE, settings.LANGUAGES, settings.LOCALE_PATHS
TIME_ZONE, USE_TZ = settings.TIME_ZONE, settings.USE_TZ
DEFAULT_AUTO_FIELD = settings.DEFAULT_AUTO_FIELD
PACKAGE, DATA_DIR = settings.PACKAGE, settings.DATA_DIR
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    *(app for app in settings.INSTALLED_APPS if app.startswith("regiewijzer.")),
]
