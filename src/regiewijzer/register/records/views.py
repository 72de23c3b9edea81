"""Lists and forms of records: what every kind does alike."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import Actor, AuthorityRequest, Position
from regiewijzer.foundation.audit.queries import history
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.register.policy.queries import policy_choices
from regiewijzer.register.records import actions
from regiewijzer.register.records.forms import RecordForm
from regiewijzer.register.records.models import Record
from regiewijzer.register.records.wording import label_of_code, theme_choices, word_choices
from regiewijzer.register.search.queries import search
from regiewijzer.science.upkeep import stale_for
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.conflicts import conflicts, rebase
from regiewijzer.ui.listing import Cell, Column, Filter, Listing, shown
from regiewijzer.ui.templatetags.regiewijzer import short_day

R = TypeVar("R", bound=Record)
MOST_IN_LIST = 2000
LONGEST_NOTE = 110


def address(request: AuthorityRequest, name: str, *arguments: str | int) -> str:
    """Address of a page of this authority."""
    return address_of(name, request.authority.slug, *arguments)


@dataclass(frozen=True, slots=True)
class Link:
    """A page of the authority that a list offers, to whoever has the right."""

    label: Any
    page: str
    style: str = ""
    arguments: tuple[str | int, ...] = ()
    right: Right | None = None


BUTTON, QUIET = "btn", "btn btn--quiet"
IMPORT = Link(gettext_lazy("Import a workbook"), "exchange", QUIET)


@dataclass(frozen=True, slots=True)
class ListPage:
    """What stands round the rows of a list: its title, what it is for, what one can do, what to say without rows."""

    title: Any
    lead: Any
    empty_title: Any
    empty: Any
    links: tuple[Link, ...] = ()
    empty_links: tuple[Link, ...] = ()


def show_list(request: AuthorityRequest, page: ListPage, rows: QuerySet[Any], listing: Listing) -> HttpResponseBase:
    """A list, or only its rows when htmx asks."""
    template = "records/list.html#rows" if request.htmx else "records/list.html"  # type: ignore[attr-defined]
    context = {
        "list": shown(listing, rows, request),
        "about": page,
        "links": _offered(request, page.links),
        "empty_links": _offered(request, page.empty_links),
    }
    answer = render(request, template, context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def _offered(request: AuthorityRequest, links: tuple[Link, ...]) -> list[tuple[Link, str]]:
    may = request.position.may
    return [
        (link, address(request, link.page, *link.arguments)) for link in links if link.right is None or may(link.right)
    ]


def words_of(kind: str) -> Callable[[QuerySet[Any], str], QuerySet[Any]]:
    """Narrow a list of this kind to what the search index finds."""

    def narrow(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
        found = search(text, kinds=frozenset({kind}), most=MOST_IN_LIST)
        return rows.filter(pk__in=[item.record for item in found])

    return narrow


def by_word(field: str, label: Any, group: str, key: str = "") -> Filter:
    """Rows with one code of a group of the library in a field; `key` is what the address calls it."""
    return Filter(
        key or field,
        label,
        lambda: [("", _("all")), *word_choices(group)],
        lambda rows, value: rows.filter(**{field: value}),
    )


def by_theme() -> Filter:
    """Rows about one policy theme."""
    return Filter(
        "theme",
        gettext_lazy("Theme"),
        lambda: [("", _("all")), *theme_choices()],
        lambda rows, value: rows.filter(themes__contains=[value]),
    )


def by_policy_code() -> Filter:
    """Rows under one code of the multi-year plan."""
    return Filter(
        "policy",
        gettext_lazy("Policy code"),
        lambda: [("", _("all")), *policy_choices()],
        lambda rows, value: rows.filter(policy_codes__contains=[value]),
    )


def named(label: Any, page: str, note: Callable[[Any], str | None] = lambda _row: "") -> Column:
    """The name of a row, which opens its page, with the beginning of a note below it."""

    def show(row: Any, request: AuthorityRequest) -> Cell:
        return Cell(row.name, Truncator(note(row) or "").chars(LONGEST_NOTE), address(request, page, row.pk))

    return Column("name", label, ("name",), show, heads=True)


def counted(key: str, label: Any, field: str) -> Column:
    """A number of other things, counted by the query."""
    return Column(key, label, (field,), lambda row, _request: getattr(row, field), numeric=True, descending_first=True)


def coded(field: str, label: Any, group: str) -> Column:
    """The word for the code of the library in a field."""
    return Column(field, label, (field,), lambda row, _request: label_of_code(getattr(row, field), group), words=True)


def _as_of(row: Any, request: AuthorityRequest) -> Cell:
    stale = stale_for(row.as_of, timezone.localdate(), limits_of(request.authority)) is not None
    return Cell(short_day(row.as_of), state="tight" if stale else "")


AS_OF = Column("as_of", gettext_lazy("As of"), ("as_of",), _as_of)


def archive_filter() -> Filter:
    """Current records, unless somebody asks for the archive."""
    return Filter(
        "archive",
        gettext_lazy("Which records"),
        lambda: [("current", _("not in the archive")), ("archived", _("in the archive"))],
        lambda rows, value: rows.filter(archived_at__isnull=value == "current"),
        "current",
    )


@dataclass(frozen=True, slots=True)
class RecordScreens(Generic[R]):
    """One kind of record on the screen: its list and form, who may change it, what saves it, where its pages stand.

    `one` and `many` name the pages; `path` is where they stand. `right` is what adding takes; `to_change` gives the
    record to whoever may change it, and refuses everybody else.
    """

    one: str
    many: str
    path: str
    title_of_new: Any
    form: type[RecordForm[R]]
    right: Right
    to_change: Callable[[Position, int], R]
    rows: Callable[[AuthorityRequest], QuerySet[Any]]
    listing: Listing
    list_page: ListPage
    form_template: str = "records/form.html"
    create: Callable[[RecordForm[R], Actor], R] = lambda form, actor: actions.create(
        form.save(commit=False), actor=actor
    )
    change: Callable[[RecordForm[R], Actor, int], R] = lambda form, actor, version: actions.change(
        form.save(commit=False), actor=actor, seen_version=version
    )
    confirmed: bool = True  # whether somebody says now and then that it is still right


def urls(screens: RecordScreens[R]) -> list[URLPattern]:
    """Addresses of the list and of adding, changing, confirming, archiving and restoring one; its page is elsewhere."""
    one, path_of_one = screens.one, f"{screens.path}<int:pk>/"
    add_one = Link(screens.title_of_new, f"{one}_add", BUTTON, right=screens.right)
    page = replace(screens.list_page, links=(*screens.list_page.links, add_one))

    @require_safe
    @needs(Right.SEE)
    def listed(request: AuthorityRequest) -> HttpResponseBase:
        return show_list(request, page, screens.rows(request), screens.listing)

    @needs(screens.right)
    def add(request: AuthorityRequest) -> HttpResponseBase:
        return show_form(request, screens)

    def edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
        return show_form(request, screens, screens.to_change(request.position, pk))

    def done(step: Callable[[AuthorityRequest, RecordScreens[R], R], HttpResponseBase]) -> Callable[..., Any]:
        @require_POST
        def view(request: AuthorityRequest, pk: int) -> HttpResponseBase:
            return step(request, screens, screens.to_change(request.position, pk))

        return view

    steps = [
        path(f"{path_of_one}archiveren/", done(archive), name=f"{one}_archive"),
        path(f"{path_of_one}terugzetten/", done(restore), name=f"{one}_restore"),
    ]
    if screens.confirmed:
        steps.append(path(f"{path_of_one}bevestigen/", done(confirm), name=f"{one}_confirm"))
    return [
        path(screens.path, listed, name=screens.many),
        path(f"{screens.path}nieuw/", add, name=f"{one}_add"),
        path(f"{path_of_one}wijzigen/", edit, name=f"{one}_edit"),
        *steps,
    ]


def with_right(right: Right, find: Callable[[int], R]) -> Callable[[Position, int], R]:
    """The record, for whoever has this right by role; whether it exists says nothing to anybody else."""

    def to_change(position: Position, pk: int) -> R:
        if not position.may(right):
            raise PermissionDenied
        return find(pk)

    return to_change


def show_form(request: AuthorityRequest, screens: RecordScreens[R], record: R | None = None) -> HttpResponseBase:
    """Add a record, or change one; what was typed stays when something is wrong."""
    if record:
        form = screens.form(request.POST or None, instance=record)
    else:
        form = screens.form(request.POST or None, initial=request.GET.dict())
    form.instance.authority_id = request.authority.pk
    form.filled_in_by(request.position)
    if request.method == "POST" and form.is_valid():
        try:
            saved = _saved(screens, form, request.actor, record)
        except actions.Conflict:
            return _conflict(request, screens, form)
        messages.success(request, _("Saved."))
        return redirect(address(request, screens.one, saved.pk))
    status = 422 if form.errors else 200
    return render(request, screens.form_template, {"form": form, "screens": screens, "record": record}, status=status)


def _saved(screens: RecordScreens[R], form: RecordForm[R], actor: Actor, record: R | None) -> R:
    if record is None:
        return screens.create(form, actor)
    return screens.change(form, actor, form.cleaned_data["seen_version"] or 0)


def _conflict(request: AuthorityRequest, screens: RecordScreens[R], form: RecordForm[R]) -> HttpResponse:
    """Both texts side by side, the form still holding mine; saving again is then a choice."""
    stored = type(form.instance)._default_manager.get(pk=form.instance.pk)
    theirs = screens.form(instance=stored)
    theirs.filled_in_by(request.position)
    differ = conflicts(form, theirs, leave_out=("as_of",))
    rebase(form, request.POST, stored.version)
    lines = history(stored.KIND, stored.pk, most=1)
    context = {
        "form": form,
        "screens": screens,
        "record": stored,
        "conflicts": differ,
        "last": lines[0] if lines else None,
    }
    return render(request, "records/conflict.html", context, status=409)


def archive(request: AuthorityRequest, screens: RecordScreens[R], record: R) -> HttpResponse:
    """Take it out of lists and findings, and offer to undo that."""
    actions.archive(record, actor=request.actor)
    undo = address(request, f"{screens.one}_restore", record.pk)
    offer_undo(request, _("“%(name)s” is in the archive.") % {"name": record.name}, undo)
    return redirect(address(request, screens.one, record.pk))


def restore(request: AuthorityRequest, screens: RecordScreens[R], record: R) -> HttpResponse:
    """Bring it back from the archive."""
    actions.restore(record, actor=request.actor)
    messages.success(request, _("“%(name)s” is back.") % {"name": record.name})
    return redirect(address(request, screens.one, record.pk))


def confirm(request: AuthorityRequest, screens: RecordScreens[R], record: R) -> HttpResponse:
    """Say that it is right today."""
    actions.confirm(record, actor=request.actor, day=timezone.localdate())
    messages.success(request, _("Confirmed: “%(name)s” is right as of today.") % {"name": record.name})
    return redirect(address(request, screens.one, record.pk))


def offer_undo(request: AuthorityRequest, sentence: str, undo_url: str) -> None:
    """A message with a button that takes the last step back."""
    messages.success(request, sentence, extra_tags=f"undo:{undo_url}")
