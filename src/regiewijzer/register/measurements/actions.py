"""Keeping what people said: typed by hand, or said in a questionnaire."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from django.db import models, transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.measurements.models import Measurement
from regiewijzer.register.measurements.queries import CompletedInquiry

AUTHORITY = "authority"
CENTS = Decimal("0.01")

M = TypeVar("M", bound=Measurement)


class Importer(Protocol):
    """Keeps what people said in a questionnaire."""

    def __call__(self, *, inquiry: CompletedInquiry, actor: Actor) -> None: ...


def _nothing(_inquiry: CompletedInquiry) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class MeasurementFields:
    """How the answers to a questionnaire become a row of a table.

    `scores`: field -> the dimension or question of which it takes the mean; without a single one there is no row.
    `beside`: the same for fields that do not count by themselves; a field of text takes what most people said.
    `agreed`: each score has a field `..._consensus`. `evidence`: the field with what each score rests on. `layer`: the
    field with which layer said so, for a row of each. `more`: fields that come from elsewhere.
    """

    model: type[Measurement]
    scores: Mapping[str, str]
    beside: Mapping[str, str] = field(default_factory=dict)
    agreed: bool = False
    evidence: str = ""
    layer: str = ""
    more: Callable[[CompletedInquiry], Mapping[str, Any]] = _nothing


@transaction.atomic
def measure(*, measurement: M, actor: Actor) -> M:
    """Append a measurement; an earlier one is never changed. One with a kind of its own has a trail of its own."""
    measurement.authority_id = actor.authority_id
    measurement.measured_by_id = actor.position_id
    measurement.save(force_insert=True)
    noted = {name: value for name in measurement.IN_TRAIL if (value := getattr(measurement, name)) is not None}
    changes: audit.Changes = {name: [None, str(value)] for name, value in noted.items()}
    if kind := getattr(measurement, "KIND", ""):
        audit.record(actor=actor, verb=Verb.CREATED, kind=kind, pk=measurement.pk, changes=changes)
        return measurement
    kind, pk = _subject_of(measurement)
    changes = {measurement.IN_TRAIL_AS: [None, str(measurement.measured_on)], **changes}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=kind, pk=pk, changes=changes)
    return measurement


def _subject_of(measurement: Measurement) -> tuple[str, int]:
    """The kind and key of what a measurement is about."""
    if not measurement.SUBJECT:
        return AUTHORITY, measurement.authority_id
    subject: Any = measurement._meta.get_field(measurement.SUBJECT).related_model
    return subject.KIND, getattr(measurement, f"{measurement.SUBJECT}_id")


@transaction.atomic
def import_measurement(*, inquiry: CompletedInquiry, fields: MeasurementFields, actor: Actor) -> None:
    """Keep what people said in a questionnaire; nothing when it is about something else, or says nothing."""
    model = fields.model
    subject = {model.SUBJECT: getattr(inquiry, model.SUBJECT)} if model.SUBJECT else {}
    if None in subject.values():
        return
    for layer, scores in _scores(inquiry, fields):
        if all(score is None for score in scores.values()):
            continue
        row = model(
            **subject,
            measured_on=inquiry.day,
            source=inquiry.source.value,
            answers=inquiry.answered,
            invited=inquiry.invited,
            **{name: _as_field(model, name, score) for name, score in scores.items()},
            **({fields.layer: layer} if layer else {}),
            **_around(inquiry, fields),
        )
        measure(measurement=row, actor=actor)


Scores = dict[str, float | None]


def _scores(inquiry: CompletedInquiry, fields: MeasurementFields) -> Iterator[tuple[str, Scores]]:
    """The scores of everybody together, or of each layer. A form of one layer gives that layer alone."""
    if not fields.layer:
        yield "", {name: inquiry.mean(asked) for name, asked in fields.scores.items()}
        return
    found = {each.id: each.layers for each in inquiry.result.dimensions}
    for layer in dict.fromkeys(layer for layers in found.values() for layer in layers):
        if inquiry.layer in ("", layer):
            yield layer, {name: found[asked].get(layer) for name, asked in fields.scores.items() if asked in found}


def _around(inquiry: CompletedInquiry, fields: MeasurementFields) -> dict[str, Any]:
    """Everything of a row but its scores."""
    found = {name: _said(inquiry, fields.model, name, asked) for name, asked in fields.beside.items()}
    if fields.agreed:
        agreed = {f"{name}_consensus": inquiry.agreement(asked) for name, asked in fields.scores.items()}
        found |= {name: _as_field(fields.model, name, value) for name, value in agreed.items()}
    if fields.evidence:
        texts = {name: inquiry.evidence_for(asked) for name, asked in fields.scores.items()}
        found[fields.evidence] = {name: text for name, text in texts.items() if text}
    return {**found, **fields.more(inquiry)}


def _said(inquiry: CompletedInquiry, model: type[Measurement], name: str, asked: str) -> Any:
    if isinstance(model._meta.get_field(name), models.CharField):
        return inquiry.most_said(asked)
    return _as_field(model, name, inquiry.mean(asked))


def _as_field(model: type[Measurement], name: str, score: float | None) -> Decimal | int | None:
    """A mean in hundredths, or brought to the nearest whole where a field takes no others."""
    if score is None:
        return None
    if isinstance(model._meta.get_field(name), models.DecimalField):
        return Decimal(str(score)).quantize(CENTS)
    return int(score + 0.5)
