"""The checker's desk: how long a note, a request, a should-read and a sheet take, on disk.

    python tests/benchmarks/desk.py [FOLDER]

FOLDER: where to make the case, on the disk to be measured; a temporary one without it. Medians
beside those of a bare SQLite commit of the same size on the same disk with the same pragmas, of
an article of 4,000 words with 300 claims and 40 sources.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AddNote,
    AnswerRequest,
    AskRequest,
    Done,
    MarkClaim,
    SetShouldRead,
)
from factcheck.case.read import claims, compounds, requests, should_read
from factcheck.case.sheet_claims import claims_of_rows
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.sheets import guess_columns, read_csv

ME = "Zoë Ångström"
ROUNDS = 40
SENTENCE = "the mayor of Łódź said that 東京 had sent tents and beds to people in the valley"


def article() -> str:
    """4,000 words, each sentence with a number of its own."""
    words = SENTENCE.split()
    sentences = (f"In {n} {' '.join(words[n % 5 :])} {n * 7}." for n in range(1000, 1250))
    return "\n\n".join(sentences)


def loaded(text: str) -> Loaded:
    return Loaded(text, text.encode(), "text/plain", "plain", "1")


def medians(make: Callable[[int], object]) -> float:
    took = []
    for number in range(ROUNDS):
        begun = time.perf_counter()
        make(number)
        took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took)


def bare(folder: Path) -> float:
    """Return the median of one commit of 2 KB with the pragmas of a case, in ms."""
    raw = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    raw.execute("PRAGMA synchronous = EXTRA")
    raw.execute("CREATE TABLE entries (body TEXT)")
    return medians(
        lambda _: raw.executescript(
            f"BEGIN IMMEDIATE; INSERT INTO entries VALUES ('{'x' * 2000}'); COMMIT;"
        )
    )


def sheet(text: str) -> bytes:
    """1,000 rows: nine in ten stand once in the article, one in ten stands nowhere."""
    lines = ["quote,claim,speaker,date"]
    sentences = text.split("\n\n")
    for row in range(1000):
        words = sentences[row % len(sentences)].split()
        quote = " ".join(words[: 4 + row // 250]) if row % 10 else f"nobody said {row}"
        lines.append(f'"{quote}","Claim {row} 東京",Ewa,2026-04')
    return "\n".join(lines).encode()


def measure(folder: Path) -> None:
    base = bare(folder)
    print(f"a bare commit of 2 KB on this disk: {base:.1f} ms (median of {ROUNDS})")
    text = article()
    with Case.create(folder / "desk.factcheck", by=ME) as case:
        document = case.do(AddDocument(loaded(text), under_check=True), by=ME).ids[0]
        for number in range(40):
            case.do(AddDocument(loaded(f"{number} {text[:9000]}")), by=ME)
        step = len(text) // 300
        marks = [MarkClaim(document, at * step, at * step + 60) for at in range(300)]
        ids = [d.ids[0] for d in case.do_all(marks, by=ME) if isinstance(d, Done)]
        places = [row.id for row in case.read(claims.places)]
        asked: list[str] = []

        def ask(number: int) -> None:
            change = AskRequest("source", f"Desk {number}", "So?", claim_ids=(ids[number],))
            asked.extend(case.do(change, by=ME).ids)

        changes: list[tuple[str, Callable[[int], object]]] = [
            ("a source note", lambda n: case.do(AddNote("call", f"Call {n}", said=text[:2000]),
                                                by=ME)),
            ("a request", ask),
            ("an answer as a note", lambda n: case.do(
                AnswerRequest(asked[n], "answered", "Yes.", as_note=True), by=ME)),
            ("a should-read", lambda n: case.do(SetShouldRead(places[n], f"{n} tents"), by=ME)),
        ]  # fmt: skip
        for name, make in changes:
            ms = medians(make)
            print(f"{name:<22} {ms:6.1f} ms  {ms / base:4.1f} times a bare commit  (goal 60 ms)")
        for name, question in (
            ("requests", requests.requests), ("should-reads", should_read.should_reads)
        ):  # fmt: skip
            print(f"read all {name:<13} {medians(lambda _, q=question: case.read(q)):6.1f} ms")
        ms = medians(lambda _: case.read(compounds.speaker_particulars, "Ewa", "2026"))
        print(f"read a speaker         {ms:6.1f} ms")

        begun = time.perf_counter()
        rows = read_csv(sheet(text), "a.csv")
        read = time.perf_counter() - begun
        taken = claims_of_rows(rows.rows, guess_columns(rows.header), document_id=document)
        status = [done.status for done in case.do_all(taken, by=ME) if isinstance(done, Done)]
        whole = time.perf_counter() - begun
        placed = status.count("placed")
        print(
            f"a sheet of 1,000 rows  {whole:6.2f} s   read in {read:.2f} s; {placed} placed,"
            f" {len(status) - placed} without a place  (goal 3 s)"
        )


def main() -> None:
    if len(sys.argv) > 1:
        with tempfile.TemporaryDirectory(dir=sys.argv[1]) as folder:
            measure(Path(folder))
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder))


if __name__ == "__main__":
    main()
