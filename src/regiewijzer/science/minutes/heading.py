"""When did they meet, and which network? Read from the head of the minutes."""

import re
from collections.abc import Iterable
from datetime import date

from regiewijzer.science.minutes.days import full_dates, without_dates
from regiewijzer.science.minutes.lines import Line
from regiewijzer.science.minutes.people import is_people_label

LONGEST_HEAD = 20  # lines
LONGEST_NETWORK = 120  # characters
_LABELLED = re.compile(
    r"^(?:datum(?:\s+(?:van\s+(?:de\s+)?)?(?:vergadering|overleg))?|date(?=\s*:)|wanneer|dag)\s*:?\s*", re.IGNORECASE
)
_OTHER_DAY = re.compile(
    r"\b(?:volgende?|vorige?|goedgekeurd|goedkeuring|next|previous|approved|verzonden|sent|verstuurd|opgemaakt|afdruk|versie)\b|^\["
    r"|^(?:actie|besl)",
    re.IGNORECASE,
)
_KIND_OF_PAPER = re.compile(
    r"^(?:(?:re|fw|fwd|antw)\s*:\s*)*(?:onderwerp|betreft|titel|netwerk(?=\s*:)"
    r"|overleg(?=\s*:))\s*:\s*",
    re.IGNORECASE,
)
_MINUTES_OF = re.compile(
    r"^(?:(?:kort|ontwerp|ontwerp-)?\s*(?:verslag(?:je)?|notulen|notities|samenvatting|nota|minutes)(?:\s+nr\.?\s*\d+"
    r"|\s+\d+)?)\b[\s:,]*"
    r"(?:(?:van|over|voor|op|of|from)\b\s*)?(?:(?:de|het|onze|ons|een|the|our)\b\s*)?"
    r"(?:(?:vergadering|samenkomst|bijeenkomst|overleg|zitting|samenzit|plenair overleg|meeting)\b\s*(?:(?:van|op"
    r"|over|of)\b\s*)(?:(?:de|het|onze|ons|the|our)\b\s*)?)?",
    re.IGNORECASE,
)
_ONLY_MEETING = re.compile(
    r"^(?:(?:de|het|onze|ons|een|van|op|nr\.?|\d+|vergadering|samenkomst|bijeenkomst|overleg|overlegtafel"
    r"|plenair|plenaire|zitting"
    r"|samenzit|verslag|verslagje|notulen|minutes|meeting|of|kort|ontwerp|team|groep|datum|:|\.|,|/|u|uur|om|in|te)\s*)*$",
    re.IGNORECASE,
)
_TOWN = re.compile(r"\s*(?:,|\(|\s[–—-]\s|\s//\s|\s\|\s|\s/\s).*$")
_MET_IN_MAIL = re.compile(
    r"\b(?:overleg|vergadering|samenkomst|bijeenkomst)\s+van\s+(?:(?:de|het|ons"
    r"|onze)\s+)?(?P<name>[^.,;:()]{3,80}?)(?=\s*[.,;:(]|$)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"^(?:van|aan|cc|from|to|verzonden|sent)\s*:", re.IGNORECASE)


def meeting_day(lines: list[Line]) -> date | None:
    """The full date in the head; None when there is none. The day a mail was sent is not the day they met."""
    head = list(_head(lines))
    mail = any(_MAIL.match(line.text) for line in head)
    for at, line in enumerate(lines[: 2 * LONGEST_HEAD]):
        found = _LABELLED.match(line.text)
        if not found or mail:
            continue
        value = line.text[found.end() :] or (lines[at + 1].text if at + 1 < len(lines) else "")
        for day in full_dates(value):
            return day
    for line in head:
        if _OTHER_DAY.search(line.text) or (_LABELLED.match(line.text) and mail):
            continue
        for day in full_dates(line.text):
            return day
    return None


def network_name(lines: list[Line]) -> str | None:
    """The name as it stands in the heading, without the town; None when the heading names none."""
    filled = [line for line in lines if not line.blank][:4]
    if any(_MAIL.match(line.text) for line in filled):
        for line in lines[:LONGEST_HEAD]:
            if found := _MET_IN_MAIL.search(line.text):
                return found["name"].strip()
    subject = [line for line in filled if _KIND_OF_PAPER.match(line.text)]
    for line in [*subject, *filled]:
        if (
            is_people_label(line.text)
            or _MAIL.match(line.text)
            or line.text.lower().startswith(("beste", "dag ", "hallo"))
        ):
            if line not in subject:
                return None
            continue
        if name := _network_in(line.text):
            return name
    return None


def _network_in(words: str) -> str | None:
    words = _KIND_OF_PAPER.sub("", words)
    for part in re.split(r"\s+//\s+|\s+\|\s+|\s+[–—-]\s+", words):
        said = _MINUTES_OF.sub("", without_dates(part).strip(), count=1)
        said = re.sub(
            r"\s*\b(?:verslag|overleg|vergadering|van|op|d\.?d\.?)\s*$", "", said.strip(" .:,"), flags=re.IGNORECASE
        )
        said = (
            re.sub(r"\s*\b(?:verslag|notulen)\b.*$", "", said, flags=re.IGNORECASE)
            if not said.lower().startswith("verslag")
            else said
        )
        said = _TOWN.sub("", said).strip(" .:,")
        if said and len(said) <= LONGEST_NETWORK and not _ONLY_MEETING.match(said) and re.search(r"[^\W\d]{3}", said):
            return None if _only_a_day(said) else said
    return None


def _only_a_day(words: str) -> bool:
    return bool(re.fullmatch(r"(?:ma|di|wo|do|vr|za|zo)\w*\.?|(?:datum|plaats|locatie|uur)\b.*", words, re.IGNORECASE))


def _head(lines: list[Line]) -> Iterable[Line]:
    """Until the first empty line below who was there, or the first item."""
    named = False
    for line in lines[:LONGEST_HEAD]:
        if named and line.blank:
            return
        named = named or is_people_label(line.text)
        yield line
