"""The settings dialog: at once, and back with Esc."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox
from pytestqt.qtbot import QtBot

from factcheck.window import theme
from factcheck.window.settings import Settings
from factcheck.window.settings_dialog import SettingsDialog


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication):
    yield Settings(tmp_path / "fenster für 東京.ini")
    theme.install(qapp, "light")


@pytest.fixture
def applied() -> list[int]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings, applied: list[int]) -> SettingsDialog:
    made = SettingsDialog(settings, lambda: applied.append(settings.article_zoom))
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_applied_by_looking(dialog: SettingsDialog, applied: list[int]):
    dialog.reject()
    assert applied == []


def test_each_choice_is_applied_at_once(
    dialog: SettingsDialog, settings: Settings, applied: list[int]
):
    dialog.findChild(QSpinBox).setValue(150)
    assert applied == [150]
    dialog.findChild(QDoubleSpinBox).setValue(1.8)
    dialog.findChild(QCheckBox).setChecked(False)
    assert (settings.article_line, settings.single_keys) == (1.8, False)
    colours = dialog.findChild(QComboBox)
    colours.setCurrentIndex(colours.findData("dark"))
    assert theme.Theme.current().dark
    dialog.accept()
    assert (settings.theme, settings.article_zoom) == ("dark", 150)


def test_esc_takes_all_of_it_back(
    qtbot: QtBot, dialog: SettingsDialog, settings: Settings, applied: list[int]
):
    settings_before = (settings.theme, settings.article_font, settings.article_zoom)
    colours, font = dialog.findChildren(QComboBox)
    colours.setCurrentIndex(colours.findData("dark"))
    font.setCurrentIndex(font.findData("sans"))
    dialog.findChild(QSpinBox).setValue(200)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (settings.theme, settings.article_font, settings.article_zoom) == settings_before
    assert not theme.Theme.current().dark
    assert applied[-1] == settings_before[2]


def test_every_field_has_a_name(dialog: SettingsDialog):
    fields = [*dialog.findChildren(QComboBox), *dialog.findChildren(QSpinBox)]
    assert all(field.accessibleName() for field in fields)


def test_ask_says_whether_it_was_kept(
    settings: Settings, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(SettingsDialog, "exec", lambda _: 1)
    assert SettingsDialog.ask(None, settings, lambda: None)
    monkeypatch.setattr(SettingsDialog, "exec", lambda _: 0)
    assert not SettingsDialog.ask(None, settings, lambda: None)
