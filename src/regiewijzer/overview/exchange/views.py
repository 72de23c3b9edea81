"""Screens of import and export: what to take out, choosing a file, what it would do, and confirming that."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.exchange import actions, queries
from regiewijzer.overview.exchange.forms import (
    MOST_ROWS,
    ROWS_SHOWN,
    TYPED,
    ColumnsForm,
    ConfirmForm,
    NamesForm,
    TypedForm,
    UploadForm,
)
from regiewijzer.overview.exchange.models import ImportDraft
from regiewijzer.overview.exchange.tasks import read_draft, save_draft
from regiewijzer.overview.exchange.wording import State
from regiewijzer.overview.findings.actions import refresh_when_needed
from regiewijzer.register.exchange.files.writing import zipped
from regiewijzer.register.exchange.lists import wording as list_wording
from regiewijzer.register.exchange.lists.ours import ASKED_OF_NAMES
from regiewijzer.register.exchange.lists.proposal import Doubt, Proposal
from regiewijzer.register.records.views import address

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
MOST_NAMED = 10


@require_safe
@needs(Right.EXPORT)
def exchange(request: AuthorityRequest) -> HttpResponseBase:
    """Take the register out, or choose a file to bring in."""
    return _page(request, UploadForm())


@require_safe
@needs(Right.EXPORT)
def exchange_template(request: AuthorityRequest) -> HttpResponseBase:
    """A workbook to fill in."""
    return _file("regiewijzer-sjabloon.xlsx", WORKBOOK, queries.template_workbook())


@require_POST
@needs(Right.EXPORT)
def exchange_export(request: AuthorityRequest) -> HttpResponseBase:
    """The register as a workbook; the trail says who took it."""
    name = f"{_name(request)}.xlsx"
    actions.note_taken_out(file=name, actor=request.actor)
    return _file(name, WORKBOOK, queries.export_workbook(confidential=_sees_all(request)))


@require_POST
@needs(Right.EXPORT)
def exchange_export_csv(request: AuthorityRequest) -> HttpResponseBase:
    """The register as CSV files in a zip file; the trail says who took it."""
    name = f"{_name(request)}.zip"
    actions.note_taken_out(file=name, actor=request.actor)
    return _file(name, ZIP, zipped(queries.export_csv(confidential=_sees_all(request))))


def _sees_all(request: AuthorityRequest) -> bool:
    """Whether what few may see goes along: mandates, and what users told."""
    return request.position.may(Right.SEE_MANDATES) and request.position.may(Right.SEE_INTERVIEWS)


@require_POST
@needs(Right.IMPORT)
def exchange_upload(request: AuthorityRequest) -> HttpResponseBase:
    """Receive files; nothing is saved in the register yet."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    draft = actions.receive(uploads=form.cleaned_data["upload"], position=request.position)
    read_draft.enqueue(request.authority.pk, draft.pk)
    return redirect(address(request, "exchange_preview", draft.pk))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Right.IMPORT)
