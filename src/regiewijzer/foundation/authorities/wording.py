"""Limits as people read them: scores from 1 to 5, shares in per cent."""

from regiewijzer.science.governance import from_scale, to_scale
from regiewijzer.science.limits import Threshold, Topic, Unit
from regiewijzer.ui.wording import text_of

POINTS_ON_SCALE = 4  # a gap of 1 on the scale of the rules is four points on the scale of 1 to 5
PER_CENT = 100


def label_of(threshold: Threshold) -> str:
    return text_of(threshold.name, "limits")


def topic_in_words(topic: Topic) -> str:
    return text_of(topic, "limit_topics")


def limit_as_shown(threshold: Threshold, value: float) -> float:
    """A limit on the scale of the screen."""
    if threshold.unit is Unit.SCORE:
        return round(to_scale(value), 2)
    if threshold.unit is Unit.SCORE_GAP:
        return round(value * POINTS_ON_SCALE, 2)
    if threshold.unit is Unit.SHARE:
        return round(value * PER_CENT, 1)
    return value


def limit_as_stored(threshold: Threshold, shown: float) -> float:
    """A limit from the screen on the scale of the rules."""
    if threshold.unit is Unit.SCORE:
        return from_scale(shown)
    if threshold.unit is Unit.SCORE_GAP:
        return shown / POINTS_ON_SCALE
    if threshold.unit is Unit.SHARE:
        return shown / PER_CENT
    return shown
