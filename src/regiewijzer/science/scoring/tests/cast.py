"""A small questionnaire for the tests: trust and power, roles with rankings, pitfalls that are counted."""

from regiewijzer.science.scoring.definitions import (
    Band,
    Dimension,
    Direction,
    Item,
    Option,
    Ranking,
    Scale,
    ScaleKind,
    Scheme,
    Score,
    Strength,
)

FIVE = Scale(ScaleKind.ORDINAL, (1, 2, 3, 4, 5))
POWER = Scale(ScaleKind.ORDINAL, (0, 1, 2, 3, 4))
YES_NO = Scale(ScaleKind.NOMINAL, ("yes", "no"))
NUMBER = Scale(ScaleKind.NUMBER, minimum=0)

TRUST = Dimension(
    "trust",
    Score.MEAN,
    min_answered=2,
    direction=Direction.HIGHER_IS_BETTER,
    bands=(Band("low", 1, 2.6), Band("middle", 2.6, 4), Band("high", 4, 5)),
)
RESULT = Dimension("result", Score.SINGLE, bands=(Band("low", 1, 3), Band("high", 3, 5)))
USED = Dimension("power", Score.COMPARE)
PITFALLS = Dimension("pitfalls", Score.COUNT, counted="yes")
CONTEXT = Dimension("context", Score.NONE)

SCHEME = Scheme(
    items=(
        Item("trust.agreements", FIVE, "trust"),
        Item("trust.opportunism", FIVE, "trust", reversed=True),
        Item("trust.goodwill", FIVE, "trust"),
        Item("result.reached", FIVE, "result"),
        Item("power.used", POWER, "power"),
        Item("power.needed", POWER, "power"),
        Item("pitfalls.idle", YES_NO, "pitfalls"),
        Item("pitfalls.talk", YES_NO, "pitfalls"),
        Item("context.partners", NUMBER, "context", scored=False),
    ),
    dimensions=(TRUST, RESULT, USED, PITFALLS, CONTEXT),
)

ROLES = ("operator", "promoter", "guardian")
ROLE_TEST = Scheme(
    items=tuple(Item(f"{role}.{number}", FIVE, role) for role in ROLES for number in (1, 2)),
    dimensions=tuple(Dimension(role, Score.MEAN) for role in ROLES),
    rankings=tuple(
        Ranking(moment, tuple(Option(f"{moment}.{role}", role) for role in ROLES)) for moment in ("start", "stuck")
    ),
    strength=Strength(at_least=4.0, among_top=2),
)


def role_answers(operator: int, promoter: int, guardian: int) -> dict[str, int | float | str | None]:
    """Everybody answers both sentences of a role alike."""
    given = {"operator": operator, "promoter": promoter, "guardian": guardian}
    return {f"{role}.{number}": value for role, value in given.items() for number in (1, 2)}
