"""What became of findings: which came and went, what a decision's finding says now, and whether decisions helped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext

from regiewijzer.library import catalogue, sentences
from regiewijzer.library.formatters import limit_in_words
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.decisions.models import Decision, FindingEvidence, Outcome, Review
from regiewijzer.register.decisions.queries import reviews_of
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.section import Labelled
from regiewijzer.ui.wording import day, plain, worded

A_WEEK = timedelta(days=7)


def weekly_change(today: date) -> tuple[int, int]:
    """How many findings appeared, and how many disappeared, in the last seven days."""
    came = Count("pk", filter=Q(gone_on=None, found_on__gt=today - A_WEEK))
    counts = StoredFinding.objects.aggregate(came=came, went=Count("pk", filter=Q(gone_on__gt=today - A_WEEK)))
    return counts["came"], counts["went"]


def evidence_now(key: str) -> FindingEvidence | None:
    """What a finding rests on today; None when it no longer stands."""
    stored = StoredFinding.objects.standing().speaking_for(key).first()
    return stored.evidence_of(key) if stored else None


@dataclass(frozen=True, slots=True)
class LimitMoved:
    """A limit that is another number than it was, in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """What a decision's finding said then, and says now; `after` is None when the finding is gone.

    `moved` are the limits that changed in between, `rule_changed` whether the rule did: then before and after are not
    measured with the same stick.
    """

    before: Sentence
    after: Sentence | None
    closed: bool
    moved: tuple[LimitMoved, ...] = ()
    rule_changed: bool = False


def before_after(decision: Decision) -> BeforeAfter | None:
    """None for a decision that answers no finding."""
    if not decision.finding or not decision.numbers:
        return None
    closed = decision.reviewed_on is not None
    now = decision.review_evidence if closed else evidence_now(decision.finding)
    before = sentences.sentence_of(decision.rule, decision.numbers)
    if now is None:
        return BeforeAfter(before, None, closed)
    after = sentences.sentence_of(decision.rule, now.numbers)
    versions = {decision.rule_version, now.rule_version} - {None}
    return BeforeAfter(before, after, closed, _moved(decision.limits_used, now.limits_used), len(versions) > 1)


def _moved(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[LimitMoved, ...]:
    """The limits both rest on that are another number now."""
    return tuple(
        LimitMoved(
            str(catalogue.word(name, "limits").text), limit_in_words(name, value), limit_in_words(name, after[name])
        )
        for name, value in before.items()
        if hasattr(DEFAULTS, name) and name in after and after[name] != value
    )


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a decision, with what its finding said that day; None when it was gone, or there is none."""

    review: Review
    said: Sentence | None


def looks_at(decision: Decision) -> list[Look]:
    """Every look at a decision, newest first."""
    return [
        Look(review, sentences.sentence_of(decision.rule, review.numbers) if review.numbers else None)
        for review in reviews_of(decision)
    ]


def how_decisions_did() -> tuple[int, int]:
    """How many reviewed decisions helped, of how many."""
    reviewed = (
        Decision.objects.filter(archived_at=None).exclude(reviewed_on=None).exclude(outcome__in=["", Outcome.UNKNOWN])
    )
    outcomes = list(reviewed.values_list("outcome", flat=True))
    return sum(outcome in (Outcome.HELPED, Outcome.PARTLY) for outcome in outcomes), len(outcomes)


def then_and_now(decision: Decision, change: BeforeAfter) -> tuple[Labelled, ...]:
    """What the finding of a decision said then and says now, and what changed in how it is measured."""
    looked = decision.reviewed_on
    now = gettext("When we looked again, %(day)s:") % {"day": day(looked)} if looked else gettext("Now:")
    gone = Labelled(now, plain(gettext("The finding is gone.")), Fit.OK)
    limits = (Labelled(gettext("The limit changed in between:"), _limit_moved(limit)) for limit in change.moved)
    unlike = plain(gettext("before and after are not measured in the same way."))
    return (
        Labelled(gettext("When we decided, %(day)s:") % {"day": day(decision.decided_on)}, change.before),
        Labelled(now, change.after) if change.after else gone,
        *limits,
        *((Labelled(gettext("The rule changed in between:"), unlike),) if change.rule_changed else ()),
    )


def _limit_moved(limit: LimitMoved) -> Sentence:
    return worded(
        gettext("%(name)s was %(before)s and is %(after)s, so part of the difference may come from the limit."),
        name=limit.name,
        before=limit.before,
        after=limit.after,
    )
