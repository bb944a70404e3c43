"""A picture of the window on a case, made without a screen.

``python -m factcheck.window.screenshot CASE OUT.png``: the set-up script shows by it what a
person would see.
"""

import os
import sys
from pathlib import Path

SIZE = (1440, 900)
_GIVE_UP_MS = 20_000


def take(case: Path, picture: Path) -> None:
    """Open the window on a case offscreen and save what it shows as PNG.

    Nothing of the session is kept. Raises FactcheckError where the case does not open in time
    or the picture cannot be written.
    """
    # Before Qt is imported: it chooses its platform once.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer

    from factcheck.errors import FactcheckError
    from factcheck.window.app import make_application
    from factcheck.window.main_window import MainWindow

    app, settings = make_application()
    window = MainWindow(settings, restore=False)
    window.resize(*SIZE)
    saved: list[bool] = []

    def save() -> None:
        saved.append(window.grab().save(str(picture)))
        window.close()

    window.ready.connect(save)
    QTimer.singleShot(_GIVE_UP_MS, window.close)
    window.show()
    window.open_case(case)
    app.exec()
    if saved != [True]:
        raise FactcheckError(f"No picture of {case} could be saved at {picture}.")


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
