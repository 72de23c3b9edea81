"""Screens of findings: the overview, the list, one finding with its answer, one decision with before and after."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest, Position
from regiewijzer.foundation.rights import Right
from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.together import by_subject
from regiewijzer.library.weighing import MOST_SUBJECTS_FIRST, each_rule_in_turn
from regiewijzer.overview.findings import actions, queries
from regiewijzer.overview.findings.forms import AssignForm, NotNowForm, staff_of, ticked, wanted_in
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.sections import drawn_on
from regiewijzer.overview.findings.wording import heading
from regiewijzer.register.decisions.actions import Closed
from regiewijzer.register.decisions.forms import AnswerForm, ReviewForm
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import decision_of
from regiewijzer.register.meetings.queries import actions_for_list
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import may_on_network, network_options, networks_of_manager
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address
from regiewijzer.science.coverage import Coverage
from regiewijzer.ui.section import Labelled
from regiewijzer.ui.templatetags.regiewijzer import day as as_day

SUBJECTS_ON_A_PAGE = 25
SUBJECT_KINDS = ("network", "instrument", "organisation", "challenge", "decision", "authority")
MOST_ON_OVERVIEW = {WeightLevel.FIRST: MOST_SUBJECTS_FIRST, WeightLevel.NEXT: 3, WeightLevel.WATCH: 2}

TOO_LATE_TO_ANSWER = {
    actions.Gone: gettext_lazy("This finding no longer stands, so nothing was recorded. What you typed is below."),
    actions.Answered: gettext_lazy(
        "Somebody answered this finding meanwhile, so nothing was recorded. "
        "See “Decided about this”; what you typed is below."
    ),
}
STAYS = gettext_lazy("This decision is of another day, or was looked at since, so it stays. Look at it again instead.")
CLOSED = gettext_lazy("This decision was closed or archived meanwhile, so nothing was saved. What you typed is below.")
MOVED_ON = gettext_lazy(
    "Somebody changed this decision or looked at it while you were typing. Compare, adapt below and save again."
)


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
    """Every finding that stands: open, put off or answered, as far as somebody wants to see them."""
    return _list(request)


def _list(request: AuthorityRequest, *forms_with_errors: Any, status: int = 200) -> HttpResponseBase:
    standing, wanted = queries.standing_findings(), wanted_in(request.GET, request.position.pk)
    in_turn = each_rule_in_turn(standing) if wanted.state == queries.State.OPEN else standing
    rows = queries.chosen(in_turn, wanted)
    page = Paginator(by_subject(rows), SUBJECTS_ON_A_PAGE).get_page(request.GET.get("page"))
    counts = Counter(row.state for row in standing)
    asked = request.GET.copy()
    asked.pop("page", None)
    asked.pop("done", None)
    context = {
        "groups": queries.grouped(page),
        "page": page,
        "state": wanted.state,
        "wanted": wanted,
        "asked": asked.urlencode(),
        "open": counts[queries.State.OPEN],
        "later": counts[queries.State.LATER],
        "all": len(standing),
        "found": len(rows),
        "pictures": None if rows else drawn_on(request.authority, timezone.localdate()),
        "networks": network_options(),
        "kinds": SUBJECT_KINDS,
        "levels": tuple(WeightLevel),
        "staff": staff_of(request.authority.pk),
        "may_work": request.position.may(Right.DECIDE) or networks_of_manager(request.position).exists(),
        "ticked": {each.pk for each in ticked(request.POST)},
        **_forms(request, *forms_with_errors),
    }
    return render(request, "findings/list.html", context, status=status)


def _forms(request: AuthorityRequest, *with_errors: Any) -> dict[str, Any]:
    """An empty form for each thing to do with what is ticked, or the one that was not right."""
    given = {type(form): form for form in with_errors}
    return {
        "form": given.get(AnswerForm) or AnswerForm(request.authority.pk),
        "not_now": given.get(NotNowForm) or NotNowForm(),
        "assigning": given.get(AssignForm) or AssignForm(request.authority.pk),
    }


@require_POST
@needs(Right.SEE)
def findings_do(request: AuthorityRequest) -> HttpResponseBase:
    """Answer what is ticked in one go, put it off, or give it to a colleague."""
    seen = ticked(request.POST)
    if not seen:
        messages.warning(request, _("Tick the findings first."))
        return redirect(f"{address(request, 'findings')}?{request.GET.urlencode()}")
    match request.POST.get("do"):
        case "later":
            return _put_off(request, seen)
        case "assign":
            return _assign(request, seen)
        case _:
            return _answer_each(request, seen)


def _answer_each(request: AuthorityRequest, seen: list[actions.Seen]) -> HttpResponseBase:
    form = AnswerForm(request.authority.pk, request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    made, left = actions.answer_each(
        seen=seen,
        made=lambda: AnswerForm(request.authority.pk, request.POST).save(commit=False),
        may=lambda stored: may_answer(request.position, stored),
        actor=request.actor,
    )
    _say(request, len(made), left)
    return redirect(f"{address(request, 'findings')}?{request.GET.urlencode()}")


def _say(request: AuthorityRequest, done: int, left: Sequence[StoredFinding]) -> None:
    if done:
        counted = ngettext("%(count)s finding was answered.", "%(count)s findings were answered.", done)
        messages.success(request, counted % {"count": done})
    if left:
        sentences = " ".join(stored.text().sentence.plain for stored in left)
        messages.warning(
            request,
            _("Left alone, because it changed, was answered meanwhile or is not yours to decide: %(findings)s")
            % {"findings": sentences},
        )


def _put_off(request: AuthorityRequest, seen: list[actions.Seen]) -> HttpResponseBase:
    form = NotNowForm(request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    found = _own(request, seen)
    until = form.cleaned_data["until"]
    actions.put_off(findings=found, until=until, reason=form.cleaned_data["why"], actor=request.actor)
    messages.success(request, _("Put off until %(day)s. Then it comes back by itself.") % {"day": as_day(until)})
    return _on_from(request, found)


def _assign(request: AuthorityRequest, seen: list[actions.Seen]) -> HttpResponseBase:
    form = AssignForm(request.authority.pk, request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    found, owner = _own(request, seen), form.cleaned_data["colleague"]
    actions.assign(findings=found, owner=owner, actor=request.actor)
    if owner:
        messages.success(request, _("%(name)s looks into it.") % {"name": owner.user.name})
    else:
        messages.success(request, _("Nobody in particular looks into it now."))
    return _on_from(request, found)


def _own(request: AuthorityRequest, seen: list[actions.Seen]) -> list[StoredFinding]:
    """Those that stand and are this person's to decide about. PermissionDenied when there is none."""
    rows = StoredFinding.objects.standing().select_related("owner").in_bulk([each.pk for each in seen])
    found = [stored for stored in rows.values() if may_answer(request.position, stored)]
    if not found:
        raise PermissionDenied
    return found


