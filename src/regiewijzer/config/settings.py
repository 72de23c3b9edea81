"""Every setting, read once from the environment. docs/running.md explains each; `regiewijzer check` judges them.

A secret may also come from a file: SECRET_KEY_FILE, DATABASE_URL_FILE, DATABASE_OWNER_URL_FILE, OIDC_SECRET_FILE. What
the environment does not say is read in the settings file of the machine, by every command alike.
"""

import os
import secrets
import sys
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from dotenv import dotenv_values
from environs import Env

from regiewijzer.config import roles
from regiewijzer.config import shared_settings as shared
from regiewijzer.config.embedded import Embedded

env = Env()
SETTINGS_FILE = Path(os.environ.get("SETTINGS_FILE", "/etc/regiewijzer/settings"))


def read_settings_file(path: Path) -> None:
    """Take what the environment does not say from the file. One that may not be read ends the program, in words.

    Else a command would not know which database is meant, and make one of its own.
    """
    try:
        found = dotenv_values(path, interpolate=False) if path.is_file() else {}
    except PermissionError:
        sys.exit(f"This account may not read the settings in {path}. Run the command as the account of the program.")
    for name, value in found.items():
        os.environ.setdefault(name, value or "")


if not env.bool("EXAMPLE", False):  # an example keeps to itself
    read_settings_file(SETTINGS_FILE)


def secret(name: str, default: str = "") -> str:
    """A value from the environment, or from the file that NAME_FILE names."""
    path = env.str(f"{name}_FILE", "")
    return Path(path).read_text().strip() if path else env.str(name, default)


PACKAGE = shared.PACKAGE

# Where and how the program runs
EXAMPLE = env.bool("EXAMPLE", False)  # one-click entry as each role of the example authority; never in production
DEBUG = env.bool("DEBUG", False)
DATA_DIR = Path(env.str("DATA_DIR", "var")).resolve()
PORT = env.int("PORT", 8000)
HOST = env.str("HOST", "127.0.0.1")
LIVE_PORT = env.int("LIVE_PORT", PORT + 1)  # where streams of workshops come from
WORKERS = env.int("WORKERS", 2)  # page processes; one per core
PUBLIC_URL = env.str("PUBLIC_URL", f"http://{HOST}:{PORT}")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
BEHIND_HTTPS = PUBLIC_URL.startswith("https://")
LIVE_BEHIND_PROXY = env.bool("LIVE_BEHIND_PROXY", BEHIND_HTTPS)  # a proxy leads /live/ to LIVE_PORT

# Without a key every start makes its own, and nobody stays logged in; `regiewijzer check` refuses that in production.
SECRET_KEY_GIVEN = bool(secret("SECRET_KEY"))
SECRET_KEY = secret("SECRET_KEY") or secrets.token_urlsafe(50)

# Database: any PostgreSQL 15+ by DATABASE_URL, else the embedded one in DATA_DIR
DATABASE_URL = secret("DATABASE_URL")
DATABASE_OWNER_URL = secret("DATABASE_OWNER_URL")
DATABASE_URLS = {
    "DATABASE_URL": DATABASE_URL,
    "DATABASE_OWNER_URL": DATABASE_OWNER_URL,
    "DATABASE_BACKUP_URL": secret("DATABASE_BACKUP_URL"),  # only for `prepare`: whoever dumps without our command
}
AS_OWNER = env.bool("AS_OWNER", False)  # set by our own command for `migrate`, which must change tables
EMBEDDED = None if DATABASE_URL else Embedded(DATA_DIR)
# Nobody waits for ever for what another holds: then the page says so, and the connection is free for the next.
WAITS = "-c lock_timeout=5s -c statement_timeout=30s"
CONNECTION_POOL = {"min_size": 0, "max_size": env.int("DATABASE_POOL", 10), "timeout": 5}


def database() -> dict[str, Any]:
    """Connection of the program role through a pool; of the owner, without one, when AS_OWNER is set."""
    if EMBEDDED is not None:
        role = roles.OWNER if AS_OWNER else roles.PROGRAM
        found: dict[str, Any] = {"ENGINE": "django.db.backends.postgresql", "NAME": roles.DATABASE, "USER": role}
        found["HOST"] = EMBEDDED.host
    else:
        found = dict(dj_database_url.parse(DATABASE_OWNER_URL if AS_OWNER else DATABASE_URL))
    if not AS_OWNER:
        options = found.get("OPTIONS", {})
        found["OPTIONS"] = {
            **options,
            "pool": CONNECTION_POOL,
            "options": f"{options.get('options', '')} {WAITS}".strip(),
        }
    return found


def database_users() -> list[dict[str, Any]]:
    """Names and passwords of the roles, as the settings say."""
    return [dict(dj_database_url.parse(url)) for url in DATABASE_URLS.values() if url]


