"""How long does a report take? The example authority on two pages, and the dossiers of forty of its networks.

`python benchmarks/reports.py` builds the example in a folder of its own and prints each time beside that of an empty
document of the same engine, in the same run: machines differ, the ratio less so. It fails when a figure is missed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

DATA = Path(tempfile.mkdtemp(prefix="regiewijzer-benchmark-"))
os.environ.update(DJANGO_SETTINGS_MODULE="regiewijzer.config.settings", DATA_DIR=str(DATA), EXAMPLE="1")

import django  # noqa: E402 - the settings read the environment above

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils.translation import override  # noqa: E402

from regiewijzer.foundation.authorities.models import Authority  # noqa: E402
from regiewijzer.foundation.tenancy import inside  # noqa: E402
from regiewijzer.overview.reports.documents.board_report import board_of  # noqa: E402
from regiewijzer.overview.reports.documents.network_dossier import dossier_of, paper_of  # noqa: E402
from regiewijzer.overview.reports.documents.pdf import Template, engine, render_pdf  # noqa: E402
from regiewijzer.register.networks.models import Network  # noqa: E402

TODAY = date(2026, 11, 23)
NETWORKS = 40
TIMES = 9
MOST_BOARD, MOST_SET = 40, 400  # times an empty document; on a quiet machine 0.3 and 2 seconds
EMPTY = b'#set document(title: "x")\n#set text(font: "Source Sans 3", lang: "nl")\n= x'


def seconds(work: Callable[[], object], times: int = TIMES) -> float:
    """The median of so many goes, after one to warm up."""
    work()
    found = []
    for _nr in range(times):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return median(found)


def build() -> Authority:
    """The example authority in an embedded database of its own."""
    for command in ("migrate", "example"):
        subprocess.run([sys.executable, "-m", "regiewijzer.config.command", command], check=True)
    assert settings.EMBEDDED is not None
    settings.EMBEDDED.start()
    return Authority.objects.get(slug="vliermonde")


def forty() -> list[Network]:
    """Forty networks; a smaller authority gives some twice."""
    found = list(Network.objects.current().select_related("challenge").order_by("pk"))
    return (found * NETWORKS)[:NETWORKS]


def main() -> None:
    authority = build()
    with inside(authority.pk), override("nl"):
        networks = forty()
        papers = [paper_of(network, authority, TODAY) for network in networks]
        board = board_of(authority, TODAY).pdf
        assert board == board_of(authority, TODAY).pdf
        assert board.pages == 2
        pages = sum(render_pdf(Template.NETWORK, paper, on=TODAY).pages for paper in papers)
        rows = {
            "an empty document": seconds(lambda: engine().compile(input=EMPTY, format="pdf", pdf_standards="ua-1")),
            "two pages for the board, facts and all": seconds(lambda: board_of(authority, TODAY)),
            f"{NETWORKS} dossiers set, {pages} pages": seconds(
                lambda: [render_pdf(Template.NETWORK, paper, on=TODAY) for paper in papers], 3
            ),
            f"{NETWORKS} dossiers, facts and all": seconds(
                lambda: [dossier_of(network, authority, TODAY) for network in networks], 3
            ),
        }
    empty, on_board, set_in_type, _all = rows.values()
    for name, found in rows.items():
        print(f"{name:45} {found:8.4f} s {found / empty:8.1f} x an empty document")
    assert on_board < MOST_BOARD * empty, f"the board waits {on_board:.2f} s"
    assert set_in_type < MOST_SET * empty, f"forty dossiers take {set_in_type:.2f} s"


def clear_away() -> None:
    connection.close_pool()
    if settings.EMBEDDED is not None:
        settings.EMBEDDED.leave()
    shutil.rmtree(DATA)


if __name__ == "__main__":
    try:
        main()
    finally:
        clear_away()
