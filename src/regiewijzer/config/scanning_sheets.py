"""The look that needs every tool, and the report that may be made of any look."""

from pathlib import Path

import click
from django.utils import translation
from django.utils.translation import gettext

from regiewijzer.config.scanning import Reading, end, look, print_scan, refuse
from regiewijzer.overview.reports.documents.files_report import board_report
from regiewijzer.overview.scan.facts.sheets import scan_sheets
from regiewijzer.register.exchange.files.limits import Reason, Refused


@click.command("scan-sheets", hidden=True)
def scan_any_sheets(
    reading: Reading,
    path: Path,
    report: Path | None,
    min_jaccard: float,
    skip_bad: bool,
    as_json: bool,
    language: str,
    **_asked: object,
) -> None:
    """Look at a workbook or CSV files."""
    with translation.override(language):
        found = look(reading, scan_sheets)
        if report is not None:
            title = gettext("What stands out in the lists of “%(file)s”") % {"file": path.name}
            _write(report, board_report(found.register, found.findings, title=title))
        print_scan(found, min_jaccard, as_json)
    end(found, skip_bad)


def _write(report: Path, pdf: bytes) -> None:
    try:
        report.write_bytes(pdf)
    except OSError:
        refuse(Refused(Reason.NOT_WRITTEN, name=str(report)))
