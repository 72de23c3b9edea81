"""How well are goals that mean the same told from goals that do not, against a cosine of stems in the same run?

FILE is a JSON list of pairs: {"a": goal, "b": goal, "label": "same" | "related" | "different"}. Every other
combination of two goals in the file is the background. Prints the recall of the pairs labelled same at the likeness
that 2 % of the background exceeds, and the chance that a same pair is judged more alike than a different one (AUC).

Run: .venv/bin/python -m benchmarks.likeness FILE [--json]
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from math import log, sqrt
from pathlib import Path

from regiewijzer.library.goal_lists import goal_lists
from regiewijzer.science.likeness import corpus, stems

FALSE_ALARMS = 0.02
Likeness = Callable[[int, int], float]


def measures(pairs: list[dict[str, str]], likeness: Likeness) -> dict[str, float]:
    """Goal `a` of pair n is text 2n, goal `b` text 2n + 1."""
    own = {(2 * n, 2 * n + 1): pair["label"] for n, pair in enumerate(pairs)}
    background = sorted(
        (likeness(*both) for both in combinations(range(2 * len(pairs)), 2) if both not in own), reverse=True
    )
    limit = background[int(len(background) * FALSE_ALARMS)]
    found = {label: [likeness(*both) for both, its in own.items() if its == label] for label in ("same", "different")}
    wins = [(same > other) + (same == other) / 2 for same in found["same"] for other in found["different"]]
    return {
        "recall_at_2_percent": sum(same > limit for same in found["same"]) / len(found["same"]),
        "auc_same_different": sum(wins) / len(wins),
    }


def cosine_of_stems(texts: list[str]) -> Likeness:
    """The baseline: term frequency by inverse document frequency."""
    counted = [Counter(stems(text)) for text in texts]
    holding = Counter(stem for counts in counted for stem in counts)
    rarity = {stem: 1 + log((1 + len(texts)) / (1 + many)) for stem, many in holding.items()}
    weights = [{stem: count * rarity[stem] for stem, count in counts.items()} for counts in counted]
    lengths = [sqrt(sum(weight**2 for weight in each.values())) or 1.0 for each in weights]

    def cosine(one: int, other: int) -> float:
        common = sum(weight * weights[other].get(stem, 0) for stem, weight in weights[one].items())
        return common / lengths[one] / lengths[other]

    return cosine


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("file", type=Path)
    reader.add_argument("--json", action="store_true")
    asked = reader.parse_args()
    pairs = json.loads(asked.file.read_text(encoding="utf-8"))
    texts = [pair[side] for pair in pairs for side in ("a", "b")]
    goals = corpus(dict(enumerate(texts)), goal_lists())
    ours = measures(pairs, lambda one, other: goals.likeness(one, other) or 0.0)
    if asked.json:
        print(json.dumps(ours))
        return
    base = measures(pairs, cosine_of_stems(texts))
    for name, value in ours.items():
        print(f"{name}: {value:.2f} (cosine of stems {base[name]:.2f})")


if __name__ == "__main__":
    main()
