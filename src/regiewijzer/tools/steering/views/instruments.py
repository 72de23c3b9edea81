"""Evaluating one instrument, and moving it on the axis."""

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.library.finding_text import RuleText
from regiewijzer.register.instruments.actions import move_instrument
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.instruments.queries import instrument_of
from regiewijzer.register.measurements.actions import measure
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address, offer_undo
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.tools.steering.forms.evaluations import EvaluationForm
from regiewijzer.tools.steering.forms.moves import MoveForm
from regiewijzer.tools.steering.queries.axis import one_row
from regiewijzer.tools.steering.queries.evaluations import shown_evaluations
from regiewijzer.tools.steering.queries.standing import shares_of
from regiewijzer.ui.pictures.picture import Picture

LATEST_AND_BEFORE = 2
LOOKING = "show_place"  # the button that shows the place and saves nothing
POWER_RULES = (Rule.POWER_TOO_STRONG, Rule.POWER_TOO_WEAK, Rule.DETERRENT_WORKS)


@needs(Right.EDIT_REGISTER)
def instrument_evaluate(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Evaluate an instrument in its context."""
    instrument = instrument_of(pk)
    form = EvaluationForm(instrument, request.POST or None)
    if request.method == "POST" and form.is_valid():
        measure(measurement=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Evaluation saved."))
        return redirect(address(request, "instrument", pk))
    context = {"instrument": instrument, "form": form}
    return render(request, "steering/evaluate.html", context, status=422 if form.errors else 200)


@require_safe
@needs(Right.SEE)
def instrument_evaluations(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """All evaluations of one instrument: compared with itself only."""
    instrument, limits = instrument_of(pk), limits_of(request.authority)
    context = {
        "instrument": instrument,
        "evaluations": shown_evaluations(instrument, limits),
        "rules": [RuleText(rule, limits) for rule in POWER_RULES],
    }
    return render(request, "steering/evaluations.html", context)


@needs(Right.EDIT_REGISTER)
def instrument_move(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Give an instrument another place on the axis, looking at it first."""
    instrument = instrument_of(pk)
    form = MoveForm(instrument, request.POST if request.method == "POST" else None)
    looking, valid = LOOKING in request.POST, form.is_valid()
    if valid and not looking:
        return _move(request, instrument, form)
    picture = _preview(request, instrument, form)
    if request.htmx and looking:  # type: ignore[attr-defined]
        return render(request, "steering/move.html#preview", {"picture": picture, "form": form})
    context = {"instrument": instrument, "form": form, "picture": picture, "placings": instrument.placings.all()[:10]}
    return render(request, "steering/move.html", context, status=422 if form.errors and not looking else 200)


@require_POST
@needs(Right.EDIT_REGISTER)
def instrument_move_back(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Undo the last move: the place before it holds again, as a version of its own."""
    instrument = instrument_of(pk)
    placings = list(instrument.placings.all()[:LATEST_AND_BEFORE])
    if len(placings) < LATEST_AND_BEFORE:
        raise Http404
    move_instrument(
        instrument=instrument,
        shares={share: getattr(placings[1], share) for share in Instrument.SHARES},
        since=timezone.localdate(),
        reason=_("the move was undone"),
        actor=request.actor,
        seen_version=instrument.version,
    )
    messages.success(request, _("The instrument stands where it stood before."))
    return redirect(address(request, "instrument_move", pk))


def _move(request: AuthorityRequest, instrument: Instrument, form: MoveForm) -> HttpResponseBase:
    cleaned = form.cleaned_data
    try:
        move_instrument(
            instrument=instrument,
            shares={power.value: share for power, share in form.shares().items()},
            since=cleaned["since"],
            reason=cleaned["reason"],
            actor=request.actor,
            seen_version=cleaned["seen_version"] or 0,
        )
    except Conflict:
        fresh = instrument_of(instrument.pk)
        form.data = request.POST.copy()
        form.data["seen_version"] = str(fresh.version)
        form.add_error(None, _("Somebody changed this instrument meanwhile. Look at it again, then save."))
        context = {
            "instrument": fresh,
            "form": form,
            "picture": _preview(request, fresh, form),
            "placings": fresh.placings.all()[:10],
        }
        return render(request, "steering/move.html", context, status=409)
    back = address(request, "instrument_move_back", instrument.pk)
    offer_undo(request, _("“%(name)s” has moved on the axis.") % {"name": instrument.name}, back)
    return redirect(address(request, "instrument", instrument.pk))


def _preview(request: AuthorityRequest, instrument: Instrument, form: MoveForm) -> Picture | None:
    """Where it would stand; None when the shares make no place."""
    now = shares_of(instrument)
    if any(share in form.errors for share in Instrument.SHARES):
        return None
    wanted = form.shares() if form.is_bound else now
    return one_row(instrument.name, wanted, limits_of(request.authority), before=now)
