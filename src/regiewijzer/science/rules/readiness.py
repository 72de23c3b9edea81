"""Which findings follow from what the layers of the authority say of themselves?

Conditions: Louweret (seed 003); what counts as a gap: `readiness`. All are about the authority itself.
"""

from collections.abc import Sequence

from regiewijzer.science.facts import Attitude, InputSource, Layer, LayerMeasurement, Register
from regiewijzer.science.finding import Finding, Ground, Kind, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.readiness import Gap, absent, gaps, seen_by
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """A finding for each condition at which the layers differ, and for each that no layer sees."""
    layers = register.readiness
    differing = (_gap(gap, register, limits) for gap in gaps(layers))
    return (*differing, *(_not_ready(attitude, register, limits) for attitude in absent(layers)))


def _gap(gap: Gap, register: Register, limits: Limits) -> Finding:
    compared = [each for each in register.readiness if each.layer in (gap.most, gap.least)]
    reasons = _grounds(compared, register, limits)
    return Finding(
        rule=Rule.LAYER_GAP.value,
        subjects=(Subject(Kind.AUTHORITY, register.authority, register.authority_name),),
        numbers={
            "authority": register.authority_name,
            "layer_a": gap.most.value,
            "layer_b": gap.least.value,
            "question": gap.attitude.value,
            "value_a": round(gap.highest, 2),
            "value_b": round(gap.lowest, 2),
        },
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=min(each.measured_on for each in compared),
        aspect=gap.attitude.value,
    )


def _not_ready(attitude: Attitude, register: Register, limits: Limits) -> Finding:
    values = seen_by(register.readiness, attitude)
    answered = [each for each in register.readiness if each.layer in values]
    unasked = len(Layer) - len(answered)
    reasons = (
        *_grounds(answered, register, limits),
        *((grounds.ground(Reason.LAYERS_UNASKED, holds=False, count=unasked),) if unasked else ()),
    )
    return Finding(
        rule=Rule.NOT_READY.value,
        subjects=(Subject(Kind.AUTHORITY, register.authority, register.authority_name),),
        numbers={
            "authority": register.authority_name,
            "question": attitude.value,
            "value": round(max(values.values()), 2),
        },
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=min(each.measured_on for each in answered),
        aspect=attitude.value,
    )


def _grounds(layers: Sequence[LayerMeasurement], register: Register, limits: Limits) -> tuple[Ground, ...]:
    """Who answered, and how long ago the oldest of these layers did."""
    oldest = min(each.measured_on for each in layers)
    return (_answers(layers), grounds.of_age(Reason.MEASURED_MONTHS_AGO, oldest, register.today, limits))


def _answers(layers: Sequence[LayerMeasurement]) -> Ground:
    if any(each.source is InputSource.ESTIMATE for each in layers):
        return grounds.ground(Reason.ONE_SPOKE_FOR_A_LAYER, holds=False)
    people = sum(each.answers or 0 for each in layers)
    return grounds.ground(Reason.LAYERS_ANSWERED, holds=people > 0, count=people)
