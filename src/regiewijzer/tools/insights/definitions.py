"""What is a room asked that makes a persona or a user journey together?"""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from regiewijzer.inquiry.workshops.public import Draft, Kind, SaidByRoom, option
from regiewijzer.science.facts.insights import InsightKind, Proof
from regiewijzer.tools.insights.models import HIGHEST, LONGEST_TEXT, LOWEST, Insight
from regiewijzer.ui.wording import day

STAGES = ("before", "during", "after")
FEELING = "_feeling"
IN_A_ROOM = (InsightKind.PERSONA, InsightKind.JOURNEY)
_FIELDS = ("situation", "goals", "needs", "thresholds")


def questions_for_a_room(kind: str) -> list[Draft]:
    """What phones are asked; each names the field, or the stage of the journey, it is for."""
    invented = _("Invent somebody. Never a real name, and nothing by which somebody is recognised.")
    if kind == InsightKind.PERSONA:
        asked = {
            "situation": _("Who is it, and in what situation?"),
            "goals": _("What does this person want?"),
            "needs": _("What does this person need for it?"),
            "thresholds": _("What holds this person back?"),
            "quote": _("What would this person say? One sentence."),
        }
        return [Draft(Kind.TEXT, text, makes=f"{kind}.{name}", discuss=invented) for name, text in asked.items()]
    steps = {
        "before": _("What happens before the service begins? One step on each line."),
        "during": _("What happens during the service? One step on each line."),
        "after": _("What happens afterwards? One step on each line."),
    }
    feels = {
        "before": _("How does it feel beforehand?"),
        "during": _("How does it feel during the service?"),
        "after": _("How does it feel afterwards?"),
    }
    ends = {LOWEST: _("very bad"), HIGHEST: _("very good")}
    scale = [option(score - LOWEST + 1, ends.get(score, "")) for score in range(LOWEST, HIGHEST + 1)]
    found = []
    for stage in STAGES:
        found.append(Draft(Kind.TEXT, steps[stage], makes=f"{kind}.{stage}", discuss=invented))
        found.append(Draft(Kind.SCALE, feels[stage], scale, _("I don't know"), makes=f"{kind}.{stage}{FEELING}"))
    return found


def draft_of(kind: str, room: SaidByRoom) -> dict[str, str]:
    """What the form begins with: a draft, which somebody reads, changes and saves."""
    said = {"people": room.workshop.participants or 0, "day": day(room.held_on) if room.held_on else ""}
    found = {
        "made_with": _("A session of %(people)s people on %(day)s") % said,
        "proof": Proof.ASSUMED.value,
    }
    if kind == InsightKind.PERSONA:
        found |= {name: "\n".join(room.texts.get(name, ()))[:LONGEST_TEXT] for name in _FIELDS}
        longest = Insight._meta.get_field("quote").max_length
        found["quote"] = next(iter(room.texts.get("quote", ())), "")[:longest]
    else:
        found |= {f"steps_{stage}": "\n".join(room.texts.get(stage, ())) for stage in STAGES}
    return found


def feelings_of(room: SaidByRoom) -> Mapping[str, int]:
    """How each stage feels, where the room agreed; elsewhere nobody said, and a step begins in the middle."""
    return {stage: room.step[stage + FEELING] + LOWEST - 1 for stage in STAGES if stage + FEELING in room.step}
