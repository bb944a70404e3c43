"""The settings of this computer: applied as they are chosen, taken back by Esc."""

from collections.abc import Callable
from typing import NamedTuple, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QWidget,
)

from factcheck.window import theme
from factcheck.window.dialog import Dialog
from factcheck.window.settings import Settings
from factcheck.window.widgets.labels import PlainLabel


class _Look(NamedTuple):
    """All that this dialog can change."""

    theme: str
    font: str
    zoom: int
    line: float
    width: int
    single_keys: bool


class SettingsDialog(Dialog):
    """Theme, the look of articles, single keys.

    apply: called after each change and after it was taken back; the settings hold it then. The
    theme is applied here.
    """

    def __init__(
        self, settings: Settings, apply: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=440)
        self.set_words(self.tr("Settings"), self.tr("Keep"))
        self._settings = settings
        self._apply = apply
        self._before = _kept(settings)
        self._make_fields()
        self._show(self._before)
        self._lay_out()
        self._connect()
        self._theme.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, settings: Settings, apply: Callable[[], object]) -> bool:
        """Show the dialog; False where all was taken back."""
        dialog = cls(settings, apply, parent)
        kept = bool(dialog.exec())
        dialog.deleteLater()
        return kept

    @Slot()
    def reject(self) -> None:
        """Take back what was changed here."""
        if self._chosen() != self._before:
            self._keep(self._before)
        super().reject()

    def _make_fields(self) -> None:
        self._theme = QComboBox()
        for word, value in (
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
        ):
            self._theme.addItem(word, value)
        self._font = QComboBox()
        self._font.addItem(self.tr("With serifs (Source Serif)"), "serif")
        self._font.addItem(self.tr("Without (the system's)"), "sans")
        self._zoom = QSpinBox()
        self._zoom.setRange(80, 250)
        self._zoom.setSingleStep(10)
        self._zoom.setSuffix(self.tr(" %"))
        self._line = QDoubleSpinBox()
        self._line.setRange(1.4, 1.9)
        self._line.setSingleStep(0.1)
        self._line.setDecimals(1)
        self._width = QSpinBox()
        self._width.setRange(50, 72)
        self._width.setSuffix(self.tr(" characters"))
        self._single_keys = QCheckBox(self.tr("Keys without Ctrl act in the text and in lists"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for word, field in (
            (self.tr("Colours"), self._theme),
            (self.tr("Font of articles"), self._font),
            (self.tr("Size"), self._zoom),
            (self.tr("Line height"), self._line),
            (self.tr("Width of the text"), self._width),
        ):
            label = PlainLabel(word)
            label.setBuddy(field)
            field.setAccessibleName(word)
            form.addRow(label, field)
        self.body.addLayout(form)
        self.body.addSpacing(8)
        self.body.addWidget(self._single_keys)
        self.add_note(
            self.tr(
                "When this is off, M, S, C, X, 1 to 9 and the like do nothing; "
                "the menus still do it all."
            )
        )

    def _connect(self) -> None:
        self._theme.currentIndexChanged.connect(self._changed)
        self._font.currentIndexChanged.connect(self._changed)
        self._zoom.valueChanged.connect(self._changed)
        self._line.valueChanged.connect(self._changed)
        self._width.valueChanged.connect(self._changed)
        self._single_keys.toggled.connect(self._changed)

    def _show(self, look: _Look) -> None:
        self._theme.setCurrentIndex(self._theme.findData(look.theme))
        self._font.setCurrentIndex(self._font.findData(look.font))
        self._zoom.setValue(look.zoom)
        self._line.setValue(look.line)
        self._width.setValue(look.width)
        self._single_keys.setChecked(look.single_keys)

    def _chosen(self) -> _Look:
        return _Look(
            str(self._theme.currentData()),
            str(self._font.currentData()),
            self._zoom.value(),
            round(self._line.value(), 1),
            self._width.value(),
            self._single_keys.isChecked(),
        )

    @Slot()
    def _changed(self) -> None:
        self._keep(self._chosen())

    def _keep(self, look: _Look) -> None:
        settings = self._settings
        if look.theme != settings.theme:
            settings.theme = cast("theme.Choice", look.theme)
            app = QApplication.instance()
            if isinstance(app, QApplication):
                theme.install(app, settings.theme)
        settings.article_font = look.font
        settings.article_zoom = look.zoom
        settings.article_line = look.line
        settings.article_width = look.width
        settings.single_keys = look.single_keys
        self._apply()


def _kept(settings: Settings) -> _Look:
    return _Look(
        settings.theme,
        settings.article_font,
        settings.article_zoom,
        round(settings.article_line, 1),
        settings.article_width,
        settings.single_keys,
    )
