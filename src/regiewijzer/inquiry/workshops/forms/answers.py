"""Is what a phone sent an answer to this question? From the fields of its form to the value a vote keeps."""

from collections.abc import Callable, Mapping

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from regiewijzer.inquiry.workshops.models import Kind, Question, Ring
from regiewijzer.inquiry.workshops.models.answers import LONGEST_TEXT, TEXTS_EACH
from regiewijzer.inquiry.workshops.models.questions import SLIDER_ENDS
from regiewijzer.inquiry.workshops.queries.rooms import Own
from regiewijzer.inquiry.workshops.tallies import BETWEEN, SCORE_STEPS, SCORES, Answer

UNKNOWN = "?"  # what is sent for 'I don't know', and for a partner that was not placed
LONGEST_NUMBER = 3


class NotAnAnswer(ValueError):
    """What was sent is no answer; `sentence` says why, to the person."""

    def __init__(self, sentence: "str | Promise") -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


CHOOSE_ONE = _("Choose an answer first.")
CHOOSE_LESS = _("You chose too many.")
EVERY_PLACE_ONCE = _("Give every place once.")
NOT_FROM_HERE = _("This is not one of the answers.")
BOTH_SCORES = _("Give both scores of a partner, or none.")
TOO_LONG = _("A text has at most 200 characters.")
WRITE_ONE = _("Write something first.")


def read_answer(question: Question, sent: QueryDict) -> Answer:
    """The answer to a question that is not about texts; None is 'I don't know'. NotAnAnswer when it is none."""
    if question.no_answer and sent.get("value", "") == UNKNOWN:
        return None
    return _READERS[Kind(question.kind)](question, sent)


def read_texts(sent: QueryDict) -> dict[int, str]:
    """Slot -> text of each text that was written. NotAnAnswer without any, or for one that is too long."""
    written = {slot: _on_one_line(sent.get(f"text-{slot}", "") or "") for slot in range(1, TEXTS_EACH + 1)}
    found = {slot: text for slot, text in written.items() if text}
    if any(len(text) > LONGEST_TEXT for text in found.values()):
        raise NotAnAnswer(TOO_LONG)
    if not found:
        raise NotAnAnswer(WRITE_ONE)
    return found


def as_sent(question: Question, sent: QueryDict) -> Own:
    """What was sent as it was, to show it again beside what is wrong with it."""
    if question.takes_texts:
        return Own(texts={slot: sent.get(f"text-{slot}", "") or "" for slot in range(1, TEXTS_EACH + 1)})
    if question.kind == Kind.RANKING:
        return Own(answer={key: _whole(sent.get(f"place-{key}", "")) or 0 for key in question.keys})
    if question.kind == Kind.CHOICE:
        return Own(answer=[key for key in question.keys if key in sent.getlist("value")])
    if question.is_scored:
        return Own(answer={key: BETWEEN.join(pair) for key, pair in _pairs(question, sent)})
    return Own()


def _on_one_line(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())


def _scale(question: Question, sent: QueryDict) -> int:
    value = sent.get("value", "")
    if not value:
        raise NotAnAnswer(CHOOSE_ONE)
    if value not in question.keys:
        raise NotAnAnswer(NOT_FROM_HERE)
    return int(value)


def _slider(question: Question, sent: QueryDict) -> int:
    value = _whole(sent.get("value", ""))
    lowest, highest = SLIDER_ENDS
    if value is None or not lowest <= value <= highest:
        raise NotAnAnswer(NOT_FROM_HERE)
    return value


def _choice(question: Question, sent: QueryDict) -> list[str]:
    chosen = set(sent.getlist("value"))
    if not chosen:
        raise NotAnAnswer(CHOOSE_ONE)
    if not chosen <= set(question.keys):
        raise NotAnAnswer(NOT_FROM_HERE)
    if len(chosen) > question.most:
        raise NotAnAnswer(CHOOSE_LESS)
    return [key for key in question.keys if key in chosen]


def _ranking(question: Question, sent: QueryDict) -> dict[str, int]:
    places = {key: _whole(sent.get(f"place-{key}", "")) for key in question.keys}
    if {place for place in places.values() if place} != set(range(1, len(places) + 1)):
        raise NotAnAnswer(EVERY_PLACE_ONCE)
    return {key: place for key, place in places.items() if place}


def _pairs(question: Question, sent: QueryDict) -> list[tuple[str, tuple[str, ...]]]:
    """Both scores of each partner as they were sent; empty where nothing was chosen."""
    chosen = [(key, tuple(sent.get(f"{name}-{key}", "") or "" for name in SCORES)) for key in question.keys]
    return [(key, tuple("" if score == UNKNOWN else score for score in pair)) for key, pair in chosen]


def _scores(question: Question, sent: QueryDict) -> dict[str, str] | None:
    given = {key: pair for key, pair in _pairs(question, sent) if any(pair)}
    if any("" in pair for pair in given.values()):
        raise NotAnAnswer(BOTH_SCORES)
    if not all(set(pair) <= set(SCORE_STEPS) for pair in given.values()):
        raise NotAnAnswer(NOT_FROM_HERE)
    return {key: BETWEEN.join(pair) for key, pair in given.items()} or None


def _placing(question: Question, sent: QueryDict) -> dict[str, str] | None:
    if question.is_scored:
        return _scores(question, sent)
    rings = {key: sent.get(f"ring-{key}", UNKNOWN) or UNKNOWN for key in question.keys}
    if not set(rings.values()) <= {*Ring.values, UNKNOWN}:
        raise NotAnAnswer(NOT_FROM_HERE)
    return {key: ring for key, ring in rings.items() if ring != UNKNOWN} or None


_READERS: Mapping[Kind, Callable[[Question, QueryDict], Answer]] = {
    Kind.SCALE: _scale,
    Kind.SLIDER: _slider,
    Kind.CHOICE: _choice,
    Kind.RANKING: _ranking,
    Kind.PLACING: _placing,
}


def _whole(text: str | None) -> int | None:
    """A whole number of a few digits, None for anything else."""
    good = text is not None and text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return int(text) if good and text is not None else None
