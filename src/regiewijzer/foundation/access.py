"""How does a view say which right it needs? `@needs(Right.SEE)`; without it the answer is a page that says so."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar, cast

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
        def guarded(request: AuthorityRequest, *arguments: P.args, **named: P.kwargs) -> R:
            if not any(request.position.may(right) for right in rights):
                raise PermissionDenied
            return view(request, *arguments, **named)

        return cast("View[P, R]", update_wrapper(guarded, view))

    return around
