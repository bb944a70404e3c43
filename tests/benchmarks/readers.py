"""Run every saved page, PDF and Word document of a data folder through the readers.

    python tests/benchmarks/readers.py DATA [--failures]

Prints how many files were loaded, refused (with the sentence), crashed or hung, and how good the
text of web pages is, beside plain trafilatura (favouring precision) in the same run.
"""

import argparse
import gzip
import html
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import trafilatura
from lxml.html import HTMLParser, document_fromstring

from factcheck.errors import FactcheckError
from factcheck.ingest.encodings import decode
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.page_dom import key_of
from factcheck.ingest.worker import Readers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--failures", action="store_true", help="show what was missed")
    arguments = parser.parse_args()
    Score.shows_failures = arguments.failures
    if not arguments.data.is_dir():
        sys.exit(f"There is no folder {arguments.data}; this benchmark needs real material.")
    with Readers() as readers:
        for folder in ("articles", "files/pdf", "files/docx"):
            count(readers, folder, files(arguments.data / folder))
        gold_pages(readers, arguments.data / "html-pages")
        readability_pages(readers, arguments.data / "readability-pages")


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path.name, path.read_bytes()


def count(readers: Readers, title: str, items: Iterator[tuple[str, bytes]]) -> None:
    """Print how many of some files were loaded or refused, and each sentence."""
    outcomes: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    for name, data in items:
        read(readers, name, data, outcomes, sentences)
    print(f"{title}: {said(outcomes)}")
    for sentence, number in sentences.most_common():
        print(f"    {number} × {sentence}")


def read(
    readers: Readers, name: str, data: bytes, outcomes: Counter[str], sentences: Counter[str]
) -> Loaded | None:
    try:
        loaded = readers.read_bytes(data, name)
    except FactcheckError as error:
        sentence = str(error).replace(name, "NAME")
        died, slow = "it is damaged, or needs more" in sentence, "took longer than" in sentence
        outcomes["crashed" if died else "hung" if slow else "refused"] += 1
        sentences[sentence] += 1
        return None
    outcomes["loaded"] += 1
    return loaded


def said(outcomes: Counter[str]) -> str:
    return ", ".join(
        f"{outcomes[kind]} {kind}" for kind in ("loaded", "refused", "crashed", "hung")
    )


class Score:
    """Found of wanted, by name."""

    shows_failures = False

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()

    def add(self, name: str, ok: bool, detail: str = "") -> None:
        self.wanted[name] += 1
        self.found[name] += ok
        if not ok and self.shows_failures:
            print(f"    {name}: {detail}")

    def show(self) -> None:
        for name, wanted in self.wanted.items():
            found = self.found[name]
            print(f"    {name}: {found}/{wanted} = {found / wanted:.3f}")


def gold_pages(readers: Readers, folder: Path) -> None:
    score, outcomes, sentences = Score(), Counter(), Counter()
    ours = theirs = 0.0
    trafilatura.extract("<html><body><p>warm</p></body></html>")
    readers.read_bytes(b"<html><body><p>warm</p></body></html>", "warm.html")
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        data = gzip.decompress((folder / "html" / f"{gold['file']}.gz").read_bytes())
        started = time.perf_counter()
        loaded = read(readers, gold["file"], data, outcomes, sentences)
        ours += time.perf_counter() - started
        started = time.perf_counter()
        plain = trafilatura.extract(data, favor_precision=True, include_comments=False) or ""
        theirs += time.perf_counter() - started
        if loaded is None:
            continue
        where = gold["file"]
        body = without(loaded, ("headline", "standfirst", "caption"))
        for text, name in ((loaded.text, "text"), (body, "body"), (plain, "trafilatura")):
            for fragment in gold["with"]:
                score.add(f"with, {name}", flat(fragment) in flat(text), f"{where} {fragment!r}")
            for fragment in gold["without"]:
                score.add(
                    f"without, {name}", flat(fragment) not in flat(text), f"{where} {fragment!r}"
                )
        page_parts(score, where, data, loaded, gold["title"], plain)
        if gold["title"]:
            score.add(
                "title",
                same(gold["title"], loaded.title),
                f"{where} {gold['title']} | {loaded.title}",
            )
        if gold["author"]:
            score.add(
                "author",
                shares(gold["author"], loaded.byline),
                f"{where} {gold['author']} | {loaded.byline}",
            )
        if gold["date"]:
            score.add(
                "date",
                loaded.published[:10] == gold["date"],
                f"{where} {gold['date']} | {loaded.published}",
            )
        score.add(
            "no warning",
            not [each for each in loaded.warnings if not each.startswith("Left out:")],
            f"{where} {loaded.warnings}",
        )
    print(f"html-pages: {said(outcomes)}; time {ours / theirs:.2f} × trafilatura alone")
    score.show()


