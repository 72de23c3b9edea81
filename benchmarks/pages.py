"""How heavy is every page of a large authority, against a bare page of the same program in the same run?

150 networks, 2,000 memberships, 600 organisations, 100 instruments, 40 challenges, 400 persons, with measurements and
decisions. Run: .venv/bin/python benchmarks/pages.py [--json FILE] [--rounds 5] [page ...]

Measured is the CPU time of the thread, so that other work on the machine does not count; before every page the bare
page is asked again, in the same process. The bare page is the page of one's own preferences: two queries, the shell
and a form. It is asked without compression and drawn by Django's own widgets, as it was when it became the measure, so
that what makes pages lighter does not make the measure lighter.

first: the page after something was changed and the findings were refreshed, as the next visitor meets it.
again: the same page once more.
"""

import argparse
import gc
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.update(DJANGO_SETTINGS_MODULE="tests.settings", TEST_DATA_DIR=tempfile.mkdtemp(prefix="bench-"))

import django
from django.conf import settings

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.forms.renderers import TemplatesSetting  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from tests.accounts import position_in  # noqa: E402
from tests.architecture.policy import POLICY  # noqa: E402
from tests.world import World, add_papers, build_world, measure_all  # noqa: E402

from regiewijzer.config import roles  # noqa: E402
from regiewijzer.config.embedded import SUPERUSER  # noqa: E402
from regiewijzer.foundation.accounts.models import Position  # noqa: E402
from regiewijzer.foundation.authorities.models import Authority  # noqa: E402
from regiewijzer.foundation.rights import Role  # noqa: E402
from regiewijzer.foundation.team import forms as team_forms  # noqa: E402
from regiewijzer.foundation.tenancy import inside  # noqa: E402
from regiewijzer.overview.findings.actions import refresh  # noqa: E402
from regiewijzer.overview.kept import PAGES  # noqa: E402
from regiewijzer.register.challenges.models import Challenge  # noqa: E402
from regiewijzer.register.decisions.models import Decision  # noqa: E402
from regiewijzer.register.instruments.models import Instrument, Placing, Purpose  # noqa: E402
from regiewijzer.register.networks.models import (  # noqa: E402
    Delegate,
    FormPeriod,
    GoalVersion,
    Membership,
    Network,
)
from regiewijzer.register.organisations.models import Identifier, Organisation, Person  # noqa: E402
from regiewijzer.register.records.actions import confirm, make_findable  # noqa: E402
from regiewijzer.tools.cooperation.models import Measurement as Cooperation  # noqa: E402
from regiewijzer.tools.effect.models import Evaluation as Effect  # noqa: E402
from regiewijzer.tools.goals.models import Measurement as Judgement  # noqa: E402
from regiewijzer.tools.governance.models import Measurement  # noqa: E402

