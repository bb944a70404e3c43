"""How often the right speaker of a direct quotation is named, beside the plain rule in one run.

Usage: python tests/benchmarks/attribution.py DATA [-v]

DATA: a folder with text/*.txt and attributions/*.ann (brat: Source, Cue, Content). A direct
quotation is an attribution whose content begins with a double quote mark and that has a source.
Right is the speaker whose words overlap the gold source, or who is the person that the gold
source names elsewhere in the article. The plain rule takes the nearest name or pronoun beside the
quotation. Then: of sentences without quote marks for which a speaker is proposed, how many hold
an attribution of the gold; and characters a second. -v lists what went wrong.
"""

import re
import sys
import time
from pathlib import Path

from data_folder import inside

from factcheck.text.attribution import Article
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

_NAME = re.compile(r"\b(?:[A-Z][\w’'-]+|he|she|they)\b")
_MARKS = '“”"'


def attributions(path):
    """Yield the content and the source of each attribution, as spans from first to last."""
    parts, events = {}, []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if line.startswith("T"):
            numbers = re.findall(r"\d+", fields[1])
            parts[fields[0]] = Span(int(numbers[0]), int(numbers[-1]))
        elif line.startswith("E"):
            events.append(dict(word.split(":") for word in fields[1].split()))
    for event in events:
        if event.get("Content") in parts and event.get("Source") in parts:
            yield parts[event["Content"]], parts[event["Source"]]


def is_right(article, content, gold):
    speaker = article.speaker_of(Span(content.start + 1, content.end))
    if speaker is None:
        return False
    if speaker.source.span.overlaps(gold):
        return True
    named = article.meant(gold)
    return named is not None and named == speaker.name


def plain_rule(text, content, gold):
    after = _NAME.search(text, content.end, content.end + 60)
    if after is None:
        before = list(_NAME.finditer(text, max(0, content.start - 60), content.start))
        after = before[-1] if before else None
    return after is not None and Span(*after.span()).overlaps(gold)


def main():
    data = inside(Path(sys.argv[1] if len(sys.argv) > 1 else "."), "quotes/polnear-dev")
    if not (data / "attributions").is_dir():
        print(f"There is no {data / 'attributions'}: name the folder of annotated articles.")
        return
    direct = right = plain = proposed = held = size = 0
    taken = 0.0
    for path in sorted((data / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        gold = [
            pair
            for each in (data / "attributions").glob(f"{path.stem}_*.ann")
            for pair in attributions(each)
        ]
        begun = time.perf_counter()
        article = Article(text)
        taken += time.perf_counter() - begun
        size += len(text)
        for content, source in gold:
            if text[content.start] not in '“"':
                continue
            direct += 1
            good = is_right(article, content, source)
            right += good
            plain += plain_rule(text, content, source)
            if not good and "-v" in sys.argv:
                print(f"{path.stem}: {content.of(text)[:70]!r} by {source.of(text)!r}")
        for line in sentences(text):
            if not any(mark in line.of(text) for mark in _MARKS) and article.source_of(line):
                proposed += 1
                held += any(line.overlaps(content) for content, _ in gold)
    print(
        f"direct quotations: {direct}, right speaker {right / direct:.3f}, nearest name"
        f" {plain / direct:.3f}"
    )
    print(
        f"sentences without quote marks: {proposed} proposals, {held / proposed:.3f} of them told"
    )
    print(f"{size / taken / 1e6:.2f} million characters a second")


if __name__ == "__main__":
    main()