def page_parts(
    score: Score, where: str, data: bytes, loaded: Loaded, title: str, plain: str
) -> None:
    """Count h1 elements with the page's title, and captions inside its article, that are found."""
    root = document_fromstring(
        decode(data, where).text.encode(), parser=HTMLParser(encoding="utf-8")
    )
    headings = [words(node) for node in root.iter("h1")]
    alike = [heading for heading in headings if heading and near(title, heading)]
    marks = {mark.kind for mark in loaded.landmarks}
    if alike:
        shown = any(key_of(heading) in key_of(loaded.text) for heading in alike)
        score.add("h1 headline in text", shown, f"{where} {alike}")
        score.add("h1 headline, trafilatura", any(key_of(h) in key_of(plain) for h in alike), "")
        score.add("headline landmark", "headline" in marks, where)
    for node in root.iter("figcaption"):
        caption = key_of(words(node))
        if len(caption) > 5 and not any(
            up.tag in ("aside", "nav", "footer", "a") for up in node.iterancestors()
        ):
            score.add(
                "figcaption in text", caption in key_of(loaded.text), f"{where} {words(node)[:90]}"
            )
            score.add("figcaption, trafilatura", caption in key_of(plain), "")


def readability_pages(readers: Readers, folder: Path) -> None:
    score, outcomes, sentences = Score(), Counter(), Counter()
    totals: Counter[str] = Counter()
    for page in sorted(folder.iterdir()):
        if not page.is_dir():
            continue
        data = gzip.decompress((page / "source.html.gz").read_bytes())
        expected = json.loads((page / "expected-metadata.json").read_text("utf-8"))
        wanted = words_of((page / "expected.html").read_text("utf-8"))
        loaded = read(readers, f"{page.name}.html", data, outcomes, sentences)
        plain = trafilatura.extract(data, favor_precision=True, include_comments=False) or ""
        text = loaded.text if loaded else ""
        totals["pages"] += 1
        for name, found in (("text", text), ("trafilatura", plain)):
            precision, recall = overlap(wanted, key_words(found))
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            for kind, value in (("precision", precision), ("recall", recall), ("F1", f1)):
                totals[f"{name} {kind}"] += value
            if Score.shows_failures and f1 < 0.9:
                print(f"    {page.name} {name}: P {precision:.2f} R {recall:.2f}")
        if loaded is None:
            continue
        for field, value in (("title", loaded.title), ("byline", loaded.byline)):
            if expected.get(field):
                check = same if field == "title" else shares
                score.add(
                    field, check(expected[field], value), f"{page.name} {expected[field]} | {value}"
                )
        if expected.get("publishedTime"):
            score.add("date", loaded.published[:10] == expected["publishedTime"][:10],
                      f"{page.name} {expected['publishedTime']} | {loaded.published}")  # fmt: skip
    print(f"readability-pages: {said(outcomes)}")
    for sentence, number in sentences.most_common():
        print(f"    {number} × {sentence}")
    for name in ("text", "trafilatura"):
        mean = {
            kind: totals[f"{name} {kind}"] / totals["pages"]
            for kind in ("precision", "recall", "F1")
        }
        print(f"    {name}: " + ", ".join(f"{kind} {value:.3f}" for kind, value in mean.items()))
    score.show()


def without(loaded: Loaded, kinds: tuple[str, ...]) -> str:
    """Return the text without the blocks of some landmarks."""
    left_out = {mark.offset for mark in loaded.landmarks if mark.kind in kinds}
    blocks, offset = [], 0
    for block in loaded.text.split("\n\n"):
        if offset not in left_out:
            blocks.append(block)
        offset += len(block) + 2
    return "\n\n".join(blocks)


def flat(text: str) -> str:
    shown = unicodedata.normalize("NFC", html.unescape(text)).replace("\u00ad", "")
    return " ".join(shown.split())


def words(node: object) -> str:
    return " ".join(node.text_content().split())  # type: ignore[attr-defined]


def near(title: str, heading: str) -> bool:
    one, other = key_of(title), key_of(heading)
    return bool(one and other) and (one in other or other in one) and len(other) > 3


def same(expected: str, found: str) -> bool:
    return key_of(expected) == key_of(found) or (
        near(expected, found) and len(key_of(found)) > 0.6 * len(key_of(expected))
    )


def shares(expected: str | list[str], found: str) -> bool:
    """Say whether two bylines name the same first person."""
    if isinstance(expected, list):
        expected = "; ".join(expected)
    first = re.split(r"[;,|/]| and | und ", expected)[0]
    return bool(found) and (key_of(first) in key_of(found) or key_of(found) in key_of(expected))


def words_of(source: str) -> Counter[str]:
    return key_words(document_fromstring(source).xpath("string()") if source.strip() else "")


def key_words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", flat(text).lower()))


def overlap(wanted: Counter[str], found: Counter[str]) -> tuple[float, float]:
    shared = sum((wanted & found).values())
    return shared / max(1, sum(found.values())), shared / max(1, sum(wanted.values()))


if __name__ == "__main__":
    main()
