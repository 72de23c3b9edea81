"""Putting in the instruments of an example, whom they aim at, and how they act on each other."""

from collections.abc import Mapping

from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.instruments import InstrumentTold
from regiewijzer.register.instruments.actions import add_instrument, aim, move_instrument, relate
from regiewijzer.register.instruments.models import Instrument, Relation
from regiewijzer.science.facts import Power


def add_instruments(story: Story, stage: Stage) -> None:
    """Every instrument; the relations come last, when both ends stand."""
    for told in story.instruments:
        stage.instruments[told.name] = _instrument(told, stage)
    for told in story.instruments:
        _relate(told, stage)


def _instrument(told: InstrumentTold, stage: Stage) -> Instrument:
    shares = [_shares(move.was) for move in told.moves] + [_shares(told.power)]
    instrument = Instrument(
        name=told.name,
        status=told.status,
        origin=told.origin,
        goal=told.goal,
        network=stage.networks.get(told.network),
        started=told.started,
        ended=told.ended,
        note=told.note,
        as_of=told.as_of,
        **shares[0],
    )
    served = [stage.challenges[name] for name in told.serves]
    add_instrument(instrument=instrument, challenges=served, actor=stage.keeper)
    for move, after in zip(told.moves, shares[1:], strict=True):
        move_instrument(
            instrument=instrument,
            shares=after,
            since=move.day,
            reason=move.reason,
            actor=stage.keeper,
            seen_version=instrument.version,
        )
    for name in told.aims:
        aim(instrument=instrument, organisation=stage.organisations[name], actor=stage.keeper)
    return instrument


def _shares(power: Mapping[Power, int]) -> dict[str, int]:
    return {share.value: power.get(share, 0) for share in Power}


def _relate(told: InstrumentTold, stage: Stage) -> None:
    for acts in told.relations:
        relation = Relation(
            instrument=stage.instruments[told.name],
            other=stage.instruments[acts.other],
            kind=acts.kind,
            note=acts.note,
        )
        relate(relation=relation, actor=stage.keeper)
