"""Screens of findings: the overview, the list, one finding with its answer, one decision with before and after."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest, Position
from regiewijzer.foundation.rights import Right
from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.together import by_subject
from regiewijzer.library.weighing import MOST_SUBJECTS_FIRST
from regiewijzer.overview.findings import actions, queries
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.sections import drawn_on
from regiewijzer.overview.findings.wording import heading
from regiewijzer.register.decisions.actions import Closed
from regiewijzer.register.decisions.forms import AnswerForm, ReviewForm
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import decision_of
from regiewijzer.register.meetings.queries import actions_for_list
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import may_on_network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address
from regiewijzer.science.coverage import Coverage
from regiewijzer.ui.section import Labelled

SUBJECTS_ON_A_PAGE = 25
MOST_ON_OVERVIEW = {WeightLevel.FIRST: MOST_SUBJECTS_FIRST, WeightLevel.NEXT: 3, WeightLevel.WATCH: 2}

TOO_LATE_TO_ANSWER = {
    actions.Gone: gettext_lazy("This finding no longer stands, so nothing was recorded. What you typed is below."),
    actions.Answered: gettext_lazy(
        "Somebody answered this finding meanwhile, so nothing was recorded. "
        "See “Decided about this”; what you typed is below."
    ),
}
CLOSED = gettext_lazy("This decision was closed or archived meanwhile, so nothing was saved. What you typed is below.")
MOVED_ON = gettext_lazy(
    "Somebody changed this decision or looked at it while you were typing. Compare, adapt below and save again."
)


@require_safe
def home_of(request: AuthorityRequest) -> HttpResponseBase:
    """The first page of an authority: for a guest their networks, for everybody else the overview."""
    return redirect(address(request, "overview" if request.position.may(Right.SEE) else "guest"))


@require_safe
@needs(Right.SEE)
def overview(request: AuthorityRequest) -> HttpResponseBase:
    """What asks for a decision, and three pictures of how the steering stands."""
    today = timezone.localdate()
    findings = queries.open_findings()
    came, went = queries.weekly_change(today)
    helped, reviewed = queries.how_decisions_did()
    pictures = drawn_on(request.authority, today)
    subjects = by_subject(findings)
    first = sum(any(row.stored.level is WeightLevel.FIRST for row in rows) for rows in subjects)
    context = {
        "heading": heading(len(findings), Coverage(pictures.coverage), first),
        "groups": queries.grouped(subjects, MOST_ON_OVERVIEW),
        "total": len(findings),
        "today": today,
        "came": came,
        "went": went,
        "helped": helped,
        "reviewed": reviewed,
        "to_review": Decision.objects.to_review(today).count(),
        "pictures": pictures,
    }
    return render(request, "findings/overview.html", context)


@require_safe
@needs(Right.SEE)
def findings(request: AuthorityRequest) -> HttpResponseBase:
    """Every finding that stands, open or answered."""
    standing = queries.standing_findings()
    state = request.GET.get("state", "open")
    rows = [finding for finding in standing if state == "all" or (finding.answer is None) == (state == "open")]
    page = Paginator(by_subject(rows), SUBJECTS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "groups": queries.grouped(page),
        "page": page,
        "state": state,
        "open": sum(f.answer is None for f in standing),
        "all": len(standing),
        "pictures": None if rows else drawn_on(request.authority, timezone.localdate()),
    }
    return render(request, "findings/list.html", context)


@needs(Right.SEE)
def finding(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Why we say it, how sure we are, what could be done, and the answer."""
    stored = queries.stored_finding(pk)
    may_decide = may_answer(request.position, stored)
    if request.method == "POST" and not may_decide:
        raise PermissionDenied
    if request.method == "POST":
        return _answer(request, stored)
    opened = queries.opened(stored, request.authority)
    asks = may_decide and stored.gone_on is None and opened.answer is None
    context = {"finding": opened, "form": AnswerForm(request.authority.pk) if asks else None}
    return render(request, "findings/finding.html", context)


def _answer(request: AuthorityRequest, stored: StoredFinding) -> HttpResponseBase:
    """Record the answer, or say why not; what was typed stays."""
    form, status = AnswerForm(request.authority.pk, request.POST), 422
    if form.is_valid():
        try:
            made = actions.answer(decision=form.save(commit=False), stored=stored, actor=request.actor)
        except (actions.Gone, actions.Answered) as late:
            form.add_error(None, TOO_LATE_TO_ANSWER[type(late)])
            status = 409
        else:
            messages.success(request, _("Decision recorded. We compute again on the day you chose."))
            return redirect(address(request, "decision", made.pk))
    stored.refresh_from_db()
    context = {"finding": queries.opened(stored, request.authority), "form": form}
    return render(request, "findings/finding.html", context, status=status)


def may_answer(position: Position, stored: StoredFinding) -> bool:
    """Somebody who decides for the authority, or manages a network the finding is about."""
    if position.may(Right.DECIDE):
        return True
    networks = [subject["ref"] for subject in stored.subjects if subject["kind"] == Network.KIND]
    return any(may_on_network(position, network, Right.DECIDE) for network in Network.objects.filter(pk__in=networks))


@require_safe
@needs(Right.SEE)
def decision(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What was decided, and before and after."""
    found = decision_of(pk)
    context = {
        "decision": found,
        "about": queries.subject_links(found.subjects, request.authority),
        "change": _then_and_now(found),
        "looks": queries.looks_at(found),
        "to_do": actions_for_list().filter(decision=found, archived_at=None),
        "may_review": _may_review(request.position, found),
        "due": found.reviewed_on is None and found.review_on is not None and found.review_on <= timezone.localdate(),
    }
    return render(request, "findings/decision.html", context)


def _then_and_now(found: Decision) -> tuple[Labelled, ...]:
    """Nothing for a decision that answers no finding."""
    change = queries.before_after(found)
    return queries.then_and_now(found, change) if change else ()


def decision_review(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Look at a decision again: the finding is computed again, somebody says whether it helped."""
    found = decision_of(pk)
    if not _may_review(request.position, found):
        raise PermissionDenied
    if request.method != "POST" and not found.open:
        messages.warning(request, _("This decision is closed. It cannot be looked at again."))
        return redirect(address(request, "decision", pk))
    form, status = ReviewForm(found.version, request.POST or None), 200
    if request.method == "POST":
        try:
            if form.is_valid():
                return _look_again(request, found, form)
            status = 422
        except (Closed, Conflict) as late:
            found, status = decision_of(pk), 409
            _tell_too_late(form, CLOSED if isinstance(late, Closed) else MOVED_ON, found.version)
    context = {
        "decision": found,
        "change": _then_and_now(found),
        "looks": queries.looks_at(found),
        "form": form,
    }
    return render(request, "findings/review.html", context, status=status)


def _look_again(request: AuthorityRequest, found: Decision, form: ReviewForm) -> HttpResponseBase:
    """Save the look. Closed or Conflict when somebody was before."""
    actions.look_again(
        decision=found,
        **form.cleaned_data,
        actor=request.actor,
        authority=request.authority,
        today=timezone.localdate(),
    )
    messages.success(request, _("Saved."))
    return redirect(address(request, "decision", found.pk))


def _tell_too_late(form: ReviewForm, sentence: Any, version: int) -> None:
    """The form keeps what was typed; saving it again is then a choice."""
    form.add_error(None, sentence)
    form.data = {**form.data.dict(), "seen_version": str(version)}  # type: ignore[attr-defined]


def _may_review(position: Position, found: Decision) -> bool:
    if position.may(Right.DECIDE):
        return True
    return found.network is not None and may_on_network(position, found.network, Right.DECIDE)
