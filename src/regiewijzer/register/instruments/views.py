"""Screens of instruments; the page of one instrument is composed in overview/dossier."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import Actor, AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments import actions, queries
from regiewijzer.register.instruments.forms import AimForm, InstrumentForm, RelationForm
from regiewijzer.register.instruments.models import Aim, Instrument, Relation
from regiewijzer.register.records import views as records
from regiewijzer.register.records.forms import RecordForm
from regiewijzer.register.records.views import address
from regiewijzer.register.records.wording import word_choices
from regiewijzer.ui.listing import Column, Filter, Listing


def _add(form: RecordForm[Instrument], actor: Actor) -> Instrument:
    return actions.add_instrument(
        instrument=form.save(commit=False), challenges=form.cleaned_data["challenges"], actor=actor
    )


def _change(form: RecordForm[Instrument], actor: Actor, version: int) -> Instrument:
    return actions.change_instrument(
        instrument=form.save(commit=False),
        challenges=form.cleaned_data["challenges"],
        actor=actor,
        seen_version=version,
    )


DESK = records.Desk(
    form=InstrumentForm,
    create=_add,
    change=_change,
    one="instrument",
    many="instruments",
    title_of_new=gettext_lazy("Add an instrument"),
    title_of_many=gettext_lazy("Instruments"),
    template="instruments/form.html",
)


def _challenge_options() -> list[tuple[str, str]]:
    found = Challenge.objects.current().order_by("name").values_list("pk", "name")
    return [("", _("all")), *((str(pk), name) for pk, name in found)]


def _listing() -> Listing:
    return Listing(
        columns=(
            Column("name", gettext_lazy("Instrument"), ("name",)),
            Column("place", gettext_lazy("Enforcement power"), ("place",)),
            Column("status", gettext_lazy("Status"), ("status",)),
            Column("challenges", gettext_lazy("Challenges")),
            Column("as_of", gettext_lazy("As of"), ("as_of",)),
        ),
        sort="place",
        filters=(
            Filter(
                "status",
                gettext_lazy("Status"),
                lambda: [("", _("all")), *word_choices("instrument_statuses")],
                lambda rows, value: rows.filter(status=value),
            ),
            Filter(
                "origin",
                gettext_lazy("Origin"),
                lambda: [("", _("all")), *word_choices("origins")],
                lambda rows, value: rows.filter(origin=value),
            ),
            Filter(
                "challenge",
                gettext_lazy("Challenge"),
                _challenge_options,
                lambda rows, value: rows.filter(purposes__challenge=value),
            ),
            records.archive_filter(),
        ),
        search=records.words_of(Instrument.KIND),
    )


@require_safe
@needs(Right.SEE)
def instruments(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_list(
        request, "instruments/list.html", queries.for_list(limits_of(request.authority).power_order), _listing()
    )


@needs(Right.EDIT_REGISTER)
def instrument_add(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_form(request, DESK)


@needs(Right.EDIT_REGISTER)
def instrument_edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.show_form(request, DESK, queries.instrument_of(pk))


@require_POST
@needs(Right.EDIT_REGISTER)
def instrument_confirm(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.still_right(request, queries.instrument_of(pk), DESK.one)


@require_POST
@needs(Right.EDIT_REGISTER)
def instrument_archive(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.put_away(request, queries.instrument_of(pk), DESK.one, "instrument_restore")


@require_POST
@needs(Right.EDIT_REGISTER)
def instrument_restore(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.bring_back(request, queries.instrument_of(pk), DESK.one)


@require_safe
@needs(Right.EDIT_REGISTER)
def instrument_links(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Whom the instrument aims at, and how it acts on other instruments."""
    return _links_page(request, queries.instrument_of(pk))


@require_POST
@needs(Right.EDIT_REGISTER)
def instrument_aim_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    instrument = queries.instrument_of(pk)
    form = AimForm(request.POST)
    if not form.is_valid():
        return _links_page(request, instrument, aim_form=form)
    actions.aim(instrument=instrument, organisation=form.cleaned_data["organisation"], actor=request.actor)
    return _saved(request, pk)


@require_POST
@needs(Right.EDIT_REGISTER)
def instrument_aim_remove(request: AuthorityRequest, pk: int, aim: int) -> HttpResponseBase:
    found = Aim.objects.select_related("instrument", "organisation")
    actions.stop_aiming(target=get_object_or_404(found, pk=aim, instrument=pk), actor=request.actor)
    return _saved(request, pk)


@require_POST
@needs(Right.EDIT_REGISTER)
def instrument_relation_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    instrument = queries.instrument_of(pk)
    form = RelationForm(instrument, request.POST)
    if not form.is_valid():
        return _links_page(request, instrument, relation_form=form)
    actions.relate(relation=form.save(commit=False), actor=request.actor)
    return _saved(request, pk)


@require_POST
@needs(Right.EDIT_REGISTER)
def instrument_relation_remove(request: AuthorityRequest, pk: int, relation: int) -> HttpResponseBase:
    found = Relation.objects.select_related("instrument", "other")
    actions.unrelate(relation=get_object_or_404(found, pk=relation, instrument=pk), actor=request.actor)
    return _saved(request, pk)


def _saved(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    messages.success(request, _("Saved."))
    return redirect(address(request, "instrument_links", pk))


def _links_page(
    request: AuthorityRequest,
    instrument: Instrument,
    aim_form: AimForm | None = None,
    relation_form: RelationForm | None = None,
) -> HttpResponseBase:
    context = {
        "instrument": instrument,
        "aims": instrument.aims.select_related("organisation"),
        "relations": instrument.relations.select_related("other"),
        "aim_form": aim_form or AimForm(),
        "relation_form": relation_form or RelationForm(instrument),
    }
    return render(request, "instruments/links.html", context, status=422 if aim_form or relation_form else 200)
