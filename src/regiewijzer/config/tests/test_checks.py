from typing import Any

import psycopg
import pytest
from django.db import connections
from tests.scratch import Scratch

from regiewijzer.config import checks, roles
from regiewijzer.config.embedded import SUPERUSER

pytestmark = pytest.mark.usefixtures("english")
SAFE = {
    "EXAMPLE": False,
    "DEBUG": False,
    "SECRET_KEY_GIVEN": True,
    "SECRET_KEY": "k7#Qd!x2Wz9@Lm4$Tb8%Rv1^Ny6&Hs3*Jp5(Gf0)Kc-Ue+Xo=Ai",
    "ALLOWED_HOSTS": ["regie.vliermonde.example"],
    "BEHIND_HTTPS": True,
    "DATABASE_URL": "",
    "DATABASE_OWNER_URL": "",
    "OIDC_ISSUER": "",
    "EMAIL_BACKEND": checks.SMTP,
    "EMAIL_HOST": "mail.vliermonde.example",
    "EMAIL_USE_TLS": True,
    "EMAIL_USE_SSL": False,
}


@pytest.fixture
def safe(settings: Any) -> Any:
    for name, value in SAFE.items():
        setattr(settings, name, value)
    return settings


def test_safe_settings_get_no_sentence(safe: Any) -> None:
    assert list(checks.faults_in_settings()) == []


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("EXAMPLE", True, "EXAMPLE is on"),
        ("DEBUG", True, "DEBUG is on"),
        ("SECRET_KEY_GIVEN", False, "SECRET_KEY is missing"),
        ("SECRET_KEY", "too-short-0123456789", "SECRET_KEY is weak"),
        ("SECRET_KEY", "ab" * 40, "SECRET_KEY is weak"),
        ("ALLOWED_HOSTS", ["regie.vliermonde.example", "*"], "ALLOWED_HOSTS holds *"),
        ("ALLOWED_HOSTS", [".example"], "every address that ends so"),
        ("BEHIND_HTTPS", False, "https://"),
        ("OIDC_ISSUER", "http://login.vliermonde.example", "OIDC_ISSUER does not start with https://"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "names no mail server"),
        ("EMAIL_USE_TLS", False, "mail.vliermonde.example in the open"),
        ("DATABASE_URL", "postgres://app@db/regie", "DATABASE_OWNER_URL is missing"),
    ],
)
def test_each_unsafe_setting_gets_its_own_sentence(safe: Any, setting: str, value: object, words: str) -> None:
    setattr(safe, setting, value)

    said = list(checks.faults_in_settings())

    assert len(said) == 1
    assert words in said[0]


@pytest.mark.parametrize(
    ("setting", "value"),
    [("EMAIL_USE_SSL", True), ("EMAIL_HOST", "localhost"), ("OIDC_ISSUER", "https://login.example")],
)
def test_what_is_as_safe_gets_no_sentence(safe: Any, setting: str, value: object) -> None:
    safe.EMAIL_USE_TLS = setting == "OIDC_ISSUER"
    setattr(safe, setting, value)

    assert list(checks.faults_in_settings()) == []


@pytest.mark.parametrize(
    ("host", "url", "words"),
    [("0.0.0.0", "", "only listens to this machine"), ("127.0.0.1", "postgres://app@db/regie", "DATABASE_URL")],
)
def test_an_example_is_for_one_machine(safe: Any, host: str, url: str, words: str) -> None:
    safe.DATABASE_URL = url

    said = list(checks.faults_in_example(host))

    assert len(said) == 1
    assert words in said[0]


def test_an_example_at_home_gets_no_sentence(safe: Any) -> None:
    assert list(checks.faults_in_example("127.0.0.1")) == []


def test_everything_wrong_is_said_at_once(safe: Any) -> None:
    safe.EXAMPLE, safe.DEBUG, safe.BEHIND_HTTPS = True, True, False

    assert len(list(checks.faults_in_settings())) == 3


def test_the_role_of_the_program_is_safe(db: None) -> None:
    assert list(checks.faults_in_database()) == []


@pytest.mark.parametrize(
    ("role", "words"),
    [(roles.OWNER, "which owns tables"), (SUPERUSER, "which passes every wall"), (roles.BACKUP, "passes every wall")],
)
def test_a_role_that_is_too_strong_gets_a_sentence(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, role: str, words: str
) -> None:
    with scratch.as_role(role) as connection:
        monkeypatch.setattr(checks, "connection", connection)
        said = list(checks.faults_in_database())

    assert len(said) == 1
    assert words in said[0]
    assert role in said[0]


@pytest.mark.parametrize("opening", ["disable", "no force"])
def test_a_table_outside_the_wall_is_named(scratch: Scratch, monkeypatch: pytest.MonkeyPatch, opening: str) -> None:
    with scratch.plainly(SUPERUSER) as admin:
        admin.execute(f"alter table networks_network {opening} row level security".encode())

    with scratch.as_role(roles.PROGRAM) as connection:
        monkeypatch.setattr(checks, "connection", connection)
        said = list(checks.faults_in_database())

    assert len(said) == 1
    assert "networks_network" in said[0]


def test_a_database_that_does_not_answer_is_a_sentence_too(
    safe: Any, scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = Scratch("nowhere", scratch.host)
    with nowhere.as_role(roles.PROGRAM) as connection:
        monkeypatch.setattr(checks, "connection", connection)
        said = checks.faults()

    assert len(said) == 1
    assert "The database does not answer" in said[0]
    assert "nowhere" in said[0]
    with pytest.raises(psycopg.OperationalError):
        nowhere.plainly(roles.PROGRAM)
    assert "scratch" not in connections.databases