DATABASES = {"default": database()}
DATABASE_USERS = database_users()
# Attempts to log in are counted for all processes together.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"},
}

AUTH_USER_MODEL, DEFAULT_AUTO_FIELD = shared.AUTH_USER_MODEL, shared.DEFAULT_AUTO_FIELD
INSTALLED_APPS = [
    "regiewijzer.ui",  # first, so that its templates clothe those of the login
    "django_cotton.apps.SimpleAppConfig",  # both with explicit loaders below, else they silently disable each other
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks",
    "django_tasks_db",
    *shared.LAYERS,
]

MIDDLEWARE = [
    "regiewijzer.ui.logs.RequestMiddleware",
    "regiewijzer.ui.availability.ProbeMiddleware",
    "regiewijzer.config.metrics.MetricsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "regiewijzer.ui.middleware.CompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "regiewijzer.foundation.accounts.middleware.SessionUseMiddleware",
    "regiewijzer.foundation.accounts.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "regiewijzer.ui.middleware.NotAllowedMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "regiewijzer.overview.findings.middleware.FindingsMiddleware",
    "regiewijzer.foundation.accounts.middleware.AuthorityMiddleware",
]

ROOT_URLCONF = "regiewijzer.config.urls"
APPEND_SLASH = True

_LOADERS = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
                )
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "regiewijzer.ui.templatetags.regiewijzer",
                "regiewijzer.register.records.templatetags.records",
                "regiewijzer.register.instruments.templatetags.instruments",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "regiewijzer.overview.navigation.page",
            ],
        },
    }
]
FORM_RENDERER = "regiewijzer.ui.forms.Renderer"

# Language and time
LANGUAGE_CODE, LANGUAGES, LOCALE_PATHS = shared.LANGUAGE_CODE, shared.LANGUAGES, shared.LOCALE_PATHS
TIME_ZONE, USE_TZ = shared.TIME_ZONE, shared.USE_TZ

# Static files: built once, hashed and compressed, served by the program itself
STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "ui" / "built" / "collected"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "files"

# Headers. default-src 'none': every page says what it may load, and that is ours alone
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = BEHIND_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_IDLE = 12 * 3600  # seconds after which a session that nobody uses ends
CSRF_FAILURE_VIEW = "regiewijzer.ui.views.csrf_failure"

# Login
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "regiewijzer.foundation.accounts.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "regiewijzer.foundation.accounts.adapters.OutsideAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation already proves the address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Behind a proxy everybody has its address; the last part of X-Forwarded-For is then who asks.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 1 if BEHIND_HTTPS else 0)
MFA_ADAPTER = "regiewijzer.foundation.accounts.adapters.TwoStepsAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
ACCOUNT_RATE_LIMITS = {
    "login_failed": "30/m/ip,5/5m/key",  # key: the account and the address that guesses
    "begin": "10/h/ip,3/h/key",  # key: the address that gets a link to begin an authority
}
VISITORS_MAY_BEGIN = env.bool("VISITORS_MAY_BEGIN", False)  # on a server; on one's own machine they always may
MFA_TOTP_ISSUER = "Regiewijzer"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_HTTPS

# One generic OpenID Connect provider, by settings
OIDC_ISSUER = env.str("OIDC_ISSUER", "")
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # the provider's verified address opens the account of that address
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "oidc",
                "name": env.str("OIDC_NAME", "OpenID Connect"),
                "client_id": env.str("OIDC_CLIENT_ID", ""),
                "secret": secret("OIDC_SECRET"),
                "settings": {"server_url": OIDC_ISSUER},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}

# Mail: printed to the log unless EMAIL_URL names a server, e.g. smtp+tls://user:secret@mail.example:587
_mail = env.dj_email_url("EMAIL_URL", "console:")
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_BACKEND"], _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("FROM_EMAIL", "Regiewijzer <regiewijzer@localhost>")

# Tasks: kept in the database, done by the worker process that `regiewijzer run` starts
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# What a visitor may send
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

SILENCED_SYSTEM_CHECKS = [
    "security.W004",
    "security.W008",
    "security.W021",
]  # set by PUBLIC_URL, see `regiewijzer check`

LOG_FORMAT = env.str("LOG_FORMAT", "plain")  # or json
METRICS = env.bool("METRICS", False)  # /metrics for Prometheus, to this machine alone

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "regiewijzer.ui.logs.PlainFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        },
        "json": {"()": "regiewijzer.ui.logs.JsonFormatter"},
    },
    "filters": {"once_per_outage": {"()": "regiewijzer.ui.availability.OncePerOutage"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT, "filters": ["once_per_outage"]},
    },
    "loggers": {
        "psycopg.pool": {"level": "ERROR"},  # of a database that is away, the page that asks it tells
        "regiewijzer.foundation.accounts": {"level": "INFO"},  # who logged in and out, by number
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
}
