"""The list of claims on a day's desk: from the wish to its rows, filtered, sorted, regrouped.

Usage: python tests/benchmarks/claims_list.py [CLAIMS]

300 claims in one article of 4,000 words, 40 sources, three links a claim. Medians of ten; beside
them the same read asked without a window, in the same run.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Edit, LinkEvidence, MarkClaim, RateClaim
from factcheck.case.read.claim_list import GROUPS, claim_groups, claim_ids
from factcheck.ingest.loaded import Loaded
from factcheck.window import fonts, style, theme
from factcheck.window.claims.claims_view import ClaimsView
from factcheck.window.claims.ready_lists import MINE, OVERDUE, UNRATED
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace

ME = "Zoë Ångström"
ROUNDS = 10


def make(path: Path, count: int) -> None:
    """Fill a case."""
    words = "the mayor of Łódź said that 東京 had sent tents to the valley in {0}"
    text = "\n\n".join(words.format(1000 + number) + "." for number in range(count))

    def document(text: str, title: str) -> AddDocument:
        return AddDocument(
            Loaded(text, text.encode(), "text/plain", "plain", "1"),
            under_check=title == "Article",
            particulars={"title": title},
        )

    with Case.create(path, by=ME) as case:
        article = case.do(document(text, "Article"), by=ME).ids[0]
        made = list(case.do_all((document(f"{text[:900]} {n}", f"S{n}") for n in range(40)), by=ME))
        sources = [done.ids[0] for done in made if not isinstance(done, Exception)]
        marks, at = [], 0
        for paragraph in text.split("\n\n"):
            marks.append(MarkClaim(article, at, at + len(paragraph), speaker=f"Who {at % 7}"))
            at += len(paragraph) + 2
        outcomes = case.do_all(marks, by=ME)
        claims = [done.ids[0] for done in outcomes if not isinstance(done, Exception)]
        work: list[object] = []
        for number, claim in enumerate(claims):
            values = {
                "assigned_to": ("", ME, "Łucja")[number % 3],
                "due": ("", "2020-01-02", f"2031-01-{1 + number % 28:02}")[number % 3],
                "priority": ("", "high", "urgent", "low")[number % 4],
            }
            work.append(Edit("claim", claim, values))
            for link in range(3):
                document_id = sources[(number + link) % 40]
                work.append(LinkEvidence((claim,), document_id, "supports", 0, 9 + link))
            if number % 2:
                work.append(RateClaim(claim, "True", "Seen."))
        list(case.do_all(work, by=ME))  # type: ignore[arg-type]  # all are changes


class Desk:
    """The view, and a wait that ends once its rows are painted."""

    def __init__(self, view: ClaimsView) -> None:
        self.view, self._loop = view, QEventLoop()
        view._ids.answered.connect(self._came)

    def ms(self, wish: Callable[[], object]) -> float:
        """Return milliseconds from a wish to the painted rows."""
        begun = time.perf_counter()
        wish()
        self._loop.exec()
        self.view.table.viewport().repaint()
        return 1000 * (time.perf_counter() - begun)

    def _came(self, _: object) -> None:
        QTimer.singleShot(0, self._loop.quit)


def main(count: int) -> None:
    """Print the figures."""
    app = QApplication([])
    style.install(app)
    fonts.install(app)
    theme.install(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.factcheck"
        make(path, count)
        workspace, tasks = Workspace(), Tasks()
        workspace.checker = ME
        loop = QEventLoop()
        workspace.opened.connect(loop.quit)
        workspace.open(path)
        loop.exec()
        view = ClaimsView(workspace, tasks)
        view.resize(1400, 800)
        view.show()
        QTimer.singleShot(800, loop.quit)
        loop.exec()
        desk = Desk(view)

        def bare(*question: object) -> float:
            begun = time.perf_counter()
            workspace.read(*question)  # type: ignore[arg-type]  # a read and what it asks for
            return 1000 * (time.perf_counter() - begun)

        wishes: list[tuple[str, Callable[[], object], float]] = [
            (f"list {name}", lambda name=name: view._state_wanted(name), bare(claim_ids))
            for name in (MINE, OVERDUE, UNRATED, "all")
        ]
        wishes += [
            (f"sort {name}", lambda name=name: view.table.sort_by(name), bare(claim_ids))
            for name in ("state", "due", "priority", "speaker", "claim_no")
        ]
        for group in (*GROUPS, None):
            read = bare(claim_groups, group) if group else bare(claim_ids)
            wishes.append((f"group {group}", lambda group=group: view.group_by.choose(group), read))
        print(f"{count} claims, 40 sources; ms from the wish to painted rows (bare read)")
        took: dict[str, list[float]] = {}
        for _ in range(ROUNDS):
            for name, wish, _read in wishes:
                took.setdefault(name, []).append(desk.ms(wish))
        for name, _wish, read in wishes:
            middle, worst = statistics.median(took[name]), max(took[name])
            print(f"{name:18} {middle:6.1f}  worst {worst:6.1f}  ({read:.1f})")
        view.deleteLater()
        tasks.close()
        workspace.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
