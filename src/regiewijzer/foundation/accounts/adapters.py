"""Who may open an account? Only somebody who was invited: sign-up is closed, here and through a provider."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class OutsideAccountAdapter(DefaultSocialAccountAdapter):
    """A provider proves who somebody is; an authority decides whether they may come in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False
