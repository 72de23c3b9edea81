"""How long do betweenness and constraint of 5,000 nodes take, against networkx in the same run, and do they agree?

`python benchmarks/measures.py` makes one graph after Barabasi & Albert (1999), as networkx makes it, with the same
ties at every run. Ours runs as the command does, with the work shared by the processors there are. It takes the best of
some runs of ours and one of networkx, which takes minutes, prints both, and fails when a figure is missed or a node
differs.
"""

import os
import sys
import time
from collections.abc import Callable, Mapping
from math import isnan
from pathlib import Path
from typing import TypeVar

import networkx

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from regiewijzer.science.measures.centrality import betweenness_shared, constraint
from regiewijzer.science.measures.graph import Graph

NODES, TIES_OF_A_NEW_NODE, SEED = 5_000, 3, 1
TIMES_AS_FAST = {"betweenness": 40, "constraint": 5}
RUNS = 3
EQUAL = 1e-6
R = TypeVar("R")


def seconds(work: Callable[[], R], runs: int = 1) -> tuple[float, R]:
    best = float("inf")
    for _run in range(runs):
        begun = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - begun)
    return best, result


def compare(name: str, ours: Callable[[], tuple[float | None, ...]], theirs: Callable[[], Mapping[int, float]]) -> bool:
    took, values = seconds(ours, RUNS)
    they_took, expected = seconds(theirs)
    told = [None if isnan(expected[node]) else expected[node] for node in range(NODES)]
    largest = max(
        abs(value - other) if value is not None and other is not None else float(value is not other)
        for value, other in zip(values, told, strict=True)
    )
    times = they_took / took
    print(f"{name:12} {took:8.3f} s, networkx {they_took:8.2f} s: {times:7.1f} times as fast; apart {largest:.1e}")
    return times >= TIMES_AS_FAST[name] and largest <= EQUAL


def main() -> None:
    made = networkx.barabasi_albert_graph(NODES, TIES_OF_A_NEW_NODE, seed=SEED)
    graph = Graph(tuple(map(str, made)), tuple((min(tie), max(tie)) for tie in made.edges), directed=False)
    print(f"{NODES} nodes, {len(graph.ties)} ties")
    good = [
        compare("constraint", lambda: constraint(graph), lambda: networkx.constraint(made)),
        compare(
            "betweenness",
            lambda: betweenness_shared(graph, os.cpu_count() or 1),
            lambda: networkx.betweenness_centrality(made, normalized=False),
        ),
    ]
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
