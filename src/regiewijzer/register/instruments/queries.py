"""Reading instruments."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.shortcuts import get_object_or_404

from regiewijzer.register.instruments.models import Instrument, Placing
from regiewijzer.science.facts import Power
from regiewijzer.science.limits import DEFAULTS


def instrument_of(pk: int) -> Instrument:
    """The instrument, or 404: not there and not yours are the same."""
    return get_object_or_404(Instrument.objects.select_related("network"), pk=pk)


def for_list(order: Sequence[Power] = DEFAULTS.power_order) -> QuerySet[Any]:
    """Instruments with their place on the axis, times 100 so that it sorts as a whole number."""
    least, *more = order  # from little to much enforcement power
    place = sum((F(power) * number for number, power in enumerate(more, 2)), F(least) * 1)
    return Instrument.objects.annotate(place=place).prefetch_related("purposes__challenge")


def instrument_options(but: Instrument | None = None) -> list[tuple[str, int]]:
    """Name and key of every instrument, except one."""
    found = Instrument.objects.current().order_by("name")
    if but is not None:
        found = found.exclude(pk=but.pk)
    return list(found.values_list("name", "pk"))


def places_on(day: date) -> dict[int, Placing]:
    """Where every instrument stood at the end of this day; one that was not there yet has no entry."""
    found = Placing.objects.filter(since__lte=day).order_by("instrument", "-since", "-id").distinct("instrument")
    return {placing.instrument_id: placing for placing in found}


def days_of_change() -> list[date]:
    """The days on which an instrument that stood already came to stand elsewhere, newest first."""
    earlier = Placing.objects.filter(instrument=OuterRef("instrument"), pk__lt=OuterRef("pk"))
    moves = Placing.objects.filter(Exists(earlier)).order_by("-since")
    return list(moves.values_list("since", flat=True).distinct())
