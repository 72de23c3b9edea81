"""The one settings file, for tests: its own data folder, quick passwords, tasks done at once, nothing of the shell."""

import os

for name in (
    "EXAMPLE",
    "DEBUG",
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "SECRET_KEY",
    "PUBLIC_URL",
    "OIDC_ISSUER",
    "EMAIL_URL",
):
    os.environ.pop(name, None)
os.environ["SETTINGS_FILE"] = ""
os.environ["DATA_DIR"] = os.environ.get("TEST_DATA_DIR", "var/test")
os.environ["SECRET_KEY"] = "only-for-tests-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2

from regiewijzer.config.settings import *  # noqa: E402, F403 - these settings, with a few others

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
