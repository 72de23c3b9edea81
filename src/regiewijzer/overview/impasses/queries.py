"""What does the page of a network that is stuck show?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.inquiry.workshops.public import Draft, Kind, option
from regiewijzer.library import catalogue
from regiewijzer.library.entries import Impasse, PracticeCase, Principle
from regiewijzer.library.sentences import Part, Sentence
from regiewijzer.overview.findings.queries import findings_about
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import age_of
from regiewijzer.science.breakthrough import Impasse as Code
from regiewijzer.science.breakthrough import put_forward, seen_in
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.tools.breakthrough.public import Stuck, Try, looks_at, tries_of

MOST_SITUATIONS, MOST_CARDS = 3, 2  # that one phone chooses


@dataclass(frozen=True, slots=True)
class Situation:
    """One of the twelve, whether it is ticked, and what findings tell of it."""

    impasse: Impasse
    ticked: bool
    signs: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One principle: why it comes forward, empty when it does not; tried here before; an example that fits a theme."""

    principle: Principle
    why: tuple[Impasse, ...]
    forward: bool
    tries: tuple[Try, ...]
    case: PracticeCase | None

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(str(catalogue.source(key).short) for key in self.principle.sources)


@dataclass(frozen=True, slots=True)
class StuckPage:
    """Everything of one network. `months` without a result, or None; `looks`: how often somebody said where."""

    network: Network
    looks: int
    stuck: Stuck | None
    situations: tuple[Situation, ...]
    cards: tuple[Card, ...]
    eleven: tuple[Card, ...]
    tries: list[Try]
    months: int | None

    @property
    def first(self) -> tuple[Situation, ...]:
        """Those that are ticked or that findings tell of."""
        return tuple(each for each in self.situations if each.ticked or each.signs)

    @property
    def others(self) -> tuple[Situation, ...]:
        return tuple(each for each in self.situations if not (each.ticked or each.signs))

    @property
    def seen(self) -> int:
        """How many situations findings tell of."""
        return sum(bool(each.signs) for each in self.situations)

    def card(self, key: str) -> Card | None:
        """The card of one principle; None when there is none of this name."""
        return next((card for card in self.eleven if card.principle.key == key), None)


def page_of(network: Network, authority: Authority, typed: Collection[str] | None = None) -> StuckPage:
    """The page; `typed` are the situations somebody ticked and that were not saved."""
    limits, looks = limits_of(authority), looks_at(network)
    stuck = next(iter(looks), None)
    signs: dict[str, list[Sentence]] = {}
    fired: set[str] = set()
    for stored in findings_about(Network.KIND, network.pk):
        fired.update(stored.rules)
        for impasse in seen_in(stored.rules):
            signs.setdefault(impasse, []).append(stored.text(limits).sentence)
    if network.mandated:
        signs[Code.IMPOSED] = [_origin_of(network)]
    said = typed if typed is not None else stuck.impasses if stuck is not None else tuple(signs)
    situations = tuple(
        Situation(each, each.key in said, tuple(signs.get(each.key, ()))) for each in catalogue.impasses()
    )
    ticked = [each.impasse for each in situations if each.ticked]
    forward = put_forward([impasse.principles for impasse in ticked])
    tries = tries_of(network)
    eleven = tuple(_card(principle, ticked, forward, tries, network) for principle in catalogue.principles())
    by_key = {card.principle.key: card for card in eleven}
    return StuckPage(
        network=network,
        looks=len(looks),
        stuck=stuck,
        situations=situations,
        cards=tuple(by_key[key] for key in forward),
        eleven=eleven,
        tries=tries,
        months=age_of(network, timezone.localdate()) if Rule.TWO_YEARS_NO_RESULT in fired else None,
    )


def _origin_of(network: Network) -> Sentence:
    told = _("Its origin in the register is: %(origin)s.")
    return Sentence((Part(told % {"origin": network.get_origin_display()}, bold=False),))


def questions_for_a_room(page: StuckPage) -> list[Draft]:
    """Three questions: where it is stuck, which card, and what is tried. What came forward stands first."""
    situations = [option(each.impasse.key, str(each.impasse.title)) for each in (*page.first, *page.others)]
    forward = [*page.cards, *(card for card in page.eleven if not card.forward)]
    cards = [
        option(
            card.principle.key,
            f"{card.principle.number}. {card.principle.title}",
            str(card.principle.starting_question),
        )
        for card in forward
    ]
    return [
        Draft(
            Kind.CHOICE,
            _("Where is %(network)s stuck?") % {"network": page.network.name},
            situations,
            _("I don't know"),
            makes="try.impasse",
            most=MOST_SITUATIONS,
        ),
        Draft(
            Kind.CHOICE,
            _("Which card do we begin with?"),
            cards,
            _("I don't know"),
            makes="try.principle",
            most=MOST_CARDS,
            discuss=_("A proposal of ours stands first. No combination has a fixed effect."),
        ),
        Draft(
            Kind.TEXT,
            _("What do we try, who does it, and until when?"),
            makes="try.what",
            discuss=_("Something small that is done within a month or two."),
        ),
    ]


def _card(
    principle: Principle, ticked: Sequence[Impasse], forward: Sequence[str], tries: Sequence[Try], network: Network
) -> Card:
    cases = (case for case in catalogue.practice_cases() if set(case.themes) & set(network.themes))
    return Card(
        principle=principle,
        why=tuple(impasse for impasse in ticked if principle.key in impasse.principles),
        forward=principle.key in forward,
        tries=tuple(each for each in tries if each.principle == principle.key),
        case=next(cases, None),
    )
