import pytest
from django.db import IntegrityError, transaction
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.instruments.models import Placing


@pytest.mark.parametrize("wrong", [{"market": 40}, {"market": 60, "legal": 60}])
def test_the_database_holds_that_shares_sum_to_100(world: World, vliermonde: Authority, wrong: dict[str, int]) -> None:
    with pytest.raises(IntegrityError, match="placing_shares_sum_to_100"), transaction.atomic():
        Placing.objects.create(authority=vliermonde, instrument_id=world.key("instrument"), status="in_use", **wrong)
