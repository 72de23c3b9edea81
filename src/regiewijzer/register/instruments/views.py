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
from regiewijzer.register.instruments.templatetags.instruments import mix
from regiewijzer.register.records import views as records
from regiewijzer.register.records.forms import RecordForm
from regiewijzer.register.records.views import address
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


def _challenge_options() -> list[tuple[str, str]]:
    found = Challenge.objects.current().order_by("name").values_list("pk", "name")
    return [("", _("all")), *((str(pk), name) for pk, name in found)]


def _challenges(instrument: Instrument, _request: AuthorityRequest) -> str:
    return ", ".join(purpose.challenge.name for purpose in instrument.purposes.all())


SCREENS = records.RecordScreens(
    one="instrument",
    many="instruments",
    path="instrumenten/",
    title_of_new=gettext_lazy("Add an instrument"),
    form=InstrumentForm,
    form_template="instruments/form.html",
    create=_add,
    change=_change,
    right=Right.EDIT_REGISTER,
    to_change=records.with_right(Right.EDIT_REGISTER, queries.instrument_of),
    rows=lambda request: queries.for_list(limits_of(request.authority).power_order),
    listing=Listing(
        columns=(
            records.named(gettext_lazy("Instrument"), "instrument", lambda row: row.goal),
            Column("place", gettext_lazy("Enforcement power"), ("place",), lambda row, _request: mix(row)),
            records.coded("status", gettext_lazy("Status"), "instrument_statuses"),
            Column("challenges", gettext_lazy("Challenges"), show=_challenges),
            records.AS_OF,
        ),
        sort="place",
        filters=(
            records.by_word("status", gettext_lazy("Status"), "instrument_statuses"),
            records.by_word("origin", gettext_lazy("Origin"), "origins"),
            Filter(
                "challenge",
                gettext_lazy("Challenge"),
                _challenge_options,
                lambda rows, value: rows.filter(purposes__challenge=value),
            ),
            records.by_policy_code(),
            records.archive_filter(),
        ),
        search=records.words_of(Instrument.KIND),
    ),
    list_page=records.ListPage(
        title=gettext_lazy("Instruments"),
        lead=gettext_lazy(
            "With what you steer, from little to much enforcement power. More power is not better: take no more than "
            "needed."
        ),
        links=(records.Link(gettext_lazy("On the axis of power"), "axis"),),
        empty_title=gettext_lazy("No instruments yet"),
        empty=gettext_lazy(
            "A vision note, a grant, an agreement, a regulation, a network: each is a way to move others. Start with "
            "the five you used last year."
        ),
        empty_links=(records.IMPORT,),
    ),
)


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
