"""Giving the findings of an example a past: each found when it could first be seen, and some that have gone."""

from datetime import date, timedelta

from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library.catalogue import finding_type
from regiewijzer.overview.example.actions.stage import Stage
from regiewijzer.overview.example.queries import Story
from regiewijzer.overview.example.queries.decisions import GoneFinding
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.science.finding import Certainty
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.science.upkeep import add_months

A_DAY = timedelta(days=1)
OF_AGE = frozenset({Rule.STALE, Rule.MANY_STALE})


def give_findings_a_past(story: Story, stage: Stage) -> None:
    """Date what stands, and put in what is gone."""
    stale_months = limits_of(stage.authority).stale_months
    standing = list(StoredFinding.objects.standing())
    for stored in standing:
        stored.found_on = min(_seen_on(stored, stale_months), stage.today)
    StoredFinding.objects.bulk_update(standing, ["found_on"])
    StoredFinding.objects.bulk_create(_gone(told, stage) for told in story.gone)


def _seen_on(stored: StoredFinding, stale_months: int) -> date:
    """The first day on which the program could tell: the day after a measurement, or when a term was over."""
    if stored.rule == Rule.REVIEW_DUE:
        return date.fromisoformat(stored.numbers["review_on"])
    if stored.measured_on is None:
        return stored.found_on
    return add_months(stored.measured_on, stale_months) if stored.rule in OF_AGE else stored.measured_on + A_DAY


def _gone(told: GoneFinding, stage: Stage) -> StoredFinding:
    return StoredFinding(
        authority=stage.authority,
        key=stage.key(told.rule, told.about),
        rule=told.rule,
        weight=finding_type(told.rule).weight,
        subjects=[{"kind": each.kind, "ref": stage.record(each).pk, "name": each.name} for each in told.about],
        numbers=dict(told.numbers),
        certainty=Certainty.FAIR,
        found_on=told.found,
        gone_on=told.gone,
    )
