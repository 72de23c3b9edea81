"""Lists and forms of meetings and actions; the page of one is composed in overview/meetings."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from regiewijzer.foundation.accounts.models import Actor, AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.meetings import actions, queries
from regiewijzer.register.meetings.forms import ActionForm, MeetingForm
from regiewijzer.register.meetings.models import Action, Meeting, MeetingState
from regiewijzer.register.records import views as records
from regiewijzer.register.records.forms import RecordForm
from regiewijzer.science.facts import ActionState
from regiewijzer.ui.listing import NOTHING, Cell, Column, Filter, Listing
from regiewijzer.ui.templatetags.regiewijzer import short_day


def _by_time(rows: QuerySet[Meeting], value: str) -> QuerySet[Meeting]:
    today = timezone.localdate()
    return rows.filter(held_on__gte=today) if value == "to_come" else rows.filter(held_on__lt=today)


def _by_due(rows: QuerySet[Action], value: str) -> QuerySet[Action]:
    if value == "overdue":
        return rows.filter(state=ActionState.OPEN, due__lt=timezone.localdate())
    return rows.filter(state=value)


def _meeting(meeting: Meeting, request: AuthorityRequest) -> Cell:
    return Cell(meeting.network.name, meeting.place, records.address(request, "meeting", meeting.pk))


def _state(meeting: Meeting, _request: AuthorityRequest) -> Cell:
    word = str(meeting.get_state_display())
    if meeting.state == MeetingState.PLANNED and meeting.held_on < timezone.localdate():
        return Cell(_("no minutes yet"), state="tight")
    return Cell(word, soft=meeting.state == MeetingState.CANCELLED)


def _action(action: Action, request: AuthorityRequest) -> Cell:
    return Cell(
        action.name, action.network.name if action.network else "", records.address(request, "action", action.pk)
    )


def _owner(action: Action, _request: AuthorityRequest) -> Cell:
    return Cell(action.owner) if action.owner else Cell(_("nobody"), state="tight")


def _due(action: Action, _request: AuthorityRequest) -> Cell:
    if action.due is None:
        return Cell(NOTHING)
    return Cell(short_day(action.due), state="short" if action.is_overdue(timezone.localdate()) else "")


def _add_meeting(form: RecordForm[Meeting], actor: Actor) -> Meeting:
    return actions.plan_meeting(meeting=form.save(commit=False), actor=actor)


def _change_meeting(form: RecordForm[Meeting], actor: Actor, version: int) -> Meeting:
    return actions.change_meeting(meeting=form.save(commit=False), actor=actor, seen_version=version)


def _add_action(form: RecordForm[Action], actor: Actor) -> Action:
    return actions.add_action(action=form.save(commit=False), actor=actor)


def _change_action(form: RecordForm[Action], actor: Actor, version: int) -> Action:
    return actions.change_action(action=form.save(commit=False), actor=actor, seen_version=version)


MEETINGS = records.RecordScreens(
    one="meeting",
    many="meetings",
    path="overleg/",
    title_of_new=gettext_lazy("Plan a meeting"),
    form=MeetingForm,
    create=_add_meeting,
    change=_change_meeting,
    right=Right.EDIT_PARTNERS,
    to_change=queries.meeting_to_change,
    confirmed=False,
    rows=lambda _request: queries.meetings_for_list(timezone.localdate()),
    listing=Listing(
        columns=(
            Column(
                "held_on",
                gettext_lazy("Day"),
                ("held_on", "starts"),
                lambda row, _request: Cell(short_day(row.held_on), f"{row.starts:%H:%M}"),
            ),
            Column("network", gettext_lazy("Network"), ("network__name",), _meeting, heads=True),
            Column("state", gettext_lazy("State"), ("state",), _state),
            records.counted("actions", gettext_lazy("Actions"), "action_count"),
        ),
        opens=("comes_on", "-held_on", "starts"),  # the nearest first; those past come after, the last one first
        filters=(
            Filter(
                "when",
                gettext_lazy("When"),
                lambda: [("", _("all")), ("to_come", _("to come")), ("past", _("past"))],
                _by_time,
            ),
            records.by_word("state", gettext_lazy("State"), "meeting_states"),
            records.archive_filter(),
        ),
        search=records.words_of(Meeting.KIND),
    ),
    list_page=records.ListPage(
        title=gettext_lazy("Meetings"),
        lead=gettext_lazy("When networks meet, what is on the agenda, and what was agreed."),
        links=(
            records.Link(gettext_lazy("Actions"), "actions"),
            records.Link(gettext_lazy("In your calendar"), "calendars"),
            records.Link(gettext_lazy("Plan a series"), "meeting_series", right=Right.EDIT_PARTNERS),
        ),
        empty_title=gettext_lazy("No meetings yet"),
        empty=gettext_lazy(
            "Plan the next meeting of a network: the agenda is proposed from the last minutes, the actions that are "
            "due and what the findings say."
        ),
    ),
)

ACTIONS = records.RecordScreens(
    one="action",
    many="actions",
    path="acties/",
    title_of_new=gettext_lazy("Add an action"),
    form=ActionForm,
    create=_add_action,
    change=_change_action,
    right=Right.EDIT_PARTNERS,
    to_change=queries.action_to_change,
    confirmed=False,
    rows=lambda _request: queries.actions_for_list(),
    listing=Listing(
        columns=(
            Column("name", gettext_lazy("Action"), ("name",), _action, heads=True),
            Column("owner", gettext_lazy("Who"), ("organisation__name", "person__name"), _owner),
            Column("due", gettext_lazy("By when"), ("due",), _due),
            records.coded("state", gettext_lazy("State"), "action_states"),
        ),
        sort="due",
        filters=(
            Filter(
                "state",
                gettext_lazy("State"),
                lambda: [
                    ("", _("all")),
                    (ActionState.OPEN.value, _("open")),
                    ("overdue", _("overdue")),
                    (ActionState.DONE.value, _("done")),
                    (ActionState.DROPPED.value, _("dropped")),
                ],
                _by_due,
                ActionState.OPEN.value,
            ),
            records.archive_filter(),
        ),
        search=records.words_of(Action.KIND),
    ),
    list_page=records.ListPage(
        title=gettext_lazy("Actions"),
        lead=gettext_lazy("Who does what by when, for every network. What is overdue comes back on the next agenda."),
        links=(records.Link(gettext_lazy("Meetings"), "meetings"),),
        empty_title=gettext_lazy("No actions here"),
        empty=gettext_lazy("Actions come from the minutes of a meeting, from a decision, or by hand."),
    ),
)
