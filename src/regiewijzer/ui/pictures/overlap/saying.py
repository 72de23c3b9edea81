"""What does the overlap map say in words, and as a table?"""

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.overlap.rows import OverlapMap, Pair
from regiewijzer.ui.pictures.table import Table
from regiewijzer.ui.pictures.words import of, sentences


def description(overlap: OverlapMap) -> str:
    pairs = overlap.pairs
    count = len(overlap.nodes)
    networks = ngettext("%(count)d network.", "%(count)d networks.", count) % {"count": count}
    sharing = ngettext("%(count)d pair shares partners.", "%(count)d pairs share partners.", len(pairs))
    strongest = gettext("Most overlap: %(one)s and %(other)s, %(shared)s partners.") % {
        "one": pairs[0].one.name,
        "other": pairs[0].other.name,
        "shared": of(pairs[0].shared, pairs[0].smallest),
    }
    return sentences((networks, sharing % {"count": len(pairs)}, strongest))


def twin(overlap: OverlapMap) -> Table:
    head = (
        gettext("Pair"),
        gettext("Shared"),
        gettext("of the smaller network"),
        gettext("of both together"),
        gettext("Mandated network"),
    )
    rows = tuple(_row(pair) for pair in overlap.pairs)
    return Table(gettext("Networks that share partners"), head, rows, numeric=(1, 2, 3))


def _row(pair: Pair) -> tuple[str, ...]:
    return (
        gettext("%(one)s and %(other)s") % {"one": pair.one.name, "other": pair.other.name},
        of(pair.shared, pair.smallest),
        _percentage(pair.shared, pair.smallest),
        _percentage(pair.shared, pair.together),
        gettext("yes") if pair.mandated else gettext("no"),
    )


def _percentage(part: int, whole: int) -> str:
    return gettext("%(share)d %%") % {"share": round(100 * part / whole)}
