"""Is what somebody sent an answer to this question? From the words of a form, a phone or a survey to a value."""

from collections.abc import Mapping

from regiewijzer.inquiry.questionnaires.definitions.values import WordedScale
from regiewijzer.science.scoring.definitions import ScaleKind, Value

NO_ANSWER = "?"  # what is sent for 'I don't know'
LONGEST = 2000


class NotAnAnswer(ValueError):
    """What was sent is no answer on this scale."""


def read_answer(scale: WordedScale, sent: str) -> Value | None:
    """The value of what was sent, None for 'I don't know'. NotAnAnswer when the scale has no such answer."""
    if scale.scale.kind is ScaleKind.TEXT:
        return _text(scale, sent)
    if scale.scale.kind is ScaleKind.NUMBER:
        return _number(scale, sent)
    if sent == NO_ANSWER and scale.no_answer is not None:
        return None
    by_word = offered(scale)
    if sent not in by_word:
        raise NotAnAnswer(f"{sent!r} is none of {', '.join(by_word)}.")
    return by_word[sent]


def offered(scale: WordedScale) -> Mapping[str, Value]:
    """The values one can choose, by how a form sends them."""
    return {str(value): value for value in scale.scale.values}


def _text(scale: WordedScale, sent: str) -> str:
    longest = scale.scale.longest or LONGEST
    if len(sent) > longest or "\0" in sent:
        raise NotAnAnswer(f"A text of at most {longest} characters, not {len(sent)}.")
    return sent


def _number(scale: WordedScale, sent: str) -> Value:
    try:
        number = float(sent)
    except ValueError:
        raise NotAnAnswer(f"{sent!r} is no number.") from None
    low, high = scale.scale.minimum, scale.scale.maximum
    finite = number - number == 0
    if not finite or (low is not None and number < low) or (high is not None and number > high):
        raise NotAnAnswer(f"{sent!r} is not from {low} to {high}.")
    return int(number) if number.is_integer() else number
