"""A sheet of 1,000 rows through the window: claims a second, and the longest pause of the window.

Usage: python tests/benchmarks/sheet_window.py [ROWS]

An article of 4,000 words; nine rows in ten stand in it. Beside the time stands that of the same
rows written by Case.do_all alone, in the same run.
"""

import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.case.sheet_claims import claims_of_rows
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.sheets import Sheet
from factcheck.window.sheets.importing import Imported, Wanted, importing
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace

ME = "Zoë Ångström"
COLUMNS = {"quote": 0, "wording": 1, "speaker": 2}
SENTENCE = "In {0} the mayor of Łódź said that 東京 had sent tents and beds to people {1} times."


def sheet(sentences: list[str], count: int) -> Sheet:
    """Nine rows in ten stand once in the article."""
    rows = tuple(
        (
            sentences[at % len(sentences)][: 30 + at % 20] if at % 10 else "nobody",
            f"Row {at}",
            "Ana",
        )
        for at in range(count)
    )
    return Sheet("", ("quote", "claim", "who"), rows)


def new_case(path: Path, text: str) -> str:
    """Make a case with the article and return the article's id."""
    with Case.create(path, by=ME) as case:
        loaded = Loaded(text, text.encode(), "text/plain", "plain", "1")
        return case.do(AddDocument(loaded, under_check=True), by=ME).ids[0]


def main(count: int) -> None:
    """Print the figures."""
    app = QApplication([])
    sentences = [SENTENCE.format(1000 + at, at * 7) for at in range(250)]
    rows = sheet(sentences, count)
    with tempfile.TemporaryDirectory() as folder:
        bare, beside = Path(folder) / "bare.factcheck", Path(folder) / "window.factcheck"
        article = new_case(bare, "\n\n".join(sentences))
        begun = time.perf_counter()
        with Case.open(bare) as case:
            changes = claims_of_rows(rows.rows, COLUMNS, document_id=article)
            list(case.do_all(changes, by=ME))
        alone = time.perf_counter() - begun
        article = new_case(beside, "\n\n".join(sentences))
        workspace, tasks, loop = Workspace(), Tasks(), QEventLoop()
        workspace.checker = ME
        workspace.opened.connect(loop.quit)
        workspace.open(beside)
        loop.exec()
        beats = [time.perf_counter()]
        pulse = QTimer()
        pulse.setInterval(5)
        pulse.timeout.connect(lambda: beats.append(time.perf_counter()))
        pulse.start()
        outcome: list[Imported] = []

        def done(imported: Imported) -> None:
            outcome.append(imported)
            loop.quit()

        begun, worked = time.perf_counter(), time.process_time()
        wanted = Wanted("bench.csv", rows, COLUMNS, article)
        tasks.start("Importing", importing(workspace, wanted), done, print)
        loop.exec()
        took, worked = time.perf_counter() - begun, time.process_time() - worked
        pause = 1000 * max(b - a for a, b in pairwise(beats))
        print(
            f"{count} rows: {outcome[0].placed} placed, {outcome[0].without_place} without a place"
        )
        print(f"window {took:.2f} s = {took / alone:.2f} times the rows alone ({alone:.2f} s)")
        print(f"of which the processor worked {worked:.2f} s")
        print(f"longest pause of the window {pause:.0f} ms")
        tasks.close()
        workspace.close()
    app.quit()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
