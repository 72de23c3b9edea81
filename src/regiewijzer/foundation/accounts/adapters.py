"""Who may open an account, and how what proves a second step is kept.

Only somebody who was invited opens an account: sign-up is closed, here and through a provider. The secrets of second
steps are encrypted with a key made of SECRET_KEY, so that the database alone, or a copy of it, proves nothing.
"""

import base64
import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest

from regiewijzer.foundation.accounts.backends import HttpsOnly, StrictProvider

logger = logging.getLogger(__name__)
SECRETS_OF_STEPS = ("secret", "seed")  # fields of an Authenticator that would let anybody pass
LENGTH, PURPOSE = 32, b"regiewijzer: secrets of second steps"


class AccountAdapter(DefaultAccountAdapter):
    """Who logs in here, with a line in the log that names no person."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        logger.info("account %s logged in", user.pk)

    def logout(self, request: HttpRequest) -> None:
        logger.info("account %s logged out", request.user.pk)
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        logger.info("a wrong password was given")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords are counted for an account and whoever guesses: the owner, elsewhere, is not kept out."""
        return f"{self.get_client_ip(request)} {super()._get_login_attempts_cache_key(request, **credentials)}"


class OutsideAccountAdapter(DefaultSocialAccountAdapter):
    """A provider proves who somebody is; an authority decides whether they may come in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> StrictProvider:
        return StrictProvider(request, app=super().get_provider(request, provider, client_id).app)

    def get_requests_session(self) -> HttpsOnly:
        return HttpsOnly()


class TwoStepsAdapter(DefaultMFAAdapter):
    """Second steps, of which the secrets are kept encrypted."""

    def encrypt(self, text: str) -> str:
        return sealer(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """cryptography.fernet.InvalidToken when it was encrypted with another key."""
        return sealer(settings.SECRET_KEY).decrypt(encrypted_text.encode()).decode()


def sealer(key: str) -> Fernet:
    """What encrypts and decrypts with this SECRET_KEY: AES-128 in CBC with HMAC-SHA256, its key by HKDF (RFC 5869)."""
    made = HKDF(algorithm=SHA256(), length=LENGTH, salt=None, info=PURPOSE).derive(key.encode())
    return Fernet(base64.urlsafe_b64encode(made))


def resealed(data: dict[str, Any], old: Fernet, new: Fernet) -> dict[str, Any]:
    """The fields of an Authenticator under a new key. cryptography.fernet.InvalidToken when the old one is another."""
    sealed = {name: new.encrypt(old.decrypt(data[name].encode())).decode() for name in SECRETS_OF_STEPS if name in data}
    return data | sealed
