"""The grid of a large case: how long until it is there, and until all of it is compared.

    python tests/benchmarks/grid.py [FOLDER]

FOLDER: where to make the case; a temporary one without it. 300 claims, 40 reports, two of five
cells linked. Beside the time to compare all rows stands that of comparing each link with its claim
alone, which is the least that it can take, and how many comparisons a cell needed.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, LinkEvidence, MarkClaim
from factcheck.case.grid import GridRead, read_grid, row_as_read, tell_row
from factcheck.case.read.grid import grid_claims
from factcheck.ingest.loaded import Loaded
from factcheck.text.differences import Comparison, compare

ME = "Zoë Ångström"
CLAIMS, REPORTS, LINKED = 300, 40, 0.4
WHO = ("Officials", "The council", "Two ministers", "Rescuers", "The agency")
VERBS = ("killed", "hurt", "displaced", "detained", "rescued", "counted")


def loaded(text: str, number: int) -> Loaded:
    return Loaded(
        text, text.encode(), "text/plain", "plain", "1",
        title=f"Report {number}", outlet=f"Agency {number}",
        published=f"2026-03-{1 + number % 28:02}T10:{number:02}+00:00",
    )  # fmt: skip


def make(path: Path) -> None:
    chance = random.Random(1)
    told = [
        (100 + 7 * number, f"people were {VERBS[number % 6]} in {_name(number // 6)}")
        for number in range(CLAIMS)
    ]
    article = "\n\n".join(f"At least {count} {words}." for count, words in told) + "\n"
    with Case.create(path, by=ME) as case:
        add = AddDocument(loaded(article, 0), under_check=True, source=False)
        document = case.do(add, by=ME).ids[0]
        marks = (MarkClaim(document, *place) for place in _paragraphs(article))
        claims = [
            done.ids[0] for done in case.do_all(marks, by=ME) if not isinstance(done, Exception)
        ]
        links: list[LinkEvidence] = []
        for number in range(1, REPORTS + 1):
            text = "\n\n".join(
                f"{WHO[number % 5]} said {count + chance.choice((0, 0, 0, 0, 40, 90))} {words}."
                for count, words in told
            )
            report = case.do(AddDocument(loaded(f"{text}\n", number)), by=ME).ids[0]
            links += [
                LinkEvidence((claim,), report, "supports", *place)
                for claim, place in zip(claims, _paragraphs(text), strict=True)
                if chance.random() < LINKED
            ]
        for _ in case.do_all(links, by=ME):
            pass


def _name(number: int) -> str:
    return f"Łód{chr(97 + number % 26)}{'aeiou'[number // 26]}n"


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for words in text.strip().split("\n\n"):
        yield at, at + len(words)
        at += len(words) + 2


def measure(case: Case) -> None:
    begun = time.perf_counter()
    read = read_grid(case, case.read(grid_claims))
    rows = [row_as_read(each, read.links[each.id], read.documents) for each in read.claims]
    there = time.perf_counter() - begun
    cells = sum(len(row.cells) for row in rows)
    print(f"{len(rows)} claims, {len(read.documents)} documents, {cells} cells")
    print(f"read and shown as quotes    {1000 * there:8.0f} ms")
    count = 0

    def counting(*pair: str) -> Comparison:
        nonlocal count
        count += 1
        return compare(*pair)

    begun = time.perf_counter()
    for claim in read.claims:
        tell_row(claim, read.links[claim.id], read.documents, counting)
    all_told = time.perf_counter() - begun
    alone = _with_claims_alone(read)
    print(f"all rows compared           {1000 * all_told:8.0f} ms")
    print(f"each link with its claim    {1000 * alone:8.0f} ms")
    print(f"ratio                       {all_told / alone:8.2f}")
    print(f"comparisons a cell          {count / cells:8.2f}")


def _with_claims_alone(read: GridRead) -> float:
    begun = time.perf_counter()
    for claim in read.claims:
        for link in read.links[claim.id]:
            compare(claim.wording, link.quote, claim.published, link.published)
    return time.perf_counter() - begun


def main() -> None:
    with tempfile.TemporaryDirectory() as spare:
        path = Path(sys.argv[1] if len(sys.argv) > 1 else spare) / "grid.factcheck"
        make(path)
        with Case.open(path, read_only=True) as case:
            measure(case)


if __name__ == "__main__":
    main()
