"""How long does the smallest good table take of 60 and of 200 candidates, and the staffing of 150 networks?

`python benchmarks/cover.py` makes hard cases, each the worst of 20 seeds: contributions that few bring, several holders
wanted, no partner that brings more than a few, and half of them with a table too small for all of it. What counts is
the best table with the proof that none is better; the tables of equal value beside it are timed apart. CPU time, so
that what else the machine does matters little. It fails when a figure is missed or a table is not proven.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from regiewijzer.science.cover import Candidate, Need, cover
from regiewijzer.science.staffing import Offer, Place, staff

SEEDS = 20
CONTRIBUTIONS, BROUGHT, WANTED = 30, (2, 4), (1, 2)
REQUIRED = 2
COVER_SECONDS = {60: 0.1, 200: 0.5}
NETWORKS, PEOPLE, MOST, STAFF_SECONDS = 150, 260, 3, 0.1
ROLES = ("operator", "promotor", "visiebewaker", "creatieve denker", "kampioen")
R = TypeVar("R")


def seconds(work: Callable[[], R]) -> tuple[float, R]:
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def hard(number: int, seed: int) -> tuple[list[Candidate], list[Need], int | None]:
    chance = random.Random(seed)
    kinds = [f"bijdrage {nr}" for nr in range(CONTRIBUTIONS)]
    candidates = [
        Candidate(frozenset(chance.sample(kinds, chance.randint(*BROUGHT))), required=nr < REQUIRED)
        for nr in range(number)
    ]
    most = None if seed % 2 else chance.randint(5, 9)
    return candidates, [Need(kind, chance.randint(*WANTED)) for kind in kinds], most


def team(seed: int) -> tuple[list[Offer], list[Place]]:
    chance = random.Random(seed)
    offers = [
        Offer(f"persoon {nr}", role, gladly=chance.random() < 0.6)
        for nr in range(PEOPLE)
        for role in chance.sample(ROLES, chance.randint(1, 3))
    ]
    return offers, [Place(f"netwerk {nr}", role) for nr in range(NETWORKS) for role in ROLES]


def main() -> None:
    good = True
    cover([Candidate(frozenset("a"))], [Need("a")])  # what is loaded once
    for number, most_seconds in COVER_SECONDS.items():
        plain, beside = [], []
        for seed in range(SEEDS):
            candidates, needs, most = hard(number, seed)
            took, found = seconds(lambda: cover(candidates, needs, most, alternatives=0))  # noqa: B023  # called at once
            plain.append(took)
            beside.append(seconds(lambda: cover(candidates, needs, most))[0])  # noqa: B023
            good &= found.proven
        worst, equal = max(plain), max(beside)
        print(f"{number:4} candidates, worst of {SEEDS}: {worst:.3f} s; with tables of equal value {equal:.3f} s")
        good &= worst < most_seconds
    staffed = [seconds(lambda: staff(*team(seed), MOST)) for seed in range(SEEDS)]  # noqa: B023
    worst = max(took for took, _found in staffed)
    print(f"{NETWORKS:4} networks staffed, worst of {SEEDS}: {worst:.3f} s")
    good &= worst < STAFF_SECONDS and all(found.proven for _took, found in staffed)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
