"""How long does a look at a file take: the help of the command, the file of one region, and one as large as they come?

`python benchmarks/scan.py [FOLDER]`: FOLDER holds organisations.csv and memberships.csv; without it a region of 286
networks is made. The large one is 30,000 networks, 120,000 organisations and 360,000 memberships. Each runs as a whole
process, told beside a bare Python in the same run; memory is the highest of any process in it. Seconds of the clock:
measure on a machine that does nothing else. It fails when a figure is missed.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path
from statistics import median

REGION, LARGE = (286, 1_000, 3_500), (30_000, 120_000, 360_000)
SKEW, HEAD = 0.85, 20  # the nth organisation weighs (n + HEAD) ** -SKEW
TIMES = 5
MOST_HELP, MOST_REGION, MOST_LARGE, MOST_MEGABYTES = 0.3, 0.8, 30, 1_500
KBO_BASE = 97
FIRST_KBO = 2_000_000


def number(nr: int) -> str:
    """An enterprise number that passes its check."""
    stem = FIRST_KBO + nr
    return f"{stem:08d}{KBO_BASE - stem % KBO_BASE:02d}"


def write(folder: Path, networks: int, organisations: int, memberships: int) -> None:
    """The first organisations are the networks; partners are drawn from the others, a few of them very often."""
    chance = random.Random(1)
    names = "\n".join(f"{number(nr)},Organisatie {nr},gemeente" for nr in range(organisations))
    (folder / "organisations.csv").write_text(f"kbo,name,classification\n{names}\n")
    weights = list(accumulate((rank + HEAD) ** -SKEW for rank in range(organisations - networks)))
    others = range(networks, organisations)
    pairs: dict[tuple[int, int], None] = {(chance.choice(others), network): None for network in range(networks)}
    while len(pairs) < memberships:
        more = memberships - len(pairs)
        members = chance.choices(others, cum_weights=weights, k=more)
        pairs |= dict.fromkeys(zip(members, chance.choices(range(networks), k=more), strict=True))
    rows = "\n".join(f"{number(member)},{number(network)}" for member, network in pairs)
    (folder / "memberships.csv").write_text(f"member_kbo,association_kbo\n{rows}\n")


def seconds(*command: str, times: int = TIMES) -> float:
    """The median of so many goes, after one to warm up when there is more than one."""
    found = []
    for _nr in range(times + (times > 1)):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        found.append(time.perf_counter() - begun)
    return median(found[-times:])


def main() -> None:
    program = ("-m", "regiewijzer.config.command")
    with tempfile.TemporaryDirectory() as region, tempfile.TemporaryDirectory() as large:
        if len(sys.argv) < 2:
            write(Path(region), *REGION)
        write(Path(large), *LARGE)
        bare = seconds("-c", "")
        rows = {
            "help": (seconds(*program, "--help"), MOST_HELP),
            "a region": (seconds(*program, "scan", *(sys.argv[1:] or [region])), MOST_REGION),
            "as large as they come": (seconds(*program, "scan", "--large", large, times=1), MOST_LARGE),
        }
    for name, (took, most) in rows.items():
        print(f"{name:24}{took:8.2f} s{took / bare:8.0f} x a bare Python, at most {most} s")
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_000
    print(f"{'memory':24}{megabytes:8.0f} MB, at most {MOST_MEGABYTES} MB")
    assert all(took < most for took, most in rows.values())
    assert megabytes < MOST_MEGABYTES


if __name__ == "__main__":
    main()
