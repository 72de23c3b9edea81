from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.instruments.models import Instrument, Placing

first_placings = import_module("regiewijzer.register.instruments.migrations.0003_first_placings")


def test_instruments_from_before_get_the_place_they_have(world: World, world_elsewhere: World) -> None:
    with inside(world.authority.pk):
        Placing.objects.all().delete()
        Instrument.objects.filter(name="Convenant").update(started=date(2020, 1, 1))

    first_placings.begin_history(apps, connection.schema_editor())

    with inside(world.authority.pk):
        kept = {placing.instrument.name: placing for placing in Placing.objects.select_related("instrument")}
        assert (kept["Convenant"].since, kept["Convenant"].legal) == (date(2020, 1, 1), 100)
        assert kept["Premie"].same_as(Instrument.objects.get(name="Premie"))
    with inside(world_elsewhere.authority.pk):
        assert Placing.objects.count() == 3  # two of its own, and one for the instrument that had none


@pytest.mark.parametrize("wrong", [{"market": 40}, {"market": 60, "legal": 60}])
def test_the_database_holds_that_shares_sum_to_100(world: World, vliermonde: Authority, wrong: dict[str, int]) -> None:
    with pytest.raises(IntegrityError, match="placing_shares_sum_to_100"), transaction.atomic():
        Placing.objects.create(authority=vliermonde, instrument_id=world.key("instrument"), status="in_use", **wrong)
