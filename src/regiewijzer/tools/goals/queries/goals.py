"""The page of a goal: every version with what changed in it, what members thought of it, and how it was split."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regiewijzer.register.measurements.queries import ShownMeasurement
from regiewijzer.register.networks.models import GoalVersion, Membership, Network
from regiewijzer.register.networks.queries import GOALS
from regiewijzer.science.limits import Limits
from regiewijzer.tools.goals.models import Measurement, Status
from regiewijzer.tools.goals.queries import ratings, splits
from regiewijzer.tools.goals.queries.breadth import ShownBreadth, breadth, network_to_fact
from regiewijzer.tools.goals.queries.splits import ShownSplit
from regiewijzer.tools.goals.wording import Change, Run, changed_words


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One wording: its words against the one before, the newest measurement of it, and its parts."""

    version: GoalVersion
    runs: tuple[Run, ...]
    measured: ShownMeasurement[Measurement] | None
    split: ShownSplit | None

    @property
    def changed(self) -> bool:
        return any(run.change is not Change.KEPT for run in self.runs)


@dataclass(frozen=True, slots=True)
class GoalPage:
    """Everything the page of a goal shows; versions and measurements run from new to old."""

    versions: tuple[ShownVersion, ...]
    measurements: tuple[Measurement, ...]
    breadth: ShownBreadth
    proposal: ShownSplit | None

    @property
    def current(self) -> ShownVersion | None:
        return self.versions[0] if self.versions else None

    @property
    def scored_before(self) -> bool:
        """Members judged a former wording, but not yet the one of today."""
        return bool(self.measurements) and (self.current is None or self.current.measured is None)


def goal_page(network: Network, members: Sequence[Membership], limits: Limits) -> GoalPage:
    """The whole page with the members of today, in a fixed number of queries."""
    found, standing = ratings.of_network(network), splits.standing_splits(network)
    proposal = next((split for split in standing if split.status == Status.PROPOSED), None)
    adopted = {
        split.adopted_as_id: splits.shown_split(split, network, members, limits)
        for split in standing
        if split.status == Status.ADOPTED
    }
    return GoalPage(
        versions=_versions(GOALS.of(network), found, adopted, limits),
        measurements=tuple(found),
        breadth=breadth(network_to_fact(network, members, None), members, limits),
        proposal=splits.shown_split(proposal, network, members, limits) if proposal else None,
    )


def _versions(
    versions: Sequence[GoalVersion],
    measurements: Sequence[Measurement],
    adopted: Mapping[int | None, ShownSplit],
    limits: Limits,
) -> tuple[ShownVersion, ...]:
    measured = ratings.latest_by_version(measurements)
    texts = [version.text for version in versions]
    return tuple(
        ShownVersion(
            version=version,
            runs=changed_words(before, version.text),
            measured=ratings.shown(measured[version.pk], limits) if version.pk in measured else None,
            split=adopted.get(version.pk),
        )
        for version, before in zip(versions, [*texts[1:], *texts[-1:]], strict=True)
    )
