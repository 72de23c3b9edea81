"""Screens of the steering tool."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.instruments.queries import instrument_of
from regiewijzer.register.records.views import address
from regiewijzer.tools.steering import actions, queries
from regiewijzer.tools.steering.forms import EvaluationForm


@needs(Right.EDIT_REGISTER)
def instrument_evaluate(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Evaluate an instrument in its context."""
    instrument = instrument_of(pk)
    form = EvaluationForm(instrument, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.evaluate(evaluation=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Evaluation saved."))
        return redirect(address(request, "instrument", pk))
    context = {"instrument": instrument, "form": form, "evaluations": queries.of_instrument(instrument)}
    return render(request, "steering/evaluate.html", context, status=422 if form.errors else 200)
