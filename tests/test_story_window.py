"""One whole job through the window, as a newcomer does it: from the first start to the hand-over.

Keys are key events at the widget with the keyboard, selections are made with the mouse or with
Shift and the arrows. Dialogs that ask for files and names are answered where they ask.
"""

import csv
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from factcheck.case.read.claims import claims_in
from factcheck.case.read.documents import documents
from factcheck.text.spans import Span
from factcheck.window import case_dialogs
from factcheck.window.case_actions import SAMPLE_NAME
from factcheck.window.export_dialog import ExportDialog
from factcheck.window.new_case_dialog import NewCase
from factcheck.window.paste_dialog import PasteDialog
from tests.driving import CTRL, LEFT, NONE, SHIFT, SLOW_MS, Driver, Key, driver

__all__ = ["driver"]

pytestmark = pytest.mark.slow

ARTICLE = (
    "Zürich schickt Zelte 😀\n\n"
    "Zürich hat 1150 Zelte nach 東京 geschickt, sagte Łucja Ångström am Montag."
    " Der Zug fuhr am Montag über Łódź.\n\n"
    + "\n\n".join(f"Absatz {n}: Niemand hat gezählt, wie viele kamen. 😀" for n in range(60))
    + "\n\nAm Ende fehlten 50 Zelte.\n"
)
PAGE = """<!doctype html><html lang="de"><head><title>Lieferschein Łódź</title></head><body>
<article><h1>Lieferschein Łódź</h1>
<p>Die Spedition hat am Montag in Łódź 1.100 Zelte geladen, so steht es im Schein.</p>
<p>Der Zug nach 東京 fuhr erst am Dienstag ab, weil die Strecke über Nacht gesperrt war.</p>
<p>Unterschrieben hat den Schein der Leiter des Lagers in Łódź am Abend desselben Tages.</p>
</article></body></html>"""


def shown_document(driver: Driver) -> str:
    row = driver.article.document
    return row.title if row is not None else ""


