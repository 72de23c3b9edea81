"""What did we choose for our challenges, and how do we ourselves stand? Two short columns for the board."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.library import figures
from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.reports.documents.report_model import Paragraphs
from regiewijzer.overview.reports.wording import in_words
from regiewijzer.science.facts import Advice, Attitude, Choice, LayerMeasurement, Register
from regiewijzer.science.readiness import Gap, absent, everywhere, gaps
from regiewijzer.science.rules.choice import recorded
from regiewijzer.ui.pictures.words import enumeration
from regiewijzer.ui.wording import counted, joined, text_of, worded

MOST_GAPS = 2


def what_we_chose(register: Register) -> Paragraphs | None:
    """How many choices were signed and for what; None when there are none."""
    newest = {choice.challenge: choice for choice in register.choices}
    if not newest:
        return None
    own = [network for network in register.running if not network.mandated]
    chosen = sum(recorded(network, register.choices) for network in own)
    pattern = ngettext(
        "For one challenge a choice was signed: %(ways)s.",
        "For %(count)s challenges a choice was signed: %(ways)s.",
        len(newest),
    )
    lead = worded(pattern, count=in_words(len(newest)).lower(), ways=_ways(list(newest.values())))
    share = worded(
        gettext("For **%(count)s of our %(total)s own networks** a choice was recorded."),
        total=counted(len(own)),
        count=counted(chosen),
    )
    return Paragraphs(gettext("What we chose"), (lead, share) if own else (lead,))


def _ways(choices: Sequence[Choice]) -> str:
    times = Counter(choice.decided for choice in choices)
    return enumeration([f"{counted(count)} × {_advice(advice)}" for advice, count in times.most_common()])


def _advice(advice: Advice) -> str:
    return text_of(advice, "advices")


def how_ready_we_are(register: Register) -> Paragraphs | None:
    """Where the layers of the authority look differently; None when none was asked."""
    layers = register.readiness
    if not layers:
        return None
    found = gaps(layers)
    first = joined(*(_gap(gap) for gap in found[:MOST_GAPS])) if found else worded(_without_a_gap(layers))
    return Paragraphs(gettext("Are we ready to steer?"), (first, joined(*_seen(layers), _asked(layers))))


def _without_a_gap(layers: Sequence[LayerMeasurement]) -> str:
    if len(layers) == 1:
        return gettext("Only one layer was asked, so there is nothing to compare yet.")
    return gettext("The layers that were asked look alike at the eight conditions for steering.")


def _gap(gap: Gap) -> Sentence:
    pattern = gettext(
        "About **%(condition)s** %(most)s and %(least)s differ: **%(highest)s** against **%(lowest)s** out of 2."
    )
    return worded(
        pattern,
        condition=text_of(gap.attitude, "readiness_conditions"),
        most=text_of(gap.most, "layers"),
        least=text_of(gap.least, "layers"),
        highest=figures.number(gap.highest),
        lowest=figures.number(gap.lowest),
    )


def _seen(layers: Sequence[LayerMeasurement]) -> Iterator[Sentence]:
    """Which conditions no layer sees, or that all see all of them; nothing in between."""
    if found := absent(layers):
        names = enumeration([text_of(attitude, "readiness_conditions") for attitude in found])
        yield worded(gettext("Every layer that was asked rather says no to **%(conditions)s**."), conditions=names)
    elif all(everywhere(layers, attitude) for attitude in Attitude):
        yield worded(gettext("Every layer that was asked says yes to all eight."))


def _asked(layers: Sequence[LayerMeasurement]) -> Sentence:
    names = enumeration([text_of(each.layer, "layers") for each in layers])
    return worded(gettext("Asked: %(layers)s."), layers=names)
