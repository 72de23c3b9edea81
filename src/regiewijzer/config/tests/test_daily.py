from django.utils import timezone
from tests.world import World

from regiewijzer.config import daily
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.models import Refresh


def test_once_a_day_the_findings_of_every_authority_are_computed(world: World, world_elsewhere: World) -> None:
    for place in (world, world_elsewhere):
        with inside(place.authority.pk):
            Refresh.objects.update(day="2001-01-01")

    assert (daily.once(), daily.once()) == (2, 0)
    for place in (world, world_elsewhere):
        with inside(place.authority.pk):
            assert Refresh.objects.get().day == timezone.localdate()
