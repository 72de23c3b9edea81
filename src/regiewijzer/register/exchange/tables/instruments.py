"""The sheet Instrumenten: what you steer with, over the four types of power."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from regiewijzer.register.exchange.sheets.kinds import Whole
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, grouped, linked
from regiewijzer.register.exchange.tables.columns import (
    ARCHIVED,
    AS_OF,
    NOTE,
    TEXTS,
    TO_CHALLENGES,
    TO_ORGANISATIONS,
    columns_of,
    ends_after_start,
    not_in_future,
)
from regiewijzer.register.exchange.tables.records import RecordTable
from regiewijzer.register.instruments.models import PLACED, WHOLE, Aim, Instrument, Placing, Purpose

SHARES = Instrument.SHARES


def _whole_shares(given: Values) -> Values:
    """The four shares are one thing: when one is filled in, an empty one is nought."""
    return {**dict.fromkeys(SHARES, 0), **given} if any(share in given for share in SHARES) else given


def _shares_sum_to_100(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    shares = [share for name in SHARES if isinstance(share := values[name], int)]
    if sum(shares) != WHOLE:
        yield Problem(SHARES[0], Fault.SHARES, {"sum": " + ".join(map(str, shares)), "total": sum(shares)})


INSTRUMENTS = described(
    Sheet(
        code="instruments",
        columns=columns_of(
            Instrument,
            "name",
            "goal",
            *(Column(share, Whole(0, WHOLE)) for share in SHARES),
            "status",
            "origin",
            Column("challenges", TO_CHALLENGES),
            Column("aims", TO_ORGANISATIONS),
            "network",
            "started",
            "ended",
            NOTE,
            AS_OF,
            ARCHIVED,
        ),
        key=("name",),
        completed=_whole_shares,
        checks=(not_in_future("as_of"), ends_after_start(), Check(SHARES, _shares_sum_to_100)),
    ),
    TEXTS / "instruments.yaml",
)


class InstrumentTable(RecordTable):
    """Instruments, what they serve and whom they aim at, in and out of a workbook."""

    sheet = INSTRUMENTS
    model = Instrument
    also = (Purpose, Aim)

    def more_stored(self) -> Any:
        served = Purpose.objects.order_by("challenge__name", "pk").values_list("instrument", "challenge")
        aimed = Aim.objects.order_by("organisation__name", "pk").values_list("instrument", "organisation")
        challenges = grouped((instrument, linked("challenges", pk)) for instrument, pk in served)
        aims = grouped((instrument, linked("organisations", pk)) for instrument, pk in aimed)
        return lambda pk: {"challenges": tuple(challenges[pk]), "aims": tuple(aims[pk])}

    def save_more(self, new: Sequence[Row], changed: Sequence[Row], context: ImportContext) -> None:
        """Make the challenges it serves and the partners it aims at exactly these, and keep every new place."""
        served = [entry for entry in changed if "challenges" in entry.changed]
        Purpose.objects.filter(instrument__in=[context.pk(entry.target) for entry in served]).delete()
        Purpose.objects.bulk_create(
            (
                Purpose(authority_id=context.authority, instrument_id=context.pk(entry.target), challenge_id=pk)
                for entry in (*new, *served)
                for pk in context.pks(entry.values["challenges"])
            ),
            BATCH,
        )
        aimed = [entry for entry in changed if "aims" in entry.changed]
        Aim.objects.filter(instrument__in=[context.pk(entry.target) for entry in aimed]).delete()
        Aim.objects.bulk_create(
            (
                Aim(authority_id=context.authority, instrument_id=context.pk(entry.target), organisation_id=pk)
                for entry in (*new, *aimed)
                for pk in context.pks(entry.values["aims"])
            ),
            BATCH,
        )
        moved = [entry for entry in changed if set(entry.changed) & set(PLACED)]
        Placing.objects.bulk_create((_placing(entry, context) for entry in (*new, *moved)), BATCH)


def _placing(entry: Row, context: ImportContext) -> Placing:
    """From the day of the import, or for a new instrument from the day it started."""
    started = entry.values["started"] if entry.stored is None else None
    return Placing(
        authority_id=context.authority,
        instrument_id=context.pk(entry.target),
        since=min(started, context.today) if isinstance(started, date) else context.today,
        placed_by_id=context.actor.position_id,
        **{name: entry.values[name] for name in PLACED},
    )
