"""How often a place is found again by a revision of its document, through the case.

Usage: python tests/benchmarks/revise.py DATA

The real revisions of anchors.py, marked, revised and read back in one case, beside what
text/anchors.py says alone; then 2,000 places in an invented document of 1 MB, in seconds, beside
what one change a place would wait for the disk. Right is as in anchors.py.
"""

import random
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import anchors
from data_folder import inside

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim, ReviseDocument
from factcheck.case.read.claims import places_in
from factcheck.case.read.revising import standing_in, texts_of
from factcheck.case.relocation import look_for_all
from factcheck.ingest.loaded import Loaded
from factcheck.text.anchors import describe

BY = "Zoë Ångström"


def loaded(text: str) -> Loaded:
    """Return what a reader would hand over."""
    return Loaded(
        text=text,
        snapshot=text.encode(),
        media_type="text/plain",
        reader="plain",
        reader_version="1",
    )


def revised(case: Case, before: str, after: str, places: list[tuple[int, int]]):
    """Mark places, revise, and return what became of each, with the seconds both steps took."""
    document = case.do(AddDocument(loaded(before), under_check=True, source=False), by=BY).ids[0]
    list(case.do_all((MarkClaim(document, *span) for span in places), by=BY))
    ids = [row.id for row in case.read(places_in, document)]
    started = time.perf_counter()
    standing = case.read(standing_in, document)
    texts = case.read(texts_of, document)
    found = dict(zip(standing, look_for_all(standing, texts, after), strict=True))
    looked = time.perf_counter()
    done = case.do(ReviseDocument(document, loaded(after), found=found), by=BY)
    written = time.perf_counter()
    assert sorted(one.id for one in done.found) == sorted(ids)
    start_of = {one.id: one.start for one in standing}
    by_start = {
        start_of[one.id]: None if one.start is None else (one.start, one.end) for one in done.found
    }
    return by_start, looked - started, written - looked


def real(case: Case, folder: Path) -> None:
    """Print the share right for each kind, through the case and by text/anchors.py alone."""
    by_text: dict[tuple[str, str], list[anchors.Case]] = defaultdict(list)
    for one in anchors.from_files(folder):
        by_text[one.before, one.after].append(one)
    counts: dict[str, int] = defaultdict(int)
    right: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for (before, after), cases in by_text.items():
        found, *_ = revised(case, before, after, sorted({(one.start, one.end) for one in cases}))
        for one in cases:
            anchor = describe(before, one.start, one.end)
            alone = anchors.ours(after, anchor)
            for kind in (one.kind, "all"):
                counts[kind] += 1
                right[kind]["case"] += anchors.is_right(found[anchor.start], one.truth)
                right[kind]["alone"] += anchors.is_right(alone, one.truth)
    for kind, count in sorted(counts.items()):
        shares = "  ".join(f"{name} {n / count:.3f}" for name, n in right[kind].items())
        print(f"{kind:28} {count:5}  {shares}")


def large(case: Case, rate: float) -> None:
    """Print the seconds for 2,000 places in 1 MB of which words were changed at a rate."""
    chance = random.Random(5)
    words = anchors.invented_words(chance)
    old = anchors.invented_article(chance, words, anchors.LARGE)
    new = [
        [anchors.changed(one, 0.2, chance, words) if chance.random() < rate else one for one in row]
        for row in old
    ]
    before, places = anchors.assembled(old)
    after, _ = anchors.assembled(new)
    spans = [places[number] for number in chance.sample(sorted(places), 2000)]
    _, looking, writing = revised(case, before, after, spans)
    print(
        f"1 MB, 2,000 places, {rate:.0%} of sentences edited:"
        f" {looking:.1f} s looked for beside the case, {writing:.1f} s written"
    )


def main() -> None:
    """Run both."""
    with tempfile.TemporaryDirectory() as folder:
        with Case.create(Path(folder) / "real.factcheck", by=BY) as case:
            if len(sys.argv) > 1:
                real(case, inside(Path(sys.argv[1]), "revisions"))
        with Case.create(Path(folder) / "large.factcheck", by=BY) as case:
            large(case, 0.05)


if __name__ == "__main__":
    main()
