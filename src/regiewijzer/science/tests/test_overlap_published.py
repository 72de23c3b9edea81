"""Overlap against data others published: German policy committees and Flemish associations of municipalities."""

import csv
import json
import os
from collections import defaultdict
from pathlib import Path

import pytest

from regiewijzer.science.facts import Member, Network
from regiewijzer.science.overlap import pairs

REPOSITORY = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def data():
    shared = Path(os.environ.get("REGIEWIJZER_SHARED") or REPOSITORY.parent / "shared")
    if not shared.is_dir():
        pytest.skip(f"The published data are not in {shared}; set REGIEWIJZER_SHARED.")
    return shared / "data"


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def committees(data):
    members = defaultdict(list)
    for row in rows(data / "networks" / "chemnet_committee.csv"):
        for committee, sits in row.items():
            if sits == "1":
                members[committee].append(Member(row[""]))
    return [Network(ref=name, name=name, members=tuple(found)) for name, found in members.items()]


@pytest.fixture(scope="module")
def associations(data):
    names = {row["kbo"]: row["name"] for row in rows(data / "flanders" / "organisations.csv")}
    members = defaultdict(list)
    for row in rows(data / "flanders" / "memberships.csv"):
        members[row["association_kbo"]].append(Member(row["member_kbo"]))
    return [Network(ref=kbo, name=names[kbo], members=tuple(found)) for kbo, found in members.items()]


def test_every_pair_of_committees_has_the_published_values(data, committees):
    published = json.loads((data / "networks" / "chemnet_committee_overlap.json").read_text(encoding="utf-8"))

    found = {frozenset({pair.first.name, pair.second.name}): pair for pair in pairs(committees, min_shared=0)}

    told = [row for row in published["pairs"] if row["shared"]]
    assert len(published["pairs"]) == 190
    assert len(found) == len(told)
    for row in told:
        pair = found[frozenset({row["a"], row["b"]})]
        assert pair.shared == row["shared"]
        assert pair.jaccard == pytest.approx(row["jaccard"], abs=5e-7)
        assert pair.containment == pytest.approx(row["overlap_coefficient"], abs=5e-7)


def test_the_committees_most_alike_are_the_published_ones(committees):
    first, second = pairs(committees)[:2]

    assert ({first.first.name, first.second.name}, first.jaccard) == ({"AC NS", "CC OS"}, 1)
    assert {second.first.name, second.second.name} == {"EU COR", "EU APP"}
    assert second.jaccard == pytest.approx(0.7778, abs=5e-5)


def test_twelve_pairs_of_flemish_associations_have_identical_members(associations):
    identical = [pair for pair in pairs(associations) if pair.jaccard == 1]

    names = {frozenset({pair.first.name, pair.second.name}) for pair in identical}
    assert len(associations) == 286
    assert len(identical) == 12
    assert frozenset({"Leiedal", "Zuidwest"}) in names
    assert frozenset({"Meetjesman", "Regionale Jeugddienst Meetjesland"}) in names


def test_a_hundred_and_fifteen_flemish_pairs_share_half_of_their_members(associations):
    found = pairs(associations, min_shared=3, min_jaccard=0.5)

    assert len(found) == 115
    assert max(pair.q for pair in found) < 0.002


def test_of_the_flemish_pairs_with_three_in_common_half_are_beyond_chance(associations):
    found = pairs(associations, min_shared=3)

    assert len(found) == 1_348
    assert sum(pair.q <= 0.05 for pair in found) == 679
