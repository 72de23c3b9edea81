from dataclasses import replace

import pytest
from django.utils.translation import override

from regiewijzer.overview.facts.queries import pairs_of
from regiewijzer.overview.reports.documents.board_sections import (
    overlap_section,
    pairs_section,
    power_section,
    standing_section,
    strongest_of_each,
    worth_showing,
)
from regiewijzer.overview.reports.tests.samples import TODAY, lists_only, planned, town
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.science.power import place


def test_what_stands_out_is_shown_before_a_spread_of_the_others() -> None:
    instruments = [*town(0, 40).instruments, planned(99)]

    shown = worth_showing(instruments, DEFAULTS, 6)

    assert len(shown) == 6
    assert {0, 99} <= {each.ref for each in shown}
    assert {place(each.shares).mean for each in shown} == {1, 2, 3, 4}
    assert shown == sorted(shown, key=lambda each: place(each.shares).mean)


@pytest.mark.parametrize("most", [1, 2, 3, 100])
def test_no_more_is_shown_than_there_is_room_for(most: int) -> None:
    instruments = town(0, 8).instruments

    assert len(worth_showing(instruments, DEFAULTS, most)) == min(most, 8)


def test_the_sentence_about_power_counts_all_of_them_shown_or_not() -> None:
    instruments = tuple(
        replace(each, evaluations=town(0, 1).instruments[0].evaluations) for each in town(0, 20).instruments
    )

    with override("en"):
        section = power_section(instruments, DEFAULTS, most=4)

    assert section is not None
    assert "20 instruments are stronger than needed." in section.lead[0].plain
    assert section.picture is not None
    assert section.note == "4 of 20 shown: those that stand out, and a spread of the others."


def test_a_network_that_is_late_is_named_and_many_are_counted() -> None:
    late = [replace(each, results=frozenset()) for each in town(9).networks]

    with override("en"):
        one = standing_section([late[5]], TODAY, DEFAULTS, most=14)
        many = standing_section(late, TODAY, DEFAULTS, most=14)

    assert one is not None
    assert "Network 5 is past that without a result." in one.lead[0].plain
    assert many is not None
    assert "networks are past that without a result." in many.lead[0].plain


def test_what_is_not_known_is_no_section() -> None:
    assert power_section((), DEFAULTS, most=10) is None
    assert standing_section(lists_only().networks, TODAY, DEFAULTS, most=10) is None
    assert overlap_section((), DEFAULTS) is None
    assert pairs_section((), DEFAULTS, most=10) is None


def test_a_network_that_shares_with_all_keeps_its_strongest_lines() -> None:
    pairs = pairs_of(town(12))

    kept = strongest_of_each(pairs)

    ends = [end.ref for pair in kept for end in (pair.first, pair.second)]
    assert max(ends.count(ref) for ref in ends) == 2
    assert len(pairs) > len(kept)


def test_pairs_with_nearly_the_same_partners_stand_in_a_table_most_alike_first() -> None:
    with override("en"):
        section = pairs_section(pairs_of(lists_only()), DEFAULTS, most=10)

    assert section is not None
    assert section.table is not None
    assert section.table.rows == (("Finilek and Iverlek", "6 of 6", "100 %"), ("Finiwo and Imewo", "6 of 6", "86 %"))


def test_the_map_says_how_many_are_exactly_and_how_many_are_nearly_the_same() -> None:
    with override("en"):
        section = overlap_section(pairs_of(lists_only()), DEFAULTS)

    assert section is not None
    assert section.lead[0].plain.startswith(
        "2 pairs share at least 80 % of the partners of both together. One pair has exactly the same partners. Such"
    )


def test_the_map_counts_the_groups_that_the_findings_are_about() -> None:
    three = replace(lists_only(), networks=tuple(replace(lists_only().networks[0], ref=nr, name=nr) for nr in "abc"))

    with override("en"):
        section = overlap_section(pairs_of(three), DEFAULTS)

    assert section is not None
    assert section.lead[0].plain.startswith(
        "3 pairs share at least 80 % of the partners of both together. 3 pairs have exactly the same partners. "
        "They hang together in one group."
    )
