"""What every test has: its database, its language, and the people and records of `tests`."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as examples
from pytest_django import DjangoDbBlocker
from tests.databases import DATABASES, Databases
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

# How long an example takes says how busy the machine is, not whether the rule holds.
examples.register_profile("by_the_outcome", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("by_the_outcome")
JOURNEYS = "tests/journeys/"
pytest_plugins = ["tests.accounts", "tests.world", "tests.scratch"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first, so that no worker is left with one at the end: browser journeys, then whole-house tests."""
    items.sort(
        key=lambda item: (
            item.get_closest_marker("browser") is None,
            not {"architecture", "pages"} & set(item.path.parts),
        )
    )


class OneBrowser(LoadScopeScheduling):
    """A worker takes a file at a time; one takes all journeys, which share a program that takes long to start."""

    def _split_scope(self, nodeid: str) -> str:
        return JOURNEYS if nodeid.startswith(JOURNEYS) else str(super()._split_scope(nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneBrowser:
    """Whatever is asked with --dist."""
    return OneBrowser(config, log)


@pytest.fixture(autouse=True)
def language_of_the_settings() -> None:
    """A test begins in the language of the settings, whatever a visitor of the test before it read."""
    translation.deactivate()


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_blocker: DjangoDbBlocker, request: pytest.FixtureRequest, worker_id: str
) -> Iterator[None]:
    """A template per set of migrations; a copy of it per worker."""
    request.config.stash[DATABASES] = Databases(worker_id)
    with django_db_blocker.unblock():
        request.config.stash[DATABASES].start()
    yield
    with django_db_blocker.unblock():
        connection.close()
        connection.close_pool()


@pytest.fixture(scope="module", autouse=True)
def every_file_begins_empty(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What another file had built does not stand in the database of this one."""
    yield
    databases = request.config.stash.get(DATABASES, None)
    if databases is not None:
        with django_db_blocker.unblock():
            databases.use("test")
