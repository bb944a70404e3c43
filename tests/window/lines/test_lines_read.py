"""Line by line in the check view: U, M, D and one more key, and what the margin and head show."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from factcheck.case.changes import (
    Edit,
    MarkClaim,
    NoCheckNeeded,
    RateClaim,
    RemoveDocument,
    ReviseDocument,
)
from factcheck.case.read.claims import claims_in
from factcheck.text.spans import Span
from factcheck.window.lines import line_keys, lines_read
from factcheck.window.reader.chips import chip_width
from factcheck.window.reader.margin import Margin
from tests.making import loaded
from tests.window.lines.conftest import LINES, STORY, current, states


def span(words: str) -> Span:
    start = STORY.index(words)
    return Span(start, start + len(words))


def test_each_line_shows_whether_it_is_read_and_worth_checking(shown, article, do):
    assert states(shown) == {
        LINES[0]: "unread", LINES[1]: "unread", LINES[2]: "worth", LINES[3]: "unread",
    }  # fmt: skip
    do(MarkClaim(article, *span(LINES[2])))
    do(NoCheckNeeded(article, *span(LINES[1]), "opinion", "Stimmung"))
    assert states(shown) == {
        LINES[0]: "unread", LINES[1]: "none", LINES[2]: "claim", LINES[3]: "unread",
    }  # fmt: skip


def test_hovering_a_sign_says_what_it_means_and_why(shown, article, do):
    do(NoCheckNeeded(article, *span(LINES[1]), "opinion", "Stimmung <b>"))
    view = shown.article.view
    assert view.state_words(span(LINES[2])) == "Unread, and worth checking"
    assert view.state_words(Span(0, span(LINES[1]).end)) == (
        "Unread\nNo check needed: opinion – Stimmung <b> (Zoë)"
    )
    margin = view.findChild(Margin)
    row = next(row for row in view.margin_rows(0, view.viewport().height()) if row.state)
    at = QPointF(margin._left(view.margin_layout().state, 8), row.row.top + row.row.height / 2)
    assert margin.words_at(at).startswith("Unread")
    assert margin.words_at(QPointF(margin.width() - 1, at.y())) == ""


def test_a_chip_that_several_claims_share_leaves_the_sign_free(shown, article):
    layout = shown.article.view.margin_layout()
    assert layout.chip + chip_width("13 +1", layout.scale) < layout.state
    assert layout.bar <= layout.width


def test_u_goes_through_the_unread_lines_and_round(shown, article, do):
    do(NoCheckNeeded(article, *span(LINES[1]), "opinion"))
    gone_to = []
    for _ in range(3):
        line_keys.next_unread(shown)
        gone_to.append(current(shown))
    assert gone_to == [LINES[2], LINES[3], LINES[0]]


def test_m_marks_the_line_and_goes_on_to_the_next_unread_one(shown, article, do, qtbot, workspace):
    do(NoCheckNeeded(article, *span(LINES[1]), "opinion"))
    shown.article.view.go_to_line(span(LINES[0]))
    with qtbot.waitSignal(shown.lines.changed):
        shown.mark()
    qtbot.waitUntil(lambda: current(shown) == LINES[2])
    # The claim that was marked is the one that B splits and 1 rates.
    assert [row.id for row in workspace.read(claims_in, article)] == [shown.active_claim]
    assert states(shown)[LINES[0]] == "claim"


def test_m_on_a_selection_stays_there(shown, article, qtbot, workspace):
    shown.article.view.select(span("1,150 tents"))
    with qtbot.waitSignal(workspace.changed):
        shown.mark()
    assert current(shown) == LINES[2]


def test_no_check_needed_goes_on_and_is_one_step_back(shown, article, qtbot, workspace):
    shown.article.view.go_to_line(span(LINES[0]))
    with qtbot.waitSignal(workspace.changed):
        line_keys.no_check(shown, "background", "東京")
    qtbot.waitUntil(lambda: current(shown) == LINES[1])
    assert states(shown)[LINES[0]] == "none"
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert states(shown)[LINES[0]] == "unread"


def test_a_selection_of_several_lines_is_one_step_too(shown, article, qtbot, workspace):
    shown.article.view.select(Span(0, span(LINES[2]).end))
    with qtbot.waitSignal(workspace.changed):
        line_keys.no_check(shown, "known")
    assert list(states(shown).values()) == ["none", "none", "none", "unread"]
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert "none" not in states(shown).values()


def test_d_and_one_more_key_take_a_reason_with_a_word(shown, article, qtbot, workspace):
    shown.article.view.go_to_line(span(LINES[1]))
    menu = line_keys.choose_reason(shown)
    QTest.keyClick(menu, Qt.Key.Key_W)
    assert menu.word.hasFocus()
    menu.word.setText("Gefühl")
    with qtbot.waitSignal(workspace.changed):
        QTest.keyClick(menu, Qt.Key.Key_O)
    line = shown.lines.lines_in(span(LINES[1]))[0]
    assert (line.why, line.note) == ("opinion", "Gefühl")
    # The next D D takes the same reason, without the word.
    shown.article.view.go_to_line(span(LINES[3]))
    menu = line_keys.choose_reason(shown)
    with qtbot.waitSignal(workspace.changed):
        QTest.keyClick(menu, Qt.Key.Key_D)
    line = shown.lines.lines_in(span(LINES[3]))[0]
    assert (line.why, line.note) == ("opinion", "")


def test_enter_in_the_word_takes_the_reason_of_the_last_time(shown, article, qtbot, workspace):
    menu = line_keys.choose_reason(shown)
    menu.word.setText("Ort")
    with qtbot.waitSignal(workspace.changed):
        QTest.keyClick(menu.word, Qt.Key.Key_Return)
    line = shown.lines.lines_in(span(LINES[0]))[0]
    assert (line.why, line.note) == ("known", "Ort")


def test_a_line_is_unread_again_by_d_u_and_by_delete(shown, article, do, qtbot, workspace):
    for again in ("menu", "delete"):
        do(NoCheckNeeded(article, *span(LINES[1]), "opinion"))
        shown.article.view.go_to_line(span(LINES[1]))
        with qtbot.waitSignal(workspace.changed):
            if again == "menu":
                QTest.keyClick(line_keys.choose_reason(shown), Qt.Key.Key_U)
            else:
                shown.remove()
        assert states(shown)[LINES[1]] == "unread"
    with qtbot.waitSignal(shown.said) as said:
        line_keys.mark_unread(shown)
    assert said.args == ["Nobody said that this line needs no check."]


def test_when_all_is_read_a_sentence_says_so(shown, article, do, qtbot, english_plurals):
    do(NoCheckNeeded(article, 0, len(STORY), "known"))
    with qtbot.waitSignal(shown.said) as said:
        line_keys.next_unread(shown)
    assert said.args == ["4 of 4 lines read. Ctrl+Shift+L signs the article off."]


def test_the_head_says_how_far_one_is_shorter_where_it_is_narrow(
    shown, article, do, english_plurals
):
    meter = shown.meter
    claim = do(MarkClaim(article, *span(LINES[2]))).ids[0]
    meter.resize(meter.sizeHint())
    assert meter.text_shown() == "1 of 4 lines, 1 claim, 1 without verdict"
    meter.resize(meter.minimumSizeHint())
    assert meter.text_shown() == "1/4"
    do(RateClaim(claim, "True", "Gezählt."))
    meter.resize(meter.sizeHint())
    assert meter.text_shown() == "1 of 4 lines, 1 claim"
    assert "3 unread: U goes to the next" in meter.accessibleDescription()


def test_sources_and_older_versions_have_no_lines_to_read(shown, article, made, do):
    do(ReviseDocument(article, loaded(STORY.replace("nice", "odd"))))
    assert len(states(shown)) == 4
    shown.step_version(-1)
    assert shown.lines.reading is None
    assert states(shown) == {}
    assert not shown.meter.isVisibleTo(shown)
    shown.step_version(1)
    assert len(states(shown)) == 4
    shown.article.show_document(made.source)
    assert shown.lines.reading is None
    do(Edit("document", article, {"under_check": 0, "source": 1}))
    shown.article.show_document(article)
    assert states(shown) == {}


def test_a_new_version_leaves_only_what_is_new_unread(shown, article, do):
    do(NoCheckNeeded(article, 0, len(STORY), "known"))
    do(ReviseDocument(article, loaded(STORY.replace("nice", "odd") + "\n\n東京 denied it.")))
    found = shown.article.view._scene.states.states
    text = shown.article.view.text()
    unread = [state.span.of(text) for state in found if state.state in ("unread", "worth")]
    assert unread == ["How odd it was.", "東京 denied it."]


def test_many_lines_are_counted_beside_the_window(shown, article, do, qtbot, monkeypatch):
    monkeypatch.setattr(lines_read, "AT_ONCE", 2)
    with qtbot.waitSignal(shown.lines.changed):
        do(NoCheckNeeded(article, *span(LINES[1]), "opinion"))
    assert states(shown)[LINES[1]] == "none"


def test_keys_say_why_they_do_nothing_without_an_article(shown, article, made, do, qtbot):
    do(RemoveDocument(article))
    shown.article.clear()
    for key in (
        line_keys.next_unread, line_keys.choose_reason, line_keys.no_check_again,
        line_keys.mark_unread, line_keys.sign_off,
    ):  # fmt: skip
        with qtbot.waitSignal(shown.said) as said:
            key(shown)
        assert said.args == ["Open an article that is under check first."]
    with qtbot.waitSignal(shown.said) as said:
        line_keys.withdraw_sign_off(shown)
    assert said.args == ["This article is not signed off."]
