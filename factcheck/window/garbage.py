"""Garbage is collected on the window's thread only.

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

    The thresholds are Python's own; only who collects and when is another.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the generations that are due, as Python would have done by itself."""
        for generation in (2, 1, 0):
            threshold = gc.get_threshold()[generation]
            if threshold and gc.get_count()[generation] > threshold:
                gc.collect(generation)
                return
