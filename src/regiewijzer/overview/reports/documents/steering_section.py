"""What does the board read about the mix of instruments, and about how the authority steers?"""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.science.director import director_type
from regiewijzer.science.facts import Register, Stance
from regiewijzer.science.limits import Limits
from regiewijzer.tools.steering.public import MixInShort, mix_in_short
from regiewijzer.ui.pictures.words import enumeration
from regiewijzer.ui.wording import NOTHING, clipped, counted, joined, text_of, worded

LONGEST_NAME = 60
MOST_NAMED = 3


def together(register: Register, limits: Limits) -> Sentence:
    """How many pairs of instruments work against each other, and for which challenges something is missing."""
    mixes = [(each.name, mix_in_short(each.ref, register.instruments, limits)) for each in register.challenges]
    clashes = sum(mix.clashes for _name, mix in mixes)
    pairs = ngettext("**One pair works against each other.**", "**%(count)s pairs work against each other.**", clashes)
    gaps: tuple[tuple[str, Callable[[MixInShort], object]], ...] = (
        (gettext("An instrument that another one needs is missing for %(names)s."), lambda mix: mix.unmet),
        (gettext("More power was judged necessary than is used for %(names)s."), lambda mix: mix.too_light),
        (gettext("A lighter step is missing for %(names)s."), lambda mix: mix.without_lighter_step),
    )
    return joined(
        worded(pairs, count=counted(clashes)) if clashes else NOTHING,
        *(_missing(said, [name for name, mix in mixes if has_gap(mix)]) for said, has_gap in gaps),
    )


def _missing(said: str, challenges: Sequence[str]) -> Sentence:
    names = [clipped(name, LONGEST_NAME) for name in challenges]
    return worded(said, names=enumeration(names, MOST_NAMED)) if names else NOTHING


def how_we_steer(stances: Sequence[Stance]) -> Sentence:
    """The type of the authority in each policy field, from its latest stance."""
    latest = {stance.policy_field: stance for stance in stances if stance.policy_field}
    in_words = [words for _field, stance in sorted(latest.items()) if (words := _in_words(stance))]
    if not in_words:
        return NOTHING
    return worded(gettext("How we steer: %(fields)s."), fields=enumeration(in_words, MOST_NAMED))


def _in_words(stance: Stance) -> str:
    kind = director_type(stance.script, stance.power)
    if kind is None:
        return ""
    field = text_of(stance.policy_field, "themes")
    name = text_of(kind, "director_types")
    return gettext("%(field)s %(type)s") % {"field": field.lower(), "type": name}
