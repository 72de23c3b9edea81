"""What the framework says to our readers is worded by us: in Dutch, and with 'je'."""

import re

import pytest
from django.contrib.auth.password_validation import get_default_password_validators, validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from regiewijzer.foundation.accounts.adapters import AccountAdapter
from regiewijzer.foundation.accounts.models import User

FORMAL = re.compile(r"\b[Uu]w?\b|a\.u\.b\.|alstublieft", re.IGNORECASE)
ENGLISH = re.compile(r"\b(the|your|password|must|please)\b", re.IGNORECASE)


def _refused(password: str) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        validate_password(password, User(name="Hilde Maertens", email="hilde.maertens@vliermonde.example"))
    return refused.value.messages


@pytest.mark.parametrize("password", ["kort", "password123", "hilde.maertens"])
def test_a_password_that_is_refused_is_told_so_in_our_words(password: str) -> None:
    with override("nl"):
        said = _refused(password)

    assert said
    assert [each for each in said if FORMAL.search(each) or ENGLISH.search(each)] == []


def test_what_a_password_needs_is_told_in_our_words() -> None:
    with override("nl"):
        said = [validator.get_help_text() for validator in get_default_password_validators()]
        said.append(str(AccountAdapter.error_messages["email_password_mismatch"]))

    assert said[1] == "Je wachtwoord heeft minstens 10 tekens."
    assert [each for each in said if FORMAL.search(each) or ENGLISH.search(each)] == []


@pytest.mark.parametrize("page", ["account_login", "account_reset_password"])
def test_no_page_of_accounts_speaks_formally(db: None, page: str) -> None:
    found = Client().get(reverse(page), headers={"accept-language": "nl", "host": "localhost"})

    assert found.status_code == 200
    assert FORMAL.findall(re.sub(r"<[^>]*>", " ", found.content.decode())) == []
