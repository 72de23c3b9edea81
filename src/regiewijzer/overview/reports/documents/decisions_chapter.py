"""What was decided about this network, and did it help?"""

from collections.abc import Sequence

from django.utils.translation import gettext

from regiewijzer.overview.findings.queries import before_after, then_and_now
from regiewijzer.overview.reports.documents.recent_decisions import state_of
from regiewijzer.overview.reports.documents.report_model import Chapter, Decided
from regiewijzer.register.decisions.models import Decision
from regiewijzer.ui.section import Labelled
from regiewijzer.ui.wording import day, worded


def decisions(found: Sequence[Decision]) -> Chapter | None:
    """Every decision, the newest first; None when nothing was decided."""
    if not found:
        return None
    return Chapter(gettext("What was decided"), tuple(_decided(decision) for decision in found))


def _decided(decision: Decision) -> Decided:
    answer, name = decision.get_answer_display(), decision.name or decision.reason
    change = before_after(decision)
    return Decided(
        day=day(decision.decided_on),
        said=worded("**%(answer)s:** %(name)s", answer=answer, name=name),
        about=_about(decision),
        state=state_of(decision),
        changes=(*(then_and_now(decision, change) if change else ()), *_learned(decision)),
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
