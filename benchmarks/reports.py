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
from pathlib import Path
from statistics import median
from time import perf_counter

DATA = Path(tempfile.mkdtemp(prefix="regiewijzer-benchmark-"))
os.environ.update(DJANGO_SETTINGS_MODULE="regiewijzer.config.settings", DATA_DIR=str(DATA), EXAMPLE="1")

import django  # noqa: E402 - the settings read the environment above

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402
from django.utils.translation import override  # noqa: E402

from regiewijzer.foundation.authorities.models import Authority  # noqa: E402
from regiewijzer.foundation.tenancy import inside  # noqa: E402
from regiewijzer.overview.reports.documents.board_report import board_of  # noqa: E402
from regiewijzer.overview.reports.documents.network_dossier import dossier_of, dossiers_of, papers_of  # noqa: E402
from regiewijzer.overview.reports.documents.pdf import new_engine  # noqa: E402
from regiewijzer.register.networks.models import Network  # noqa: E402

TODAY = timezone.localdate()  # the example lives around today
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
    authority, engine = build(), new_engine()
    with inside(authority.pk), override("nl"):
        networks = forty()
        board = board_of(authority, TODAY).pdf
        assert board == board_of(authority, TODAY).pdf
        assert board.pages == 2
        dossier_of(networks[0], authority, TODAY)  # the engine is warm, the dossiers are not
        begun = perf_counter()
        dossiers = dossiers_of(networks, authority, TODAY)
        whole = perf_counter() - begun
        assert dossiers == [dossier_of(network, authority, TODAY) for network in networks]
        pages = sum(dossier.pdf.pages for dossier in dossiers)
        rows = {
            "an empty document": seconds(lambda: engine.compile(input=EMPTY, format="pdf", pdf_standards="ua-1")),
            "two pages for the board, facts and all": seconds(lambda: board_of(authority, TODAY)),
            f"{NETWORKS} dossiers read": seconds(lambda: papers_of(networks, authority, TODAY), 3),
            f"{NETWORKS} dossiers, facts and all, {pages} pages": whole,
        }
    empty, on_board = rows["an empty document"], rows["two pages for the board, facts and all"]
    for name, found in rows.items():
        print(f"{name:45} {found:8.4f} s {found / empty:8.1f} x an empty document")
    assert on_board < MOST_BOARD * empty, f"the board waits {on_board:.2f} s"
    assert whole < MOST_SET * empty, f"forty dossiers take {whole:.2f} s"


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
