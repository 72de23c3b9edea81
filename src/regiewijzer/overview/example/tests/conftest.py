"""The example, built once for all tests that only read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from tests.databases import DATABASES
from tests.world import forget

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.example.actions import build_example
from regiewijzer.overview.example.files import STORY_DAY
from regiewijzer.overview.facts.queries import register_on
from regiewijzer.science.facts import Register
from regiewijzer.science.finding import Finding
from regiewijzer.science.rules import find_all


@dataclass(frozen=True)
class Example:
    """Vliermonde as it was built, with its facts and findings."""

    authority: Authority
    today: date
    register: Register
    findings: tuple[Finding, ...]
    fired: frozenset[str]
    """Every rule that finds something in one of the example authorities."""

    def finding(self, rule: str, *names: str) -> Finding:
        """The one finding of this rule about these records."""
        (found,) = [
            each
            for each in self.findings
            if each.rule == rule and {subject.name for subject in each.subjects} >= set(names)
        ]
        return found


def rules_of(found: Iterable[Finding]) -> Iterator[str]:
    """The rules of these findings, and of what is told with them."""
    return (telling.rule for finding in found for telling in (finding, *finding.also))


def _fired_in(authority: Authority) -> list[str]:
    with inside(authority.pk):
        return list(rules_of(find_all(register_on(authority, STORY_DAY), limits_of(authority))))


def _build() -> Example:
    authority = build_example(today=STORY_DAY)
    with inside(authority.pk):
        register = register_on(authority, STORY_DAY)
        found = find_all(register, limits_of(authority))
    fired = frozenset(chain(rules_of(found), *map(_fired_in, Authority.objects.exclude(pk=authority.pk))))
    return Example(authority, STORY_DAY, register, found, fired)


@pytest.fixture(scope="module")
def example(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, request: pytest.FixtureRequest
) -> Iterator[Example]:
    """Inside the wall of Vliermonde, on the day of the story. Nothing remains of what the tests of a file do there."""
    with django_db_blocker.unblock():
        built = request.config.stash[DATABASES].holding("example", _build)
        with inside(built.authority.pk), transaction.atomic():
            yield built
            transaction.set_rollback(True)
    forget()
