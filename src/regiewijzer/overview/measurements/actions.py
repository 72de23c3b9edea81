"""Handing what people told to the tool that asked for it, once each.

A tool says in its `public` which questionnaires it takes over (`ADOPTS`) and how (`adopt`). A new tool, or another way
to ask people, is added to the lists below.
"""

import logging
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.inquiry.questionnaires.public import Gathered, Way, gathered_in_sittings
from regiewijzer.inquiry.surveys.public import gathered_in_surveys
from regiewijzer.inquiry.workshops.public import gathered_in_workshops
from regiewijzer.overview.measurements.models import Adoption
from regiewijzer.science.limits import Limits
from regiewijzer.tools.cooperation import public as cooperation
from regiewijzer.tools.effect import public as effect
from regiewijzer.tools.goals import public as goals
from regiewijzer.tools.governance import public as governance
from regiewijzer.tools.readiness import public as readiness
from regiewijzer.tools.steering import public as steering

logger = logging.getLogger(__name__)


class Adopts(Protocol):
    """How a tool takes over an outcome."""

    def __call__(self, *, gathered: Gathered, actor: Actor) -> None: ...


class Gathers(Protocol):
    """How a way of asking gives its outcomes, without those of which the keys are given."""

    def __call__(self, *, but_not: Collection[int], limits: Limits) -> list[Gathered]: ...


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool that takes over the outcomes of some questionnaires."""

    name: str
    questionnaires: frozenset[str]
    adopt: Adopts


@dataclass(frozen=True, slots=True)
class Source:
    """Where outcomes come from: the ways of asking that share their keys."""

    ways: frozenset[str]
    gather: Gathers


TOOLS = (
    Tool("governance", governance.ADOPTS, governance.adopt),
    Tool("steering", steering.ADOPTS, steering.adopt),
    Tool("effect", effect.ADOPTS, effect.adopt),
    Tool("readiness", readiness.ADOPTS, readiness.adopt),
    Tool("goals", goals.ADOPTS, goals.adopt),
    Tool("cooperation", cooperation.ADOPTS, cooperation.adopt),
)
SOURCES = (
    Source(frozenset({Way.ALONE, Way.TOGETHER}), gathered_in_sittings),
    Source(frozenset({Way.SURVEY}), gathered_in_surveys),
    Source(frozenset({Way.WORKSHOP}), gathered_in_workshops),
)


def take_over(*, authority: Authority) -> int:
    """Hand on every outcome that was not handed on yet. Returns how many a tool took over. Inside the wall.

    One that cannot be taken over is told in the log and tried again the next time; it never holds up another.
    """
    tools = {questionnaire: tool for tool in TOOLS for questionnaire in tool.questionnaires}
    limits, taken = limits_of(authority), 0
    for source in SOURCES:
        for gathered in source.gather(but_not=_handed_on(source, tools), limits=limits):
            taken += _hand_on(gathered, tools.get(gathered.outcome.questionnaire.key), authority)
    return taken


def _handed_on(source: Source, tools: Collection[str]) -> list[int]:
    """What a tool took over, and what still no tool asks for."""
    known = Adoption.objects.filter(way__in=source.ways).values_list("key", "tool", "questionnaire")
    return [key for key, tool, questionnaire in known if tool or questionnaire not in tools]


def _hand_on(gathered: Gathered, tool: Tool | None, authority: Authority) -> bool:
    try:
        with transaction.atomic():
            Adoption.objects.update_or_create(
                authority=authority,
                way=gathered.way,
                key=gathered.key,
                defaults={"questionnaire": gathered.outcome.questionnaire.key, "tool": tool.name if tool else ""},
            )
            if tool is not None:
                tool.adopt(gathered=gathered, actor=Actor(authority.pk))
    except Exception:
        logger.exception("%s %s was not taken over", gathered.way, gathered.key)
        return False
    return tool is not None
