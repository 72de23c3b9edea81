"""What do pages and a report say of the choices about a network or a challenge, and the board of all of them?"""

from collections import Counter
from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from regiewijzer.foundation.rights import Right
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Network
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science import facts
from regiewijzer.science.rules.choice import recorded
from regiewijzer.tools.choice.models import Choice
from regiewijzer.tools.choice.queries.choices import of_challenge, of_network
from regiewijzer.tools.choice.questions import title_of
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, State
from regiewijzer.ui.pictures.words import enumeration
from regiewijzer.ui.section import Brief, Log, LogLine, Section
from regiewijzer.ui.wording import clipped, counted, plain, short_day, text_of, within, worded

LONGEST_REASON = 300


def section_of(seen: NetworkSeen) -> Section:
    """Why there is a network at all: the choices it came from, was brought into, or is reconsidered in."""
    network, found = seen.network, of_network(seen.network)
    never = gettext("Regiewijzer has no record of why a network was the answer.")
    return Section(
        gettext("Why a network"),
        key="choice",
        tab=Link(gettext("Choice"), "#choice"),
        brief=_brief(found),
        lead=() if found else (plain(never),),
        log=_log([_line(each, _about_network(each, network)) for each in found]) if found else None,
        links=(_again(seen),) if seen.may(Right.EDIT_REGISTER) else (),
    )


def section_of_challenge(challenge: Challenge, *, may_choose: bool) -> Section:
    """How a challenge is taken up."""
    found, slug = of_challenge(challenge), challenge.authority.slug
    nothing = gettext("No choice was recorded: alone, outsource, residents, or a network?")
    begin = Link(gettext("Make a choice"), f"{address_of('choice_start', slug)}?challenge={challenge.pk}", button=True)
    return Section(
        gettext("How we take it up"),
        key="choice",
        lead=() if found else (plain(nothing),),
        log=_log([_line(each, _network_of(each)) for each in found]) if found else None,
        links=(begin,) if may_choose else (),
    )


def section_for_board(register: facts.Register) -> Section | None:
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
    lead = worded(pattern, count=within(len(newest)), ways=_ways(list(newest.values())))
    share = worded(
        gettext("For **%(count)s of our %(total)s own networks** a choice was recorded."),
        total=counted(len(own)),
        count=counted(chosen),
    )
    return Section(gettext("What we chose"), lead=(lead, share) if own else (lead,))


def _ways(choices: Sequence[facts.Choice]) -> str:
    times = Counter(choice.decided for choice in choices)
    return enumeration([f"{text_of(advice, 'advices')} ({counted(count)})" for advice, count in times.most_common()])


def _brief(found: Sequence[Choice]) -> Brief:
    """What was last signed; unknown is no shortage."""
    signed = next((each for each in found if each.signed_on), None)
    if signed is None or signed.signed_on is None:
        never = gettext("Why a network was the answer, is not recorded.")
        return Brief(plain(never), State(Fit.UNKNOWN, gettext("choice unknown")))
    chosen = gettext("chosen in %(year)s") % {"year": signed.signed_on.year}
    return Brief(plain(f"{title_of(signed.decided)}."), State(Fit.OK, chosen))


def _log(lines: Sequence[LogLine]) -> Log:
    head = (gettext("Signed on"), gettext("Choice"), gettext("Signed by"))
    return Log(gettext("Choices"), head, tuple(lines))


def _line(choice: Choice, about: tuple[Link, ...]) -> LogLine:
    """A choice that is not signed yet stands on the day it was begun."""
    title = str(title_of(choice.decided)) if choice.decided else gettext("A choice is being made")
    review = choice.decision.review_on if choice.decision else None
    return LogLine(
        on=choice.signed_on or timezone.localdate(choice.created_at),
        said=plain(title),
        url=address_of("choice", choice.challenge.authority.slug, choice.pk),
        more=(*([Link(clipped(choice.reason, LONGEST_REASON))] if choice.reason else []), *about),
        aside=(
            choice.signed_by.user.name if choice.signed_by else "",
            *([gettext("again on %(day)s") % {"day": short_day(review)}] if review else []),
        ),
    )


def _about_network(choice: Choice, network: Network) -> tuple[Link, ...]:
    """The challenge, and what the choice was for the network."""
    words = [gettext("for the challenge %(name)s") % {"name": choice.challenge.name}]
    if choice.made_id == network.pk:
        words.append(gettext("this network came from it"))
    elif choice.joins_id == network.pk:
        words.append(gettext("the challenge was brought in here"))
    return (Link(" · ".join(words)),)


def _network_of(choice: Choice) -> tuple[Link, ...]:
    """The network that came from the choice, or that it joined."""
    network = choice.made or choice.joins
    if network is None:
        return ()
    return (Link(network.name, address_of("network", choice.challenge.authority.slug, network.pk)),)


def _again(seen: NetworkSeen) -> Link:
    """The same questions for a network that is there."""
    challenge = f"challenge={seen.network.challenge_id}&" if seen.network.challenge_id else ""
    start = address_of("choice_start", seen.network.authority.slug)
    return Link(gettext("Does it go on?"), f"{start}?{challenge}network={seen.network.pk}", button=True)
