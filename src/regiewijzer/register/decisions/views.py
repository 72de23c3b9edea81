"""Screens of decisions; the page of one decision, with before and after, is composed in overview/findings."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.decisions import actions, queries
from regiewijzer.register.decisions.forms import DecisionForm
from regiewijzer.register.decisions.models import Decision, Outcome
from regiewijzer.register.records import views as records
from regiewijzer.ui.listing import NOTHING, Cell, Column, Filter, Listing
from regiewijzer.ui.templatetags.regiewijzer import short_day

LONGEST_NAME = 90
STATES = {Outcome.HELPED: "ok", Outcome.NOT: "short"}


def _by_state(rows: QuerySet[Decision], value: str) -> QuerySet[Decision]:
    if value == "review":
        return rows.filter(reviewed_on=None, review_on__lte=timezone.localdate())
    return rows.filter(reviewed_on__isnull=value == "running")


def _name(decision: Decision, request: AuthorityRequest) -> Cell:
    about = decision.network or decision.instrument or decision.challenge
    return Cell(
        Truncator(decision.name or decision.reason).chars(LONGEST_NAME),
        about.name if about else "",
        records.address(request, "decision", decision.pk),
    )


def _review(decision: Decision, _request: AuthorityRequest) -> Cell | str:
    return Cell(_("closed"), soft=True) if decision.reviewed_on else short_day(decision.review_on)


def _outcome(decision: Decision, _request: AuthorityRequest) -> Cell:
    if not decision.outcome:
        return Cell(NOTHING)
    return Cell(str(decision.get_outcome_display()), state=STATES.get(Outcome(decision.outcome), "tight"))


SCREENS = records.RecordScreens(
    one="decision",
    many="decisions",
    path="besluiten/",
    title_of_new=gettext_lazy("Record a decision"),
    form=DecisionForm,
    create=lambda form, actor: actions.decide(decision=form.save(commit=False), actor=actor),
    right=Right.DECIDE,
    to_change=records.with_right(Right.DECIDE, queries.decision_of),
    confirmed=False,
    rows=lambda _request: queries.for_list(),
    listing=Listing(
        columns=(
            Column(
                "decided_on",
                gettext_lazy("Decided"),
                ("decided_on",),
                lambda row, _request: short_day(row.decided_on),
                descending_first=True,
            ),
            Column("name", gettext_lazy("Decision"), ("name",), _name, heads=True),
            records.coded("answer", gettext_lazy("Answer"), "decision_kinds"),
            Column("responsible", gettext_lazy("Who"), ("responsible",), lambda row, _request: row.responsible),
            Column("review_on", gettext_lazy("Look again"), ("review_on",), _review),
            Column("outcome", gettext_lazy("Did it help?"), ("outcome",), _outcome),
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
            records.by_word("answer", gettext_lazy("Answer"), "decision_kinds"),
            records.archive_filter(),
        ),
        search=records.words_of(Decision.KIND),
    ),
    list_page=records.ListPage(
        title=gettext_lazy("Decisions"),
        lead=gettext_lazy("What you chose to do, to accept or to leave aside, and whether it helped."),
        empty_title=gettext_lazy("No decisions yet"),
        empty=gettext_lazy(
            "A finding is only useful when somebody answers it. Every answer comes back on a day you choose, with "
            "before and after."
        ),
        empty_links=(records.Link(gettext_lazy("See the findings"), "overview", records.QUIET),),
    ),
)
