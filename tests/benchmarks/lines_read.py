"""Reading line by line: from the key to the sign in the margin, with the change on disk.

Usage: python tests/benchmarks/lines_read.py DATA

DATA/articles/*.txt: what the articles are made of: one of 4,000 words, one of 1 MB. For each:
how long its lines take to be known after it is opened; then, once its lines are weighed, what
D D takes (median of RUNS, and its ratio to a bare SQLite commit with the same settings in the same
run), and how long the window's thread was held at most meanwhile. Vectors and copies are looked
for beside it, as they are in the window.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QTimer

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim
from factcheck.text.canonical import canonical
from factcheck.text.sentences import sentences
from factcheck.window.app import make_application
from factcheck.window.lines import line_keys
from factcheck.window.main_window import MainWindow
from tests.benchmarks.marking import bare_commit_ms
from tests.making import loaded

RUNS = 15
# Every eighth line is a claim, as in a feature that is half done.
CLAIM_EVERY = 8


class Held:
    """Measures how long the event loop did not come round."""

    def __init__(self) -> None:
        self.most_ms = 0.0
        self._seen = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.most_ms = max(self.most_ms, (now - self._seen) * 1000)
        self._seen = now

    def begin(self) -> None:
        """Measure from now on."""
        self.most_ms, self._seen = 0.0, time.perf_counter()


def until(is_there: Callable[[], bool]) -> None:
    """Let the event loop run until something is there."""
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if is_there() else None)
    timer.start(0)
    loop.exec()
    timer.stop()


def article(folder: Path, letters: int) -> str:
    """Make an article of so many letters out of those of the folder, again and again."""
    paragraphs = [
        part
        for path in sorted((folder / "articles").glob("*.txt"))
        for part in path.read_text(encoding="utf-8").split("\n")
        if part.strip()
    ]
    text, number = [], 0
    size = 0
    while size < letters:
        # Numbered, so that no two lines are the same.
        words = f"{number}. {paragraphs[number % len(paragraphs)]}"
        text.append(words)
        size += len(words) + 2
        number += 1
    return canonical("\n\n".join(text)).text


def made(path: Path, texts: dict[str, str]) -> dict[str, str]:
    """Make a case with the articles and their claims; returns the ids by name."""
    ids = {}
    with Case.create(path, by="Zoë") as case:
        for name, text in texts.items():
            added = case.do(
                AddDocument(loaded(text, title=name), under_check=True, source=False), by="Zoë"
            )
            ids[name] = added.ids[0]
            lines = sentences(text)[::CLAIM_EVERY][:500]
            changes = [MarkClaim(ids[name], *span) for span in lines]
            for _ in case.do_all(changes, by="Zoë"):
                pass
    return ids


def measure(window: MainWindow, held: Held, name: str, id: str, commit_ms: float) -> None:
    """Open an article and read some of its lines."""
    check = window.views.check
    begun = time.perf_counter()
    check.open_article(id)
    shown_ms = (time.perf_counter() - begun) * 1000
    until(lambda: check.lines.reading is not None and check.lines.reading.document_id == id)
    known_ms = (time.perf_counter() - begun) * 1000
    # Not until the index has all vectors, too: that goes on beside for minutes.
    until(lambda: check.noticing.noticed is not None)
    reading = check.lines.reading
    count = len(reading.lines) if reading is not None else 0
    took = []
    held.begin()
    for _ in range(RUNS):
        line_keys.next_unread(check)
        line = check.article.view.current_line()
        begun = time.perf_counter()
        line_keys.no_check(check, "known")
        until(lambda line=line: check.lines.lines_in(line)[0].state == "no check")
        check.article.view.viewport().repaint()
        took.append((time.perf_counter() - begun) * 1000)
    median = statistics.median(took)
    print(
        f"{name}: {count:,} lines, shown after {shown_ms:.0f} ms, lines known after"
        f" {known_ms:.0f} ms; no check needed {median:.0f} ms ({median / commit_ms:.1f} commits),"
        f" the window was held {held.most_ms:.0f} ms at most"
    )


def main() -> None:
    """Print the figures."""
    data = Path(sys.argv[1])
    texts = {"4,000 words": article(data, 24_000), "1 MB": article(data, 1_000_000)}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["FACTCHECK_CONFIG_DIR"] = str(folder / "config")
        commit_ms = bare_commit_ms(folder, 20)
        ids = made(folder / "lines.factcheck", texts)
        _app, settings = make_application()
        window = MainWindow(settings, restore=False)
        window.workspace.checker = "Zoë"
        loop = QEventLoop()
        window.ready.connect(loop.quit)
        window.show()
        window.open_case(folder / "lines.factcheck")
        loop.exec()
        held = Held()
        for title, id in ids.items():
            measure(window, held, title, id, commit_ms)
        window.close()


if __name__ == "__main__":
    main()
