"""Who may see an insight, what is known of one, and what the rules get from all?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.meetings.models import Action, AgendaItem, MeetingState
from regiewijzer.register.networks.models import GoalVersion, Membership, Network
from regiewijzer.register.networks.queries import RowsOfNetworks, may_on_network
from regiewijzer.register.organisations.models import Person
from regiewijzer.science import facts
from regiewijzer.science.facts import Feeling, InsightKind, Phase, Proof
from regiewijzer.science.insights import MANY
from regiewijzer.tools.insights.models import Insight, Met, Moment, Step, Use

WITH_USES = Prefetch("uses", Use.objects.select_related("challenge", "goal", "action", "item__meeting"))
WITH_STEPS = Prefetch(
    "steps", Step.objects.prefetch_related(Prefetch("met", Met.objects.select_related("organisation")))
)


def _of_a_network() -> QuerySet[Any]:
    """Personas and journeys with what each changed: what stands on every page of the network."""
    changed = ArrayAgg("uses__changed", filter=Q(uses__isnull=False), default=[], order_by="uses__id")
    return Insight.objects.kept().open_to_all().annotate(changed=changed).order_by("-made_on", "-id")


INSIGHTS: RowsOfNetworks[Any] = RowsOfNetworks("insights_of", _of_a_network)


def network_for(position: Position, pk: int) -> Network:
    """The network of which somebody may see insights: everybody inside, and guests of their own networks. Or 404."""
    network = get_object_or_404(Network, pk=pk)
    if may_on_network(position, network, Right.SEE) or may_on_network(position, network, Right.SEE_OWN_NETWORKS):
        return network
    raise Http404


def sees_all(position: Position, network: Network) -> bool:
    """Whether somebody sees interviews and diaries of this network too: its manager, and the coordinator."""
    return may_on_network(position, network, Right.SEE_INTERVIEWS)


def may_write(position: Position, network: Network, kind: str) -> bool:
    """Whether somebody may write an insight of this kind down, or change it."""
    confidential = Insight(kind=kind).confidential
    return may_on_network(position, network, Right.EDIT_REGISTER) and (not confidential or sees_all(position, network))


def seen_by(position: Position, network: Network) -> QuerySet[Insight]:
    """Those of the network that this person may see, the newest first."""
    found = Insight.objects.filter(network=network)
    return found if sees_all(position, network) else found.open_to_all()


def that_changed(position: Position, action: Action) -> list[Insight]:
    """The insights that changed this action, as far as this person sees those of its network."""
    if action.network is None:
        return []
    return list(seen_by(position, action.network).filter(uses__action=action).distinct())


def insight_of(position: Position, network: Network, pk: int) -> Insight:
    """One of them with all of it, or 404: not there and not yours are the same."""
    found = seen_by(position, network).select_related("persona", "network__authority", "made_by__user")
    insight = found.prefetch_related(WITH_USES, WITH_STEPS, "moments", "journeys").filter(pk=pk).first()
    if insight is None:
        raise Http404
    return insight


def insight_to_change(position: Position, network: Network, pk: int) -> Insight:
    """The same without what stands in it."""
    found = seen_by(position, network).select_related("network__authority").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def names_of_people() -> list[str]:
    """Everybody in the register, to be looked for in what users said."""
    return list(Person.objects.order_by("pk").values_list("name", flat=True))


def personas_of(network: Network) -> QuerySet[Insight]:
    """Those a journey can be of."""
    return Insight.objects.kept().filter(network=network, kind=InsightKind.PERSONA).order_by("name")


@dataclass(frozen=True, slots=True)
class Targets:
    """What an insight may have changed."""

    challenges: tuple[Challenge, ...]
    goals: tuple[GoalVersion, ...]
    actions: tuple[Action, ...]
    items: tuple[AgendaItem, ...]


def targets_of(network: Network) -> Targets:
    """The challenges of the authority; of the network wordings of its goal, actions, and items of its agendas."""
    meetings = AgendaItem.objects.filter(meeting__network=network, meeting__archived_at=None)
    items = meetings.exclude(meeting__state=MeetingState.CANCELLED).select_related("meeting")
    return Targets(
        challenges=tuple(Challenge.objects.current().order_by("name")),
        goals=tuple(network.goals.all()),
        actions=tuple(Action.objects.current().filter(network=network).order_by("name")),
        items=tuple(items.order_by("-meeting__held_on", "place")),
    )


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step with whom somebody meets there, and who of them sits at the table of the network."""

    step: Step
    met: tuple[tuple[str, bool], ...]

    @property
    def feeling(self) -> str:
        """The code of how it feels."""
        return Feeling.of(self.step.feeling)

    @property
    def mark(self) -> str:
        """The mark that goes with it."""
        return {-2: "short", -1: "tight", 0: "open"}.get(self.step.feeling, "ok")

    @property
    def absent(self) -> tuple[str, ...]:
        return tuple(name for name, inside in self.met if not inside)

    @property
    def many(self) -> bool:
        """Whether so many organisations meet here that people lose their way."""
        return len(self.met) >= MANY


def steps_of(insight: Insight) -> tuple[ShownStep, ...]:
    """The steps of a journey, in their order."""
    sitting = Membership.objects.sitting(timezone.localdate()).filter(network=insight.network_id)
    inside = set(sitting.values_list("organisation", flat=True))
    return tuple(
        ShownStep(step, tuple((each.organisation.name, each.organisation_id in inside) for each in step.met.all()))
        for step in insight.steps.all()
    )


def moments_of(insight: Insight) -> tuple[Moment, ...]:
    return tuple(insight.moments.all())


def insights_by_network(today: date) -> Mapping[int, tuple[facts.Insight, ...]]:
    """What the rules get: every insight of this day by network, also one that was destroyed since."""
    newest = {row.network_id: row.pk for row in GoalVersion.objects.filter(valid_from__lte=today).order_by("number")}
    rows = Insight.objects.filter(made_on__lte=today).order_by("made_on", "pk")
    found: dict[int, tuple[facts.Insight, ...]] = {}
    for row in rows.prefetch_related(Prefetch("uses", Use.objects.filter(used_on__lte=today)), WITH_STEPS):
        uses = list(row.uses.all())
        goal = newest.get(row.network_id)
        made = facts.Insight(
            kind=InsightKind(row.kind),
            made_on=row.made_on,
            proof=Proof(row.proof),
            phase=Phase(row.phase) if row.phase else None,
            used=bool(uses),
            kept=row.destroyed_on is None,
            goal=any(use.goal_id == goal for use in uses if goal is not None),
            steps=tuple(_step(each) for each in row.steps.all()),
        )
        found[row.network_id] = (*found.get(row.network_id, ()), made)
    return found


def _step(step: Step) -> facts.Step:
    return facts.Step(step.name, tuple((each.organisation_id, each.organisation.name) for each in step.met.all()))


def kept(insights: Iterable[Insight], *kinds: str) -> list[Insight]:
    """Those that still say something, of these kinds."""
    return [each for each in insights if each.destroyed_on is None and each.kind in kinds]
