"""A real window on a case, in a process of its own, for two_writers.py.

Says "ready" once the case is open; at the end of its input it closes and prints in JSON how often
it heard of something new, what it told its user, and the last entry that it showed.
"""

import json
import os
import select
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from factcheck.window import fonts, style, theme
from factcheck.window.main_window import MainWindow
from factcheck.window.settings import Settings


def main() -> None:
    """Run the window until the input ends."""
    app = QApplication(["factcheck"])
    style.install(app)
    fonts.install(app)
    theme.install(app, "light")
    window = MainWindow(Settings())
    workspace = window.workspace
    news: list[int] = []
    told: list[str] = []
    workspace.changed.connect(lambda changes: news.append(changes.seq))
    workspace.failed.connect(told.append)
    window.ready.connect(lambda: print("ready", flush=True))
    window.show()
    window.open_case(Path(sys.argv[1]))
    look = QTimer(window)
    look.setInterval(50)

    def end() -> None:
        if select.select([sys.stdin], [], [], 0)[0] and not os.read(0, 64):
            workspace.look_for_news()
            last = workspace.head.seq
            window.close()
            print(json.dumps({"news": len(news), "told": told, "last": last}), flush=True)
            app.quit()

    look.timeout.connect(end)
    look.start()
    app.exec()


if __name__ == "__main__":
    main()
