"""Ordering a report, keeping what was made, and taking it away. Making is a step of the program, and leaves no line."""

from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.overview.reports.documents.pdf import GeneratedReport
from regiewijzer.overview.reports.models import Report
from regiewijzer.overview.reports.wording import Failure, Status, board_title
from regiewijzer.register.networks.models import Network

REPORT = "report"
MOST_KEPT, KEPT = 20, timedelta(days=365)


@transaction.atomic
def order(*, kind: str, language: str, network: Network | None, actor: Actor) -> tuple[Report, bool]:
    """A report that waits to be made, and True; the one already under way for the same thing, and False."""
    same = {"kind": kind, "language": language, "network": network}
    under_way = Report.objects.without_content().under_way().filter(**same).first()
    if under_way is not None:
        return under_way, False
    report = Report.objects.create(
        authority_id=actor.authority_id, title=_title(network, language), made_by_id=actor.position_id, **same
    )
    changes: audit.Changes = {"kind": [None, kind], "network": [None, network.pk if network else None]}
    audit.record(actor=actor, verb=Verb.CREATED, kind=REPORT, pk=report.pk, changes=changes)
    _forget_the_oldest()
    return report, True


def begin(*, report: int) -> bool:
    """Claim a report for making; False when it is no longer waiting."""
    return bool(Report.objects.filter(pk=report, status=Status.WAITING).update(status=Status.MAKING))


def give_back() -> None:
    """What was claimed waits again: whoever claimed it is no more."""
    Report.objects.filter(status=Status.MAKING).update(status=Status.WAITING)


def store(*, report: Report, made: GeneratedReport) -> bool:
    """Keep what was made. False when the report was removed meanwhile: it stays away."""
    kept = Report.objects.filter(pk=report.pk).update(
        content=made.pdf.content,
        pages=made.pdf.pages,
        size=len(made.pdf.content),
        tables=[asdict(table) for table in made.tables],
        status=Status.READY,
        finished_at=timezone.now(),
    )
    return bool(kept)


def fail(*, report: int, failure: Failure) -> None:
    """Say that it could not be made, and why."""
    Report.objects.filter(pk=report).update(status=Status.FAILED, failure=failure, finished_at=timezone.now())


@transaction.atomic
def remove(*, report: Report, actor: Actor) -> None:
    """Take a report away; what it was about stays."""
    pk = report.pk
    report.delete()
    audit.record(actor=actor, verb=Verb.REMOVED, kind=REPORT, pk=pk, changes={"kind": [report.kind, None]})


def forget_old(now: datetime) -> None:
    """A report of long ago says what is no longer so, with the names of then; it can be made again."""
    Report.objects.filter(created_at__lt=now - KEPT).delete()


def _title(network: Network | None, language: str) -> str:
    with override(language):
        return network.name if network else board_title()


def _forget_the_oldest() -> None:
    """Reports can be made again: only the latest are kept."""
    kept = list(Report.objects.values_list("pk", flat=True)[:MOST_KEPT])
    Report.objects.exclude(pk__in=kept).delete()