def _on_from(request: AuthorityRequest, found: Sequence[StoredFinding]) -> HttpResponseBase:
    """The next finding after one that was opened; else the list as it was."""
    if request.POST.get("next") and (after := queries.next_open(found[-1])):
        return redirect(address(request, "finding", after.pk))
    return redirect(f"{address(request, 'findings')}?{request.GET.urlencode()}")


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
    way = opened.text.ways[int(chosen) - 1] if (chosen := request.GET.get("way", "")) in _numbered(opened) else None
    initial = {"name": f"{way.title.plain} {way.text.plain}"} if way else {}
    context = {
        "finding": opened,
        "form": AnswerForm(request.authority.pk, initial=initial) if asks else None,
        "done": _just_decided(request),
        **_beside(request, stored, asks=asks),
    }
    return render(request, "findings/finding.html", context)


def _numbered(opened: queries.OpenedFinding) -> set[str]:
    return {str(number) for number, _way in enumerate(opened.text.ways, 1)}


def _beside(request: AuthorityRequest, stored: StoredFinding, *, asks: bool) -> dict[str, Any]:
    """What can be done beside answering."""
    if not asks:
        return {}
    return {
        "not_now": NotNowForm(),
        "assigning": AssignForm(request.authority.pk, initial={"colleague": stored.owner_id}),
    }


def _just_decided(request: AuthorityRequest) -> Decision | None:
    """The decision that was recorded a moment ago, which can be undone here."""
    pk = request.GET.get("done", "")
    found = Decision.objects.filter(pk=pk).first() if pk.isdecimal() else None
    return found if found and actions.may_be_undone(found) and _may_review(request.position, found) else None


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
            after = queries.next_open(stored) if request.POST.get("next") else None
            if after is not None:
                return redirect(f"{address(request, 'finding', after.pk)}?done={made.pk}")
            messages.success(request, _("Decision recorded. We compute again on the day you chose."))
            return redirect(address(request, "decision", made.pk))
    stored.refresh_from_db()
    context = {
        "finding": queries.opened(stored, request.authority),
        "form": form,
        **_beside(request, stored, asks=stored.gone_on is None),
    }
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
        "may_undo": actions.may_be_undone(found) and _may_review(request.position, found),
        "may_review": _may_review(request.position, found),
        "due": found.reviewed_on is None and found.review_on is not None and found.review_on <= timezone.localdate(),
    }
    return render(request, "findings/decision.html", context)


def _then_and_now(found: Decision) -> tuple[Labelled, ...]:
    """Nothing for a decision that answers no finding."""
    change = queries.before_after(found)
    return queries.then_and_now(found, change) if change else ()


@require_POST
def decision_undo(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take a decision back on the day it was taken."""
    found = decision_of(pk)
    if not _may_review(request.position, found):
        raise PermissionDenied
    try:
        actions.undo(decision=found, actor=request.actor)
    except actions.TooLate:
        messages.warning(request, str(STAYS))
        return redirect(address(request, "decision", pk))
    messages.success(request, _("The decision is taken back; the finding is open again."))
    stored = StoredFinding.objects.standing().speaking_for(found.finding).first() if found.finding else None
    return redirect(address(request, "finding", stored.pk) if stored else address(request, "decision", pk))


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
