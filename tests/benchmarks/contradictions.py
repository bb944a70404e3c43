"""How quiet, how sharp and how fast contradictions are found.

Usage: python tests/benchmarks/contradictions.py DATA [-v]

DATA has syndicated/docs.jsonl, quotes/polnear-dev/text, discrepancies/pairs.jsonl and
known-claims/debates-2022/vclaims.jsonl. Prints how many pairs are listed in articles as they are
(published ones hardly contradict themselves: fewer is better); how many are found that are planted:
a sentence with its figure changed and its end cut off, at the end of its article; how many of the
discrepancies, whose words are others throughout; and how long 1,000 to 10,000 claims take as a
multiple of reading them. -v lists what is found in the articles.
"""

import json
import random
import re
import sys
import time
from pathlib import Path

from factcheck.text.contradictions import Statement, contradictions
from factcheck.text.sentences import sentences
from factcheck.text.statements import reading

# Not of dates, and not "more than 70", which 90 agrees with.
_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?<!than )(?<!over )(?<!nearly )(?<!about )(?<!Sept\. )(?<!Nov\. )"
    r"(?<!Section )(?<!School )"
    r"[1-9]\d{1,2}(?![\w.,:/-])(?! years ago)"
)
PLANTED = 200


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def articles(data):
    texts = [row["text"] for row in rows(data / "syndicated/docs.jsonl")]
    texts += [path.read_text("utf-8") for path in (data / "quotes/polnear-dev/text").glob("*")]
    for number, text in enumerate(texts):
        spans = [span.of(text) for span in sentences(text)]
        yield [Statement(s, "", str(number)) for s in spans if s.rstrip()[-1:] in ".!?”\"'"]


def planted(statement, chance):
    """Return the sentence with its one number changed and without what follows a late comma."""
    found = list(_NUMBER.finditer(statement.text))
    if len(found) != 1 or len(statement.text.split()) < 8:
        return None
    value = int(found[0][0])
    other = value + chance.choice((-1, 1)) * max(1, round(value * chance.uniform(0.2, 0.6)))
    start, end = found[0].span()
    text = f"{statement.text[:start]}{other}{statement.text[end:]}"
    cut = text.find(",", end + 10)
    return statement._replace(text=f"{text[:cut]}." if cut > 0 else text)


def tell_articles(every, verbose):
    count = sum(map(len, every))
    found = [(article, pair) for article in every for pair in contradictions(article)]
    per = 1000 * len(found) / count
    print(f"{len(every)} articles, {count} sentences: {len(found)} pairs, {per:.2f} a thousand")
    if verbose:
        for article, pair in found:
            why = pair.compared.differences[0].why
            print(f"  {why}\n    {article[pair.first].text}\n    {article[pair.second].text}")


def tell_planted(every):
    chance = random.Random(7)
    tried = found = 0
    for article in chance.sample(every, len(every)):
        for number, statement in enumerate(article):
            twin = planted(statement, chance)
            if twin is None:
                continue
            tried += 1
            pairs = contradictions([*article, twin])
            found += any((p.first, p.second) == (number, len(article)) for p in pairs)
            break
        if tried == PLANTED:
            break
    print(f"planted: {found} of {tried} found, {found / max(1, tried):.2f}")


def tell_discrepancies(data):
    counts = {"differs": [0, 0], "others": [0, 0]}
    for row in rows(data / "discrepancies/pairs.jsonl"):
        text, published = row["evidence"], row["evidence_published"] or ""
        article = [Statement(row["claim"], row["claim_published"] or "", "a")]
        article += [Statement(span.of(text), published, "a") for span in sentences(text)]
        counted = counts["differs" if row["label"] == "differs" else "others"]
        counted[0] += any(pair.first == 0 for pair in contradictions(article))
        counted[1] += 1
    (found, of), (wrong, others) = counts.values()
    print(
        f"discrepancies, other words throughout: {found} of {of} found, {wrong} of {others} wrong"
    )


def tell_speed(data):
    claims = [
        Statement(row["ver_claim_texts"])
        for row in rows(data / "known-claims/debates-2022/vclaims.jsonl")
    ]
    for count in (1000, 5000, 10_000):
        begun = time.perf_counter()
        for claim in claims[:count]:
            reading(claim.text, "")
        read = time.perf_counter() - begun
        begun = time.perf_counter()
        pairs = contradictions(claims[:count])
        took = time.perf_counter() - begun
        print(
            f"{count:>6} claims: {took:.1f} s, {took / read:.1f} times reading them,"
            f" {len(pairs)} pairs"
        )


def main():
    arguments = [word for word in sys.argv[1:] if word != "-v"]
    if len(arguments) != 1 or not Path(arguments[0], "syndicated").is_dir():
        print("There is no such data: name its folder.")
        return
    data = Path(arguments[0])
    every = list(articles(data))
    tell_articles(every, "-v" in sys.argv)
    tell_planted(every)
    tell_discrepancies(data)
    tell_speed(data)


if __name__ == "__main__":
    main()
