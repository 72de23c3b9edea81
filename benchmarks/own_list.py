"""How long does somebody's own list take: 500 networks with 6,000 memberships, from file to proposal to register?

`python benchmarks/own_list.py` makes the list and an authority in an embedded database of its own, and goes the way of
the import: read, proposed, planned, saved, findings computed. Seconds of the clock: measure on a machine that does
nothing else. It fails when a figure is missed.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

DATA = Path(tempfile.mkdtemp(prefix="regiewijzer-benchmark-"))
os.environ.update(DJANGO_SETTINGS_MODULE="regiewijzer.config.settings", DATA_DIR=str(DATA))

import django  # noqa: E402 - the settings read the environment above

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from regiewijzer.foundation.accounts.models import Position, User  # noqa: E402
from regiewijzer.foundation.authorities.models import Authority  # noqa: E402
from regiewijzer.foundation.rights import Role  # noqa: E402
from regiewijzer.foundation.tenancy import inside  # noqa: E402
from regiewijzer.overview.exchange import actions  # noqa: E402
from regiewijzer.overview.exchange.models import ImportDraft  # noqa: E402
from regiewijzer.overview.exchange.queries import proposal_of  # noqa: E402
from regiewijzer.overview.findings.actions import refresh  # noqa: E402
from regiewijzer.register.exchange.files.raw import joined  # noqa: E402
from regiewijzer.register.networks.models import Membership, Network  # noqa: E402

NETWORKS, PARTNERS = 500, 12
MOST_PROPOSED, MOST_SAVED = 5, 30  # seconds
KINDS = ("Buurthuis", "CLB", "School", "Vereniging", "Zorgcentrum", "Jeugdhuis", "Dienst", "Coöperatie")
PLACES = (
    *("De Linde", "Het Anker", "De Brug", "Sint-Jan", "De Kiem", "Ter Duinen", "De Sleutel", "Kaai", "Noord", "Zuid"),
    *("Oost", "West", "De Wilg", "De Zwaan", "Horizon", "Kompas", "Ganzendries", "Molenhoek", "Kouter", "Vijver"),
    *("Waterkant", "Zonnewijzer", "De Toren", "Parkwijk", "De Spil", "Veldkant", "Dijkzicht", "Meersen", "De Stap"),
)
FIRST_YEAR, YEARS = 2000, 25


def a_list() -> bytes:
    """As a coordinator would keep it: her own headings, and all partners in one cell."""
    chance = random.Random(1)
    partners = [f"{kind} {place}" for kind in KINDS for place in PLACES]
    lines = ["Naam overleg;Doel;Trekker;Leden;Sinds;Frequentie"]
    for nr in range(NETWORKS):
        sits = chance.sample(partners, PARTNERS)
        goal = f"Elk gezin van wijk {nr} vindt tegen {FIRST_YEAR + YEARS + nr % 5} een plek in de opvang."
        since = FIRST_YEAR + nr % YEARS
        lines.append(f"Netwerk {nr} rond {sits[0]};{goal};{sits[0]};{', '.join(sits)};{since};4x/jaar")
    return "\n".join(lines).encode()


def build() -> Position:
    """Somebody who keeps the register of an empty authority."""
    subprocess.run([sys.executable, "-m", "regiewijzer.config.command", "migrate"], check=True)
    assert settings.EMBEDDED is not None
    settings.EMBEDDED.start()
    authority = Authority.objects.create(slug="lijst", name="Lijst")
    user = User.objects.create_user("lijst@example.org", "Lijst")
    with inside(authority.pk):
        return Position.objects.create(authority=authority, user=user, role=Role.COORDINATOR)


def main() -> None:
    position, today, data = build(), timezone.localdate(), a_list()
    with inside(position.authority_id):
        draft = ImportDraft.objects.create(
            authority_id=position.authority_id, position=position, files=joined([("lijst.csv", data)])
        )
    begun = perf_counter()
    with inside(position.authority_id):
        actions.read(draft=draft, today=today)
        proposal_of(draft, today)
    proposed = perf_counter() - begun
    with inside(position.authority_id):
        actions.answer_names(draft=draft, answers={}, today=today)
    planned = perf_counter() - begun - proposed
    begun = perf_counter()
    with inside(position.authority_id):
        actions.confirm(draft=draft)
        draft.refresh_from_db()
        actions.carry_out(draft=draft, actor=position.actor, today=today)
    actions.gather_statistics()
    saved = perf_counter() - begun
    with inside(position.authority_id):
        refresh(authority=Authority.objects.get(pk=position.authority_id), today=today)
        there = Network.objects.count(), Membership.objects.count()
    found = perf_counter() - begun - saved
    print(f"{there[0]} networks, {there[1]} memberships")
    print(f"proposed {proposed:.1f} s (most {MOST_PROPOSED}), planned {planned:.1f} s")
    print(f"saved {saved:.1f} s (most {MOST_SAVED}), findings {found:.1f} s after")
    if there != (NETWORKS, NETWORKS * PARTNERS) or proposed > MOST_PROPOSED or planned + saved > MOST_SAVED:
        sys.exit("a figure is missed")


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
