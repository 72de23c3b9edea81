"""What does a dossier say of whether a network is steering, and a report for the board of how ready we are?"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext

from regiewijzer.library import figures
from regiewijzer.library.sentences import Sentence
from regiewijzer.register.networks.queries import RowsOfNetworks
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science.facts import Attitude, LayerMeasurement, Register
from regiewijzer.science.readiness import Gap, absent, everywhere, gaps, seen_by
from regiewijzer.tools.readiness.models import Placement
from regiewijzer.ui.pictures.picture import Link
from regiewijzer.ui.pictures.words import enumeration
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import joined, text_of, worded

MOST_GAPS = 2
PLACEMENTS = RowsOfNetworks("placed_under", Placement.objects.all)


def section_of(seen: NetworkSeen) -> Section | None:
    """What somebody last placed the network under, beside the choice that led to it."""
    placement = next(iter(PLACEMENTS.of(seen.network)), None)
    if placement is None and not seen.may_change:
        return None
    return Section(
        within="choice",
        lead=(_placed(placement),) if placement else (),
        links=(Link(gettext("Is this steering?"), seen.to("network_place")),) if seen.may_change else (),
    )


def _placed(placement: Placement) -> Sentence:
    pattern = gettext("We place this network under **%(place)s**: %(reason)s")
    return worded(pattern, place=str(placement.get_place_display()).lower(), reason=placement.reason)


def section_for_board(register: Register) -> Section | None:
    """Where the layers of the authority look differently; None when none was asked."""
    layers = register.readiness
    if not layers:
        return None
    found = gaps(layers)
    first = joined(*(_gap(gap) for gap in found[:MOST_GAPS])) if found else worded(_without_a_gap(layers))
    return Section(gettext("Are we ready to steer?"), lead=(first, joined(*_seen(layers), _asked(layers))))


def _without_a_gap(layers: Sequence[LayerMeasurement]) -> str:
    if len(layers) == 1:
        return gettext("Only one layer was asked, so there is nothing to compare yet.")
    compared = sum(len(seen_by(layers, attitude)) > 1 for attitude in Attitude)
    if not compared:
        return gettext("No condition was answered by two layers, so there is nothing to compare yet.")
    if compared < len(Attitude):
        return gettext("No difference at the conditions that two layers answered.")
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
        yield worded(gettext("Every layer that was asked rather says yes to all eight."))


def _asked(layers: Sequence[LayerMeasurement]) -> Sentence:
    names = enumeration([text_of(each.layer, "layers") for each in layers])
    return worded(gettext("Asked: %(layers)s."), layers=names)
