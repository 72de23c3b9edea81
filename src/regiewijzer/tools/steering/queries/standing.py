"""The instruments of the authority as the rules take them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from regiewijzer.register.instruments.models import Instrument, Placing, Purpose, Relation
from regiewijzer.register.instruments.queries import places_on
from regiewijzer.science import facts
from regiewijzer.tools.steering.queries.evaluations import evaluations_by_instrument


def instruments() -> tuple[facts.Instrument, ...]:
    """Every instrument that is not in the archive, by name, with its evaluations and relations. Four queries."""
    return _instruments(None, date.max)


def instruments_on(day: date) -> tuple[facts.Instrument, ...]:
    """The same as they stood at the end of a day; those that were not there yet are left out. Five queries."""
    return _instruments(places_on(day), day)


def shares_of(placed: Instrument | Placing) -> dict[facts.Power, int]:
    """The four shares by type."""
    return {facts.Power(share): getattr(placed, share) for share in Instrument.SHARES}


def _instruments(places: Mapping[int, Placing] | None, day: date) -> tuple[facts.Instrument, ...]:
    challenges = _by_instrument(
        Purpose.objects.order_by("instrument", "challenge").values_list("instrument", "challenge")
    )
    relations: dict[int, list[facts.Relation]] = defaultdict(list)
    for instrument, kind, other in Relation.objects.order_by("id").values_list("instrument", "kind", "other"):
        relations[instrument].append(facts.Relation(facts.Interplay(kind), other))
    evaluations = evaluations_by_instrument()
    found = []
    for stored in Instrument.objects.current().order_by("name"):
        placed: Instrument | Placing | None = stored if places is None else places.get(stored.pk)
        if placed is not None:
            found.append(
                facts.Instrument(
                    ref=stored.pk,
                    name=stored.name,
                    shares=shares_of(placed),
                    status=facts.InstrumentStatus(placed.status),
                    origin=facts.Origin(stored.origin),
                    challenges=tuple(challenges[stored.pk]),
                    evaluations=tuple(each for each in evaluations.get(stored.pk, ()) if each.measured_on <= day),
                    as_of=stored.as_of,
                    relations=tuple(relations[stored.pk]),
                )
            )
    return tuple(found)


def _by_instrument(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for instrument, other in pairs:
        found[instrument].append(other)
    return found
