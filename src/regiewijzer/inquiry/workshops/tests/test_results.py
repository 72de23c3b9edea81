"""What a room sees of its answers: a tie is nobody's first place, and a room that falls apart has chosen nothing."""

from typing import Any

import pytest
from tests.accounts import Member
from tests.workshops import a_question, a_session, opened, phones, vote_all

from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.actions.leading import set_shown
from regiewijzer.inquiry.workshops.models import Kind, Ring
from regiewijzer.inquiry.workshops.queries.results import Result, result_from
from regiewijzer.inquiry.workshops.tallies import tally
from regiewijzer.register.networks.models import Network

CORE, COMPLEMENTARY, CONTEXT, OUTSIDE = (ring.value for ring in Ring)
OPTIONS = [{"key": "7", "label": "OCMW"}, {"key": "8", "label": "CAW"}]


def _placed(*rings: str) -> Result:
    asked = a_question(Kind.PLACING, "Wie?", options=OPTIONS[:1])
    return result_from(asked, tally(asked, [{"7": ring} for ring in rings]))


@pytest.mark.parametrize(
    "rings",
    [
        [CORE] * 3 + [COMPLEMENTARY] * 3,  # a tie between neighbours
        [CORE] * 3 + [OUTSIDE] * 3,
        [CORE] * 3 + [OUTSIDE] * 2,  # no tie, and far apart
        [CORE, COMPLEMENTARY],
    ],
)
def test_a_divided_room_puts_a_partner_on_no_ring(rings: list[str]) -> None:
    found = _placed(*rings)

    assert [row.label for row in found.divided] == ["OCMW"]
    assert all(not ring.rows for ring in found.rings)


@pytest.mark.parametrize(
    ("rings", "ring"),
    [([CORE] * 4 + [COMPLEMENTARY] * 2, 0), ([OUTSIDE] * 5, 3), ([CORE] * 2 + [OUTSIDE], 0), ([CONTEXT], 2)],
)
def test_a_room_that_agrees_enough_puts_it_where_most_do(rings: list[str], ring: int) -> None:
    found = _placed(*rings)

    assert found.divided == ()
    assert [len(each.rows) for each in found.rings] == [int(nr == ring) for nr in range(4)]


def test_who_nobody_placed_is_on_no_ring_and_no_matter_of_division() -> None:
    asked = a_question(Kind.PLACING, "Wie?", options=OPTIONS)
    found = result_from(asked, tally(asked, [{"7": CORE}] * 5))

    assert found.divided == ()


@pytest.mark.parametrize(
    ("answers", "tied"), [([["0"], ["1"], ["0"], ["1"]], 2), ([["0"], ["0"], ["1"]], 0), ([], 0), ([["1"]], 0)]
)
def test_options_that_were_chosen_as_often_are_both_told(answers: list[Any], tied: int) -> None:
    asked = a_question(Kind.CHOICE)
    keys = asked.keys
    found = result_from(asked, tally(asked, [[keys[int(key)] for key in each] for each in answers]))

    assert len(found.tied) == tied


def test_a_first_place_that_is_shared_in_a_ranking_is_divided() -> None:
    asked = a_question(Kind.RANKING)
    first, second, *others = asked.keys
    order = {key: place for place, key in enumerate(asked.keys, start=1)}
    turned = order | {first: order[second], second: order[first]}

    even = result_from(asked, tally(asked, [order, turned]))
    clear = result_from(asked, tally(asked, [order, order, turned]))

    assert [row.divided for row in even.rows] == [True, True] + [False] * len(others)
    assert not any(row.divided for row in clear.rows)


def test_three_against_three_reads_divided_on_the_screen_and_in_the_account(
    network: Network, facilitator: Member
) -> None:
    asked = a_question(Kind.PLACING, "Wie moet erbij?", network=network)
    workshop = a_session(facilitator.position, asked)
    room = phones(opened(workshop, facilitator.position), 6)
    asked = workshop.questions.get()
    split, agreed = (option["key"] for option in asked.options[:2])
    vote_all(asked, room, [{split: CORE, agreed: CORE}] * 3 + [{split: COMPLEMENTARY, agreed: CORE}] * 3)
    set_shown(workshop=workshop, shown=True)

    screen = facilitator.client.get(f"/vliermonde/werksessies/{workshop.pk}/scherm/").content.decode()
    end(workshop=workshop, actor=facilitator.actor)
    account = facilitator.client.get(f"/vliermonde/werksessies/{workshop.pk}/verslag/").content.decode()

    for page in (screen, account):
        rings, _mark, divided = page.partition('class="rings"')[2].partition("rings__apart")
        assert asked.labels[agreed] in rings
        assert asked.labels[split] not in rings
        assert asked.labels[split] in divided
