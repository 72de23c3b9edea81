"""Making a report, by the worker process."""

from datetime import date

from django.http import Http404
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.reports import actions
from regiewijzer.overview.reports.documents.board_report import board_of
from regiewijzer.overview.reports.documents.network_dossier import dossier_of
from regiewijzer.overview.reports.documents.pdf import GeneratedReport
from regiewijzer.overview.reports.models import Report
from regiewijzer.overview.reports.queries import report_of
from regiewijzer.overview.reports.wording import Failure, Kind


@task()
def make_report(authority: int, report: int) -> None:
    """Make a report that was ordered. What it says when it fails is kept with it, and the fault goes to the log."""
    with inside(authority):
        claimed = actions.begin(report=report)
    if not claimed:
        return
    try:
        with inside(authority):
            _make(Authority.objects.get(pk=authority), report_of(report))
    except Http404:
        _say(authority, report, Failure.GONE)
    except Exception:
        _say(authority, report, Failure.BROKEN)
        raise


def _make(authority: Authority, report: Report) -> None:
    actions.store(report=report, made=generated(report, authority, timezone.localdate()))


def generated(report: Report, authority: Authority, today: date) -> GeneratedReport:
    """What was ordered, in its language and from the facts of today; 404 when its network is gone."""
    with override(report.language):
        if report.kind == Kind.BOARD:
            return board_of(authority, today)
        if report.network is None or report.network.archived:
            raise Http404
        return dossier_of(report.network, authority, today)


def _say(authority: int, report: int, failure: Failure) -> None:
    with inside(authority):
        actions.fail(report=report, failure=failure)
