from datetime import date

import pytest

from regiewijzer.science.facts import Member, Network, Organisation, Origin, Register
from regiewijzer.science.limits import Limits
from regiewijzer.science.load import by_origin, by_partner, by_rule, by_theme, counted, spread
from regiewijzer.science.rules import load

TODAY = date(2026, 11, 30)


def network(ref, hours=None, *, origin=Origin.OWN, partners="", **more):
    members = tuple(Member(each) for each in partners)
    return Network(ref, str(ref), origin=origin, hours_per_year=hours, members=members, as_of=date(2026, 10, 1), **more)


def test_what_nobody_knows_is_no_nought():
    hours = counted([network("a", 40), network("b"), network("c", 0)])

    assert (hours.total, hours.unknown, len(hours.known)) == (40, 1, 2)
    assert counted([network("a"), network("b")]).total is None
    assert counted([]).total is None


def test_the_hours_of_a_part_are_in_those_of_its_whole():
    house, steering = network("house", 260), network("steering", 30, within="house")
    orphan = network("orphan", 12, within="archived")

    assert counted([house, steering, orphan]).networks == (house, orphan)
    assert counted([steering, network("group", within="steering")]).networks == (steering,)


def test_sums_stand_by_origin_rule_and_first_theme():
    hours = counted(
        [
            network("a", 260, origin=Origin.FLANDERS, mandate="house_of_the_child", themes=("children", "leisure")),
            network("b", 20, origin=Origin.FEDERAL, mandated_by="de  wet", themes=("leisure",)),
            network("c", origin=Origin.FLANDERS, themes=("leisure",)),
            network("d", 70, themes=()),
            network("e", 5, origin=Origin.RECOGNISED, mandate="house_of_the_child", themes=("children",)),
        ]
    )

    assert [(origin, each.total) for origin, each in by_origin(hours).items()] == [
        (Origin.OWN, 70), (Origin.RECOGNISED, 5), (Origin.FLANDERS, 260), (Origin.FEDERAL, 20),
    ]  # fmt: skip
    assert [(rule, each.total) for rule, each in by_rule(hours).items()] == [
        (("house_of_the_child", ""), 260),
        (("", "de wet"), 20),
        (("", ""), None),
    ]
    assert {theme: (each.total, each.unknown) for theme, each in by_theme(hours).items()} == {
        "children": (265, 0), "": (70, 0), "leisure": (20, 1),
    }  # fmt: skip


def test_partners_stand_by_name_and_the_authority_is_none_of_them():
    networks = (
        network("a", meetings_per_year=4, partners="xyz", origin=Origin.FLANDERS),
        network("b", partners="xz"),
        network("c", partners="z", ended=date(2026, 1, 1)),
    )
    organisations = (Organisation("z", "Zorg"), Organisation("x", "Arm"), Organisation("y", "Wij", own=True))
    register = Register(TODAY, networks=networks, organisations=(*organisations, Organisation("q", "Leeg")))

    found = by_partner(register)

    assert [(each.partner.name, len(each.networks), each.mandated) for each in found] == [("Arm", 2, 1), ("Zorg", 2, 1)]
    assert [(each.meetings, each.silent) for each in found] == [(4, 1), (4, 1)]
    assert spread(found) == {2: 2}


def told(*networks):
    return load.find(Register(TODAY, networks=networks), Limits())


def test_more_than_half_for_imposed_networks_is_told():
    imposed = network("a", 60, origin=Origin.FLANDERS), network("b", 45, origin=Origin.PROVINCE)

    (finding,) = told(*imposed, network("c", 100))

    assert {name: finding.numbers[name] for name in ("count", "hours", "total")} == {
        "count": 2, "hours": 105, "total": 205,
    }  # fmt: skip


@pytest.mark.parametrize(
    "networks",
    [
        (network("a", 50, origin=Origin.FLANDERS), network("b", 50, origin=Origin.PROVINCE), network("c", 100)),
        (network("a", 60, origin=Origin.FLANDERS), network("c", 10)),
        (*(network(ref, 60, origin=Origin.FLANDERS) for ref in "ab"), network("c"), network("d")),
        (network("a", origin=Origin.FLANDERS), network("b"), network("c")),
        (),
    ],
)
def test_just_half_too_few_or_nothing_known_is_not_told(networks):
    assert told(*networks) == ()
