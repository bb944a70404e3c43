"""How long the reader takes to open, scroll and change, beside a bare QPlainTextEdit.

Run: python tests/benchmarks/reader.py
Prints medians of several runs in ms and, in brackets, their ratio to a bare QPlainTextEdit that
shows the same text in the same run. Texts and spans are made up, with a fixed seed.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from factcheck.text.spans import Span
from factcheck.window import fonts
from factcheck.window.reader import Mark, ReaderView

WORDS = [
    *("the", "agreement", "armies", "Zürich", "withdraw", "kilometres", "river", "Thursday"),
    *("copy", "minister", "figure", "1,150", "soldiers", "were", "killed", "since", "2019"),
    *("observers", "region", "東京", "mandate", "report", "😀", "of", "and", "said", "signed"),
]
RUNS = 7


class Load(NamedTuple):
    """One text with its spans: how long it is, how many there are, how long each may be."""

    name: str
    letters: int
    spans: int
    longest: int
    target_ms: int


LOADS = (
    Load("1 MB, 10,000 spans", 1_000_000, 10_000, 200, 300),
    Load("200 KB, 1,000 spans", 200_000, 1_000, 200, 150),
    Load("4 KB, 1,000 overlapping spans", 4_000, 1_000, 3_000, 150),
)


def made_up(letters: int) -> str:
    """Return paragraphs of about 400 characters with a blank line between."""
    chance = random.Random(7)
    parts: list[str] = []
    size = 0
    while size < letters:
        paragraph = " ".join(chance.choice(WORDS) for _ in range(60)) + "."
        parts.append(paragraph)
        size += len(paragraph) + 2
    return "\n\n".join(parts)[:letters]


def made_up_marks(text: str, count: int, longest: int) -> list[Mark]:
    """Return overlapping claims, stances and claims that need a recheck."""
    chance = random.Random(11)
    kinds = ("claim", "claim", "claim", "supports", "contradicts", "context", "recheck")
    marks = []
    for number in range(count):
        start = chance.randrange(len(text) - 20)
        end = min(len(text), start + chance.randrange(10, longest))
        kind = kinds[number % len(kinds)]
        marks.append(Mark(str(number), Span(start, end), kind, str(number)))
    return marks


def timed(action: Callable[[], object]) -> float:
    """Return how many ms an action takes."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def painted(widget: QPlainTextEdit) -> None:
    """Paint the whole widget once."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    widget.render(image, QPoint(0, 0))


def scrolled(widget: QPlainTextEdit) -> list[float]:
    """Return the ms of repaints after jumping to places all over the text and by pages."""
    bar = widget.verticalScrollBar()
    found = []
    for step in range(12):
        if step % 4 == 0:
            widget.viewport().setUpdatesEnabled(False)
            bar.setValue(bar.maximum() * step // 12)
            widget.viewport().setUpdatesEnabled(True)

        def turn() -> None:
            bar.setValue(bar.value() + bar.pageStep())
            painted(widget)

        found.append(timed(turn))
    return found


def bare(text: str) -> tuple[float, float]:
    """Return open and scroll medians of QPlainTextEdit itself."""
    opens, scrolls = [], []
    for _ in range(RUNS):
        widget = QPlainTextEdit()
        widget.setReadOnly(True)
        widget.resize(785, 800)
        widget.show()

        def opened(widget: QPlainTextEdit = widget) -> None:
            widget.setPlainText(text)
            painted(widget)

        opens.append(timed(opened))
        scrolls += scrolled(widget)
        widget.close()
    return statistics.median(opens), statistics.median(scrolls)


class Figures(NamedTuple):
    """Medians in ms."""

    opened: float
    scrolled: float
    worst_scroll: float
    updated: float
    again: float


def reader(text: str, marks: list[Mark]) -> Figures:
    """Return the medians of our reader."""
    opens, scrolls, updates, again = [], [], [], []
    for _ in range(RUNS):
        view = ReaderView()
        view.resize(785, 800)
        view.show()

        def opened(view: ReaderView = view) -> None:
            view.show_text(text, title="Zürich", subtitle="Radio 東京")
            view.set_marks(marks)
            painted(view)

        opens.append(timed(opened))
        scrolls += scrolled(view)
        again.append(timed(lambda view=view: painted(view)))

        def updated(view: ReaderView = view) -> None:
            view.update_mark(marks[0])
            painted(view)

        updates.append(timed(updated))
        view.close()
    return Figures(
        statistics.median(opens),
        statistics.median(scrolls),
        max(scrolls),
        statistics.median(updates),
        statistics.median(again),
    )


def main() -> None:
    """Print the figures."""
    app = QApplication.instance() or QApplication([])
    fonts.install(app)
    for load in LOADS:
        text = made_up(load.letters)
        marks = made_up_marks(text, load.spans, load.longest)
        bare_open, bare_scroll = bare(text)
        ours = reader(text, marks)
        print(
            f"{load.name}: open {ours.opened:.0f} ms (x{ours.opened / bare_open:.1f} bare, "
            f"wanted {load.target_ms}); page and repaint {ours.scrolled:.1f} ms "
            f"(x{ours.scrolled / bare_scroll:.1f}), slowest {ours.worst_scroll:.0f}; "
            f"same screen again {ours.again:.1f} ms; one mark changed {ours.updated:.0f} ms"
        )


if __name__ == "__main__":
    main()
