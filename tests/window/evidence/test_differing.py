"""What differs and agrees, under each link of a claim."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester

from factcheck.case.read.comparing import Pair, pairs_of
from factcheck.text.differences import compare
from factcheck.text.spans import Span
from factcheck.window.check.check_view import CheckView
from factcheck.window.evidence.told import in_brief, on_one_line, told
from factcheck.window.evidence.underlines import Underline, line_starts, paint_underlines
from factcheck.window.shapes import color


def test_a_link_is_compared_with_its_words_and_the_dates_of_both(workspace, made):
    pairs = workspace.read(pairs_of, made.claims[0])
    # The call has no words to compare.
    assert pairs == {
        made.links[0]: Pair(
            "Zürich hat 1150 Zelte nach 東京 geschickt", "1.100 Zelte", "2026-03-12", ""
        )
    }


def test_what_differs_is_said_in_brief_before_what_agrees():
    pair = Pair(
        "Łódź said troops withdrew 15 kilometres within ten days.",
        "Troops withdrew\n25 kilometres within ten days.",
        "",
        "",
    )
    lines = told(pair, compare(*pair))
    assert in_brief(lines) == "≠ measure 15 kilometres, here 25 kilometres · = within ten days"
    assert "25 kilometres" in lines[0].why
    assert told(pair, None) == []


def test_the_list_says_what_differs_once_it_is_compared(qtbot, workspace, tasks, made, do):
    view = CheckView(workspace, tasks)
    qtbot.addWidget(view)
    view.open_article(made.article)
    rows = view.claim.evidence.list.rows
    tester = QAbstractItemModelTester(
        rows, QAbstractItemModelTester.FailureReportingMode.Fatal, view
    )
    view.activate(made.claims[0], go=False)
    qtbot.waitUntil(lambda: bool(rows.located(rows.index(0)).told))
    spoken = rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "≠ number 1150 Zelte, here 1.100 Zelte" in spoken or "≠ number" in spoken
    assert rows.located(rows.index(1)).told == ()
    image = view.grab().toImage()
    assert not image.isNull()
    assert tester is not None


@pytest.mark.parametrize("quote", ["  a\n\n 😀 b  ", "東京", "", "ä  ö"])
def test_spans_keep_their_words_on_one_line(quote):
    spans = [Span(at, at + 1) for at, char in enumerate(quote) if not char.isspace()]
    line, moved = on_one_line(quote, spans)
    assert line.strip() == " ".join(quote.split())
    assert [span.of(line) for span in moved] == [span.of(quote) for span in spans]


def test_rows_of_a_broken_quote_know_where_they_begin():
    quote = "“Der Zug 😀 fuhr am Montag nach Łódź”"
    lines = ("“Der Zug 😀 fuhr", "am Montag nach…")
    starts = line_starts(quote, lines)
    assert [quote[start:][:2] for start in starts] == ["“D", "am"]


def test_differing_words_are_underlined(qapp):
    image = QImage(200, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    marks = [Underline(Span(0, 4), True), Underline(Span(5, 9), False)]
    paint_underlines(painter, QRect(0, 0, 200, 20), "1150 Tage", 0, marks, arabic=False)
    painter.end()
    seen = {image.pixelColor(x, y).name() for x in range(200) for y in range(20)}
    assert color("contradicts.line").name() in seen