def exchange_type(request: AuthorityRequest) -> HttpResponseBase:
    """Networks typed in rows; they go the way of a list, with the names that may be one and the preview."""
    asked = request.POST.get("rows", "")
    rows = min(int(asked) if asked.isdecimal() and int(asked) else ROWS_SHOWN, MOST_ROWS)
    if "more" in request.POST:
        more = TypedForm(min(rows + ROWS_SHOWN, MOST_ROWS), initial=request.POST.dict())
        return _typed(request, more)
    form = TypedForm(rows, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _typed(request, form, status=422 if form.is_bound else 200)
    name = _("Typed on %(day)s") % {"day": timezone.localdate().strftime("%d/%m/%Y")}
    draft = actions.receive_typed(cells=form.cells, meanings=list(TYPED), name=name, position=request.position)
    return redirect(address(request, "exchange_names", draft.pk))


@require_safe
@needs(Right.IMPORT)
def exchange_preview(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What the file would do, or how far it is. htmx asks again each second and hears nothing while nothing changed.

    Of a file that is being saved it hears how many rows are.

    Once the networks of somebody's own list are saved the page goes on to what is seen in them.
    """
    draft = queries.draft_of(request.position, pk)
    if request.htmx and draft.working and not queries.is_lost(draft) and request.GET.get("seen") == _far(draft):  # type: ignore[attr-defined]
        return HttpResponse(status=204)
    if draft.state == State.LIST:
        to_columns = address(request, "exchange_columns", pk)
        return HttpResponseClientRedirect(to_columns) if request.htmx else redirect(to_columns)  # type: ignore[attr-defined]
    if request.htmx and draft.state == State.SAVED and draft.preview.get("own_list"):  # type: ignore[attr-defined]
        return HttpResponseClientRedirect(address(request, "onboarding_seen"))
    return _preview(request, draft, ConfirmForm(draft.preview.get("mistake_count", 0)))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Right.IMPORT)
def exchange_columns(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What the columns of somebody's own list become, with what stands in them and why we think so."""
    draft = _list_draft(request, pk)
    today = timezone.localdate()
    proposal = queries.proposal_of(draft, today)
    if request.method != "POST":
        return _columns(request, draft, proposal, ColumnsForm(proposal.columns))
    form = ColumnsForm(proposal.columns, request.POST)
    if not form.is_valid():
        return _columns(request, draft, proposal, form, status=422)
    actions.choose_columns(draft=draft, chosen=form.chosen)
    proposal = queries.proposal_of(draft, today)
    if proposal.problem:
        return _columns(request, draft, proposal, form, status=422)
    return redirect(address(request, "exchange_names", pk))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Right.IMPORT)
def exchange_names(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Which names of the list are one; the answers make the preview of the import."""
    draft = _list_draft(request, pk)
    proposal = queries.proposal_of(draft, timezone.localdate())
    if proposal.problem:
        return redirect(address(request, "exchange_columns", pk))
    kept = queries.answers_of(draft)
    if request.method != "POST":
        return _names(request, draft, proposal, NamesForm(proposal.questions, kept))
    form = NamesForm(proposal.questions, kept, request.POST)
    if not form.is_valid():
        return _names(request, draft, proposal, form, status=422)
    actions.answer_names(draft=draft, answers=form.answers, today=timezone.localdate())
    return redirect(address(request, "exchange_preview", pk))


@require_POST
@needs(Right.IMPORT)
def exchange_undo(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take out everything this import brought in, when nothing was built on it."""
    draft = queries.draft_of(request.position, pk)
    if actions.undo(draft=draft, actor=request.actor):
        refresh_when_needed(authority=request.authority, today=timezone.localdate())
        messages.success(request, _("Everything this file brought in is out again."))
        return redirect(address(request, "exchange"))
    return redirect(address(request, "exchange_preview", pk))


@require_POST
@needs(Right.IMPORT)
def exchange_confirm(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Save what the preview shows."""
    draft = queries.draft_of(request.position, pk)
    form = ConfirmForm(draft.preview.get("mistake_count", 0), request.POST)
    if not form.is_valid():
        return _preview(request, draft, form, status=422)
    if actions.confirm(draft=draft, end_left=form.cleaned_data["end_left"]):
        save_draft.enqueue(request.authority.pk, draft.pk)
    return redirect(address(request, "exchange_preview", pk))


@require_POST
@needs(Right.IMPORT)
def exchange_discard(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Put the file away; the register stays as it is."""
    if not actions.discard(draft=queries.draft_of(request.position, pk)):
        messages.warning(request, _("The file is being saved, so it is too late to put it away."))
        return redirect(address(request, "exchange_preview", pk))
    messages.success(request, _("The file is put away. Nothing was saved."))
    return redirect(address(request, "exchange"))


def _typed(request: AuthorityRequest, form: TypedForm, status: int = 200) -> HttpResponse:
    return render(request, "exchange/type.html", {"form": form, "known": queries.known_partners()}, status=status)


def _list_draft(request: AuthorityRequest, pk: int) -> ImportDraft:
    """The draft while its list can still be changed; 404 otherwise."""
    draft = queries.draft_of(request.position, pk)
    if draft.state not in (State.LIST, State.READY) or not queries.has_list(draft):
        raise Http404
    return draft


def _columns(
    request: AuthorityRequest, draft: ImportDraft, proposal: Proposal, form: ColumnsForm, status: int = 200
) -> HttpResponse:
    context = {
        "draft": draft,
        "form": form,
        "problem": list_wording.problem(proposal),
        "networks": len(proposal.networks),
        "organisations": len(proposal.organisations),
        "program": proposal.program,
        "left": [list_wording.left_out(each) for each in proposal.left],
    }
    return render(request, "exchange/columns.html", context, status=status)


def _names(
    request: AuthorityRequest, draft: ImportDraft, proposal: Proposal, form: NamesForm, status: int = 200
) -> HttpResponse:
    asked = [each for each in proposal.questions if each.kind not in ASKED_OF_NAMES]
    context = {
        "draft": draft,
        "form": form,
        "same": form.of(Doubt.SAME_ORGANISATION),
        "alike": form.of(Doubt.LOOKS_ALIKE),
        "others": form.of(Doubt.NETWORK_TWICE, Doubt.NETWORKS_ALIKE, Doubt.CONTACTS),
        "told": [list_wording.question(each) for each in asked],
        "organisations": len(proposal.organisations),
        "sure": [each.name for each in proposal.organisations if len(each.spellings) == 1],
    }
    return render(request, "exchange/names.html", context, status=status)


def _page(request: AuthorityRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "draft": queries.latest_draft(request.position)}
    return render(request, "exchange/exchange.html", context, status=status)


def _preview(request: AuthorityRequest, draft: ImportDraft, form: ConfirmForm, status: int = 200) -> HttpResponse:
    whole = request.GET.get("show") == "all"
    context = {
        "draft": draft,
        "form": form,
        "whole": whole,
        "lost": queries.is_lost(draft),
        "far": _far(draft),
        "saved": queries.rows_saved(draft) if draft.state == State.SAVING else 0,
        "preview": queries.shown_preview(draft.preview, whole=whole) if draft.preview else None,
        "own_list": bool(draft.chosen),
        "obstacles": queries.obstacles(draft)[:MOST_NAMED] if draft.state == State.SAVED and draft.made else [],
        "refusal": queries.shown_refusal(draft.refusal) if draft.state == State.REFUSED else "",
    }
    template = "exchange/preview.html#draft" if request.htmx else "exchange/preview.html"  # type: ignore[attr-defined]
    return render(request, template, context, status=status)


def _far(draft: ImportDraft) -> str:
    """How far a draft is: another text when there is something new to show of it."""
    return f"{draft.state}{queries.rows_saved(draft) or ''}" if draft.state == State.SAVING else draft.state


def _name(request: AuthorityRequest) -> str:
    return f"regiewijzer-{request.authority.slug}-{timezone.localdate()}"


def _file(name: str, kind: str, content: bytes) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
