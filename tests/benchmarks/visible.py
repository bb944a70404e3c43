"""How much of what a reader of a file sees is loaded, or named as left out.

    python -m tests.benchmarks.visible DATA [--files NAME …] [--all] [--worst N]
    python -m tests.benchmarks.visible --specimens

Web pages of DATA (html-pages, readability-pages) are shown in headless Chromium, offline and with
scripts forbidden. The words of its innerText are compared, with how often each stands there, with
the words of the text and of the blocks that the reader says it left out. Prints mean, median and
the worst pages. Half of the pages, chosen by a hash of their names, is only read with --all.

--specimens shows the hostile pages of the tests instead, and names each whose words Chromium shows
or hides otherwise than the tests say.
"""

import argparse
import gzip
import hashlib
import re
import shutil
import statistics
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.ingest import html
from factcheck.ingest.page_rest import told
from tests.benchmarks.chromium import Chromium
from tests.hostile.html import specimens


class Shown(NamedTuple):
    """A file, and how much of its visible characters is loaded, and loaded or named; 0 to 1."""

    name: str
    characters: int
    loaded: float
    told: float
    missing: Counter[str]


def main() -> None:
    """Measure the pages of a data folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path, nargs="?", default=Path("-"))
    parser.add_argument("--specimens", action="store_true", help="compare the pages of the tests")
    parser.add_argument("--files", nargs="*", default=[], help="only these")
    parser.add_argument("--all", action="store_true", help="also the half that is kept unread")
    parser.add_argument("--worst", type=int, default=10)
    arguments = parser.parse_args()
    if shutil.which("chromium") is None:
        sys.exit("There is no chromium; this benchmark needs it to show the pages.")
    if arguments.specimens:
        with Chromium() as browser:
            compare_specimens(browser)
        return
    if not arguments.data.is_dir():
        sys.exit(f"There is no folder {arguments.data}; this benchmark needs real material.")
    halves: dict[bool, list[Shown]] = {False: [], True: []}
    with Chromium() as browser:
        for name, data in pages(arguments.data):
            kept = is_kept(name)
            wanted = name in arguments.files if arguments.files else arguments.all or not kept
            if wanted:
                halves[kept].append(shown(browser, name, data))
    for kept, rows in halves.items():
        if rows:
            report("kept unread" if kept else "read", rows, arguments.worst)


def compare_specimens(browser: Chromium) -> None:
    """Print which words of the tests' pages the browser shows or hides unexpectedly."""
    count = wrong = 0
    for specimen in specimens():
        count += 1
        seen = flat(browser.painted(specimen.data))
        for words, is_right in (
            *((words, flat(words) in seen) for words in specimen.shown),
            *((words, flat(words) not in seen) for words in specimen.hidden),
        ):
            if not is_right:
                wrong += 1
                what = "does not show" if words in specimen.shown else "shows"
                print(f"    {specimen.name}: Chromium {what}: {words[:60]}")
    print(f"specimens: {count} pages, {wrong} words otherwise than the tests say")


def flat(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((folder / "html-pages" / "html").glob("*.gz")):
        yield path.name, gzip.decompress(path.read_bytes())
    for path in sorted((folder / "readability-pages").glob("*/source.html.gz")):
        yield path.parent.name, gzip.decompress(path.read_bytes())


def is_kept(name: str) -> bool:
    """Say whether a page belongs to the half that nobody looks at before the end."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 1


def shown(browser: Chromium, name: str, data: bytes) -> Shown:
    try:
        account = html.account(data, name)
    except FactcheckError as error:
        print(f"    {name} was refused: {error}")
        seen = words(browser.inner_text(data))
        return Shown(name, size(seen), 0.0, 0.0, seen)
    # What counts as named is what the sentence was made of.
    for sentence in told(account.left_out):
        if sentence not in account.loaded.warnings:
            sys.exit(f"{name}: blocks were left out, and no warning says: {sentence}")
    return compare(
        name,
        browser.inner_text(data),
        account.loaded.text,
        "\n".join(each.text for each in account.left_out),
    )


def compare(name: str, visible: str, loaded: str, named: str) -> Shown:
    """Compare the words that are seen with those loaded, and those named; often as they stand."""
    seen, ours, theirs = words(visible), words(loaded), words(named)
    total = max(1, size(seen))
    missing = seen - (ours + theirs)
    return Shown(name, total, size(seen & ours) / total, 1 - size(missing) / total, missing)


def words(text: str) -> Counter[str]:
    """Count the words of a text, whatever their case: styles write capitals."""
    folded = unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold()
    return Counter(re.findall(r"\w+", folded))


def size(found: Counter[str]) -> int:
    return sum(len(word) * times for word, times in found.items())


def report(title: str, rows: list[Shown], worst: int) -> None:
    told = [row.told for row in rows]
    everything = sum(row.characters for row in rows)
    overall = sum(row.told * row.characters for row in rows) / everything
    print(
        f"{title}: {len(rows)} pages; loaded or named: mean {statistics.mean(told):.4f}, "
        f"median {statistics.median(told):.4f}, of all characters {overall:.4f}; "
        f"loaded: mean {statistics.mean(row.loaded for row in rows):.3f}"
    )
    for row in sorted(rows, key=lambda row: row.told)[:worst]:
        missed = sorted(row.missing.items(), key=lambda item: -len(item[0]) * item[1])
        few = " ".join(f"{word}×{times}" for word, times in missed[:12])
        print(f"    {row.told:.4f} of {row.characters}: {row.name}: {few}")


if __name__ == "__main__":
    main()
