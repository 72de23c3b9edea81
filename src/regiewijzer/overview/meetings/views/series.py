"""Screens of a series: looking at its days before it is planned, and taking back what is still to come of it."""

from datetime import date

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.meetings.actions import plan_series, take_back_series
from regiewijzer.register.meetings.forms import SeriesForm
from regiewijzer.register.meetings.queries import days_taken, meeting_to_change
from regiewijzer.register.records.views import address, offer_undo
from regiewijzer.ui.wording import day as in_words


@needs(Right.EDIT_PARTNERS)
def plan(request: AuthorityRequest) -> HttpResponseBase:
    """Say how meetings come back, see on which days that is, and plan those that are ticked."""
    if request.method != "POST":
        return _page(request, SeriesForm(request.position, initial=request.GET.dict()))
    form = SeriesForm(request.position, request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    shown = ",".join(each.isoformat() for each in form.days)
    if request.POST.get("shown") != shown:
        return _page(request, form, shown=shown)
    wanted = set(request.POST.getlist("day"))
    days = [each for each in form.days if each.isoformat() in wanted]
    if not days:
        return _page(request, form, shown=shown, problem=_("Tick at least one day."), status=422)
    return _planned(request, form, days)


def _planned(request: AuthorityRequest, form: SeriesForm, days: list[date]) -> HttpResponseBase:
    made = plan_series(series=form.series, days=days, actor=request.actor)
    sentence = ngettext(
        "%(count)s meeting is planned, on %(last)s.", "%(count)s meetings are planned, the last on %(last)s.", len(made)
    )
    undo = address(request, "meeting_series_take_back", made[0].pk)
    offer_undo(request, sentence % {"count": len(made), "last": in_words(days[-1])}, undo)
    return redirect(address(request, "meeting", made[0].pk))


def _page(
    request: AuthorityRequest, form: SeriesForm, *, shown: str = "", problem: str = "", status: int = 200
) -> HttpResponseBase:
    taken = days_taken(form.series.network) if shown else set()
    context = {
        "form": form,
        "shown": shown,
        "days": [(each, each in taken) for each in form.days] if shown else [],
        "words": form.series.words if shown else "",
        "months_without": form.months_without if shown else 0,
        "problem": problem,
    }
    return render(request, "meetings/series.html", context, status=status)


@require_POST
def take_back(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take back what is still to come of a series."""
    found = meeting_to_change(request.position, pk)
    archived, cancelled = take_back_series(meeting=found, actor=request.actor)
    if not archived and not cancelled:
        messages.warning(request, _("Nothing of this series is still to come."))
        return redirect(address(request, "meeting", pk))
    sentences = []
    if archived:
        sentences.append(
            ngettext("%(count)s meeting is in the archive.", "%(count)s meetings are in the archive.", archived)
            % {"count": archived}
        )
    if cancelled:
        sentences.append(
            ngettext(
                "%(count)s meeting to which people were invited is cancelled: mail its cancellation from its page.",
                "%(count)s meetings to which people were invited are cancelled: mail the cancellation from the page "
                "of each.",
                cancelled,
            )
            % {"count": cancelled}
        )
    messages.success(request, " ".join(sentences))
    return redirect(address(request, "meetings"))
