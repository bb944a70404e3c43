"""How well sentences worth checking are found, beside a bag of words learned in the same run.

Usage: python tests/benchmarks/cues.py DATA [--quick] [-v]

DATA: the data folder, or that in it with debates-2024 and debates-2019. Prints F1 of Yes on dev
and dev-test for the weights that ship, and for a logistic regression on words alone at its usual
cut; F1 at other cuts and with half of the Yes left out, which shows how much hangs on the cut;
across years: learned from 2024 alone, average precision on the debates of 2019, and the reverse;
mean average precision over debates that were left out of learning (not with --quick); then the
time for an article. -v lists what went wrong on dev-test.
"""

import random
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))

from data_folder import inside
from train_cues import LEAN, Learned, learn, of_2019, of_2024

from factcheck.text.cues import WORTH, worth_of
from factcheck.text.cues.lines import weighed_lines

WORDS_ALONE = {"words": 1.0}
ARTICLE = (
    "The council of Zürich said on Nov. 17 that 3.5 percent of the budget, about $5 million, went "
    "to Acme Inc. in 2019. “We did not know,” Dr. Jones told reporters. Prices rose faster than "
    "in any year since 1994 because the river froze. It will be better next year, she hopes.\n\n"
)
CUTS = (0.3, 0.4, 0.5, 0.6, 0.7)


def f1(scores, gold, cut):
    """Return F1, precision and recall of Yes from a cut up."""
    said = scores >= cut
    both = int((said & gold).sum())
    return (
        2 * both / max(1, int(said.sum() + gold.sum())),
        both / max(1, int(said.sum())),
        both / max(1, int(gold.sum())),
    )


def average_precision(scores, gold):
    """Return the mean of the precision at each Yes, best score first."""
    ranked = gold[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked].mean())


def gold_of(sentences):
    return np.array([each.worth for each in sentences])


def shipped(sentences):
    return np.array([worth_of(each.text).score for each in sentences])


def odds(learned, sentences):
    return 1 / (1 + np.exp(-learned.sums(sentences)))


def tell_f1(name, scores, plain, sentences):
    gold = gold_of(sentences)
    found, precision, recall = f1(scores, gold, WORTH)
    print(
        f"{name}, {len(gold)} sentences, {gold.mean():.0%} Yes: F1 {found:.3f} (P {precision:.3f}"
        f" R {recall:.3f}), average precision {average_precision(scores, gold):.3f}; words alone"
        f" F1 {f1(plain, gold, 0.5)[0]:.3f}, average precision {average_precision(plain, gold):.3f}"
    )
    fewer = np.array([not yes or random.random() < 0.5 for yes in gold])
    print(
        "  cut at "
        + ", ".join(f"{cut}: {f1(scores, gold, cut)[0]:.3f}" for cut in CUTS)
        + f"; half of the Yes left out: {f1(scores[fewer], gold[fewer], WORTH)[0]:.3f}"
    )


def mean_ap(learned, debates):
    return float(
        np.mean([average_precision(learned.sums(each), gold_of(each)) for each in debates.values()])
    )


def tell_left_out(dense, debates):
    """Learn without each debate in turn, and rank it."""
    ours, plain = [], []
    for name, debate in debates.items():
        others = [each for other in debates if other != name for each in debates[other]]
        gold = gold_of(debate)
        ours.append(average_precision(learn(dense, others).sums(debate), gold))
        words = learn([], others, penalty=WORDS_ALONE)
        plain.append(average_precision(words.sums(debate), gold))
        print(f"  {name}: {ours[-1]:.3f} (words of 2019 alone {plain[-1]:.3f})")
    print(
        f"left-out debates of 2019: MAP {np.mean(ours):.3f}, words of 2019 alone"
        f" {np.mean(plain):.3f}"
    )


def tell_mistakes(sentences, scores):
    for each, score in sorted(zip(sentences, scores, strict=True), key=lambda pair: pair[1]):
        if (score >= WORTH) != each.worth:
            print(f"  {'Yes' if each.worth else 'No '} {score:.2f} {each.text}")


def main():
    given = Path(next((word for word in sys.argv[1:] if word[0] != "-"), "."))
    data = inside(given, "check-worthiness")
    if not (data / "debates-2024").is_dir():
        print(f"There is no {data / 'debates-2024'}: name the folder of the labelled debates.")
        return
    random.seed(7)
    dense = of_2024(data / "debates-2024" / "train.tsv")
    debates = of_2019(data / "debates-2019")
    words = learn(dense, [], penalty=WORDS_ALONE)
    words = Learned(words.start - LEAN, words.weights)
    for name in ("dev", "dev-test"):
        sentences = of_2024(data / "debates-2024" / f"{name}.tsv")
        scores = shipped(sentences)
        tell_f1(name, scores, odds(words, sentences), sentences)
    if "-v" in sys.argv:
        tell_mistakes(sentences, scores)
    of_2024_alone = learn(dense, [])
    sparse = [each for debate in debates.values() for each in debate]
    of_2019_alone = learn([], sparse)
    gold = gold_of(sentences)
    print(
        f"learned from 2024 alone: MAP on 2019 {mean_ap(of_2024_alone, debates):.3f}, words alone"
        f" {mean_ap(words, debates):.3f}; learned from 2019 alone: average precision on dev-test"
        f" {average_precision(of_2019_alone.sums(sentences), gold):.3f}"
    )
    if "--quick" not in sys.argv:
        tell_left_out(dense, debates)
    article = ARTICLE * (1500 // len(ARTICLE.split()) + 1)
    weighed_lines(article)
    begun = time.perf_counter()
    lines = weighed_lines(article)
    took = (time.perf_counter() - begun) * 1000
    print(f"an article of {len(article.split()):,} words, {len(lines)} sentences: {took:.0f} ms")


if __name__ == "__main__":
    main()
