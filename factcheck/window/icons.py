"""Icons by name, in the theme's colours: the SVG files say `currentColor`, this fills it in.

An icon holds pixels of one theme. `dress` gives it to a button or an action and gives it again
when the theme changes; painters ask for `pixmap` each time (it is cached).
"""

import weakref
from functools import cache, lru_cache
from typing import Final

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from factcheck.assets import asset
from factcheck.window.theme import Theme

SIZE: Final = 16


def pixmap(name: str, color: str = "text", size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Draw an icon of `size` × `size` px for a screen of `ratio` device pixels a px.

    color: a colour of the theme. An unknown name is a bug (FileNotFoundError).
    """
    return _drawn(name, Theme.current().color(color).name(), size, ratio)


def icon(name: str, color: str = "text", size: int = SIZE) -> QIcon:
    """Make an icon in the colours of the theme in use, faint where its owner is disabled."""
    made = QIcon()
    for ratio in _ratios():
        made.addPixmap(pixmap(name, color, size, ratio))
        made.addPixmap(pixmap(name, "faint", size, ratio), QIcon.Mode.Disabled)
    return made


def dress(target: QAction | QAbstractButton, name: str, color: str = "text") -> None:
    """Give a button or an action its icon, now and after each change of the theme."""
    _wardrobe().dress(target, name, color)


@cache
def _svg(name: str) -> bytes:
    return asset("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    drawing = QSvgRenderer(QByteArray(_svg(name).replace(b"currentColor", colour.encode())))
    side = round(size * ratio)
    pixels = QPixmap(side, side)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixels.setDevicePixelRatio(ratio)
    return pixels


def _ratios() -> set[float]:
    """Tell the densities of the screens that are there, and 2 for one that is plugged in later."""
    return {1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}


class _Wardrobe(QObject):
    """Knows, without keeping them alive, which buttons and actions wear which icon."""

    def __init__(self) -> None:
        super().__init__()
        self._worn: weakref.WeakKeyDictionary[QAction | QAbstractButton, tuple[str, str]] = (
            weakref.WeakKeyDictionary()
        )
        Theme.notifier().changed.connect(self.refresh)

    def dress(self, target: QAction | QAbstractButton, name: str, color: str) -> None:
        self._worn[target] = (name, color)
        target.setIcon(icon(name, color))

    @Slot()
    def refresh(self) -> None:
        for target, (name, color) in list(self._worn.items()):
            if is_alive(target):
                target.setIcon(icon(name, color))


def is_alive(thing: QObject) -> bool:
    """Tell whether Qt's half of an object still exists: its parent may have deleted it."""
    return shiboken6.isValid(thing)


@cache
def _wardrobe() -> _Wardrobe:
    return _Wardrobe()
