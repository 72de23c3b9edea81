"""What happens when a session has moved on since a page was opened: a sentence, and the page as it is now."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.inquiry.workshops.actions.leading import Moved, NobodyToPlace, NotOpen, NotPrepared
from regiewijzer.inquiry.workshops.actions.preparing import MOST_QUESTIONS, TooManyQuestions
from regiewijzer.register.records.views import address

P = ParamSpec("P")
View = Callable[Concatenate[AuthorityRequest, int, P], HttpResponseBase]

SENTENCES: dict[type[Exception], Any] = {
    NotPrepared: _("This needs a session that was not opened yet and holds a question. Make a copy to change one."),
    NotOpen: _("The session is not open."),
    Moved: _("The room had moved on already. This is where it is now."),
    NobodyToPlace: _(
        "A question asks to place the partners of a network without partners. Add partners, or take it out."
    ),
    TooManyQuestions: _("A session holds at most %(most)s questions. Take some out first."),
}


def in_step(view: View[P]) -> View[P]:
    """A view on a session: a step that cannot be taken any more becomes a message and the page as it is now."""

    def stepping(request: AuthorityRequest, pk: int, *arguments: P.args, **named: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, pk, *arguments, **named)
        except tuple(SENTENCES) as missed:
            messages.warning(request, str(SENTENCES[type(missed)]) % {"most": MOST_QUESTIONS})
            return redirect(address(request, "workshop", pk))

    return cast("View[P]", update_wrapper(stepping, view))
