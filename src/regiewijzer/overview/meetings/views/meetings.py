"""Screens of one meeting, from its agenda to its minutes, and of one action."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.audit.queries import history
from regiewijzer.foundation.post import NoMail
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.meetings import actions as mails
from regiewijzer.overview.meetings import queries
from regiewijzer.overview.meetings.documents import minutes as papers
from regiewijzer.overview.meetings.documents import next_meeting
from regiewijzer.overview.meetings.forms import Ticked, presence_of, ticked, to_do_of
from regiewijzer.overview.meetings.tasks import send_mails
from regiewijzer.register.meetings import actions
from regiewijzer.register.meetings.forms import ItemForm
from regiewijzer.register.meetings.models import LONGEST_MINUTES, AgendaItem, ItemOrigin, MailAbout, Meeting
from regiewijzer.register.meetings.queries import (
    action_of,
    action_to_change,
    last_meeting_of,
    may_change_action,
    may_change_meeting,
    meeting_of,
    meeting_to_change,
)
from regiewijzer.register.networks.queries import members_on
from regiewijzer.register.records.views import address
from regiewijzer.register.records.wording import word_choices
from regiewijzer.tools.breakthrough import public as breakthrough
from regiewijzer.tools.insights import public as insights
from regiewijzer.tools.mandates.public import to_feed_back

NOTHING_SENT = {
    "log": gettext_lazy(
        "No mail server is set, so nothing was sent. Keep the invitation or the minutes as a file and send it yourself."
    ),
    "down": gettext_lazy("The mail server cannot be reached. Nothing was sent; try again later."),
}


@require_safe
@needs(Right.SEE)
def meeting(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Agenda, who comes, what is still to do, and what was agreed."""
    return _page(request, meeting_of(pk))


def _page(request: AuthorityRequest, found: Meeting, form: ItemForm | None = None) -> HttpResponseBase:
    may_change = may_change_meeting(request.position, found)
    page = queries.page_of(found, request.authority)
    context = {
        "page": page,
        "lines": page.lines,
        "meeting": found,
        "may_change": may_change,
        "form": form or (ItemForm() if may_change else None),
        "aims": word_choices("agenda_aims"),
        "presences": word_choices("presences"),
    }
    return render(request, "meetings/meeting.html", context, status=422 if form else 200)


