"""Titles and names of a stranger's case in the window: plain, on one line, never turned around."""

from pathlib import Path

from factcheck.text.visible import shown
from factcheck.window.commands.menu_bar import RecentMenu
from factcheck.window.widgets.labels import PlainLabel, plain_tip

HARM = "Łódź \x1b[2J \u202egpj.exe\u202c <b>东京</b>"
SEEN = "Łódź ␛[2J ‹U+202E›gpj.exe‹U+202C› <b>东京</b>"


def test_marks_that_a_script_needs_stay_and_overrides_do_not():
    assert shown("\u200fשלום\u200e مرحبا\u061c") == "\u200fשלום\u200e مرحبا\u061c"
    assert shown(HARM) == SEEN


def test_labels_tooltips_and_menus_show_signs(qtbot):
    label = PlainLabel(HARM)
    qtbot.addWidget(label)
    assert label.text() == SEEN
    label.setText(f"{HARM}!")
    assert label.text() == f"{SEEN}!"
    assert SEEN.replace("<", "&lt;").replace(">", "&gt;") in plain_tip(HARM)
    menu = RecentMenu()
    qtbot.addWidget(menu)
    menu.set_paths([Path("a") / f"{HARM[:16]}.factcheck"])
    assert menu.actions()[0].text() == shown(HARM[:16])
    assert menu.actions()[0].data() == str(Path("a") / f"{HARM[:16]}.factcheck")


def test_a_title_of_a_megabyte_is_a_short_tooltip_and_a_cut_line(qtbot):
    label = PlainLabel("東京 " * 300_000)
    qtbot.addWidget(label)
    label.resize(200, 20)
    label.grab()
    assert len(plain_tip("東京 " * 300_000)) < 5_000
