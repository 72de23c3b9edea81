"""Choosing policy codes in the form of a record."""

from typing import Any, Protocol

from django import forms

from regiewijzer.register.policy.queries import policy_choices

FIELD = "policy_codes"


class _Form(Protocol):
    fields: dict[str, forms.Field]
    instance: Any


def offer_policy_codes(form: _Form) -> None:
    """The codes of the list, and those the record has already; no field while there are none at all."""
    known = dict(policy_choices())
    for code in form.instance.policy_codes:
        known.setdefault(code, code)
    if known:
        form.fields[FIELD].choices = list(known.items())  # type: ignore[attr-defined]
    else:
        del form.fields[FIELD]
