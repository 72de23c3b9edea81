"""A provider of identities that lies, in every way that was tried on the program, and one that does not."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from tests.accounts import Member

from regiewijzer.foundation.accounts.backends import HttpsOnly

CLIENT = "regiewijzer"


@dataclass
class Provider:
    """What it answers. `userinfo` and `claims` go over what an honest one would say; None takes a claim away."""

    issuer: str
    email: str = ""
    nonce: str = ""
    token_there: bool = True
    userinfo: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def answer(self, path: str) -> dict[str, Any]:
        self.asked.append(path)
        if path.endswith("/openid-configuration"):
            places = {name: f"{self.issuer}/{name}" for name in ("authorization_endpoint", "token_endpoint")}
            return {"issuer": self.issuer, **places, "userinfo_endpoint": f"{self.issuer}/me", "jwks_uri": self.issuer}
        if path == "/token_endpoint":
            given = {"access_token": "a", "token_type": "Bearer", "id_token": self._token()}
            return given if self.token_there else {"access_token": "a", "token_type": "Bearer"}
        return _without_none({"sub": "7", "email": self.email, "email_verified": True, **self.userinfo})

    def _token(self) -> str:
        now = int(time.time())
        said = {"iss": self.issuer, "aud": CLIENT, "sub": "7", "iat": now, "exp": now + 60, "nonce": self.nonce}
        return jwt.encode(_without_none({**said, **self.claims}), "k" * 32, algorithm="HS256")


def _without_none(claims: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in claims.items() if value is not None}


@pytest.fixture
def provider(settings: Any, manager: Member) -> Iterator[Provider]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(made.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_arguments: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    made = Provider(f"http://127.0.0.1:{server.server_port}", manager.user.email)
    Thread(target=server.serve_forever, daemon=True).start()
    app = {"provider_id": "oidc", "name": "X", "client_id": CLIENT, "secret": "s"}
    app["settings"] = {"server_url": made.issuer}  # type: ignore[assignment]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    yield made
    server.shutdown()
    server.server_close()


def _begin(client: Client, provider: Provider) -> dict[str, str]:
    """What we ask of the provider when somebody chooses it."""
    sent = client.post(reverse("openid_connect_login", args=["oidc"]))
    asked = {name: values[0] for name, values in parse_qs(urlsplit(sent["location"]).query).items()}
    provider.nonce = asked["nonce"]
    return asked


def _comes_back(client: Client, state: str) -> Any:
    return client.get(reverse("openid_connect_callback", args=["oidc"]), {"code": "c", "state": state})


def _logs_in(provider: Provider) -> bool:
    client = Client(headers={"host": "localhost"})
    _comes_back(client, _begin(client, provider)["state"])
    return "_auth_user_id" in client.session


def test_an_honest_provider_opens_the_account_of_a_verified_address(provider: Provider, manager: Member) -> None:
    assert _logs_in(provider)
    assert SocialAccount.objects.get().user == manager.user
    assert _logs_in(provider)


@pytest.mark.parametrize("said", ["false", "true", 1, 0, False, None, [True]])
def test_only_true_is_verified(provider: Provider, said: object) -> None:
    provider.userinfo = {"email_verified": said}

    assert not _logs_in(provider)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    "lie",
    [
        {"nonce": "of somebody else"},
        {"nonce": None},
        {"sub": "8"},
        {"sub": None},
        {"iss": "https://elders.example"},
        {"aud": "another program"},
        {"exp": 1},
    ],
    ids=str,
)
def test_a_token_that_is_not_the_answer_opens_nothing(provider: Provider, lie: dict[str, Any]) -> None:
    provider.claims = lie

    assert not _logs_in(provider)
    assert not SocialAccount.objects.exists()


def test_somebody_known_is_not_let_in_by_a_lie_either(provider: Provider) -> None:
    assert _logs_in(provider)
    provider.claims = {"nonce": "of somebody else"}

    assert not _logs_in(provider)


def test_without_an_identity_token_nothing_opens(provider: Provider) -> None:
    provider.token_there = False

    assert not _logs_in(provider)


def test_another_person_in_the_details_than_in_the_token_opens_nothing(provider: Provider) -> None:
    provider.userinfo = {"sub": "of the administrator"}

    assert not _logs_in(provider)


def test_an_answer_to_the_login_of_another_browser_opens_nothing(provider: Provider) -> None:
    ours, theirs = Client(headers={"host": "localhost"}), Client(headers={"host": "localhost"})
    state = _begin(theirs, provider)["state"]
    _begin(ours, provider)

    _comes_back(ours, state)

    assert "_auth_user_id" not in ours.session


def test_an_answer_counts_once(provider: Provider) -> None:
    client = Client(headers={"host": "localhost"})
    _comes_back(client, _begin(client, provider)["state"])
    nonce = provider.nonce
    client.logout()
    again = Client(headers={"host": "localhost"})
    state = _begin(again, provider)["state"]
    provider.nonce = nonce

    _comes_back(again, state)

    assert "_auth_user_id" not in again.session


def test_an_address_that_nobody_was_invited_with_opens_no_account(provider: Provider) -> None:
    provider.email = "vreemde@elders.example"

    assert not _logs_in(provider)


def test_what_we_ask_holds_a_nonce_a_state_and_a_challenge(provider: Provider) -> None:
    asked = _begin(Client(headers={"host": "localhost"}), provider)

    assert {"nonce", "state", "code_challenge"} <= set(asked)
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["nonce"]) >= 32


def test_nothing_is_asked_in_the_open() -> None:
    with pytest.raises(requests.RequestException, match="in the open"):
        HttpsOnly().get("http://login.vliermonde.example/")