def test_at_the_first_start_a_name_is_asked_and_the_sample_opens(
    driver: Driver, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    window = driver.open()
    assert window.pages.currentWidget() is window.start_page
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    driver.types("Zoë Łęcka")
    driver.opened(lambda: driver.key(Key.Key_Return))
    assert window.workspace.checker == "Zoë Łęcka"
    assert window.workspace.path == tmp_path / SAMPLE_NAME
    assert window.views.current == "check"
    assert shown_document(driver).startswith("Velmora and Kesterland")
    assert len(window.workspace.read(documents)) >= 6
    assert driver.check.active_claim is not None
    # Every part of the window has something in it.
    assert driver.article.view.marks()
    assert driver.claim.history.lines.rowCount() > 0
    driver.close()
    # Who comes again needs no question.
    again = driver.open()
    assert again.workspace.path == tmp_path / SAMPLE_NAME
    assert again.workspace.checker == "Zoë Łęcka"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """An article, a page, a letter; and one that is none of what its name says."""
    folder = tmp_path / "Dateien 東京"
    folder.mkdir()
    (folder / "artikel.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "schein.html").write_text(PAGE, encoding="utf-8")
    letter = docx.Document()
    letter.add_paragraph("Brief der Spedition")
    letter.add_paragraph("Es fuhren genau 1.100 Zelte, nicht mehr. 😀")
    letter.save(folder / "brief.docx")
    (folder / "kaputt.pdf").write_bytes(b"%PDF-1.7\nnot really")
    return sorted(folder.iterdir())


class Job:
    """The case of the story with all documents in it."""

    def __init__(self, driver: Driver, qtbot, tmp_path: Path, files: list[Path], monkeypatch):
        self.driver, self.qtbot, self.path = driver, qtbot, tmp_path / "Zelte 東京.factcheck"
        self.said: list[str] = []
        window = driver.open()
        window.set_checker("Zoë")
        monkeypatch.setattr(case_dialogs, "ask_new_case", lambda *_: NewCase(self.path, "general"))
        driver.opened(lambda: driver.key("n", CTRL))
        assert window.windowTitle() == "Zelte 東京 – Factcheck"
        self._add([path for path in files if path.name == "artikel.txt"], monkeypatch)
        self._add([path for path in files if path.name != "artikel.txt"], monkeypatch)

    def _add(self, paths: list[Path], monkeypatch) -> None:
        window = self.driver.window
        monkeypatch.setattr(case_dialogs, "ask_files", lambda *_: paths)
        ended, told = window.cases._adding.finished, window.workspace.changed
        # The two come from threads of their own, in either order.
        with self.qtbot.waitSignals([ended, told], timeout=SLOW_MS):
            self.driver.key("i", CTRL)
        self.said.append(window.toast.text())
        self.driver.key(Key.Key_Escape)
        assert not window.toast.isVisible()

    @property
    def claims(self) -> list[str]:
        article = self.driver.article.document
        return [row.id for row in self.driver.window.workspace.read(claims_in, article.id)]

    def document(self, title: str) -> str:
        rows = self.driver.window.workspace.read(documents)
        return next(row.id for row in rows if title in row.title)

    def mark(self, words: str, *, mouse: bool = True) -> str:
        select = self.driver.drag if mouse else self.driver.stretch
        select(self.driver.article, words)
        self.driver.saves("m")
        return self.driver.check.active_claim

    def open_beside(self, title: str) -> None:
        """Go to the document in the library and open it with Enter."""
        library = self.driver.check.library
        library.view.setFocus()
        library.view.go_to(library.model.index_of(self.document(title)))
        self.driver.key(Key.Key_Return)


@pytest.fixture
def job(driver: Driver, qtbot, tmp_path: Path, files: list[Path], monkeypatch) -> Job:
    return Job(driver, qtbot, tmp_path, files, monkeypatch)


def test_files_of_all_kinds_go_in_and_a_bad_one_gets_its_sentence(job: Job, monkeypatch):
    driver = job.driver
    window = driver.window
    titles = {row.title for row in window.workspace.read(documents)}
    assert titles == {"Zürich schickt Zelte 😀", "Lieferschein Łódź", "Brief der Spedition"}
    assert "kaputt.pdf" in job.said[1]
    assert job.said[1].startswith("Kept 2 of 3 files.")
    # The first document is the article, and it is shown; what came later are sources.
    assert shown_document(driver) == "Zürich schickt Zelte 😀"
    assert [row.under_check for row in window.workspace.read(documents)].count(True) == 1
    # Pasted text goes the same way.
    QGuiApplication.clipboard().setText("Nachtrag aus Łódź\n\nDie Bahn bestätigt 1.100 Zelte.")
    monkeypatch.setattr(PasteDialog, "exec", lambda _: 1)
    driver.changes(window.commands.actions["paste-text"].trigger)
    assert job.document("Nachtrag aus Łódź")
    assert driver.source.document.title == "Nachtrag aus Łódź"


def test_claims_are_marked_by_mouse_and_keyboard_nested_and_overlapping(job: Job):
    driver = job.driver
    outer = job.mark("Zürich hat 1150 Zelte nach 東京 geschickt")
    nested = job.mark("1150 Zelte", mouse=False)
    overlapping = job.mark("東京 geschickt, sagte Łucja Ångström")
    assert len(job.claims) == 3
    # Without a selection M takes the line.
    start = driver.span(driver.article, "Der Zug fuhr am Montag").start
    driver.article.view.select(Span(start, start))
    driver.saves("m")
    line = driver.check.active_claim
    assert driver.claim.current.wording == "Der Zug fuhr am Montag über Łódź."
    marks = driver.article.view.marks()
    assert sorted(mark.number for mark in marks) == ["1", "2", "3", "4"]

    # A click on marks that lie over each other goes through them, the smallest first.
    driver.click(driver.article, "東京")
    first = driver.check.active_claim
    driver.click(driver.article, "東京")
    assert {first, driver.check.active_claim} == {outer, overlapping}
    assert first == overlapping
    driver.click(driver.article, "1150 Zelte")
    assert driver.check.active_claim == nested
    driver.key("l")
    assert driver.check.active_claim == outer

    # N and P go through the claims in the order of the text.
    order = job.claims
    assert order.index(line) == 3
    driver.key("n")
    at = order.index(driver.check.active_claim)
    assert at == (order.index(outer) + 1) % 4
    driver.key("p")
    assert driver.check.active_claim == outer

    # Wording by F2, the rest in the form.
    driver.key(Key.Key_F2)
    driver.key("a", CTRL)
    driver.types("Zürich sandte 1150 Zelte nach 東京 😀")
    driver.saves(Key.Key_Return)
    assert driver.claim.current.wording == "Zürich sandte 1150 Zelte nach 東京 😀"
    assert driver.article.is_focused()
    driver.window.commands.actions["claim-particulars"].trigger()
    for name, words in (
        ("speaker", "Łucja Ångström"),
        ("made_on", "2026-03-09"),
        ("tags", "Zelte, 東京"),
    ):
        driver.claim.open_form(name)
        driver.types(words)
        driver.saves(Key.Key_Return)
    row = driver.claim.current
    assert (row.speaker, row.made_on, set(row.tags)) == (
        "Łucja Ångström", "2026-03-09", {"Zelte", "東京"},
    )  # fmt: skip
    driver.key(Key.Key_Escape)
    assert driver.article.is_focused()


def test_evidence_is_linked_noted_changed_and_taken_back(job: Job, qtbot):
    driver = job.driver
    window = driver.window
    job.mark("Zürich hat 1150 Zelte nach 東京 geschickt")
    job.open_beside("Lieferschein")
    assert driver.source.isVisible()
    assert driver.source.is_focused()
    driver.drag(driver.source, "1.100 Zelte geladen")
    driver.saves("c")
    # The keyboard stays in the source: the next passage follows.
    assert driver.source.is_focused()
    driver.stretch(driver.source, "Der Zug nach 東京 fuhr erst am Dienstag ab")
    driver.saves("x")
    job.open_beside("Brief")
    driver.drag(driver.source, "genau 1.100 Zelte")
    driver.saves("s")
    links = driver.claim.evidence.list
    stances = [links.rows.located(links.rows.index(n)).row.stance for n in range(3)]
    assert stances == ["contradicts", "context", "supports"]
    assert [mark.number for mark in driver.source.view.marks()] == ["S 1"]

    # The row shows its passage in its document, in the middle.
    links.setFocus()
    links.go_to(links.rows.index(0))
    driver.key(Key.Key_Return)
    assert driver.source.document.title == "Lieferschein Łódź"
    passage = driver.span(driver.source, "1.100 Zelte geladen")
    assert driver.source.view.visible_span().covers(passage)

    # A note, and another stance by one key in the list.
    links.setFocus()
    window.commands.actions["evidence-note"].trigger()
    driver.types("Seite 1, unten 😀")
    driver.saves(Key.Key_Return)
    assert links.current.note == "Seite 1, unten 😀"
    assert links.hasFocus()
    driver.saves("s")
    assert links.current.stance == "supports"

    # Delete takes the link back, the toast offers Undo.
    driver.saves(Key.Key_Delete)
    assert links.rows.rowCount() == 2
    assert window.toast.text() == "Link removed."
    undo = next(b for b in window.toast.findChildren(QPushButton) if b.text() == "Undo")
    driver.changes(lambda: QTest.mouseClick(undo, LEFT))
    assert links.rows.rowCount() == 3
    assert not window.toast.isVisible()


def rate(driver: Driver, digit: str, reason: str) -> None:
    driver.key(digit)
    driver.types(reason)
    record_all_the_same(driver)


def record_all_the_same(driver: Driver) -> None:
    """Record, and write a sentence for each thing that the case warns of."""
    driver.key(Key.Key_Return, CTRL)
    asked = list(driver.claim.verdict.form.fields)
    for gate in asked:
        driver.types(f"{gate}: so ist es in Łódź 😀.")
        (driver.saves if gate == asked[-1] else driver.key)(Key.Key_Return)


def test_a_verdict_is_recorded_replaced_and_stands_in_ledger_and_history(job: Job, qtbot):
    driver = job.driver
    window = driver.window
    first = job.mark("Zürich hat 1150 Zelte nach 東京 geschickt")
    driver.key("4")
    assert QApplication.focusWidget() is driver.claim.verdict.reason
    assert driver.claim.current.verdict_id is None
    driver.types("Der Schein sagt 1.100, nicht 1150. 😀")
    record_all_the_same(driver)
    assert driver.claim.current.rating == "Mostly false"
    assert driver.article.is_focused()
    rate(driver, "5", "Auch die Bahn sagt es.")
    assert driver.claim.current.rating == "False"
    sentences = [
        driver.claim.history.lines.index(n).data()
        for n in range(driver.claim.history.lines.rowCount())
    ]
    assert sum("Mostly false" in sentence for sentence in sentences) >= 1
    assert sum("False" in sentence for sentence in sentences) >= 1
    second = job.mark("Der Zug fuhr am Montag", mouse=False)
    rate(driver, "1", "So steht es im Fahrplan von Łódź.")

    with qtbot.waitSignal(window.tasks.changed, timeout=SLOW_MS):
        driver.key("3", CTRL)
    ledger = window.views._made["ledger"]
    qtbot.waitUntil(lambda: len(ledger.table.rows.ids) == 2)
    assert {ledger.table.rows.row(n).rating for n in range(2)} == {"False", "True"}
    with qtbot.waitSignal(ledger._ids.answered, timeout=SLOW_MS):
        ledger.show_list.wanted.emit("replaced")
    assert [ledger.table.rows.row(n).rating for n in range(len(ledger.table.rows.ids))] == [
        "Mostly false"
    ]
    with qtbot.waitSignal(ledger._ids.answered, timeout=SLOW_MS):
        ledger.show_list.wanted.emit("current")
    # Filtered by words, sorted by a click on a column's name.
    ledger.table.filters.focus_first()
    with qtbot.waitSignal(ledger._ids.answered, timeout=SLOW_MS):
        driver.types("Der Zug")
    assert [ledger.table.rows.row(0).claim_id, len(ledger.table.rows.ids)] == [second, 1]
    with qtbot.waitSignal(ledger._ids.answered, timeout=SLOW_MS):
        driver.key("a", CTRL)
        driver.key(Key.Key_Delete)
    for wanted in ([first, second], [second, first]):
        rating = next(n for n, c in enumerate(ledger.table.rows.columns) if c.key == "claim_no")
        header = ledger.table.filters
        place = header.viewport().rect().topLeft()
        place.setX(header.sectionViewportPosition(rating) + 6)
        place.setY(10)
        with qtbot.waitSignal(ledger._ids.answered, timeout=SLOW_MS):
            QTest.mouseClick(header.viewport(), LEFT, NONE, place)
        assert [ledger.table.rows.row(n).claim_id for n in range(2)] == wanted
    # Enter goes from the row to its claim in its article.
    ledger.table.setFocus()
    ledger.table.show_id(ledger.table.rows.ids[0])
    driver.key(Key.Key_Return)
    assert window.views.current == "check"
    assert driver.check.active_claim == second


def test_undo_and_redo_name_the_change_and_reach_across_a_restart(job: Job):
    driver = job.driver
    job.mark("1150 Zelte")
    rate(driver, "1", "Gezählt.")
    undo, redo = (driver.window.commands.actions[name] for name in ("undo", "redo"))
    assert undo.text().startswith("Undo: ")
    assert undo.text() != "Undo: "
    assert not redo.isEnabled()
    named = undo.text().removeprefix("Undo: ")
    driver.close()

    window = driver.open()
    undo, redo = (window.commands.actions[name] for name in ("undo", "redo"))
    assert undo.text() == f"Undo: {named}"
    driver.article.focus()
    driver.saves("z", CTRL)
    assert driver.claim.current.verdict_id is None
    assert redo.text() == f"Redo: {named}"
    driver.saves("z", CTRL | SHIFT)
    assert driver.claim.current.rating == "True"
    driver.saves("z", CTRL)
    driver.saves("z", CTRL)
    assert job.claims == []
    assert driver.claim.current is None


def test_the_four_tables_are_exported_in_both_modes(job: Job, qtbot, tmp_path: Path):
    driver = job.driver
    window = driver.window
    job.mark("Zürich hat 1150 Zelte nach 東京 geschickt")
    job.open_beside("Lieferschein")
    driver.drag(driver.source, "1.100 Zelte geladen")
    driver.saves("c")
    rate(driver, "4", "=1150-50 steht im Schein 😀")
    out = tmp_path / "Ausgabe"
    out.mkdir()
    window.settings.last_folder = out
    for table in ("verdicts", "claims", "evidence", "log"):
        for mode in ("exact", "spreadsheet"):
            # Without a window manager nobody gives the window the keyboard back.
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow)
            driver.key("e", CTRL)
            dialog = window.findChild(ExportDialog)
            dialog.form.choose_rows(table)
            button = dialog.form._exact if mode == "exact" else dialog.form._spreadsheet
            button.click()
            dialog.form._name.selectAll()
            dialog.form._name.setFocus()
            dialog.form._name.insert(f"{table} {mode}")
            QTest.mouseClick(dialog.main_button, LEFT)
            qtbot.waitUntil(lambda d=dialog: d.result_page() is not None, timeout=SLOW_MS)
            with qtbot.waitSignal(dialog.destroyed):
                QTest.mouseClick(dialog.main_button, LEFT)
            with (out / f"{table} {mode}.csv").open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file))
            assert rows
            if table == "verdicts":
                guard = "'" if mode == "spreadsheet" else ""
                assert rows[0]["reason"] == f"{guard}=1150-50 steht im Schein 😀"
                assert rows[0]["rating"] == "Mostly false"
    assert len(list(out.iterdir())) == 8


