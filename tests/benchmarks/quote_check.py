"""How well and how fast quotations are looked up in sources, beside a plain rule in the same run.

Usage: python tests/benchmarks/quote_check.py [DATA]

DATA/text/*.txt: news articles. Every second one is a source; quotations are passages of sources of
which a share of the words was changed (replaced, left out, added), with other quote marks and
dashes; decoys are passages of the other articles. Prints, for each share, how many were found in
their source and called what they are; the plain rule is `quote in text`. Then the time for an
article of 1,500 words against 500 sources, as a ratio to one `in` scan for each quotation.
Without DATA only the time is measured, on invented texts. Times are of the processor.
"""

import random
import re
import sys
import time
from pathlib import Path

from data_folder import inside

from factcheck.text.quotations import quotations
from factcheck.text.quote_check import QuoteState, Shelf
from factcheck.text.sentences import sentences

RATES = (0.0, 0.01, 0.05, 0.10, 0.15)
MARKS = str.maketrans({"“": "‘", "”": "’", '"': "“", "’": "'", "—": "–", " ": "\u00a0"})
SOURCES = 500
WORDS = 1500


def passages(text, chance, count):
    """Return stretches of one or two sentences, or of a part of one, as journalists quote them."""
    spans = [one for one in sentences(text) if 5 <= len(one.of(text).split()) <= 60]
    found = []
    for _ in range(min(count, len(spans))):
        words = chance.choice(spans).of(text).split()
        if len(words) > 8 and chance.random() < 0.5:
            start = chance.randrange(len(words) - 6)
            words = words[start : start + chance.randint(5, 15)]
        found.append(" ".join(words))
    return found


def changed(words, rate, chance, vocabulary):
    """Return a passage with a share of its words replaced, left out or added."""
    kept, edits = [], 0
    for word in words.split():
        kind = chance.choice(["replace", "drop", "add"]) if chance.random() < rate else "keep"
        edits += kind != "keep"
        kept += [word] if kind in ("keep", "add") else []
        kept += [chance.choice(vocabulary)] if kind in ("replace", "add") else []
    return " ".join(kept) or words, edits


def quality(folder):
    """Print what was found of passages of the sources, and of passages of no source."""
    chance = random.Random(3)
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "text").glob("*.txt"))]
    loaded, others = texts[::2], texts[1::2]
    vocabulary = [word for word in " ".join(texts).split() if word.isalpha()]
    shelf = Shelf(loaded)
    print(f"{len(loaded)} sources of {sum(map(len, loaded)) // len(loaded):,} letters")
    for rate in RATES:
        right = named = plain = count = placed = 0
        for number, text in enumerate(loaded):
            for words in passages(text, chance, 8):
                quote, edits = changed(words, rate, chance, vocabulary)
                quote = quote.translate(MARKS)
                found = shelf.find(quote)
                count += 1
                plain += quote in text
                if found.source is None:
                    continue
                there = found.source == number or number in found.others
                stood = set(re.findall(r"\w+", words))
                seen = set(re.findall(r"\w+", loaded[found.source][found.start : found.end]))
                right += there or words in loaded[found.source]
                placed += len(stood & seen) >= 0.7 * len(stood | seen)
                same = QuoteState.EXACT if not edits else QuoteState.DIFFERS
                named += found.state == same
        print(
            f"{rate:4.0%} of words changed {count:5}  found {right / count:.3f}"
            f"  ends right {placed / count:.3f}  state right {named / count:.3f}"
            f"  (plain {plain / count:.3f})"
        )
    decoys = [
        words
        for text in others
        for words in passages(text, chance, 8)
        if not any(words in source for source in loaded)
    ]
    quiet = sum(shelf.find(words).source is None for words in decoys)
    print(f"not in any source     {len(decoys):5}  not found {quiet / len(decoys):.3f}")


def speed(texts):
    """Print the time for one article against 500 sources."""
    chance = random.Random(4)
    if not texts:
        vocabulary = ["".join(chance.choices("abdeiklmnoprstu", k=6)) for _ in range(20000)]
        texts = [
            ". ".join(" ".join(chance.choices(vocabulary, k=15)).capitalize() for _ in range(40))
            for _ in range(100)
        ]
    vocabulary = [word for word in " ".join(texts).split() if word.isalpha()]
    sources = []
    while len(sources) < SOURCES:
        # Paragraphs in another order with other words: no two sources are the same text.
        parts = texts[len(sources) % len(texts)].split("\n\n")
        chance.shuffle(parts)
        sources.append("\n\n".join(changed(part, 0.1, chance, vocabulary)[0] for part in parts))
    article, number = "", 0
    while len(article.split()) < WORDS:
        words = passages(chance.choice(sources), chance, 1)
        quote, _ = changed(words[0] if words else "ok", number % 4 * 0.05, chance, vocabulary)
        filler = " ".join(chance.choices(vocabulary, k=30))
        article += f"“{quote.translate(MARKS)},” somebody said. {filler.capitalize()}.\n\n"
        number += 1
    begun = time.process_time()
    quoted = [one.words(article) for one in quotations(article)]
    shelf = Shelf(sources)
    made = time.process_time() - begun
    states = [one.state for one in shelf.find_all(quoted)]
    spent = time.process_time() - begun
    scan = time.process_time()
    for quote in quoted:
        for source in sources:
            _ = quote in source
    scan = time.process_time() - scan
    letters = sum(map(len, sources))
    print(
        f"{len(article.split()):,} words, {len(quoted)} quotations, {len(sources)} sources of"
        f" {letters / len(sources):,.0f} letters: {spent:.2f} s, {made:.2f} s of it to prepare"
        f" (ratio to plain scans {spent / scan:.1f})"
    )
    print(", ".join(f"{state} {states.count(state)}" for state in QuoteState))


def main():
    folder = inside(Path(sys.argv[1]), "quotes/polnear-dev") if len(sys.argv) > 1 else None
    texts = []
    if folder and (folder / "text").is_dir():
        quality(folder)
        texts = [one.read_text(encoding="utf-8") for one in sorted((folder / "text").glob("*.txt"))]
    elif folder:
        print(f"There is no {folder / 'text'}: only invented texts are used.")
    speed(texts)


if __name__ == "__main__":
    main()
