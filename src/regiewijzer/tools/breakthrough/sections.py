"""What do a dossier and a report say of a network that is stuck, and of what it tries?"""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.library.sentences import Sentence
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science import facts
from regiewijzer.science.effect import late_without_result
from regiewijzer.tools.breakthrough.models import Stuck, Try
from regiewijzer.tools.breakthrough.queries import stuck_of, tries_of
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, State
from regiewijzer.ui.pictures.words import enumeration
from regiewijzer.ui.section import Brief, Log, LogLine, Section
from regiewijzer.ui.wording import NOTHING, counted, day, plain, text_of, worded


def section_of(seen: NetworkSeen) -> Section | None:
    """Where a network is stuck and what it tried; on a page also the way there, for who has nothing to show yet."""
    stuck, tries = stuck_of(seen.network), tries_of(seen.network)
    known = stuck is not None or bool(tries)
    late = seen.known is not None and late_without_result(seen.known, timezone.localdate(), seen.limits)
    if not known and (seen.on_paper or not (seen.may_change or late)):
        return None
    url = seen.to("network_stuck")
    heading = gettext("Where it is stuck")
    return Section(
        key="breakthrough",
        heading=heading,
        tab=Link(heading, url),
        brief=_in_short(stuck, tries),
        lead=tuple(filter(None, (_where(stuck, late=late), _own_words(stuck)))),
        log=log_of(tries, seen.network.authority.slug) if tries else None,
        links=(Link(_way(stuck), url, button=late or (stuck is not None and stuck.stands)),),
    )


def _in_short(stuck: Stuck | None, tries: Sequence[Try]) -> Brief | None:
    """How it stands, where somebody said so or something is tried; else there is nothing to say of it."""
    running = [each for each in tries if not each.told]
    if stuck is not None and stuck.stands:
        state = State(Fit.TIGHT, gettext("stuck, and tries")) if running else State(Fit.SHORT, gettext("stuck"))
        return Brief(_where(stuck, late=False), state)
    if running:
        return Brief(worded(gettext("Tries **%(what)s**."), what=running[0].what), State(Fit.TIGHT, gettext("tries")))
    return None


def _way(stuck: Stuck | None) -> str:
    if stuck is not None and stuck.stands:
        return gettext("Choose a principle to try")
    return gettext("Say where it is stuck")


def _where(stuck: Stuck | None, *, late: bool) -> Sentence:
    if stuck is not None and stuck.stands:
        titles = enumeration([f"‘{title}’" for title in stuck.titles])
        if not titles:
            return worded(gettext("Stuck, as seen on %(day)s."), day=day(stuck.noted_on))
        return worded(gettext("Stuck, as seen on %(day)s: %(titles)s."), day=day(stuck.noted_on), titles=titles)
    if stuck is not None:
        return worded(gettext("Stuck no more, as seen on %(day)s."), day=day(stuck.noted_on))
    if late:
        return plain(gettext("Two years without a result: look together where it is stuck, and try something small."))
    return plain(gettext("Nobody said that this network is stuck."))


def _own_words(stuck: Stuck | None) -> Sentence:
    return plain(f"“{stuck.words}”") if stuck is not None and stuck.words else NOTHING


def log_of(tries: Sequence[Try], slug: str) -> Log:
    """Tries, the newest first, with their principle and what became of them."""
    return Log(
        gettext("What helped here"),
        (gettext("Chosen on"), gettext("Try"), gettext("Did it help?")),
        tuple(
            LogLine(
                each.chosen_on,
                plain(each.what),
                address_of("network_try", slug, each.network_id, each.pk),
                more=(
                    Link(str(catalogue.principle(each.principle).title), ""),
                    *((Link(each.effect, ""),) if each.effect else ()),
                ),
                aside=(how_it_went(each),),
            )
            for each in tries
        ),
    )


def how_it_went(attempt: Try) -> str:
    """Whether it helped; until when it goes on, or since when somebody should tell."""
    if attempt.told:
        return text_of(attempt.helped, "try_effects")
    said = {"day": day(attempt.until)}
    if attempt.until < timezone.localdate():
        return gettext("ended on %(day)s, not told yet") % said
    return gettext("until %(day)s") % said


def section_for_board(register: facts.Register) -> Section | None:
    """Which networks are stuck and how much is tried; None when no network says so or tries anything."""
    stuck = [network for network in register.running if network.stuck]
    tries = [each for network in register.running for each in network.tries]
    if not stuck and not tries:
        return None
    lead = filter(None, (_who_is_stuck([network.name for network in stuck]), _how_much_is_tried(tries)))
    return Section(gettext("What is stuck and what is tried"), lead=tuple(lead))


def _who_is_stuck(names: Sequence[str]) -> Sentence:
    if not names:
        return NOTHING
    pattern = ngettext(
        "One network says that it is stuck: %(names)s.",
        "%(count)s networks say that they are stuck: %(names)s.",
        len(names),
    )
    return worded(pattern, count=counted(len(names)), names=enumeration(names))


def _how_much_is_tried(tries: Sequence[facts.Try]) -> Sentence:
    if not tries:
        return NOTHING
    pattern = ngettext(
        "**One try** was agreed; of **%(told)s** it is told what it did.",
        "**%(count)s tries** were agreed; of **%(told)s** it is told what they did.",
        len(tries),
    )
    return worded(pattern, count=counted(len(tries)), told=counted(sum(each.told for each in tries)))
