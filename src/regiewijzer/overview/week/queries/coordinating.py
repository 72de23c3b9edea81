"""What does this week ask of who keeps an eye on everything?"""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext as _

from regiewijzer.foundation.reading import Select, read_at_once
from regiewijzer.library.together import by_subject
from regiewijzer.library.weighing import MOST_SUBJECTS_FIRST
from regiewijzer.overview.findings.queries import open_findings
from regiewijzer.overview.week.queries.rows import (
    MOST_ROWS,
    Part,
    Reader,
    Row,
    action_row,
    answers_of_partners,
    finding_rows,
    none_late,
    on_day,
    own_tasks,
)
from regiewijzer.register.confirmations.queries import waiting_for
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.models import Action, Meeting

A_WEEK = timedelta(days=7)


def of_coordinator(reader: Reader) -> Iterable[Part]:
    rows = open_findings()
    late = list(
        Action.objects.overdue(reader.today).select_related("network", "organisation", "person", "colleague__user")
    )
    yield Part(
        _("Waiting for whom"),
        tuple(action_row(reader, each, who=True) for each in late[:MOST_ROWS]),
        "" if late else none_late(Action.objects.open()),
        (_("All actions"), f"{reader.to('actions')}?state=overdue"),
        late=len(late),
    )
    to_review = Decision.objects.to_review(reader.today + A_WEEK).order_by("review_on", "pk")
    coming = Meeting.objects.to_come(reader.today).filter(held_on__lt=reader.today + A_WEEK).select_related("network")
    asked = (to_review[:MOST_ROWS], waiting_for(reader.position)[:MOST_ROWS], coming[:MOST_ROWS])
    due, waiting, meetings = read_at_once([Select.of(rows) for rows in asked])
    yield answers_of_partners(reader, waiting)
    yield Part(
        _("Decisions to look at again"),
        tuple(
            Row(
                each.name or each.reason,
                reader.to("decision", each.pk),
                on_day(each.review_on) if each.review_on else "",
                each.review_on is not None and each.review_on < reader.today,
            )
            for each in due
        ),
    )
    new = [row for row in rows if row.stored.found_on > reader.today - A_WEEK]
    since = (reader.today - A_WEEK + timedelta(days=1)).isoformat()
    yield Part(
        _("New this week"),
        finding_rows(reader, new[:MOST_ROWS]),
        "" if new else _("No finding is new.") if rows and not reader.computing else reader.drawn.nothing_open,
        (_("Open the list"), f"{reader.to('findings')}?since={since}"),
    )
    first = [subject[0] for subject in by_subject(rows)][:MOST_SUBJECTS_FIRST]
    yield Part(
        _("What to decide first"),
        finding_rows(reader, first),
        do=(_("Open the list"), reader.to("findings")),
        first=True,
    )
    yield Part(
        _("Meetings this week"),
        tuple(Row(each.network.name, reader.to("meeting", each.pk), on_day(each.held_on)) for each in meetings),
        do=(_("All meetings"), reader.to("meetings")),
    )
    yield from own_tasks(reader, rows)
