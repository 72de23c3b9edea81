import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.overlaps.queries import Asked, ShownPair, kept_pairs, shown_pairs
from regiewijzer.register.networks.models import GoalVersion, Membership, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.overlap_groups import InCommon

PAGE = "/vliermonde/overlap/"


@pytest.fixture
def third(world: World, vliermonde: Authority) -> Network:
    """A mandated network with four of the ten partners, without a goal."""
    network = Network.objects.create(authority=vliermonde, name="Lokaal Overleg", origin="flanders")
    Membership.objects.bulk_create(
        Membership(authority=vliermonde, network=network, organisation=organisation)
        for organisation in Organisation.objects.filter(name__startswith="Partner ").order_by("pk")[:4]
    )
    return network


def _pairs(authority: Authority, *, sort: str = "", **asked: str) -> list[ShownPair]:
    known = current_snapshot(authority, timezone.localdate())
    return shown_pairs(kept_pairs(known, Asked(**asked)), known, DEFAULTS, sort=sort)


def _names(pair: ShownPair) -> set[str]:
    return {pair.pair.first.name, pair.pair.second.name}


def test_a_pair_names_who_sits_in_both(third: Network, vliermonde: Authority) -> None:
    pair = next(pair for pair in _pairs(vliermonde) if "Lokaal Overleg" in _names(pair))

    assert pair.partners == ("Partner 0", "Partner 1", "Partner 2", "Partner 3")
    assert (pair.pair.containment, pair.percent_of_both, pair.crosses) == (1, 40, True)
    assert pair.goal is InCommon.UNKNOWN


@pytest.mark.parametrize(("sort", "shared"), [("shared", 10), ("jaccard", 10), ("goal", 10), ("nonsense", 10)])
def test_pairs_are_sorted_by_what_is_asked(third: Network, vliermonde: Authority, sort: str, shared: int) -> None:
    assert _pairs(vliermonde, sort=sort)[0].pair.shared == shared


def test_a_pair_crosses_when_one_of_the_two_is_mandated(third: Network, vliermonde: Authority) -> None:
    crossing = _pairs(vliermonde, origin="crossing")

    assert len(crossing) == 2
    assert all("Lokaal Overleg" in _names(pair) for pair in crossing)


def test_goals_worded_alike_are_the_same_goal(third: Network, vliermonde: Authority) -> None:
    GoalVersion.objects.update(text="Elk kind in armoede krijgt een vaste begeleider")

    assert [pair.goal for pair in _pairs(vliermonde, origin="own")] == [InCommon.SAME]


def test_the_page_tells_pairs_and_keeps_what_was_asked(third: Network, reader: Member) -> None:
    page = reader.client.get(f"{PAGE}?origin=crossing&sort=shared")

    assert (page.context["total"], len(page.context["pairs"])) == (3, 2)  # the heading counts all, not what was chosen
    assert 'value="crossing" selected' in page.content.decode()


def test_the_page_says_in_words_whether_a_pair_stands_out(third: Network, reader: Member) -> None:
    said = " ".join(reader.client.get(PAGE).content.decode().split())

    assert "may be chance" in said
    assert "of the pairs that stand out like this, an estimated" in said


def test_the_page_of_an_authority_without_pairs_says_so(reader: Member) -> None:
    page = reader.client.get(PAGE)

    assert page.status_code == 200
    assert "Which networks share partners we cannot tell yet" in page.content.decode()
