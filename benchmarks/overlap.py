"""How long does it take to find which networks share partners, against listing every pair with what it shares?

`python benchmarks/overlap.py` makes networks with about 12 partners each, a few organisations in very many of them and
most in one, four organisations per network. Both ways run on the small set in turn and must find the same pairs with
the same chances; the large set is counted only, in a process of its own whose memory is told. CPU time, so that what
else the machine does matters little. It fails when a figure is missed.
"""

import random
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate, combinations
from math import comb
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from regiewijzer.science.degree_corrected import tails
from regiewijzer.science.facts import Member, Network
from regiewijzer.science.overlap import benjamini_hochberg, memberships, pairs

SMALL, LARGE = 2_000, 30_000
MOST_SECONDS, MOST_MEGABYTES = 4, 1_000
ORGANISATIONS_PER_NETWORK = 4
SMALLEST, MOST_COMMON, SPREAD, LARGEST = 3, 2.35, 0.5, 60  # logarithm of the number of partners: about 12
SKEW, HEAD = 0.85, 20  # the nth organisation weighs (n + HEAD) ** -SKEW
LEAST_SHARED = 3
Found = list[tuple[object, object, tuple[object, ...], float, float]]


def synthetic(number: int) -> list[Network]:
    """The same networks at every run."""
    chance = random.Random(1)
    organisations = range(ORGANISATIONS_PER_NETWORK * number)
    weights = list(accumulate((rank + HEAD) ** -SKEW for rank in organisations))
    made = []
    for nr in range(number):
        size = max(SMALLEST, min(LARGEST, round(chance.lognormvariate(MOST_COMMON, SPREAD))))
        partners = dict.fromkeys(chance.choices(organisations, cum_weights=weights, k=size))
        made.append(Network(ref=nr, name=f"Network {nr}", members=tuple(Member(partner) for partner in partners)))
    return made


def counted(networks: Sequence[Network]) -> Found:
    found = pairs(networks, min_shared=LEAST_SHARED)
    return sorted((pair.first.ref, pair.second.ref, pair.share, pair.p, pair.q) for pair in found)


def listed(networks: Sequence[Network]) -> Found:
    """The baseline and the oracle: the partners of every pair, then a chance for every pair."""
    ordered = sorted(networks, key=lambda network: str(network.ref))
    sizes = {network.ref: len(network.partners) for network in ordered}
    common = defaultdict(list)
    for partner, sits_in in memberships(ordered).items():
        for one, other in combinations(sits_in, 2):
            common[one.ref, other.ref].append(partner)
    asked = {refs: (*sorted(map(sizes.__getitem__, refs)), len(share)) for refs, share in common.items()}
    sits_in = Counter(partner for network in ordered for partner in network.partners)
    by_sizes = tails(set(asked.values()), list(sizes.values()), sits_in.values())
    chances = {refs: by_sizes[each] for refs, each in asked.items()}
    corrected = benjamini_hochberg(chances, comb(len(ordered), 2))
    return sorted(
        (*refs, tuple(share), chances[refs], corrected[refs])
        for refs, share in common.items()
        if len(share) >= LEAST_SHARED
    )


def seconds(work: Callable[[Sequence[Network]], Found], networks: Sequence[Network]) -> tuple[float, Found]:
    begun = time.process_time()
    found = work(networks)
    return time.process_time() - begun, found


def large() -> None:
    networks = synthetic(LARGE)
    took, found = seconds(counted, networks)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    print(f"{LARGE:>6} networks counted {took:8.2f} s {megabytes:6.0f} MB in all, {len(found)} pairs")
    assert took < MOST_SECONDS, f"{took:.1f} s"
    assert megabytes < MOST_MEGABYTES, f"{megabytes:.0f} MB"


def main() -> None:
    networks = synthetic(SMALL)
    by_listing, expected = seconds(listed, networks)
    by_counting, found = seconds(counted, networks)
    print(f"{SMALL:>6} networks listed  {by_listing:8.2f} s, {len(expected)} pairs")
    print(f"{SMALL:>6} networks counted {by_counting:8.2f} s, {by_listing / by_counting:.1f} times as fast")
    assert found == expected, "Counting finds other pairs than listing."
    sys.exit(subprocess.run([sys.executable, __file__, "large"], check=False).returncode)


if __name__ == "__main__":
    large() if "large" in sys.argv else main()
