"""Handing what people said in an inquiry to the tool that asked for it, once each.

A tool says which questionnaires become its measurements. Another way to ask people is added to the list below. What a
room said of partners is no questionnaire: it becomes an arena.
"""

import logging
from collections.abc import Callable, Collection, Mapping
from functools import partial
from types import MappingProxyType
from typing import Protocol

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.inquiry.questionnaires.public import Way, completed_sittings
from regiewijzer.inquiry.surveys.public import completed_surveys
from regiewijzer.inquiry.workshops.public import completed_workshops, rooms_that_placed
from regiewijzer.overview.measurements.models import Imported
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.science.limits import Limits
from regiewijzer.tools.arena import public as arena

logger = logging.getLogger(__name__)


class Completed(Protocol):
    """How a way of asking gives what is complete, without those of which the keys are given."""

    def __call__(self, *, but_not: Collection[int], limits: Limits) -> list[CompletedInquiry]: ...


COMPLETED: Mapping[frozenset[Way], Completed] = MappingProxyType(
    {
        frozenset({Way.ALONE, Way.TOGETHER}): completed_sittings,
        frozenset({Way.SURVEY}): completed_surveys,
        frozenset({Way.WORKSHOP}): completed_workshops,
    }
)
"""The ways of asking that share their keys -> what was asked so."""


def import_completed(*, authority: Authority) -> int:
    """Hand on every inquiry that was not handed on yet. Returns how many a tool took. Inside the wall.

    One that cannot be kept is told in the log and tried again the next time; it never holds up another.
    """
    tools = {questionnaire: tool for tool in TOOLS for questionnaire in tool.imports}
    limits, taken = limits_of(authority), 0
    for ways, completed in COMPLETED.items():
        for inquiry in completed(but_not=_handed_on(ways, tools), limits=limits):
            tool = tools.get(inquiry.questionnaire)
            taken += _hand_on(
                Imported(way=inquiry.way, key=inquiry.key, questionnaire=inquiry.questionnaire),
                tool.name if tool else "",
                partial(tool.imports[inquiry.questionnaire], inquiry=inquiry) if tool else None,
                authority,
            )
    for room in rooms_that_placed(but_not=_handed_on((Way.WORKSHOP,), tools), limits=limits):
        taken += _hand_on(
            Imported(way=Way.WORKSHOP, key=room.key), arena.TOOL.name, partial(arena.keep_room, room=room), authority
        )
    return taken


def _handed_on(ways: Collection[Way], tools: Collection[str]) -> list[int]:
    """What a tool took, and what still no tool asks for."""
    known = Imported.objects.filter(way__in=ways).values_list("key", "tool", "questionnaire")
    return [key for key, tool, questionnaire in known if tool or questionnaire not in tools]


def _hand_on(said: Imported, tool: str, keep: Callable[..., object] | None, authority: Authority) -> bool:
    """Note that this was handed on, and keep it as the tool does; False when no tool asks for it, or it failed."""
    try:
        with transaction.atomic():
            Imported.objects.update_or_create(
                authority=authority,
                way=said.way,
                key=said.key,
                defaults={"questionnaire": said.questionnaire, "tool": tool},
            )
            if keep is not None:
                keep(actor=Actor(authority.pk))
    except Exception:
        logger.exception("%s %s was not kept as a measurement", said.way, said.key)
        return False
    return keep is not None
