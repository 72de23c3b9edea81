"""Putting in what members of an example think of goals and cooperation, what partners bring and get, and split goals.

The tables of the tools are reached from the records they hang on: `public` of a tool only reads.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.judgements import Given, JudgedCooperation, JudgedGoal, SplitTold
from regiewijzer.register.networks.models import Network
from regiewijzer.science.cooperation import Theme
from regiewijzer.science.goals import Dimension


def add_judgements(story: Story, stage: Stage) -> None:
    """Everything members and partners said, from old to new."""
    for goal in sorted(story.judged_goals, key=lambda told: told.day):
        _judge_goal(goal, stage)
    for cooperation in sorted(story.judged_cooperations, key=lambda told: told.day):
        _judge_cooperation(cooperation, stage)
    for given in sorted(story.given, key=lambda told: told.day):
        _state(given, stage)
    for split in story.splits:
        _split(split, stage)


def _judge_goal(told: JudgedGoal, stage: Stage) -> None:
    network = stage.networks[told.network]
    network.goal_measurements.create(
        version=network.goals.get(number=told.version), **_scores(told, Dimension), **_common(told, stage)
    )
    _note(network, stage, measurement=[None, str(told.day)])


def _judge_cooperation(told: JudgedCooperation, stage: Stage) -> None:
    network = stage.networks[told.network]
    network.cooperation_measurements.create(**_scores(told, Theme), **_common(told, stage))
    _note(network, stage, measurement=[None, str(told.day)])


def _scores(told: JudgedGoal | JudgedCooperation, codes: Iterable[str]) -> dict[str, Decimal | None]:
    agreed: Mapping[str, Decimal] = told.consensus or {}
    return {
        name: value
        for code in codes
        for name, value in ((str(code), getattr(told, code)), (f"{code}_consensus", agreed.get(code)))
    }


def _common(told: JudgedGoal | JudgedCooperation, stage: Stage) -> dict[str, Any]:
    return {
        "authority": stage.authority,
        "measured_on": told.day,
        "source": told.source,
        "answers": told.answers,
        "invited": told.invited,
        "note": told.note,
        "measured_by_id": stage.keeper.position_id,
    }


def _state(told: Given, stage: Stage) -> None:
    network, partner = stage.networks[told.network], stage.organisations[told.who]
    network.statements.create(
        authority=stage.authority,
        organisation=partner,
        said_on=told.day,
        said_by=told.by,
        brings=told.brings,
        brings_size=told.brings_size,
        gets=told.gets,
        gets_size=told.gets_size,
        written_by_id=stage.keeper.position_id,
    )
    _note(network, stage, organisation=[partner.name] * 2, brings=[None, told.brings], gets=[None, told.gets])


def _split(told: SplitTold, stage: Stage) -> None:
    network, owned = stage.networks[told.network], {"authority": stage.authority}
    split = network.splits.create(
        text=told.text,
        status="adopted" if told.adopted else "proposed",
        adopted_as=network.goals.get(valid_from=told.adopted) if told.adopted else None,
        settled_on=told.adopted,
        proposed_by_id=stage.keeper.position_id,
        **owned,
    )
    for part in told.parts:
        sub_goal = split.sub_goals.create(
            text=part.text, target_groups=list(part.target_groups), themes=list(part.themes), **owned
        )
        for who in part.who:
            split.places.create(organisation=stage.organisations[who], sub_goal=sub_goal, **owned)
    for who in told.none:
        split.places.create(organisation=stage.organisations[who], **owned)
    _note(network, stage, split=[None, split.status])


def _note(network: Network, stage: Stage, **changes: list[str | None]) -> None:
    audit.record(actor=stage.keeper, verb=Verb.CHANGED, kind=network.KIND, pk=network.pk, changes=changes)
