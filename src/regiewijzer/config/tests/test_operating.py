from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from click.testing import CliRunner, Result
from django.contrib.sessions.models import Session
from tests.accounts import Member, position_in

from regiewijzer.config import operating
from regiewijzer.config.command import COMMANDS, loaded
from regiewijzer.config.settings import read_settings_file
from regiewijzer.foundation.accounts.adapters import sealer
from regiewijzer.foundation.accounts.models import User
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside

PAGE = "/account/voorkeuren/"


def _run(name: str, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(loaded(COMMANDS[name]), arguments, input=typed)


def _comes_in(member: Member) -> bool:
    return member.client.get(PAGE).status_code == 200


def _last_change(authority: Authority) -> dict[str, Any]:
    with inside(authority.pk):
        return dict(Entry.objects.order_by("-number")[0].changes)


def _with_second_step(user: User) -> Authenticator:
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt("JBSWY3DP")}
    )


def test_every_authority_is_shown(authority: Authority, other_authority: Authority, manager: Member) -> None:
    done = _run("authorities")

    assert done.output.splitlines()[0].startswith("elders: Elders, people: 0, since 20")
    assert "vliermonde: Vliermonde, people: 1" in done.output


def test_without_an_authority_the_next_step_is_told(db: None) -> None:
    assert "regiewijzer authority SLUG" in _run("authorities").output


def test_an_account_that_is_disabled_is_out_at_once_and_everybody_else_in(
    administrator: Member, manager: Member
) -> None:
    assert _comes_in(manager)

    done = _run("account-disable", manager.user.email.upper())

    assert done.exit_code == 0
    assert not _comes_in(manager)
    assert _comes_in(administrator)
    assert _last_change(manager.position.authority) == {"account": [True, False]}


def test_a_disabled_account_can_be_let_in_again(manager: Member) -> None:
    _run("account-disable", manager.user.email)

    _run("account-disable", manager.user.email, "--undo")

    manager.client.force_login(User.objects.get(pk=manager.user.pk))
    assert _comes_in(manager)


def test_of_the_last_administrator_it_is_told(administrator: Member) -> None:
    done = _run("account-disable", administrator.user.email)
    position_in(administrator.position.authority, Role.ADMINISTRATOR, "Bert Beheerder")
    again = _run("account-disable", administrator.user.email)

    assert "Vliermonde (vliermonde) has no other administrator." in done.output
    assert "no other administrator" not in again.output


@pytest.mark.parametrize("name", ["account-disable", "account-reset-two-steps"])
def test_an_address_that_nobody_has_is_named(db: None, name: str) -> None:
    done = _run(name, "niemand@elders.example")

    assert done.exit_code == 1
    assert "niemand@elders.example" in done.output


def test_second_steps_are_forgotten_after_a_yes_and_only_of_that_person(manager: Member, reader: Member) -> None:
    kept, _lost = _with_second_step(reader.user), _with_second_step(manager.user)

    no = _run("account-reset-two-steps", manager.user.email, typed="n\n")
    assert (no.exit_code, Authenticator.objects.count()) == (1, 2)
    yes = _run("account-reset-two-steps", manager.user.email, typed="y\n")

    assert yes.exit_code == 0
    assert list(Authenticator.objects.all()) == [kept]
    assert not _comes_in(manager)
    assert _last_change(manager.position.authority) == {"two_steps": [True, False]}


def test_a_secret_of_a_second_step_is_not_what_the_database_holds(manager: Member, settings: Any) -> None:
    kept = _with_second_step(manager.user)

    assert "JBSWY3DP" not in str(kept.data)
    assert get_adapter().decrypt(kept.data["secret"]) == "JBSWY3DP"


@pytest.fixture
def own_folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    settings.SECRET_KEY_GIVEN = True
    return tmp_path


def test_a_new_key_opens_what_the_old_one_closed_and_ends_every_session(
    manager: Member, settings: Any, own_folder: Path
) -> None:
    kept, file = _with_second_step(manager.user), own_folder / "key"

    done = _run("secret-rotate", str(file))

    assert done.exit_code == 0, done.output
    new = file.read_text().strip()
    kept.refresh_from_db()
    assert sealer(new).decrypt(kept.data["secret"].encode()) == b"JBSWY3DP"
    assert len(new) >= 50
    assert new != settings.SECRET_KEY
    assert file.stat().st_mode & 0o077 == 0
    assert not Session.objects.exists()
    assert f"SECRET_KEY_FILE={file}" in done.output


def test_a_key_that_is_not_the_one_changes_nothing(manager: Member, settings: Any, own_folder: Path) -> None:
    kept = _with_second_step(manager.user)
    settings.SECRET_KEY = "another" * 10

    done = _run("secret-rotate", str(own_folder / "key"))

    assert done.exit_code == 1
    assert "another SECRET_KEY" in done.output
    assert not (own_folder / "key").exists()
    assert Authenticator.objects.get().data == kept.data


def test_a_new_key_writes_over_nothing(manager: Member, own_folder: Path) -> None:
    (own_folder / "key").write_text("van iemand anders")

    assert _run("secret-rotate", str(own_folder / "key")).exit_code == 1
    assert (own_folder / "key").read_text() == "van iemand anders"


def test_an_authority_is_not_deleted_on_another_word(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operating, "in_new_process", lambda *_arguments, **_environment: pytest.fail("deleted"))

    done = _run("authority-delete", "vliermonde", typed="vlaamonde\n")
    unknown = _run("authority-delete", "nergens", "--confirm", "nergens")

    assert (done.exit_code, unknown.exit_code) == (1, 1)
    assert "Nothing was deleted" in done.output
    assert "regiewijzer authorities" in unknown.output


@pytest.mark.parametrize(
    ("urls", "words"),
    [
        ({}, "DATABASE_URL is missing"),
        ({"DATABASE_URL": "postgresql://regiewijzer_app:a@db/regie"}, "DATABASE_OWNER_URL is missing"),
        (
            {"DATABASE_URL": "postgresql://app:a@db/regie", "DATABASE_OWNER_URL": "postgresql://regiewijzer_owner@db/regie"},
            "names the role app",
        ),
        (
            {
                "DATABASE_URL": "postgresql://regiewijzer_app:a@db/regie",
                "DATABASE_OWNER_URL": "postgresql://regiewijzer_owner:b@db/other",
            },
            "different databases",
        ),
    ],
)  # fmt: skip
def test_prepare_guesses_no_database(settings: Any, urls: dict[str, str], words: str) -> None:
    settings.DATABASE_URLS = {"DATABASE_URL": "", "DATABASE_OWNER_URL": "", **urls}

    done = _run("prepare", "host=/nowhere user=postgres")

    assert done.exit_code == 1
    assert words in done.output


def test_what_the_environment_does_not_say_is_read_in_the_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings"
    file.write_text("DATABASE_URL=postgresql://a:p${HOME}w$1@db/regie\nPORT=9001\n# LOG_LEVEL=INFO\n")
    for name in ("DATABASE_URL", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.setattr("os.environ", environment := {"PORT": "9000"})

    read_settings_file(file)
    read_settings_file(tmp_path / "not there")

    assert environment == {"PORT": "9000", "DATABASE_URL": "postgresql://a:p${HOME}w$1@db/regie"}


def test_settings_that_may_not_be_read_end_the_command_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: Any, **_options: Any) -> Any:
        raise PermissionError

    monkeypatch.setattr("regiewijzer.config.settings.dotenv_values", refused)

    with pytest.raises(SystemExit, match="may not read the settings in"):
        read_settings_file(Path(__file__))
