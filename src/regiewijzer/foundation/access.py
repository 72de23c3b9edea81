"""How does a view say which right it needs? `@needs(Right.SEE)`; without the right the answer is a page that says so."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase

from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)
View = Callable[Concatenate[AuthorityRequest, P], R]


def needs(*rights: Right) -> Callable[[View[P, R]], View[P, R]]:
    """Any of these rights opens the view."""

    def around(view: View[P, R]) -> View[P, R]:
        @wraps(view)
        def guarded(request: AuthorityRequest, *arguments: P.args, **named: P.kwargs) -> R:
            if not any(request.position.may(right) for right in rights):
                raise PermissionDenied
            return view(request, *arguments, **named)

        return guarded

    return around
