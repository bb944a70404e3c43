"""Garbage is collected on the window's thread only, and never while a case opens.

Python collects cycles on whatever thread happens to allocate. A widget that dies on the thread of
the case or of a task takes the process with it, for Qt's objects belong to the thread that made
them.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

# Between two looks a busy thread may leave some 10,000 objects behind: a few megabytes.
LOOK_MS: Final = 200


class Garbage(QObject):
    """Takes Python's collector over for the life of its parent, on the thread that made it.

    The thresholds are Python's own; only who collects and when is another. Nothing is collected
    before the first `settle` and from `rest` to the next one.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._is_new = True
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Collect the generations that are due, as Python would have done by itself."""
        for generation in (2, 1, 0):
            threshold = gc.get_threshold()[generation]
            if threshold and gc.get_count()[generation] > threshold:
                gc.collect(generation)
                return

    @Slot()
    def rest(self) -> None:
        """Collect nothing until `settle`."""
        self._timer.stop()

    @Slot()
    def settle(self) -> None:
        """Look at nothing that is alive now in later collections: modules, classes, panels.

        They stay until the window closes, and going through them again and again stopped the
        window for 60 ms and more. Nothing happens where nothing rests.
        """
        if self._timer.isActive():
            return
        if not self._is_new:
            # What an earlier case left would stay as well. What a start makes is no garbage.
            gc.collect()
        self._is_new = False
        gc.freeze()
        self._timer.start()

    @Slot()
    def leave(self) -> None:
        """Look at everything again: the window closes."""
        self._timer.stop()
        gc.unfreeze()
