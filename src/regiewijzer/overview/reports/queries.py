"""Which reports were ordered, and who may take one away?"""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import slugify

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.reports.models import Report
from regiewijzer.overview.reports.wording import Status


def ordered() -> QuerySet[Report]:
    """Reports of the authority, newest first, without the PDF itself."""
    return Report.objects.without_content().select_related("made_by__user", "network")


def report_of(pk: int) -> Report:
    """The report without its PDF, or 404: not there and not yours are the same."""
    return get_object_or_404(ordered(), pk=pk)


def pdf_of(pk: int) -> Report:
    """The report with its PDF; 404 while there is none."""
    return get_object_or_404(Report.objects.select_related("authority"), pk=pk, status=Status.READY)


def file_name(report: Report) -> str:
    """vliermonde-hoe-staat-het-met-onze-regie-2026-11-23.pdf"""
    day = timezone.localdate(report.finished_at).isoformat()
    return f"{slugify(f'{report.authority.slug} {report.title}')[:80].strip('-')}-{day}.pdf"


def may_remove(position: Position, report: Report) -> bool:
    """Whoever ordered it, and those who decide for the authority."""
    return report.made_by_id == position.pk or position.may(Right.DECIDE)
