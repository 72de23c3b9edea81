"""The axis of power as a working surface, and the mix of instruments for one challenge."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.register.challenges.queries import challenge_of
from regiewijzer.register.instruments.queries import days_of_change
from regiewijzer.register.records.views import address
from regiewijzer.science.facts import Ref
from regiewijzer.tools.steering.forms.moves import AxisForm
from regiewijzer.tools.steering.queries.axis import axis_page
from regiewijzer.tools.steering.queries.mixes import mix_page

MOST_DAYS = 12


@require_safe
@needs(Right.SEE)
def axis(request: AuthorityRequest) -> HttpResponseBase:
    """Every instrument on the axis, narrowed and compared with an earlier moment."""
    form = AxisForm(request.GET or None)
    narrowed = form.narrowed() if form.is_bound else AxisForm({}).narrowed()
    context = {
        "form": form,
        "narrowed": narrowed,
        "axis": axis_page(narrowed, limits_of(request.authority), _links(request)),
        "days": days_of_change()[:MOST_DAYS],
    }
    return render(request, "steering/axis.html", context)


@require_safe
@needs(Right.SEE)
def challenge_mix(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """How the instruments for one challenge work together."""
    challenge = challenge_of(pk)
    page = mix_page(challenge, limits_of(request.authority), _links(request))
    return render(request, "steering/mix.html", {"challenge": challenge, "page": page})


def _links(request: AuthorityRequest) -> Callable[[str, Ref], str]:
    return lambda name, ref: address(request, name, ref)
