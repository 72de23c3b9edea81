"""What was decided about this network, and did it help?"""

from collections.abc import Sequence

from django.utils.translation import gettext

from regiewijzer.overview.findings.queries import BeforeAfter, before_after
from regiewijzer.overview.reports.documents.recent_decisions import state_of
from regiewijzer.overview.reports.documents.report_model import Chapter, Decided, Labelled
from regiewijzer.register.decisions.models import Decision
from regiewijzer.ui.wording import day, worded


def decisions(found: Sequence[Decision]) -> Chapter | None:
    """Every decision, the newest first; None when nothing was decided."""
    if not found:
        return None
    return Chapter(gettext("What was decided"), tuple(_decided(decision) for decision in found))


def _decided(decision: Decision) -> Decided:
    answer, name = decision.get_answer_display(), decision.name or decision.reason
    return Decided(
        day=day(decision.decided_on),
        said=worded("**%(answer)s:** %(name)s", answer=answer, name=name),
        about=_about(decision),
        state=state_of(decision),
        changes=(*_before_and_after(before_after(decision)), *_learned(decision)),
    )


def _about(decision: Decision) -> str:
    """Who does it by when, and why."""
    who = decision.responsible or (decision.decided_by.user.name if decision.decided_by else "")
    due = gettext("by %(day)s") % {"day": day(decision.due)} if decision.due else ""
    reason = decision.reason if decision.name else ""
    return " · ".join(words for words in (who, due, reason) if words)


def _learned(decision: Decision) -> tuple[Labelled, ...]:
    if not decision.review_note:
        return ()
    return (Labelled(gettext("What we learned:"), worded("%(note)s", note=decision.review_note)),)


def _before_and_after(change: BeforeAfter | None) -> tuple[Labelled, ...]:
    """What the finding said then, and what it said at the review; before a review only when that is something else."""
    if change is None:
        return ()
    before = Labelled(gettext("When we decided:"), change.before)
    label = gettext("When we looked again:") if change.closed else gettext("Now:")
    if change.after is None:
        return (before, Labelled(label, worded(gettext("the finding is gone."))))
    if change.closed or change.after != change.before:
        return (before, Labelled(label, change.after))
    return (before,)
