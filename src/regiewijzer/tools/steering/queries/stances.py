"""How the authority steers each policy field, now and before (Pröpper 2004)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from regiewijzer.library import catalogue
from regiewijzer.library.entries import ThemeKind
from regiewijzer.library.figures import number
from regiewijzer.register.measurements.queries import from_old_to_new
from regiewijzer.science import facts
from regiewijzer.science.director import Component, DirectorType, components_of, director_type, weakest
from regiewijzer.science.governance import from_scale, to_scale
from regiewijzer.science.limits import Limits
from regiewijzer.tools.steering.models import Stance
from regiewijzer.ui.pictures.field import Corner, Field, FieldMark, field_picture
from regiewijzer.ui.pictures.picture import Picture
from regiewijzer.ui.wording import text_of

CORNERS = {
    DirectorType.CONTROLLING: (True, True),
    DirectorType.IMPLEMENTING: (False, True),
    DirectorType.VISIONARY: (True, False),
    DirectorType.FACILITATING: (False, False),
}


@dataclass(frozen=True, slots=True)
class ShownComponent:
    """One component of steering, from 1 to 5. `before` is its value in the stance before."""

    component: Component
    value: Decimal | None
    before: Decimal | None
    weak: bool
    seen: str


@dataclass(frozen=True, slots=True)
class ShownStance:
    """The latest stance on a policy field, with those before it, newest first."""

    stance: Stance
    earlier: tuple[Stance, ...]
    kind: DirectorType | None
    components: tuple[ShownComponent, ...]

    @property
    def weakest(self) -> ShownComponent | None:
        return next((each for each in self.components if each.weak), None)


@dataclass(frozen=True, slots=True)
class StancesPage:
    """A picture of all policy fields, each with its components, and stances whose field nobody named."""

    picture: Picture | None
    shown: tuple[ShownStance, ...]
    unnamed: tuple[Stance, ...]


def stances() -> tuple[facts.Stance, ...]:
    """Every stance from old to new, as the rules take them."""
    return tuple(to_fact(each) for each in from_old_to_new(Stance.objects.all()))


def to_fact(stance: Stance) -> facts.Stance:
    """A stored stance as the rules take it."""
    scores: dict[str, Any] = {name: _share(getattr(stance, name)) for name in (*Stance.SIDES, *Stance.COMPONENTS)}
    return facts.Stance(
        policy_field=stance.policy_field,
        **stance.provenance(),
        **scores,
    )


def stance_of(pk: int) -> Stance:
    """The stance, or 404."""
    return get_object_or_404(Stance, pk=pk)


def stances_page(limits: Limits) -> StancesPage:
    """All stances by policy field, in one query."""
    by_field: dict[str, list[Stance]] = {}
    for stance in Stance.objects.select_related("measured_by__user"):
        by_field.setdefault(stance.policy_field, []).append(stance)
    unnamed = by_field.pop("", [])
    shown = [_shown(found, limits) for found in by_field.values()]
    shown.sort(key=lambda each: field_name(each.stance.policy_field))
    return StancesPage(_picture(shown), tuple(shown), tuple(unnamed))


def field_options() -> list[tuple[str, str]]:
    """Code and name of every policy field, by name."""
    themes = (theme for theme in catalogue.themes() if theme.kind is ThemeKind.POLICY)
    return sorted(((theme.key, field_name(theme.key)) for theme in themes), key=lambda option: option[1])


def field_name(code: str) -> str:
    """The name of a policy field; empty for none."""
    return text_of(code, "themes") if code else ""


def _shown(found: list[Stance], limits: Limits) -> ShownStance:
    latest, before = found[0], found[1] if len(found) > 1 else None
    fact = to_fact(latest)
    weak = weakest(fact, limits)
    return ShownStance(
        stance=latest,
        earlier=tuple(found[1:]),
        kind=director_type(fact.script, fact.power),
        components=tuple(
            ShownComponent(
                component=component,
                value=getattr(latest, component.value),
                before=getattr(before, component.value) if before else None,
                weak=component is weak,
                seen=latest.seen.get(component.value, ""),
            )
            for component in components_of(fact)
        ),
    )


def _picture(shown: list[ShownStance]) -> Picture | None:
    corners = tuple(Corner(_type_name(kind), script, power) for kind, (script, power) in CORNERS.items())
    marks = tuple(mark for each in shown if (mark := _mark(each)) is not None)
    return field_picture(Field(corners, marks), picture_id="stances")


def _mark(shown: ShownStance) -> FieldMark | None:
    now = to_fact(shown.stance)
    if now.script is None or now.power is None or shown.kind is None:
        return None
    values = {"script": number(to_scale(now.script)), "power": number(to_scale(now.power))}
    return FieldMark(
        name=field_name(now.policy_field),
        script=now.script,
        power=now.power,
        words=gettext("own script %(script)s and power %(power)s out of 5") % values,
        kind=_type_name(shown.kind),
        before=_place_of(shown.earlier[0]) if shown.earlier else None,
    )


def _place_of(stance: Stance) -> tuple[float, float] | None:
    """Own script and power, both from 0 to 1; None when one is not known."""
    script, power = _share(stance.script), _share(stance.power)
    return None if script is None or power is None else (script, power)


def _type_name(kind: DirectorType) -> str:
    return text_of(kind, "director_types")


def _share(value: Decimal | None) -> float | None:
    return None if value is None else from_scale(float(value))
