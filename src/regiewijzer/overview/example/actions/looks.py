"""Putting in what was measured, evaluated, told and concluded in an example, from old to new."""

from dataclasses import asdict
from datetime import date

from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.choices import StanceTold
from regiewijzer.overview.example.queries.instruments import InstrumentLook
from regiewijzer.overview.example.queries.looks import (
    ConclusionTold,
    CriteriaTold,
    EffectLook,
    FormLook,
    MembersLook,
    ReadingTold,
    UsersLook,
)
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.measurements.actions import measure
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect import public as effect
from regiewijzer.tools.governance import public as governance
from regiewijzer.tools.steering.public import Stance

SCORES = governance.CONDITIONS


def add_looks(story: Story, stage: Stage) -> None:
    """Measurements of forms, evaluations of instruments, and everything about effect."""
    for form in sorted(story.forms, key=lambda look: look.day):
        _measure(form, stage)
    for told in story.instruments:
        for evaluation in told.evaluations:
            _evaluate(evaluation, stage.instruments[told.name], stage)
    for reading in sorted(story.readings, key=lambda look: look.day):
        _read(reading, stage)
    choices = {}
    for chosen in sorted(story.criteria, key=lambda look: look.day):
        choices[chosen.network] = _choose(chosen, stage)
    for seen in sorted(story.effects, key=lambda look: look.day):
        _look_for_effect(seen, choices.get(seen.network), stage)
    for stance in sorted(story.stances, key=lambda look: look.day):
        _take_stance(stance, stage)
    for users in sorted(story.users, key=lambda look: look.day):
        _tell(effect.UserSatisfaction, users, stage)
    for members in sorted(story.members, key=lambda look: look.day):
        _tell(effect.MemberSatisfaction, members, stage)
    for concluded in sorted(story.conclusions, key=lambda look: look.day):
        _conclude(concluded, stage)


def _measure(look: FormLook, stage: Stage) -> None:
    measurement = governance.Measurement(
        network=stage.networks[look.network],
        measured_on=look.day,
        source=look.source,
        participants=look.participants,
        answers=look.answers,
        invited=look.invited,
        note=look.note,
        **{name: getattr(look, name) for name in SCORES},
    )
    measure(measurement=measurement, actor=stage.keeper)


def _read(look: ReadingTold, stage: Stage) -> None:
    filled = asdict(look)
    reading = governance.Reading(network=stage.networks[filled.pop("network")], read_on=filled.pop("day"), **filled)
    governance.read(reading=reading, actor=stage.keeper)


def _evaluate(look: InstrumentLook, instrument: Instrument, stage: Stage) -> None:
    """The table of the steering tool is reached from the instrument it hangs on."""
    filled = asdict(look)
    day: date = filled.pop("day")
    for code in ("ever_used", "partners_present"):
        filled[code] = filled[code] or ""
    filled["replaceable"] = {None: "", True: "yes", False: "no"}[look.replaceable]
    filled["pitfalls"], filled["seen"] = list(look.pitfalls), dict(look.seen)
    instrument.evaluations.create(
        authority=stage.authority, measured_on=day, measured_by_id=stage.keeper.position_id, **filled
    )
    changes: audit.Changes = {"evaluation": [None, str(day)]}
    audit.record(actor=stage.keeper, verb=Verb.CHANGED, kind=instrument.KIND, pk=instrument.pk, changes=changes)


def _take_stance(told: StanceTold, stage: Stage) -> None:
    filled = asdict(told)
    stance = Stance(measured_on=filled.pop("day"), **{**filled, "seen": dict(told.seen)})
    measure(measurement=stance, actor=stage.keeper)


def _choose(look: CriteriaTold, stage: Stage) -> effect.Choice:
    choice = effect.Choice(
        network=stage.networks[look.network],
        chosen_on=look.day,
        version=effect.questionnaire_on_effect().version,
        criteria=list(look.criteria),
        kept=list(look.kept),
        reason=look.reason,
    )
    return effect.choose(choice=choice, actor=stage.keeper)


def _look_for_effect(look: EffectLook, choice: effect.Choice | None, stage: Stage) -> None:
    """Criteria hold for what was scored on them, not for an earlier look."""
    evaluation = effect.Evaluation(
        network=stage.networks[look.network],
        choice=choice if look.scores else None,
        evaluated_on=look.day,
        community=Level.COMMUNITY in look.levels,
        network_level=Level.NETWORK in look.levels,
        organisations=Level.ORGANISATIONS in look.levels,
        evidence=look.evidence,
    )
    scored = [effect.Scored(criterion=each.criterion, value=each.value, evidence=each.because) for each in look.scores]
    effect.evaluate(evaluation=evaluation, scored=scored, actor=stage.keeper)


def _tell(
    kind: type[effect.UserSatisfaction] | type[effect.MemberSatisfaction], look: UsersLook | MembersLook, stage: Stage
) -> None:
    filled = asdict(look)
    told = kind(network=stage.networks[filled.pop("network")], measured_on=filled.pop("day"), **filled)
    measure(measurement=told, actor=stage.keeper)


def _conclude(look: ConclusionTold, stage: Stage) -> None:
    conclusion = effect.Conclusion(
        network=stage.networks[look.network],
        concluded_on=look.day,
        verdict=look.verdict,
        merged_with=stage.networks[look.merged_with] if look.merged_with else None,
        learned=look.learned,
    )
    decision = Decision(
        name=look.will_do, reason=look.learned, decided_on=look.day, review_on=look.review_on, as_of=look.day
    )
    effect.conclude(conclusion=conclusion, decision=decision, actor=stage.keeper)
