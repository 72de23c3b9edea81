"""The account of a session that has ended: what was asked, how the room answered, and what that measures."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.workshops.queries.accounts import account_of
from regiewijzer.inquiry.workshops.queries.workshops import ended_workshop_of


@require_safe
@needs(Right.SEE)
def workshop_account(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    found = ended_workshop_of(pk)
    account = account_of(found, limits_of(request.authority))
    return render(request, "workshops/account.html", {"account": account, "workshop": found})
