"""Putting in what was measured and evaluated in an example, from old to new.

The tables of the tools are reached from the records they hang on; a stance hangs on no record.
"""

from dataclasses import asdict
from datetime import date

from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.story import EffectLook, FormLook, InstrumentLook, StanceTold
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import Level
from regiewijzer.tools.steering.public import Stance, take_stance

SCORES = ("trust", "consensus", "need", "trust_in_lead")


def add_looks(story: Story, stage: Stage) -> None:
    """Measurements of forms, evaluations of instruments, and evaluations of effect."""
    for form in sorted(story.forms, key=lambda look: look.day):
        _measure(form, stage)
    for told in story.instruments:
        for evaluation in told.evaluations:
            _evaluate(evaluation, stage.instruments[told.name], stage)
    for effect in sorted(story.effects, key=lambda look: look.day):
        _look_for_effect(effect, stage)
    for stance in sorted(story.stances, key=lambda look: look.day):
        _take_stance(stance, stage)


def _measure(look: FormLook, stage: Stage) -> None:
    network = stage.networks[look.network]
    scores = {name: getattr(look, name) for name in SCORES}
    network.measurements.create(
        authority=stage.authority,
        measured_on=look.day,
        source=look.source,
        participants=look.participants,
        answers=look.answers,
        invited=look.invited,
        note=look.note,
        measured_by_id=stage.keeper.position_id,
        **scores,
    )
    given = {name: [None, str(score)] for name, score in scores.items() if score is not None}
    _note(network, stage, measurement=[None, str(look.day)], **given)


def _evaluate(look: InstrumentLook, instrument: Instrument, stage: Stage) -> None:
    filled = asdict(look)
    day: date = filled.pop("day")
    for code in ("ever_used", "partners_present"):
        filled[code] = filled[code] or ""
    filled["replaceable"] = {None: "", True: "yes", False: "no"}[look.replaceable]
    filled["pitfalls"], filled["seen"] = list(look.pitfalls), dict(look.seen)
    instrument.evaluations.create(
        authority=stage.authority, evaluated_on=day, evaluated_by_id=stage.keeper.position_id, **filled
    )
    _note(instrument, stage, evaluation=[None, str(day)])


def _take_stance(told: StanceTold, stage: Stage) -> None:
    filled = asdict(told)
    stance = Stance(measured_on=filled.pop("day"), **{**filled, "seen": dict(told.seen)})
    take_stance(stance=stance, actor=stage.keeper)


def _look_for_effect(look: EffectLook, stage: Stage) -> None:
    network = stage.networks[look.network]
    network.effect_evaluations.create(
        authority=stage.authority,
        evaluated_on=look.day,
        community=Level.COMMUNITY in look.levels,
        network_level=Level.NETWORK in look.levels,
        organisations=Level.ORGANISATIONS in look.levels,
        evidence=look.evidence,
        evaluated_by_id=stage.keeper.position_id,
    )
    _note(network, stage, evaluation=[None, str(look.day)])


def _note(record: Network | Instrument, stage: Stage, **changes: list[str | None]) -> None:
    audit.record(actor=stage.keeper, verb=Verb.CHANGED, kind=record.KIND, pk=record.pk, changes=changes)