def test_all_is_where_it_was_when_the_window_comes_again(job: Job, qtbot):
    driver = job.driver
    job.mark("Zürich hat 1150 Zelte nach 東京 geschickt")
    wanted = job.mark("Am Ende fehlten 50 Zelte", mouse=False)
    job.open_beside("Brief")
    window = driver.window
    # As large as the screen that tests have: a window never comes back larger than its screen.
    window.resize(1024, 750)
    check = driver.check
    check._columns.setSizes([44, 620, 360])
    check._readers.setSizes([300, 260])
    driver.article.view.center_on(driver.span(driver.article, "Absatz 31:"))
    before = (
        check._columns.sizes(),
        check._readers.sizes(),
        driver.article.view.place(),
        window.size(),
    )
    assert before[2] > 0
    driver.close()

    window = driver.open()
    check = driver.check
    assert shown_document(driver) == "Zürich schickt Zelte 😀"
    assert driver.source.isVisible()
    assert driver.source.document.title == "Brief der Spedition"
    assert check.active_claim == wanted
    assert window.views.current == "check"
    after = (
        check._columns.sizes(),
        check._readers.sizes(),
        driver.article.view.place(),
        window.size(),
    )
    # Qt shares a pixel or two anew among the panes of a splitter.
    for sizes, kept in zip(after[:2], before[:2], strict=True):
        assert sizes == pytest.approx(kept, abs=2)
    assert after[2:] == before[2:]

    driver.key("3", CTRL)
    driver.close()
    window = driver.open()
    assert window.views.current == "ledger"
