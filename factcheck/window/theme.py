"""Which colours are in use now: light, dark or the system's high contrast.

Painters ask `Theme.current().color("claim.fill")` each time they paint and repaint on
`Theme.notifier().changed`; they never keep a colour.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from factcheck.window.colours import COLOURS

Choice = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Theme:
    """One set of colours: the light or the dark half of the table, or the system's own."""

    dark: bool = False
    high_contrast: bool = False

    @staticmethod
    def current() -> "Theme":
        """Tell the theme in use; the light one until `install` has run."""
        return _notifier().theme

    @staticmethod
    def notifier() -> "Notifier":
        """Give the one object whose `changed` says that the theme is another."""
        return _notifier()

    def color(self, token: str) -> QColor:
        """Give the colour of a token of the table; an unknown name is a bug (KeyError).

        In high contrast there are no fills: they are the system's base, lines are its text.
        """
        return QColor(_system_color(token) if self.high_contrast else _hex(token, self.dark))

    def line_width(self, width: float) -> float:
        """Give the width of a mark's line in px: as asked, twice that in high contrast."""
        return width * 2 if self.high_contrast else width

    def palette(self) -> QPalette:
        """Build the palette that carries these colours into all of Qt's own widgets."""
        return QPalette() if self.high_contrast else _palette(self)


class Notifier(QObject):
    """Holds the theme in use and says when it is another; then all widgets repaint."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = Theme()


@cache
def _notifier() -> Notifier:
    return Notifier()


@lru_cache(maxsize=256)
def _hex(token: str, dark: bool) -> QColor:
    pair = COLOURS[token]
    return QColor(pair.dark if dark else pair.light)


_SYSTEM: dict[str, QPalette.ColorRole] = {
    "window": QPalette.ColorRole.Window,
    "panel": QPalette.ColorRole.Window,
    "paper": QPalette.ColorRole.Base,
    "raised": QPalette.ColorRole.Button,
    "hover": QPalette.ColorRole.Button,
    "faint": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "accent_soft": QPalette.ColorRole.Base,
    "selection": QPalette.ColorRole.Highlight,
}


def _system_color(token: str) -> QColor:
    if token not in COLOURS:
        raise KeyError(token)
    usual = QPalette.ColorRole.Base if token.endswith(".fill") else QPalette.ColorRole.WindowText
    return QGuiApplication.palette().color(_SYSTEM.get(token, usual))


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    usual = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "paper",
        role.AlternateBase: "paper",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.PlaceholderText: "muted",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "on_accent",
        role.Light: "raised",
        role.Midlight: "line",
        role.Mid: "border",
        role.Dark: "border",
        role.Shadow: "line",
        role.Highlight: "selection",
        role.HighlightedText: "text",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
    }
    palette = QPalette()
    for which, token in usual.items():
        palette.setColor(which, theme.color(token))
    for which in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, theme.color("faint"))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, theme.color("hover"))
    return palette


class _Follower(QObject):
    """Listens to the system and swaps the theme in use when it, or the setting, changes."""

    def __init__(self, app: QApplication, choice: Choice) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = choice
        # Both are kept: PySide takes what it gave out for deleted once its parent is let go.
        self._hints = app.styleHints()
        # What the system says of its user's needs; Qt tells it since 6.10.
        self._needs = self._hints.accessibility() if hasattr(self._hints, "accessibility") else None
        self._hints.colorSchemeChanged.connect(self.refresh)
        if self._needs is not None:
            self._needs.contrastPreferenceChanged.connect(self.refresh)

    def choose(self, choice: Choice) -> None:
        self._choice = choice
        scheme = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "system": Qt.ColorScheme.Unknown,
        }[choice]
        # So that title bars and the system's own dialogs follow the setting too.
        self._hints.setColorScheme(scheme)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        dark = self._choice == "dark"
        if self._choice == "system":
            dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        contrast = self._needs is not None and (
            self._needs.contrastPreference() == Qt.ContrastPreference.HighContrast
        )
        _use(self._app, Theme(dark, contrast))


def _use(app: QApplication, theme: Theme) -> None:
    notifier = _notifier()
    app.setPalette(theme.palette())
    QToolTip.setPalette(theme.palette())
    if notifier.theme != theme:
        notifier.theme = theme
        notifier.changed.emit()


def install(app: QApplication, choice: Choice = "system") -> None:
    """Set the theme, now and whenever the system changes; call again when the setting changes."""
    follower = app.findChild(_Follower) or _Follower(app, choice)
    follower.choose(choice)
