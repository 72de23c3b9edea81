"""Screens of challenges; the page of one challenge is composed in overview/dossier."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.challenges import actions, queries
from regiewijzer.register.challenges.forms import ChallengeForm
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.records import views as records
from regiewijzer.register.records.wording import theme_choices, word_choices
from regiewijzer.ui.listing import Column, Filter, Listing

DESK = records.Desk(
    form=ChallengeForm,
    create=lambda form, actor: actions.add(challenge=form.save(commit=False), actor=actor),
    change=lambda form, actor, version: actions.change(
        challenge=form.save(commit=False), actor=actor, seen_version=version
    ),
    one="challenge",
    many="challenges",
    title_of_new=_("Add a challenge"),
    title_of_many=_("Challenges"),
)

LISTING = Listing(
    columns=(
        Column("name", _("Challenge"), ("name",)),
        Column("status", _("Status"), ("status",)),
        Column("networks", _("Networks"), ("network_count",), numeric=True, descending_first=True),
        Column("instruments", _("Instruments"), ("instrument_count",), numeric=True, descending_first=True),
        Column("due", _("By when"), ("due",)),
        Column("as_of", _("As of"), ("as_of",)),
    ),
    sort="name",
    filters=(
        Filter(
            "status",
            _("Status"),
            lambda: [("", _("all")), *word_choices("challenge_statuses")],
            lambda rows, value: rows.filter(status=value),
        ),
        Filter(
            "theme",
            _("Theme"),
            lambda: [("", _("all")), *theme_choices()],
            lambda rows, value: rows.filter(themes__contains=[value]),
        ),
        records.archive_filter(),
    ),
    search=records.words_of(Challenge.KIND),
)


@require_safe
@needs(Right.SEE)
def challenges(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_list(request, "challenges/list.html", queries.for_list(), LISTING)


@needs(Right.EDIT_REGISTER)
def challenge_add(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_form(request, DESK)


@needs(Right.EDIT_REGISTER)
def challenge_edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.show_form(request, DESK, queries.challenge_of(pk))


@require_POST
@needs(Right.EDIT_REGISTER)
def challenge_confirm(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.still_right(request, queries.challenge_of(pk), DESK.one)


@require_POST
@needs(Right.EDIT_REGISTER)
def challenge_archive(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.put_away(request, queries.challenge_of(pk), DESK.one, "challenge_restore")


@require_POST
@needs(Right.EDIT_REGISTER)
def challenge_restore(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.bring_back(request, queries.challenge_of(pk), DESK.one)