NETWORKS, MEMBERSHIPS, ORGANISATIONS, INSTRUMENTS, CHALLENGES, PERSONS, DECISIONS = 150, 2000, 600, 100, 40, 400, 60
# Median and most of all pages, in times the bare page; and the queries of any of them.
REACH = {"first": (3.5, 8.0), "again": (1.5, 2.5)}
MOST_QUERIES = 15
MOST_REFRESH = 0.3  # seconds of this process, pictures included
HASHED = {  # names of static files, as in production
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
BARE = "/account/voorkeuren/"
PLAIN = {"accept-encoding": ""}
NEVER_THE_SAME = frozenset({"workshop_lead", "workshop_screen"})  # each view gets a ticket for its stream
QUERY = {"search": "?q=netwerk"}
DOMAINS = ("health", "welfare", "education", "housing", "safety_justice", "work")
SEATED = date(2024, 1, 1)
THEMES = ("children_families", "housing", "work_income")
CODES = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[A-Za-z0-9]{64}')


class Builder:
    """A large authority, filled in bulk."""

    def __init__(self, authority: Authority, today: date) -> None:
        self.chance, self.today = random.Random(7), today
        self.owned = {"authority": authority, "as_of": today}
        self.tied = {"authority": authority}

    def fill(self, world: World) -> None:
        organisations = Organisation.objects.bulk_create(
            Organisation(name=f"Organisatie {n}", domains=[self.chance.choice(DOMAINS)], **self.owned)
            for n in range(ORGANISATIONS - 12)
        )
        Identifier.objects.bulk_create(
            Identifier(organisation=each, scheme="nis", value=f"{44000 + n}", **self.tied)
            for n, each in enumerate(organisations)
        )
        persons = Person.objects.bulk_create(
            Person(name=f"Persoon {n}", organisation=self.chance.choice(organisations), **self.owned)
            for n in range(PERSONS)
        )
        challenges = Challenge.objects.bulk_create(
            Challenge(name=f"Opgave {n}", **self.owned) for n in range(CHALLENGES - 1)
        )
        networks = self._networks(challenges, Network.objects.get(pk=world.key("network")))
        self._memberships(networks, organisations, persons)
        self._measurements(networks)
        self._instruments(challenges)
        self._decisions(networks)
        records = (organisations, persons, challenges, networks, Instrument.objects.all())
        for record in (each for found in records for each in found):
            make_findable(record)

    def _networks(self, challenges: list[Challenge], first: Network) -> list[Network]:
        made = Network.objects.bulk_create(
            Network(
                name=f"Netwerk {n}",
                started=self.today - timedelta(days=self.chance.randrange(60, 3000)),
                challenge=self.chance.choice(challenges),
                themes=[self.chance.choice(THEMES)],
                **self.owned,
            )
            for n in range(NETWORKS - 2)
        )
        GoalVersion.objects.bulk_create(
            GoalVersion(
                network=each, number=1, text=f"Doel {n} voor gezinnen en wijken", valid_from=self.today, **self.tied
            )
            for n, each in enumerate(made)
        )
        FormPeriod.objects.bulk_create(FormPeriod(network=each, form="self_regulating", **self.tied) for each in made)
        return [first, *made]

    def _memberships(self, networks: list[Network], organisations: list[Organisation], persons: list[Person]) -> None:
        made = Membership.objects.bulk_create(
            Membership(
                network=network, organisation=organisation, action="Doet mee", started=date(2024, 1, 1), **self.tied
            )
            for network in networks
            for organisation in self.chance.sample(organisations, MEMBERSHIPS // NETWORKS + 1)
        )
        at: dict[int | None, Person] = {person.organisation_id: person for person in persons}
        Delegate.objects.bulk_create(
            Delegate(membership=each, person=at[each.organisation_id], **self.tied)
            for each in made
            if each.organisation_id in at
        )

    def _measurements(self, networks: list[Network]) -> None:
        on = {"measured_on": self.today - timedelta(days=90)}
        some = networks[::2]
        Measurement.objects.bulk_create(
            Measurement(network=each, trust=self.chance.randrange(1, 6), participants=14, **on, **self.tied)
            for each in some
        )
        Judgement.objects.bulk_create(Judgement(network=each, concrete=4, **on, **self.tied) for each in some)
        Cooperation.objects.bulk_create(Cooperation(network=each, returns=4, **on, **self.tied) for each in some)
        Effect.objects.bulk_create(
            Effect(network=each, evaluated_on=on["measured_on"], community=True, **self.tied) for each in some
        )

    def _instruments(self, challenges: list[Challenge]) -> None:
        made = Instrument.objects.bulk_create(
            Instrument(name=f"Instrument {n}", market=50, legal=50, status="in_use", **self.owned)
            for n in range(INSTRUMENTS - 2)
        )
        Placing.objects.bulk_create(
            Placing(instrument=each, since=date(2025, 1, 1), market=50, legal=50, status="in_use", **self.tied)
            for each in made
        )
        Purpose.objects.bulk_create(
            Purpose(instrument=each, challenge=self.chance.choice(challenges), **self.tied) for each in made
        )

    def _decisions(self, networks: list[Network]) -> None:
        Decision.objects.bulk_create(
            Decision(
                name=f"Besluit {n}",
                network=networks[n],
                decided_on=self.today - timedelta(days=30),
                review_on=self.today + timedelta(days=n - 10),
                **self.owned,
            )
            for n in range(DECISIONS)
        )


def build() -> tuple[World, Client]:
    settings.STORAGES = HASHED
    settings.EMBEDDED.start()
    roles.prepare(f"host={settings.EMBEDDED.host} user={SUPERUSER}")
    pooled = connection.settings_dict["OPTIONS"]
    connection.settings_dict.update(USER=roles.OWNER, OPTIONS={})
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    connection.close()
    connection.settings_dict.update(USER=roles.PROGRAM, OPTIONS=pooled)
    authority = Authority.objects.create(slug="groot", name="Groot")
    position = position_in(authority, Role.ADMINISTRATOR, "Bea Beheer")
    position.user.language = "nl"
    position.user.save()
    world = build_world(authority)
    with inside(authority.pk):
        add_papers(world, by=position)
        measure_all(world)
        Builder(authority, timezone.localdate()).fill(world)
    connection.close()
    connection.settings_dict.update(USER=SUPERUSER, OPTIONS={})
    with connection.cursor() as cursor:
        cursor.execute("analyze")
    connection.close()
    connection.settings_dict.update(USER=roles.PROGRAM, OPTIONS=pooled)
    client = Client(headers={"host": "localhost", "accept-encoding": "gzip, br"})
    client.force_login(position.user)
    return world, client


def change(world: World) -> float:
    """Somebody confirms a challenge; the seconds it takes to refresh the findings."""
    with inside(world.authority.pk):
        position = Position.objects.get(authority=world.authority, role=Role.ADMINISTRATOR)
        confirm(Challenge.objects.get(pk=world.key("challenge")), actor=position.actor, day=timezone.localdate())
    begun = time.thread_time()
    with inside(world.authority.pk):
        refresh(authority=world.authority, today=timezone.localdate())
    return time.thread_time() - begun


def addresses(world: World) -> dict[str, str]:
    """Every page an administrator may read, by name."""
    return {
        name: _address(name, world) + QUERY.get(name, "") for name, row in POLICY.items() if "administrator" in row.get
    }


def _address(name: str, world: World) -> str:
    row = POLICY[name]
    parts: dict[str, Any] = {"authority": world.authority.slug}
    parts |= {"pk": world.key(row.target)} if row.target else {}
    return reverse(name, kwargs=parts | {part: world.keys.get(kind, kind) for part, kind in row.also})


def is_page(answer: HttpResponse) -> bool:
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


@contextmanager
def as_it_was() -> Iterator[None]:
    """The bare page: the widgets of Django itself."""
    form = team_forms.PreferencesForm
    form.default_renderer = TemplatesSetting()
    try:
        yield
    finally:
        del form.default_renderer


def milliseconds(ask: Callable[[], object]) -> float:
    begun = time.thread_time()
    ask()
    return (time.thread_time() - begun) * 1000


def bare_of(client: Client) -> float:
    with as_it_was():
        return milliseconds(lambda: client.get(BARE, headers=PLAIN))


def queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return sum(not each["sql"].startswith(("SAVEPOINT", "RELEASE")) for each in asked)


def assert_equal(client: Client, pages: dict[str, str]) -> None:
    """A page that was kept says what it says when it is drawn anew."""
    for name, path in pages.items():
        PAGES.clear()
        drawn, kept = (CODES.sub("", client.get(path, headers=PLAIN).content.decode()) for _time in range(2))
        assert drawn == kept or name in NEVER_THE_SAME, name


def measure(world: World, client: Client, pages: dict[str, str], rounds: int) -> dict[str, Any]:
    bares: list[float] = []
    times: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in pages}
    refreshes, queries = [], dict.fromkeys(pages, 0)
    for path in pages.values():
        client.get(path)
    gc.collect()
    gc.freeze()
    for number in range(rounds):
        for name, path in pages.items():
            refreshes.append(change(world))
            bares.append(bare_of(client))
            if number == 0:
                queries[name] = queries_of(client, path)
                continue
            times[name][0].append(milliseconds(lambda path=path: client.get(path)))  # type: ignore[misc]
            times[name][1].append(milliseconds(lambda path=path: client.get(path)))  # type: ignore[misc]
    bare = statistics.median(bares)
    found = {
        name: {
            "first": round(statistics.median(first) / bare, 2),
            "again": round(statistics.median(again) / bare, 2),
            "queries": queries[name],
        }
        for name, (first, again) in times.items()
    }
    return {"bare_ms": round(bare, 2), "refresh_s": round(statistics.median(refreshes), 3), "pages": found}


def show(found: dict[str, Any]) -> None:
    print(f"{'page':<28}{'first':>8}{'again':>8}{'queries':>9}")
    for name, row in sorted(found["pages"].items(), key=lambda item: -item[1]["first"]):
        print(f"{name:<28}{row['first']:>8.2f}{row['again']:>8.2f}{row['queries']:>9}")
    for view in ("first", "again"):
        ratios = [row[view] for row in found["pages"].values()]
        print(f"{view}: median {statistics.median(ratios):.2f}, most {max(ratios):.2f} times the bare page")
    print(f"bare page {found['bare_ms']} ms; most queries {max(row['queries'] for row in found['pages'].values())}")
    print(f"refresh of the findings {found['refresh_s']} s")


def out_of_reach(found: dict[str, Any], *, every_page: bool) -> list[str]:
    """The figures that are missed, a line each; a median only of every page."""
    pages = found["pages"]
    missed = [f"{name}: {row['queries']} queries" for name, row in pages.items() if row["queries"] > MOST_QUERIES]
    for view, (median, most) in REACH.items():
        missed += [f"{name}: {view} {row[view]:.2f}" for name, row in pages.items() if row[view] > most]
        if every_page and statistics.median(row[view] for row in pages.values()) > median:
            missed.append(f"the median of {view}")
    if found["refresh_s"] >= MOST_REFRESH:
        missed.append(f"the refresh: {found['refresh_s']} s")
    return missed


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--json", type=Path)
    asked.add_argument("--rounds", type=int, default=6)
    asked.add_argument("pages", nargs="*")
    options = asked.parse_args()
    world, client = build()
    try:
        pages = {name: path for name, path in addresses(world).items() if not options.pages or name in options.pages}
        pages = {name: path for name, path in pages.items() if is_page(client.get(path))}
        assert_equal(client, pages)
        found = measure(world, client, pages, options.rounds)
        show(found)
        if options.json:
            options.json.write_text(json.dumps(found, indent=1))
        assert not (missed := out_of_reach(found, every_page=not options.pages)), missed
    finally:
        connection.close()
        connection.close_pool()
        settings.EMBEDDED.leave()


if __name__ == "__main__":
    main()
