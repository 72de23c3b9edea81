"""An outside provider of identities, believed no further than OpenID Connect Core 1.0 allows.

Beyond what allauth looks at: the identity token is there and answers our own request (nonce, 3.1.3.7), it is about the
same person as the rest (`sub`, 5.3.2), an address is verified when the provider says true and nothing that looks like
it (5.1), and nothing travels in the open (16.17).
"""

import secrets
from typing import Any
from urllib.parse import urlsplit

import requests
from allauth.socialaccount.providers.base.provider import ProviderException
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.http import HttpRequest

NONCES, MOST_OPEN = "oidc_nonces", 10  # logins that one browser began
SECONDS = 10.0
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class HttpsOnly(requests.Session):
    """Asks by https alone, follows no redirect, and waits for a while; a provider on this machine may do without."""

    def request(self, method: str, url: str | bytes, *arguments: Any, **options: Any) -> requests.Response:
        where = urlsplit(str(url))
        if where.scheme != "https" and where.hostname not in LOOPBACK:
            raise requests.RequestException(f"{where.hostname} is asked in the open")
        options |= {"timeout": SECONDS, "allow_redirects": False}
        return super().request(method, url, *arguments, **options)


class StrictProvider(OpenIDConnectProvider):
    """One provider, of which every answer is held against what was asked."""

    def redirect(self, request: HttpRequest, process: str, *arguments: Any, **options: Any) -> Any:
        nonce = secrets.token_urlsafe(32)
        request.session[NONCES] = [*request.session.get(NONCES, []), nonce][-MOST_OPEN:]
        options["auth_params"] = {**(options.get("auth_params") or {}), "nonce": nonce}
        return super().redirect(request, process, *arguments, **options)

    def sociallogin_from_response(self, request: HttpRequest, response: dict[str, Any]) -> Any:
        """ProviderException when the answer is not one to our question, or is about two people."""
        token, told = response.get("id_token"), response.get("userinfo") or {}
        if not isinstance(token, dict):
            raise ProviderException("no identity token")
        open_nonces = request.session.get(NONCES, [])
        if token.get("nonce") not in open_nonces:
            raise ProviderException("an answer to another question")
        request.session[NONCES] = [nonce for nonce in open_nonces if nonce != token["nonce"]]
        if not token.get("sub") or told.get("sub", token["sub"]) != token["sub"]:
            raise ProviderException("two people in one answer")
        return super().sociallogin_from_response(request, response)

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        told = data.get("userinfo") or data["id_token"]
        addresses: list[Any] = super().extract_email_addresses(data)  # type: ignore[no-untyped-call]
        for address in addresses:
            address.verified = told.get("email_verified") is True
        return addresses
