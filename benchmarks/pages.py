"""How heavy is a page of a large authority, against a bare page of the same program in the same run?

150 networks, 2,000 memberships, 600 organisations, 100 instruments. Run: .venv/bin/python benchmarks/pages.py
Baseline: the page of one's own preferences, which reads one row. To reach: the median page at most 4 times that.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.update(DJANGO_SETTINGS_MODULE="tests.settings", TEST_DATA_DIR=tempfile.mkdtemp(prefix="bench-"))

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from regiewijzer.config import roles  # noqa: E402
from regiewijzer.config.embedded import SUPERUSER  # noqa: E402
from regiewijzer.foundation.accounts.models import Position, User  # noqa: E402
from regiewijzer.foundation.authorities.models import Authority  # noqa: E402
from regiewijzer.foundation.tenancy import inside  # noqa: E402
from regiewijzer.overview.findings.actions import refresh  # noqa: E402
from regiewijzer.register.instruments.models import Instrument  # noqa: E402
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Membership, Network  # noqa: E402
from regiewijzer.register.organisations.models import Organisation  # noqa: E402

NETWORKS, MEMBERSHIPS, ORGANISATIONS, INSTRUMENTS, TIMES = 150, 2000, 600, 100, 15
DOMAINS = ("health", "welfare", "education", "housing", "safety_justice", "work")
TODAY = date(2026, 11, 23)
PAGES = {
    "overview": "/groot/overzicht/",
    "findings": "/groot/bevindingen/",
    "networks": "/groot/netwerken/",
    "one network": "/groot/netwerken/{network}/",
    "partners": "/groot/partners/",
    "instruments": "/groot/instrumenten/",
    "overlaps": "/groot/overlap/",
    "search": "/groot/zoeken/?q=netwerk",
}


def build() -> Client:
    settings.EMBEDDED.start()
    administrator = f"host={settings.EMBEDDED.host} user={SUPERUSER}"
    roles.prepare(administrator)
    connection.settings_dict.update(USER=roles.OWNER, OPTIONS={})
    call_command("migrate", verbosity=0)
    connection.close()
    connection.settings_dict.update(USER=roles.PROGRAM)
    authority = Authority.objects.create(slug="groot", name="Groot")
    user = User.objects.create_user("bench@example.org", "Bench")
    Position.objects.create(authority=authority, user=user, role="coordinator")
    with inside(authority.pk):
        _fill(authority)
        refresh(authority=authority, today=TODAY)
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def _fill(authority: Authority) -> None:
    chance = random.Random(7)
    owned = {"authority": authority, "as_of": TODAY}
    organisations = Organisation.objects.bulk_create(
        Organisation(name=f"Organisatie {n}", domains=[chance.choice(DOMAINS)], **owned) for n in range(ORGANISATIONS)
    )
    networks = Network.objects.bulk_create(
        Network(name=f"Netwerk {n}", started=TODAY - timedelta(days=chance.randrange(60, 3000)), **owned)
        for n in range(NETWORKS)
    )
    GoalVersion.objects.bulk_create(
        GoalVersion(
            authority=authority, network=network, number=1, text=f"Doel {n} voor gezinnen en wijken", valid_from=TODAY
        )
        for n, network in enumerate(networks)
    )
    FormPeriod.objects.bulk_create(
        FormPeriod(authority=authority, network=network, form="self_regulating") for network in networks
    )
    per_network = MEMBERSHIPS // NETWORKS + 1
    Membership.objects.bulk_create(
        Membership(authority=authority, network=network, organisation=organisation)
        for network in networks
        for organisation in chance.sample(organisations, per_network)
    )
    Instrument.objects.bulk_create(
        Instrument(name=f"Instrument {n}", market=50, legal=50, **owned) for n in range(INSTRUMENTS)
    )


def median(client: Client, path: str) -> tuple[float, int]:
    """Milliseconds and queries of one page, warm."""
    client.get(path)
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        answer = client.get(path)
        times.append((time.perf_counter() - begun) * 1000)
    assert answer.status_code == 200, path
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return statistics.median(times), len(queries)


def main() -> None:
    client = build()
    with inside(Authority.objects.get().pk):
        network = Network.objects.first().pk
    base, queries = median(client, "/account/voorkeuren/")
    print(f"{'page':<14}{'ms':>8}{'ratio':>8}{'queries':>9}")
    print(f"{'bare page':<14}{base:>8.1f}{1:>8.1f}{queries:>9}")
    ratios = []
    for name, path in PAGES.items():
        took, queries = median(client, path.format(network=network))
        ratios.append(took / base)
        print(f"{name:<14}{took:>8.1f}{took / base:>8.1f}{queries:>9}")
    print(f"median page: {statistics.median(ratios):.1f} times the bare page")
    settings.EMBEDDED.leave()


if __name__ == "__main__":
    main()