@require_POST
def agenda_take(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take over what is proposed: the items that were ticked, or one of them."""
    found = meeting_to_change(request.position, pk)
    wanted = set(request.POST.getlist("item"))
    items = [each.item for each in queries.page_of(found, request.authority).proposed if each.key in wanted]
    if items:
        actions.take_over(meeting=found, items=items, actor=request.actor)
        count = len(items)
        messages.success(
            request,
            ngettext("%(count)s item is on the agenda.", "%(count)s items are on the agenda.", count)
            % {"count": count},
        )
    return redirect(address(request, "meeting", pk) + "#agenda")


@require_POST
def item_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Put an item of one's own on the agenda."""
    found = meeting_to_change(request.position, pk)
    form = ItemForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    item = form.save(commit=False)
    item.origin = ItemOrigin.OWN
    actions.take_over(meeting=found, items=[item], actor=request.actor)
    return redirect(address(request, "meeting", pk) + "#agenda")


@require_POST
def item_change(request: AuthorityRequest, pk: int, item: int) -> HttpResponseBase:
    """Another aim, length, speaker or title."""
    found = meeting_to_change(request.position, pk)
    stored = _item(found, item)
    given: dict[str, Any] = {name: getattr(stored, name) for name in ("title", "aim", "minutes", "who")}
    form = ItemForm({**given, **request.POST.dict()}, instance=stored)
    if form.is_valid():
        actions.change_item(item=form.save(commit=False), actor=request.actor)
    else:
        problems = " ".join(str(sentence) for sentences in form.errors.values() for sentence in sentences)
        messages.error(request, f"{given['title']}: {problems}")
    return redirect(address(request, "meeting", pk) + "#agenda")


@require_POST
def item_move(request: AuthorityRequest, pk: int, item: int) -> HttpResponseBase:
    """One place higher or lower."""
    found = meeting_to_change(request.position, pk)
    actions.move_item(item=_item(found, item), up=request.POST.get("to") != "down", actor=request.actor)
    return redirect(address(request, "meeting", pk) + "#agenda")


@require_POST
def item_remove(request: AuthorityRequest, pk: int, item: int) -> HttpResponseBase:
    """Off the agenda."""
    found = meeting_to_change(request.position, pk)
    actions.remove_item(item=_item(found, item), actor=request.actor)
    return redirect(address(request, "meeting", pk) + "#agenda")


def _item(found: Meeting, item: int) -> AgendaItem:
    return get_object_or_404(found.items.all(), pk=item)


@require_POST
def presence(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Who comes, or was there."""
    found = meeting_to_change(request.position, pk)
    sitting = {
        each.organisation_id: [delegate.person_id for delegate in each.delegates.all()]
        for each in members_on(found.network, found.held_on)
    }
    actions.note_presence(meeting=found, seen=presence_of(sitting, request.POST), actor=request.actor)
    messages.success(request, _("Saved."))
    return redirect(address(request, "meeting", pk) + "#presence")


def minutes(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Write or paste minutes; what is marked in them stands beside, to tick before they are settled."""
    found = meeting_to_change(request.position, pk)
    if found.closed:
        messages.info(request, _("These minutes are settled."))
        return redirect(address(request, "meeting", pk))
    if request.method != "POST":
        return _minutes_page(request, found)
    if "text" not in request.POST:
        return _minutes_page(request, found, status=422)
    text = _typed(request)
    if len(text) > LONGEST_MINUTES:
        return _minutes_page(request, found, text=text, problem=_too_long(text), status=422)
    try:
        actions.keep_draft(meeting=found, text=text, seen_version=_version(request), actor=request.actor)
    except actions.WrittenMeanwhile as meanwhile:
        return _minutes_page(request, found, text=text, meanwhile=meanwhile, status=409)
    return redirect(address(request, "meeting_minutes", pk) + "#found")


def _minutes_page(
    request: AuthorityRequest,
    found: Meeting,
    *,
    text: str | None = None,
    answer: Ticked | None = None,
    meanwhile: actions.WrittenMeanwhile | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponseBase:
    page = queries.page_of(found, request.authority)
    owners = queries.owners_of(found.network, request.authority)
    written = text if text is not None else page.draft.text if page.draft else _empty_minutes(page)
    proposal = answer.proposal if answer else queries.proposed_by(written, found, owners)
    context = {
        "page": page,
        "meeting": found,
        "text": written,
        "version": page.draft.version if page.draft else 0,
        "proposal": proposal,
        "owners": list(owners.by_code.values()),
        "meanwhile": meanwhile.draft if meanwhile else None,
        "problem": problem,
        "elsewhere": page.draft if page.draft and page.draft.written_by_id != request.position.pk else None,
    }
    return render(request, "meetings/minutes.html", context, status=status)


def _empty_minutes(page: queries.MeetingPage) -> str:
    """The items of the agenda, one below the other, to type under."""
    return "\n\n".join(f"{number}. {timed.item.title}\n" for number, timed in enumerate(page.items, 1))


@require_POST
def minutes_save(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Keep what is being typed, and say so; who writes at once with somebody else is told, and loses nothing."""
    found = meeting_to_change(request.position, pk)
    text = _typed(request)
    context: dict[str, Any] = {"meeting": found}
    if len(text) > LONGEST_MINUTES:
        return render(request, "meetings/_saved.html", {**context, "problem": _too_long(text)})
    try:
        draft = actions.keep_draft(meeting=found, text=text, seen_version=_version(request), actor=request.actor)
    except actions.WrittenMeanwhile as meanwhile:
        context |= {"meanwhile": meanwhile.draft, "version": _version(request)}
        return render(request, "meetings/_saved.html", context)
    except actions.AlreadyClosed:
        return render(request, "meetings/_saved.html", {**context, "problem": _("These minutes are settled.")})
    return render(request, "meetings/_saved.html", {**context, "draft": draft, "version": draft.version})


@require_POST
def minutes_close(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Settle the minutes with the actions and decisions that are ticked. A wrong row keeps everything as it was."""
    found = meeting_to_change(request.position, pk)
    owners = queries.owners_of(found.network, request.authority)
    draft = queries.page_of(found, request.authority).draft
    if found.closed or draft is None or not draft.text.strip():
        messages.warning(request, _("There is no text yet to settle.") if not found.closed else _("Settled before."))
        return redirect(address(request, "meeting" if found.closed else "meeting_minutes", pk))
    answer = ticked(queries.proposed_by(draft.text, found, owners), owners, request.POST)
    if answer.wrong:
        return _minutes_page(request, found, text=draft.text, answer=answer, status=422)
    made = actions.close_minutes(
        meeting=found,
        text=draft.text,
        to_do=to_do_of(answer.taken, owners),
        agreements=answer.agreements,
        actor=request.actor,
    )
    count = len(made)
    messages.success(
        request,
        ngettext(
            "The minutes are settled, with %(count)s action.", "The minutes are settled, with %(count)s actions.", count
        )
        % {"count": count},
    )
    return redirect(address(request, "meeting", pk))


def _typed(request: AuthorityRequest) -> str:
    return request.POST.get("text", "").replace("\r\n", "\n").replace("\0", "")


def _version(request: AuthorityRequest) -> int:
    typed = request.POST.get("seen_version", "")
    return int(typed) if typed.isdecimal() else 0


def _too_long(text: str) -> str:
    return _("Minutes hold at most %(most)s characters; these are %(length)s. Nothing was saved yet.") % {
        "most": LONGEST_MINUTES,
        "length": len(text),
    }


@require_POST
def approve(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The members approved the minutes of the meeting before this one."""
    found = meeting_to_change(request.position, pk)
    before = last_meeting_of(found.network, found.held_on)
    if before is None or not before.closed or before.approved_on:
        messages.warning(request, _("There are no minutes that wait for approval."))
    else:
        actions.approve(meeting=before, day=found.held_on, actor=request.actor)
        messages.success(request, _("The minutes are approved."))
    return redirect(address(request, "meeting", pk))


@require_POST
def invite(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Have the invitation, or the cancellation, sent to who sits there."""
    return _mailed(request, meeting_to_change(request.position, pk), MailAbout.INVITATION)


@require_POST
def minutes_send(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Have the settled minutes sent to who sits there."""
    found = meeting_to_change(request.position, pk)
    if not found.closed:
        messages.warning(request, _("These minutes are not settled yet, so nothing was sent."))
        return redirect(address(request, "meeting", pk))
    return _mailed(request, found, MailAbout.MINUTES)


def _mailed(request: AuthorityRequest, found: Meeting, about: MailAbout) -> HttpResponseBase:
    """Leave it to the worker; the page says what became of each mail."""
    try:
        asked = mails.ask_mails(meeting=found, about=about, actor=request.actor)
    except NoMail as wrong:
        messages.error(request, str(NOTHING_SENT[wrong.reason]))
        return redirect(address(request, "meeting", found.pk))
    if not asked:
        messages.warning(request, _("Nobody who sits there has a mail address here, so nothing was sent."))
        return redirect(address(request, "meeting", found.pk))
    send_mails.enqueue(request.authority.pk, found.pk, about)
    return redirect(address(request, "meeting", found.pk) + "#post")


@require_safe
@needs(Right.EXPORT)
def minutes_word(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The minutes as a Word file; 404 until they are settled."""
    found = _settled(pk)
    headers = {"Content-Disposition": f'attachment; filename="{_file_name(found)}.docx"'}
    return HttpResponse(papers.as_word(found), content_type=papers.WORD, headers=headers)


@require_safe
@needs(Right.EXPORT)
def minutes_pdf(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The minutes as a PDF; 404 until they are settled."""
    found = _settled(pk)
    made = papers.as_pdf(found, request.authority, timezone.localdate())
    headers = {
        "Content-Disposition": f'inline; filename="{_file_name(found)}.pdf"',
        "Content-Language": get_language() or "nl",
    }
    return HttpResponse(made.content, content_type="application/pdf", headers=headers)


@require_safe
@needs(Right.EXPORT)
def on_one_page(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The meeting on one page to print; with promises for who sees the mandates of its network."""
    found = meeting_of(pk)
    page = queries.page_of(found, request.authority, next_meeting.ROWS)
    promises = to_feed_back(request.position, found.network)
    made = next_meeting.as_pdf(page, promises, request.authority, timezone.localdate())
    name = f"overleg-{slugify(found.network.name)[:60]}-{found.held_on}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Content-Language": get_language() or "nl"}
    return HttpResponse(made.content, content_type="application/pdf", headers=headers)


def _settled(pk: int) -> Meeting:
    found = meeting_of(pk)
    if not found.closed:
        raise Http404
    return found


def _file_name(found: Meeting) -> str:
    return f"verslag-{slugify(found.network.name)[:60]}-{found.held_on}"


@require_safe
@needs(Right.SEE)
def action(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """One action: who, by when, where it was agreed, and what happened to it."""
    found = action_of(pk)
    context = {
        "action": found,
        "may_change": may_change_action(request.position, found),
        "overdue": found.is_overdue(timezone.localdate()),
        "lines": history(found.KIND, found.pk, most=queries.MOST_LINES),
        "tries": breakthrough.Try.objects.filter(action=found).select_related("network"),
        "insights": insights.that_changed(request.position, found),
    }
    return render(request, "meetings/action.html", context)


@require_POST
def action_tick(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Done, or not after all; ticking twice is ticking once."""
    found = action_to_change(request.position, pk)
    done = request.POST.get("done", "yes") == "yes"
    if actions.tick(action=found, done=done, actor=request.actor):
        messages.success(request, _("Done.") if done else _("Open again."))
    return redirect(address(request, "action", pk))
