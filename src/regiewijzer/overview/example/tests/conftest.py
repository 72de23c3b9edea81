"""The example built once for all tests of a module that only read it, and rolled back after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.example.actions import build_example
from regiewijzer.overview.example.files import STORY_DAY
from regiewijzer.overview.facts.queries import register_on
from regiewijzer.science.facts import Register
from regiewijzer.science.finding import Finding
from regiewijzer.science.rules import find_all
from regiewijzer.science.rules.vocabulary import Rule

# They stand in place of findings about one partner or one pair; no three networks of the town have one table.
TOLD_TOGETHER = {Rule.MANY_LOADED, Rule.GROUP}
# How far answers about trust agree is known of no network of the town.
# Of every condition a layer sees something; no drop in satisfaction or in a relation is more than chance explains.
# Imposed networks take less than a third of the hours of the town.
QUIET = {Rule.MANDATED_HOURS, Rule.NOT_READY, Rule.SATISFACTION_DIP, Rule.RELATION_WEAKER, Rule.TRUST_NOT_SPREAD}
NOT_TOLD = TOLD_TOGETHER | QUIET


@dataclass(frozen=True)
class Example:
    """Vliermonde as it was built, with its facts and findings."""

    authority: Authority
    today: date
    register: Register
    findings: tuple[Finding, ...]

    def finding(self, rule: str, *names: str) -> Finding:
        """The one finding of this rule about these records."""
        (found,) = [
            each
            for each in self.findings
            if each.rule == rule and {subject.name for subject in each.subjects} >= set(names)
        ]
        return found


@pytest.fixture(scope="module")
def example(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Example]:
    """Inside the wall of Vliermonde, on the day of the story."""
    with django_db_blocker.unblock(), transaction.atomic():
        authority = build_example(today=STORY_DAY)
        with inside(authority.pk):
            register = register_on(authority, STORY_DAY)
            yield Example(authority, STORY_DAY, register, find_all(register, limits_of(authority)))
        transaction.set_rollback(True)
