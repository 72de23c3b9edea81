"""Screens on which two records become one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.merging import actions, queries
from regiewijzer.overview.merging.forms import MergeForm, OtherForm
from regiewijzer.overview.merging.wording import REASONS, WHAT_HAPPENED, table_in_words
from regiewijzer.register.merges import actions as merges
from regiewijzer.register.merges.models import Merge
from regiewijzer.register.merges.queries import in_the_way, now_part_of
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address, offer_undo

MERGING = Right.EDIT_REGISTER


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record that can be merged. `path`: where its pages stand; `many`: the page of its list."""

    model: type[Any]
    path: str
    many: str
    title_of_many: Any
    question: Any
    likely: Callable[[int | None], list[queries.Double]]

    @property
    def one(self) -> str:
        return str(self.model.KIND)


KINDS = (
    Kind(
        Organisation,
        "partners/",
        "organisations",
        gettext_lazy("Partners"),
        gettext_lazy("Is this twice the same partner?"),
        queries.likely_organisations,
    ),
    Kind(
        Person,
        "mensen/",
        "persons",
        gettext_lazy("People"),
        gettext_lazy("Is this twice the same person?"),
        queries.likely_persons,
    ),
)


@require_safe
@needs(MERGING)
def doubles(request: AuthorityRequest) -> HttpResponseBase:
    """Records that may be one, the surest first."""
    groups = [(kind, [_offered(double) for double in kind.likely(None)]) for kind in KINDS]
    return render(request, "merging/doubles.html", {"groups": groups})


def _offered(double: queries.Double) -> tuple[queries.Double, str]:
    return double, str(REASONS[double.why])


def choose(kind: Kind) -> Callable[..., HttpResponseBase]:
    """Say which other record this one is; likely ones stand ready."""

    @needs(MERGING)
    def view(request: AuthorityRequest, pk: int) -> HttpResponseBase:
        record = get_object_or_404(kind.model, pk=pk)
        form = OtherForm(record, request.POST or None)
        if request.method == "POST" and form.is_valid():
            return redirect(address(request, f"{kind.one}_merge_with", record.pk, form.cleaned_data["other"]))
        likely = [(_other(double, pk), str(REASONS[double.why])) for double in kind.likely(pk)]
        context = {"form": form, "record": record, "kind": kind, "likely": likely}
        return render(request, "merging/choose.html", context, status=422 if form.errors else 200)

    return view


def _other(double: queries.Double, pk: int) -> Any:
    return double.other if double.one.pk == pk else double.one


def compare(kind: Kind) -> Callable[..., HttpResponseBase]:
    """Both side by side: choose per field, then merge, or say that they are two."""

    @needs(MERGING)
    def view(request: AuthorityRequest, pk: int, other: int) -> HttpResponseBase:
        pair = queries.pair_of(kind.model, pk, other)
        if pair is None:
            if request.method == "GET" and now_part_of(kind.one, other) == pk:
                return redirect(address(request, kind.one, pk))
            raise Http404
        stays, goes = pair
        if request.method == "POST" and "apart" in request.POST:
            merges.tell_apart(kind=kind.one, one=pk, other=other, actor=request.actor)
            messages.success(request, _("Noted: these are two. You will not be asked again."))
            return redirect(address(request, kind.one, pk))
        form = MergeForm(stays, goes, request.POST or None)
        moved = False
        if request.method == "POST" and form.is_valid():
            try:
                return _merged(request, kind, form, stays, goes)
            except Conflict:
                stays, goes = queries.pair_of(kind.model, pk, other) or pair
                form, moved = MergeForm(stays, goes), True
        context = {
            "form": form,
            "kind": kind,
            "stays": stays,
            "goes": goes,
            "seats": queries.seats_of(stays, goes),
            "until": queries.until(),
            "moved": moved,
        }
        status = 409 if moved else 422 if form.errors else 200
        return render(request, "merging/compare.html", context, status=status)

    return view


def _merged(request: AuthorityRequest, kind: Kind, form: MergeForm, stays: Any, goes: Any) -> HttpResponse:
    name = goes.name
    merge = actions.merge(
        stays=stays, goes=goes, chosen=form.chosen, seen=form.seen, actor=request.actor, now=timezone.now()
    )
    sentence = _("“%(gone)s” and “%(name)s” are one now.") % {"gone": name, "name": stays.name}
    offer_undo(request, sentence, address(request, f"{kind.one}_merge_undo", stays.pk, merge.pk))
    return redirect(address(request, kind.one, stays.pk))


def take_back(kind: Kind) -> Callable[..., HttpResponseBase]:
    """Both records as they were; or what stands in the way of that."""

    @require_POST
    @needs(MERGING)
    def view(request: AuthorityRequest, pk: int, merge: int) -> HttpResponseBase:
        record = get_object_or_404(kind.model, pk=pk)
        found = get_object_or_404(Merge, pk=merge, kind=kind.one, stays=pk)
        if merges.undo(merge=found, actor=request.actor, now=timezone.now()):
            messages.success(request, _("Taken back: both are there again, as they were."))
            return redirect(address(request, kind.one, pk))
        obstacles = in_the_way(found)
        if not obstacles:
            messages.warning(request, _("This can no longer be undone."))
            return redirect(address(request, kind.one, pk))
        lines = [(table_in_words(each.model), each.name, str(WHAT_HAPPENED[each.why])) for each in obstacles]
        context = {"record": record, "kind": kind, "lines": lines}
        return render(request, "merging/in_the_way.html", context, status=409)

    return view
