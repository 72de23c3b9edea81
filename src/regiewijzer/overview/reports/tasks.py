"""Making a report, by the worker process."""

from django.http import Http404
from django.utils import timezone
from django_tasks import task

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.reports import actions
from regiewijzer.overview.reports.models import Report
from regiewijzer.overview.reports.queries.ordered import made_of, report_of
from regiewijzer.overview.reports.wording import Failure


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
    actions.store(report=report, made=made_of(report, authority, timezone.localdate()))


def _say(authority: int, report: int, failure: Failure) -> None:
    with inside(authority):
        actions.fail(report=report, failure=failure)
