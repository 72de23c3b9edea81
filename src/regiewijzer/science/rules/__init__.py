"""What do the rules find in the facts of an authority?

One module per subject, each with `find(register, limits)`. Findings keep the order of the subjects; what comes first
on a screen is for the screen to say. A key occurs once, and so does a fact: `deduplicate` puts rules that tell the same
behind one of them.
"""

from collections.abc import Callable

from regiewijzer.science.facts import Register
from regiewijzer.science.finding import Finding
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import (
    arena,
    breakthrough,
    choice,
    composition,
    cooperation,
    director,
    effect,
    form,
    goal,
    insight,
    instrument,
    load,
    meetings,
    overlap,
    people,
    readiness,
    upkeep,
)
from regiewijzer.science.rules.deduplicate import deduplicated

ALL: tuple[Callable[[Register, Limits], tuple[Finding, ...]], ...] = (
    form.find,
    instrument.find,
    goal.find,
    cooperation.find,
    composition.find,
    insight.find,
    arena.find,
    people.find,
    overlap.find,
    load.find,
    effect.find,
    director.find,
    choice.find,
    readiness.find,
    upkeep.find,
    meetings.find,
    breakthrough.find,
)


def find_all(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """Every finding of every subject. The same facts and limits give the same findings in the same order."""
    return deduplicated([finding for find in ALL for finding in find(register, limits)])
