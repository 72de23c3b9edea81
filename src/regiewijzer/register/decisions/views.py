"""Screens of decisions; the page of one decision, with before and after, is composed in overview/findings."""

from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.decisions import actions, queries
from regiewijzer.register.decisions.forms import DecisionForm
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.records import views as records
from regiewijzer.register.records.wording import word_choices
from regiewijzer.ui.listing import Column, Filter, Listing

DESK = records.Desk(
    form=DecisionForm,
    create=lambda form, actor: actions.decide(decision=form.save(commit=False), actor=actor),
    change=lambda form, actor, version: actions.change(
        decision=form.save(commit=False), actor=actor, seen_version=version
    ),
    one="decision",
    many="decisions",
    title_of_new=gettext_lazy("Record a decision"),
    title_of_many=gettext_lazy("Decisions"),
)


def _by_state(rows: QuerySet[Decision], value: str) -> QuerySet[Decision]:
    if value == "review":
        return rows.filter(reviewed_on=None, review_on__lte=timezone.localdate())
    return rows.filter(reviewed_on__isnull=value == "running")


LISTING = Listing(
    columns=(
        Column("decided_on", gettext_lazy("Decided"), ("decided_on",), descending_first=True),
        Column("name", gettext_lazy("Decision"), ("name",)),
        Column("answer", gettext_lazy("Answer"), ("answer",)),
        Column("responsible", gettext_lazy("Who"), ("responsible",)),
        Column("review_on", gettext_lazy("Look again"), ("review_on",)),
        Column("outcome", gettext_lazy("Did it help?"), ("outcome",)),
    ),
    sort="decided_on",
    filters=(
        Filter(
            "state",
            gettext_lazy("State"),
            lambda: [
                ("", _("all")),
                ("running", _("running")),
                ("review", _("to look at again")),
                ("closed", _("closed")),
            ],
            _by_state,
        ),
        Filter(
            "answer",
            gettext_lazy("Answer"),
            lambda: [("", _("all")), *word_choices("decision_kinds")],
            lambda rows, value: rows.filter(answer=value),
        ),
        records.archive_filter(),
    ),
    search=records.words_of(Decision.KIND),
)


@require_safe
@needs(Right.SEE)
def decisions(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_list(request, "decisions/list.html", queries.for_list(), LISTING)


@needs(Right.DECIDE)
def decision_add(request: AuthorityRequest) -> HttpResponseBase:
    return records.show_form(request, DESK)


@needs(Right.DECIDE)
def decision_edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.show_form(request, DESK, queries.decision_of(pk))


@require_POST
@needs(Right.DECIDE)
def decision_archive(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.put_away(request, queries.decision_of(pk), DESK.one, "decision_restore")


@require_POST
@needs(Right.DECIDE)
def decision_restore(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return records.bring_back(request, queries.decision_of(pk), DESK.one)
