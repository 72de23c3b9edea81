"""Screens of organisations and persons; the page of one is composed in overview/dossier."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import Actor, AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.organisations import actions, queries
from regiewijzer.register.organisations.forms import OrganisationForm, PersonForm
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records import views as records
from regiewijzer.register.records.forms import RecordForm
from regiewijzer.register.records.views import address
from regiewijzer.register.records.wording import domain_choices, word_choices
from regiewijzer.ui.listing import Column, Filter, Listing


def _add_organisation(form: RecordForm[Organisation], actor: Actor) -> Organisation:
    assert isinstance(form, OrganisationForm)
    return actions.add_organisation(organisation=form.save(commit=False), numbers=form.numbers, actor=actor)


def _change_organisation(form: RecordForm[Organisation], actor: Actor, version: int) -> Organisation:
    assert isinstance(form, OrganisationForm)
    return actions.change_organisation(
        organisation=form.save(commit=False), numbers=form.numbers, actor=actor, seen_version=version
    )


ORGANISATIONS = records.Desk(
    form=OrganisationForm,
    create=_add_organisation,
    change=_change_organisation,
    one="organisation",
    many="organisations",
    title_of_new=_("Add a partner"),
    title_of_many=_("Partners"),
)

PERSONS = records.Desk(
    form=PersonForm,
    create=lambda form, actor: actions.add_person(person=form.save(commit=False), actor=actor),
    change=lambda form, actor, version: actions.change_person(
        person=form.save(commit=False), actor=actor, seen_version=version
    ),
    one="person",
    many="persons",
    title_of_new=_("Add a person"),
    title_of_many=_("People"),
)

ORGANISATION_LISTING = Listing(
    columns=(
        Column("name", _("Organisation"), ("name",)),
        Column("kind", _("Kind"), ("kind",)),
        Column("domains", _("Domains")),
        Column("networks", _("Networks"), ("network_count",), numeric=True, descending_first=True),
        Column("as_of", _("As of"), ("as_of",)),
    ),
    sort="name",
    filters=(
        Filter(
            "kind",
            _("Kind"),
            lambda: [("", _("all")), *word_choices("organisation_kinds")],
            lambda rows, value: rows.filter(kind=value),
        ),
        Filter(
            "domain",
            _("Domain"),
            lambda: [("", _("all")), *domain_choices()],
            lambda rows, value: rows.filter(domains__contains=[value]),
        ),
        Filter(
            "voice",
            _("Users"),
            lambda: [("", _("all")), ("yes", _("speaks for users"))],
            lambda rows, value: rows.filter(speaks_for_users=True),
        ),
        records.archive_filter(),
    ),
    search=records.words_of(Organisation.KIND),
)

PERSON_LISTING = Listing(
    columns=(
        Column("name", _("Person"), ("name",)),
        Column("organisation", _("Organisation"), ("organisation__name",)),
        Column("function", _("Function"), ("function",)),
        Column("networks", _("Networks"), ("seat_count",), numeric=True, descending_first=True),
        Column("as_of", _("As of"), ("as_of",)),
    ),
    sort="name",
    filters=(
        Filter(
            "voice",
            _("Critical voice"),
            lambda: [("", _("all")), ("yes", _("critical voices"))],
            lambda rows, value: rows.filter(critical_voice=True),
        ),
        records.archive_filter(),
    ),
    search=records.words_of(Person.KIND),
)


@require_safe
@needs(Right.SEE)
def organisations(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_list(request, "organisations/list.html", queries.organisations_for_list(), ORGANISATION_LISTING)


@needs(Right.EDIT_PARTNERS)
def organisation_add(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_form(request, ORGANISATIONS)


@needs(Right.EDIT_PARTNERS)
def organisation_edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.show_form(request, ORGANISATIONS, queries.organisation_of(pk))


@require_POST
@needs(Right.EDIT_PARTNERS)
def organisation_confirm(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.still_right(request, queries.organisation_of(pk), ORGANISATIONS.one)


@require_POST
@needs(Right.EDIT_PARTNERS)
def organisation_archive(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.put_away(request, queries.organisation_of(pk), ORGANISATIONS.one, "organisation_restore")


@require_POST
@needs(Right.EDIT_PARTNERS)
def organisation_restore(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.bring_back(request, queries.organisation_of(pk), ORGANISATIONS.one)


@require_safe
@needs(Right.SEE)
def persons(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_list(request, "organisations/persons.html", queries.persons_for_list(), PERSON_LISTING)


@needs(Right.EDIT_PARTNERS)
def person_add(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_form(request, PERSONS)


@needs(Right.EDIT_PARTNERS)
def person_edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.show_form(request, PERSONS, queries.person_of(pk))


@require_POST
@needs(Right.EDIT_PARTNERS)
def person_confirm(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.still_right(request, queries.person_of(pk), PERSONS.one)


@require_POST
@needs(Right.EDIT_PARTNERS)
def person_archive(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.put_away(request, queries.person_of(pk), PERSONS.one, "person_restore")


@require_POST
@needs(Right.EDIT_PARTNERS)
def person_restore(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.bring_back(request, queries.person_of(pk), PERSONS.one)


@needs(Right.MANAGE_PEOPLE)
def person_erase(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Say what goes and what stays; take the person away for good after a yes."""
    found = queries.person_of(pk)
    if request.method == "POST":
        actions.erase_person(person=found, actor=request.actor)
        messages.success(request, gettext("Erased. Only a number remains in the log."))
        return redirect(address(request, PERSONS.many))
    return render(request, "organisations/erase.html", {"person": found, "seats": found.seats.count()})
