"""Is it safe to let people in? Each unsafe setting gets a sentence; `regiewijzer run` refuses in production."""

from collections.abc import Iterator

from django.conf import settings
from django.db import Error, connection
from django.utils.translation import gettext as _

from regiewijzer.config import roles

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SHORTEST_KEY = 50
SMTP = "django.core.mail.backends.smtp.EmailBackend"


def faults_in_settings() -> Iterator[str]:
    """What the environment says wrong. Needs no database."""
    if settings.EXAMPLE:
        yield _("EXAMPLE is on: anybody can come in as anybody. Take it away.")
    if settings.DEBUG:
        yield _("DEBUG is on: errors show your code and data. Take it away.")
    if not settings.SECRET_KEY_GIVEN:
        yield _("SECRET_KEY is missing: nobody stays logged in. Make one of fifty characters or more.")
    elif len(settings.SECRET_KEY) < SHORTEST_KEY or len(set(settings.SECRET_KEY)) < 10:
        yield _("SECRET_KEY is weak: use fifty characters or more, by chance.")
    if "*" in settings.ALLOWED_HOSTS:
        yield _("ALLOWED_HOSTS holds *: name the addresses of the program.")
    if wide := [host for host in settings.ALLOWED_HOSTS if host.startswith(".")]:
        yield _("ALLOWED_HOSTS holds %(host)s, which is every address that ends so: name each in full.") % {
            "host": wide[0]
        }
    if not settings.BEHIND_HTTPS:
        yield _("PUBLIC_URL does not start with https://: passwords would travel in the open.")
    if settings.DATABASE_URL and not settings.DATABASE_OWNER_URL:
        yield _("DATABASE_OWNER_URL is missing: migrations need the role that owns the tables.")

    if settings.OIDC_ISSUER and not settings.OIDC_ISSUER.startswith("https://"):
        yield _("OIDC_ISSUER does not start with https://: whoever listens could log in as anybody.")
    yield from _faults_in_mail()


def _faults_in_mail() -> Iterator[str]:
    if settings.EMAIL_BACKEND != SMTP:
        yield _(
            "EMAIL_URL names no mail server: invitations and new passwords would go to the log. "
            "Write smtp+tls://user:secret@mail.example:587."
        )
    elif not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL or settings.EMAIL_HOST in LOOPBACK):
        yield _(
            "EMAIL_URL sends mail to %(host)s in the open: links that open an account could be read. "
            "Write smtp+tls:// or smtp+ssl://."
        ) % {"host": settings.EMAIL_HOST}


def faults_in_example(host: str) -> Iterator[str]:
    """Where an example, in which anybody can come in as anybody, must not run."""
    if host not in LOOPBACK:
        yield _("EXAMPLE is on and HOST is %(host)s: an example only listens to this machine, at 127.0.0.1.") % {
            "host": host
        }
    if settings.DATABASE_URL:
        yield _("EXAMPLE is on and DATABASE_URL is given: an example keeps its data in its own folder.")
    if settings.DEBUG:
        yield _("DEBUG is on: errors show your code and data. Take it away.")


def faults_in_database() -> Iterator[str]:
    """What the database allows that it should not."""
    with connection.cursor() as cursor:
        cursor.execute("select current_user, rolsuper, rolbypassrls from pg_roles where rolname = current_user")
        name, superuser, bypasses = cursor.fetchone()
        if superuser or bypasses:
            yield _(
                "The program connects as %(role)s, which passes every wall. Use a role without SUPERUSER and BYPASSRLS."
            ) % {"role": name}
        cursor.execute("select count(*) from pg_tables where schemaname = 'public' and tableowner = current_user")
        if cursor.fetchone()[0]:
            yield _(
                "The program connects as %(role)s, which owns tables. Use the program role, "
                "and the owner only for migrations."
            ) % {"role": name}
        cursor.execute(
            "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority_id' "
            "join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' "
            "where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity) "
            "and c.relname <> all(%s) order by 1",
            [list(roles.OUTSIDE_THE_WALL)],
        )
        for (table,) in cursor.fetchall():
            yield _("Row-level security is off for %(table)s. Run the migrations as the owner.") % {"table": table}


def faults() -> list[str]:
    """Everything wrong, settings first. A database that does not answer is a fault too."""
    found = list(faults_in_settings())
    try:
        found += list(faults_in_database())
    except Error as error:
        found.append(_("The database does not answer: %(error)s") % {"error": error})
    return found
