"""Screens of organisations and persons; the page of one is composed in overview/dossier."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import Actor, AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.organisations import actions, queries
from regiewijzer.register.organisations.forms import ColleagueForm, OrganisationForm, PersonForm
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records import views as records
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.forms import RecordForm
from regiewijzer.register.records.views import address
from regiewijzer.register.records.wording import domain_choices, domain_names
from regiewijzer.ui.listing import Cell, Column, Filter, Listing


def _add_organisation(form: RecordForm[Organisation], actor: Actor) -> Organisation:
    assert isinstance(form, OrganisationForm)
    return actions.add_organisation(organisation=form.save(commit=False), numbers=form.numbers, actor=actor)


def _change_organisation(form: RecordForm[Organisation], actor: Actor, version: int) -> Organisation:
    assert isinstance(form, OrganisationForm)
    return actions.change_organisation(
        organisation=form.save(commit=False), numbers=form.numbers, actor=actor, seen_version=version
    )


def _users(row: Organisation) -> str:
    return gettext("speaks for users") if row.speaks_for_users else ""


def _organisation(row: Person, request: AuthorityRequest) -> Cell:
    return Cell(row.organisation.name, url=address(request, "organisation", row.organisation_id))


DOUBLES = records.Link(_("Likely doubles"), "doubles", records.QUIET, right=Right.EDIT_REGISTER)

ORGANISATIONS = records.RecordScreens(
    one="organisation",
    many="organisations",
    path="partners/",
    title_of_new=_("Add a partner"),
    form=OrganisationForm,
    create=_add_organisation,
    change=_change_organisation,
    right=Right.EDIT_PARTNERS,
    to_change=records.with_right(Right.EDIT_PARTNERS, queries.organisation_of),
    rows=lambda _request: queries.organisations_for_list(),
    listing=Listing(
        columns=(
            records.named(_("Organisation"), "organisation", _users),
            records.coded("kind", _("Kind"), "organisation_kinds"),
            Column("domains", _("Domains"), show=lambda row, _request: ", ".join(domain_names(row.domains))),
            records.counted("networks", _("Networks"), "network_count"),
            records.AS_OF,
        ),
        sort="name",
        filters=(
            records.by_word("kind", _("Kind"), "organisation_kinds"),
            Filter(
                "domain",
                _("Domain"),
                lambda: [("", gettext("all")), *domain_choices()],
                lambda rows, value: rows.filter(domains__contains=[value]),
            ),
            Filter(
                "voice",
                _("Users"),
                lambda: [("", gettext("all")), ("yes", gettext("speaks for users"))],
                lambda rows, value: rows.filter(speaks_for_users=True),
            ),
            records.archive_filter(),
        ),
        search=records.words_of(Organisation.KIND),
    ),
    list_page=records.ListPage(
        title=_("Partners"),
        lead=_("Organisations you work with, or could work with. You do not own them."),
        links=(DOUBLES,),
        empty_title=_("No partners yet"),
        empty=_(
            "Schools, police, care, housing, associations: everybody who has a part in a result. Most people bring "
            "them in from a list they already have."
        ),
        empty_links=(records.IMPORT,),
    ),
)

PERSONS = records.RecordScreens(
    one="person",
    many="persons",
    path="mensen/",
    title_of_new=_("Add a person"),
    form=PersonForm,
    right=Right.EDIT_PARTNERS,
    to_change=records.with_right(Right.EDIT_PARTNERS, queries.person_of),
    rows=lambda _request: queries.persons_for_list(),
    listing=Listing(
        columns=(
            records.named(_("Person"), "person"),
            Column("organisation", _("Organisation"), ("organisation__name",), _organisation),
            Column("function", _("Function"), ("function",), lambda row, _request: row.function),
            records.counted("networks", _("Networks"), "seat_count"),
            records.AS_OF,
        ),
        sort="name",
        filters=(records.archive_filter(),),
        search=records.words_of(Person.KIND),
    ),
    list_page=records.ListPage(
        title=_("People"),
        lead=_("Networks run between persons. Who sits where, for which organisation?"),
        empty_title=_("No people yet"),
        empty=_("Add the persons who sit at the table for a partner. Then you see where a partner has no fixed face."),
        empty_links=(records.IMPORT,),
    ),
)


@needs(Right.SEE_MANDATES)
def person_colleague(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Say which colleague this person is. Apart from the form of a person: a colleague sees own mandates."""
    found = queries.person_of(pk)
    form = ColleagueForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen_version"]
        try:
            actions.change_person(person=form.save(commit=False), actor=request.actor, seen_version=seen)
        except Conflict:
            messages.warning(request, gettext("This person was changed while you were typing. Look again."))
            return redirect(address(request, "person_colleague", pk))
        messages.success(request, gettext("Saved."))
        return redirect(address(request, PERSONS.one, pk))
    context = {"person": found, "form": form}
    return render(request, "organisations/colleague.html", context, status=422 if form.errors else 200)


@needs(Right.MANAGE_PEOPLE)
def person_erase(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Say what goes and what stays; take the person away for good after a yes."""
    found = queries.person_of(pk)
    if request.method == "POST":
        actions.erase_person(person=found, actor=request.actor)
        messages.success(request, gettext("Erased. Only a number remains in the log."))
        return redirect(address(request, PERSONS.many))
    return render(request, "organisations/erase.html", {"person": found, "seats": found.seats.count()})
