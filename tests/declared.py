"""The commands as the features of the window declare them, for tests of what is made from them."""

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from factcheck.window.commands.command import Command
from factcheck.window.main_window import MainWindow
from factcheck.window.settings import Settings


@cache
def declared() -> tuple[Command, ...]:
    """Give all commands of the window, in their order; run, each does nothing."""
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        window = MainWindow(Settings(Path(folder, "window.ini")), restore=False)
        # Nothing of the window is kept alive by what is kept here.
        commands = tuple(replace(command, run=int) for command in window.commands.all)
        window.close()
        window.deleteLater()
    return commands
