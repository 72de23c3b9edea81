"""How many times a year does a network meet, when somebody writes '4x/jaar', 'om de twee maanden' or '2 à 3 keer'?"""

import re
from dataclasses import dataclass

from regiewijzer.register.exchange.lists.words import FREQUENCIES, is_nothing
from regiewijzer.science.names import without_accents

WEEKS, MONTHS = 52, 12
MOST_A_YEAR = 366
_COUNTED = {"een": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "four": 4, "vijf": 5, "zes": 6,
            "six": 6, "zeven": 7, "acht": 8, "tien": 10, "once": 1, "eenmaal": 1, "twice": 2, "tweemaal": 2,
            "driemaal": 3, "viermaal": 4, "thrice": 3, "half": 0}  # fmt: skip
_NUMBER = r"(\d{1,3}|" + "|".join(_COUNTED) + r")"
_YEAR = r"(?:jaar|jr|j|year|yr|y|annum)\.?"
_UNIT = r" ?(?:x|×|keer|keren|maal|times?|vergaderingen|bijeenkomsten|meetings)?"
_PER = r" ?(?:per|/|p\.?|a|op een|het)? ?"
_PER_YEAR = re.compile(_NUMBER + _UNIT + _PER + _YEAR)
_PER_MONTH = re.compile(rf"{_NUMBER} ?(?:x|×|keer|maal|times?) ?(?:per|/|p\.?|a) ?(?:maand|mnd|month|m)\.?")
_PER_WEEK = re.compile(rf"{_NUMBER} ?(?:x|×|keer|maal|times?) ?(?:per|/|p\.?|a) ?(?:week|wk|w)\.?")
_WORD_PER_YEAR = re.compile(r"(once|twice|eenmaal|tweemaal|driemaal|viermaal) ?(?:a|per|/)? ?(?:jaar|year|yearly)")
_WORD_PER_PART = re.compile(r"(once|twice|eenmaal|tweemaal|driemaal|viermaal) ?(?:a|per|/) ?(month|maand|week)")
_PER_PART = re.compile(
    _NUMBER + r" ?(?:x|×|keer|maal|times?)? ?(?:per|/|p\.?|a) ?(kwartaal|trimester|quarter|semester|half ?jaar)"
)
_PER_MONTHS = re.compile(
    _NUMBER
    + r" ?(?:x|×|keer|maal|times?) ?(?:per|/|om de|every|elke) ?(\d{1,2}|twee|drie|vier|zes) (?:maanden|maand|mnd)"
)
_PARTS = {"kwartaal": 4, "trimester": 4, "quarter": 4, "semester": 2}
_BARE = re.compile(r"(\d{1,3})(?: ?x| ?keer| ?times)?")
# a fixed day of the month is once a month
_DAY_OF_MONTH = re.compile(
    r"(?:elke|iedere|every|de|telkens)? ?"
    r"(?:eerste|1e|1ste|tweede|2e|2de|derde|3e|3de|vierde|4e|4de|laatste|first|last) \w+\.?"
    r"(?: (?:van|v/d|v\.d\.|vd|v|in|of)? ?(?:de |elke |iedere |the |every )?(?:maand|month|mnd))?"
)
_WEEKDAY = re.compile(r"(?:elke|iedere|every) (?:ma|di|wo|do|vr|za|zo)\w*")
_WHEN_NEEDED = re.compile(
    r".*(ad hoc|op vraag|indien nodig|naar behoefte|wanneer nodig|als het nodig|on demand|as needed"
    r"|sporadisch|onregelmatig|variabel|wisselend|when needed|op afroep|bij nood"
    r"|naargelang|afhankelijk|bij behoefte|zo nodig).*"
)
_ABOUT = re.compile(r"^(ongeveer|ca\.?|circa|gemiddeld|minstens|min\.?|max\.?|about|komt|vergadert|wij vergaderen) ")
_BESIDE = re.compile(r"\s*[(\[,;].*$")


@dataclass(frozen=True, slots=True)
class Frequency:
    """Times a year; None when nobody can say. `asked`: somebody should say what was meant."""

    times: int | None
    asked: bool = False


def frequency_in(text: str) -> Frequency:
    """What a text says of how often a network meets."""
    if is_nothing(text):
        return Frequency(None)
    plain = " ".join(without_accents(text).replace("'", "").rstrip(".").split())
    if _WHEN_NEEDED.fullmatch(plain):
        return Frequency(None)
    found = _times(plain)
    if found is None and _BESIDE.search(plain):
        found = _times(_BESIDE.sub("", plain))
    if found is None or not 0 < found <= MOST_A_YEAR:
        return Frequency(None, asked=True)
    return Frequency(found)


def _times(plain: str) -> int | None:
    plain = re.sub(
        r"^(ongeveer|ca\.?|circa|gemiddeld|minstens|min\.?|max\.?|about|komt|vergadert|wij vergaderen) ", "", plain
    )
    for pattern, times in FREQUENCIES:
        if pattern.fullmatch(plain):
            return times
    for pattern, factor in ((_PER_YEAR, 1), (_PER_MONTH, MONTHS), (_PER_WEEK, WEEKS), (_WORD_PER_YEAR, 1), (_BARE, 1)):
        if match := pattern.fullmatch(plain):
            return factor * _count(match[1])
    if match := _WORD_PER_PART.fullmatch(plain):
        return _count(match[1]) * (WEEKS if match[2] == "week" else MONTHS)
    if match := _PER_PART.fullmatch(plain):
        return _count(match[1]) * _PARTS.get(match[2], 2)
    if match := _PER_MONTHS.fullmatch(plain):
        times, rest = divmod(_count(match[1]) * MONTHS, _count(match[2]))
        return times if not rest else None
    if _DAY_OF_MONTH.fullmatch(plain):
        return MONTHS
    return WEEKS if _WEEKDAY.fullmatch(plain) else None


def _count(written: str) -> int:
    return int(written) if written.isdigit() else _COUNTED[written]
