"""Words that changed, shown in one line: what was and what is stay apart."""

from pytestqt.qtbot import QtBot

from factcheck.window.claims.diff_text import DiffText


def test_a_word_and_the_one_in_its_place_do_not_run_together(qtbot: QtBot):
    shown = DiffText()
    qtbot.addWidget(shown)
    shown.set_texts("Łódź: a fifth of 東京", "Łódź: a sixth of 東京")
    text = shown._shown()
    assert text == "Łódź: a fifth sixth of 東京"
    marked = [text[each.start : each.start + each.length] for each in shown._formats(text)]
    assert marked == ["fifth", "sixth"]
