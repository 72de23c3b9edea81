"""Lists and forms of records: what every kind does alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from regiewijzer.foundation.accounts.models import Actor, AuthorityRequest
from regiewijzer.foundation.audit.queries import history
from regiewijzer.register.records import actions
from regiewijzer.register.records.forms import RecordForm
from regiewijzer.register.records.models import Record
from regiewijzer.register.search.queries import search
from regiewijzer.ui.clashes import clashes, sees
from regiewijzer.ui.listing import Filter, Listing, shown

R = TypeVar("R", bound=Record)
MOST_IN_LIST = 2000


@dataclass(frozen=True, slots=True)
class Desk(Generic[R]):
    """Where records of one kind are added and changed: their form, what saves it, and the names of their pages."""

    form: type[RecordForm[R]]
    create: Callable[[RecordForm[R], Actor], R]
    change: Callable[[RecordForm[R], Actor, int], R]
    one: str
    many: str
    title_of_new: Any
    title_of_many: Any
    template: str = "records/form.html"


def address(request: AuthorityRequest, name: str, *arguments: object) -> str:
    """Address of a page of this authority."""
    return reverse(name, args=[request.authority.slug, *arguments])


def show_list(
    request: AuthorityRequest, template: str, rows: QuerySet[Any], listing: Listing, **context: Any
) -> HttpResponseBase:
    """A list, or only its rows when htmx asks."""
    name = f"{template}#rows" if request.htmx else template  # type: ignore[attr-defined]
    page = render(request, name, {"list": shown(listing, rows, request.GET), **context})
    patch_vary_headers(page, ["HX-Request"])
    return page


def words_of(kind: str) -> Callable[[QuerySet[Any], str], QuerySet[Any]]:
    """Narrow a list of this kind to what the search index finds."""

    def narrow(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
        found = search(text, kinds=frozenset({kind}), most=MOST_IN_LIST)
        return rows.filter(pk__in=[item.record for item in found])

    return narrow


def archive_filter() -> Filter:
    """Current records, unless somebody asks for the archive."""
    return Filter(
        "archive",
        gettext_lazy("Archive"),
        lambda: [("current", _("current")), ("archived", _("in the archive"))],
        lambda rows, value: rows.filter(archived_at__isnull=value == "current"),
        "current",
    )


def show_form(request: AuthorityRequest, desk: Desk[R], record: R | None = None) -> HttpResponseBase:
    """Add a record, or change one; what was typed stays when something is wrong."""
    form = desk.form(request.POST or None, instance=record) if record else desk.form(request.POST or None)
    form.instance.authority_id = request.authority.pk
    if request.method == "POST" and form.is_valid():
        try:
            saved = _saved(desk, form, request.actor, record)
        except actions.Conflict:
            return _conflict(request, desk, form)
        messages.success(request, _("Saved."))
        return redirect(address(request, desk.one, saved.pk))
    status = 422 if form.errors else 200
    return render(request, desk.template, {"form": form, "desk": desk, "record": record}, status=status)


def _saved(desk: Desk[R], form: RecordForm[R], actor: Actor, record: R | None) -> R:
    if record is None:
        return desk.create(form, actor)
    return desk.change(form, actor, form.cleaned_data["seen_version"] or 0)


def _conflict(request: AuthorityRequest, desk: Desk[R], form: RecordForm[R]) -> HttpResponse:
    """Both texts side by side, the form still holding mine; saving again is then a choice."""
    stored = type(form.instance)._default_manager.get(pk=form.instance.pk)
    differ = clashes(form, desk.form(instance=stored), leave_out=("as_of",))
    sees(form, request.POST, stored.version)
    lines = history(stored.KIND, stored.pk, most=1)
    context = {"form": form, "desk": desk, "record": stored, "clashes": differ, "last": lines[0] if lines else None}
    return render(request, "records/conflict.html", context, status=409)


def put_away(request: AuthorityRequest, record: Record, desk_one: str, restore_name: str) -> HttpResponse:
    """Archive, and offer to undo it."""
    actions.archive(record, actor=request.actor)
    offer_undo(
        request, _("“%(name)s” is in the archive.") % {"name": record.name}, address(request, restore_name, record.pk)
    )
    return redirect(address(request, desk_one, record.pk))


def bring_back(request: AuthorityRequest, record: Record, desk_one: str) -> HttpResponse:
    """Restore from the archive."""
    actions.restore(record, actor=request.actor)
    messages.success(request, _("“%(name)s” is back.") % {"name": record.name})
    return redirect(address(request, desk_one, record.pk))


def still_right(request: AuthorityRequest, record: Record, desk_one: str) -> HttpResponse:
    """Confirm that the record is right today."""
    actions.confirm(record, actor=request.actor, day=timezone.localdate())
    messages.success(request, _("Confirmed: “%(name)s” is right as of today.") % {"name": record.name})
    return redirect(address(request, desk_one, record.pk))


def offer_undo(request: AuthorityRequest, sentence: str, undo_url: str) -> None:
    """A message with a button that takes the last step back."""
    messages.success(request, sentence, extra_tags=f"undo:{undo_url}")
