"""How well and how fast claims are compared with evidence, beside a plain rule in the same run.

Usage: python tests/benchmarks/differences.py DATA [-v]

DATA/pairs.jsonl: claim, evidence, claim_published, evidence_published, label, kinds, claim_span,
evidence_span. Prints for all pairs and for every second one: label accuracy, precision and recall
of "differs", and the share of its hits whose spans overlap the gold; then pairs a second. The
plain rule calls two texts different where they share no figure. -v lists what went wrong.
"""

import json
import re
import sys
import time
from pathlib import Path

from data_folder import inside

from factcheck.text.differences import compare

RUNS = 10
_FIGURE = re.compile(r"\d[\d.,]*")


def plain_rule(pair):
    mine = set(_FIGURE.findall(pair["claim"]))
    theirs = set(_FIGURE.findall(pair["evidence"]))
    if not mine or not theirs:
        return "incomparable"
    return "consistent" if mine & theirs else "differs"


def ours(pair):
    return compare(
        pair["claim"],
        pair["evidence"],
        pair["claim_published"] or "",
        pair["evidence_published"] or "",
    )


def overlap(one, other):
    return bool(other) and one[0] < other[1] and other[0] < one[1]


def hits(outcome, pair):
    return any(
        overlap(difference.claim_span, pair["claim_span"])
        and overlap(difference.evidence_span, pair["evidence_span"])
        for difference in outcome.differences
    )


def scores(gold, labels):
    right = sum(one == other for one, other in zip(gold, labels, strict=True))
    both = sum(one == other == "differs" for one, other in zip(gold, labels, strict=True))
    precision = both / max(1, labels.count("differs"))
    recall = both / max(1, gold.count("differs"))
    return right / len(gold), precision, recall, both


def tell(name, pairs, *, verbose=False):
    outcomes = [ours(pair) for pair in pairs]
    gold = [pair["label"] for pair in pairs]
    accuracy, precision, recall, both = scores(gold, [outcome.label for outcome in outcomes])
    marked = sum(
        hits(outcome, pair)
        for outcome, pair in zip(outcomes, pairs, strict=True)
        if outcome.label == pair["label"] == "differs"
    )
    base, base_precision, base_recall, _ = scores(gold, [plain_rule(pair) for pair in pairs])
    print(
        f"{name}, {len(pairs)} pairs: labels {accuracy:.3f} (plain {base:.3f}),"
        f" differs P {precision:.3f} (plain {base_precision:.3f})"
        f" R {recall:.3f} (plain {base_recall:.3f}), spans {marked / max(1, both):.3f}"
    )
    if verbose:
        for outcome, pair in zip(outcomes, pairs, strict=True):
            if outcome.label != pair["label"]:
                told = [difference.why for difference in outcome.differences]
                print(f"  {pair['id']}: {pair['label']}, called {outcome.label} {told}")


def main():
    data = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    path = inside(data, "discrepancies") / "pairs.jsonl"
    if not path.exists():
        print(f"There is no {path}: name the folder of the pairs.")
        return
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    tell("all", pairs, verbose="-v" in sys.argv)
    tell("odd lines", pairs[::2])
    tell("even lines", pairs[1::2])
    begun = time.perf_counter()
    for _ in range(RUNS):
        for pair in pairs:
            ours(pair)
    print(f"{RUNS * len(pairs) / (time.perf_counter() - begun):,.0f} pairs a second")


if __name__ == "__main__":
    main()
