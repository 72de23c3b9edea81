"""What does this week ask of who keeps the register, leads sessions, or reads?"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.inquiry.workshops.public import Workshop
from regiewijzer.library.together import by_subject
from regiewijzer.library.weighing import MOST_SUBJECTS_FIRST
from regiewijzer.overview.findings.queries import open_findings
from regiewijzer.overview.reports.models import Report
from regiewijzer.overview.reports.wording import Status
from regiewijzer.overview.week.queries.rows import MOST_ROWS, Part, Reader, Row, finding_rows, on_day, own_tasks
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.models import Record
from regiewijzer.science.upkeep import add_months
from regiewijzer.ui.wording import day

KEPT: tuple[type[Record], ...] = (Network, Instrument, Organisation)
THREE_MONTHS = timedelta(days=93)


def of_contributor(reader: Reader) -> Iterable[Part]:
    yield from own_tasks(reader, open_findings())
    before = add_months(reader.today, -limits_of(reader.authority).stale_months)
    yield Part(
        _("Records to look at again"),
        tuple(row for _day, row in sorted(_stale(reader, before), key=lambda each: each[0])[:MOST_ROWS]),
        _("Every record was looked at lately.")
        if any(model._default_manager.filter(archived_at=None).exists() for model in KEPT)
        else _("There are no records yet."),
        (_("All networks"), reader.to("networks")),
    )


def _stale(reader: Reader, before: date) -> Iterable[tuple[date, Row]]:
    for model in KEPT:
        found = model._default_manager.filter(archived_at=None, as_of__lt=before).order_by("as_of")[:MOST_ROWS]
        for each in found:
            beside = _("looked at on %(day)s") % {"day": day(each.as_of)}
            yield each.as_of, Row(each.name, reader.to(model.KIND, each.pk), beside)


def of_facilitator(reader: Reader) -> Iterable[Part]:
    sessions = list(Workshop.objects.filter(ended_at=None).order_by("held_on", "pk")[:MOST_ROWS])
    yield Part(
        _("Sessions to come"),
        tuple(
            Row(
                each.title,
                reader.to("workshop", each.pk),
                on_day(each.held_on) if each.held_on else _("no day yet"),
            )
            for each in sessions
        ),
        _("No session is prepared."),
        (_("Prepare a session"), reader.to("workshop_add")),
        first=True,
    )
    held = list(Workshop.objects.exclude(ended_at=None).order_by("-ended_at")[:MOST_ROWS])
    yield Part(
        _("Held lately"),
        tuple(Row(each.title, reader.to("workshop", each.pk)) for each in held),
        do=(_("All sessions"), reader.to("workshops")),
    )
    yield from own_tasks(reader, open_findings())


def of_reader(reader: Reader) -> Iterable[Part]:
    still_open = open_findings()
    ready = Report.objects.without_content().filter(status=Status.READY, made_by=reader.position)
    yield Part(
        _("Your reports"),
        tuple(
            Row(each.title, reader.to("report", each.pk), day(localdate(each.created_at))) for each in ready[:MOST_ROWS]
        ),
        _("You made no report yet."),
        (_("Make a report"), reader.to("reports")),
        first=True,
    )
    lately = Decision.objects.current().filter(decided_on__gt=reader.today - THREE_MONTHS)
    yield Part(
        _("Decided lately"),
        tuple(
            Row(each.name or each.reason, reader.to("decision", each.pk), day(each.decided_on))
            for each in lately[:MOST_ROWS]
        ),
        _("Nothing was decided in the last three months."),
        (_("All decisions"), reader.to("decisions")),
    )
    yield Part(
        _("What asks for a decision"),
        finding_rows(reader, [subject[0] for subject in by_subject(still_open)][:MOST_SUBJECTS_FIRST]),
        "" if still_open else reader.drawn.nothing_open,
        do=(_("Overview"), reader.to("overview")),
    )
    yield from own_tasks(reader, still_open)
