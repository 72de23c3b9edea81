"""Vliermonde and Scheldekouter beside each other, and built again over themselves."""

from datetime import timedelta

from django.apps import apps
from django.db.models import Model

from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import has_authority, inside
from regiewijzer.overview.example.actions import build_example, build_example_if_missing
from regiewijzer.overview.example.files import STORY_DAY
from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.merges.models import Merge
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.search.queries import search
from regiewijzer.science.rules.vocabulary import Rule


def _rows(authority: Authority) -> dict[type[Model], int]:
    tables = [model for model in apps.get_models() if has_authority(model)]
    with inside(authority.pk):
        return {table: table._default_manager.filter(authority=authority).count() for table in tables}


def test_building_twice_changes_nothing(example: Example) -> None:
    before = _rows(example.authority)

    second = build_example(today=STORY_DAY + timedelta(days=5))

    assert second == example.authority
    assert _rows(second) == before
    assert not build_example_if_missing(today=STORY_DAY)
    assert Authority.objects.count() == 2


def test_the_second_authority_sees_nothing_of_the_first(example: Example) -> None:
    first = example.authority
    second = Authority.objects.get(slug="scheldekouter")

    with inside(second.pk):
        assert set(Network.objects.filter(name__contains="Kouter").values_list("name", flat=True)) == {
            "Dementietafel Kouter",
            "Hitteplan Kouter",
            "Mantelzorgtafel Kouter",
            "Ouderenoverleg Kouter",
        }
        assert Organisation.objects.count() == 19
        assert not Person.objects.filter(organisation__authority=first).exists()
        assert not StoredFinding.objects.filter(authority=first).exists()
        assert not Entry.objects.filter(authority=first).exists()
        assert search("Kansrijk Opgroeien") == []


def test_of_four_networks_two_remain_and_one_merge_was_taken_back(example: Example) -> None:
    with inside(Authority.objects.get(slug="scheldekouter").pk):
        ending = Network.objects.exclude(went_into=None)
        assert {network.name: network.went_into.name for network in ending if network.went_into} == {
            "Dementietafel Kouter": "Ouderenoverleg Kouter",
            "Mantelzorgtafel Kouter": "Ouderenoverleg Kouter",
        }
        assert all(network.ended and network.ended > STORY_DAY for network in ending)
        assert Merge.objects.exclude(undone_at=None).count() == 1
        group = StoredFinding.objects.standing().get(rule=Rule.GROUP)
        assert Decision.objects.get(finding=group.key).name == "Van vier tafels voor ouderen twee maken"


def test_hilde_works_in_both_with_one_account(example: Example) -> None:
    positions = Position.objects.filter(user__name="Hilde Maertens")

    assert User.objects.filter(name="Hilde Maertens").count() == 1
    assert {position.authority.slug: position.role for position in positions} == {
        "vliermonde": "coordinator", "scheldekouter": "contributor",
    }  # fmt: skip
