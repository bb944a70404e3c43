"""What is garbage dies on the window's thread, never on that of the case or of a task."""

import gc
import threading
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject

from factcheck.window.garbage import Garbage


class Circle:
    """Refers to itself and notes on which thread it dies."""

    died_on: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Circle.died_on.append(threading.get_ident())


def allocate() -> None:
    kept = [[] for _ in range(20_000)]
    for _ in kept:
        Circle()


@pytest.fixture
def _collector():
    gc.collect()
    Circle.died_on.clear()
    yield
    gc.enable()
    gc.collect()


@pytest.mark.usefixtures("_collector")
def test_circles_that_a_thread_leaves_die_on_the_thread_of_the_window(qtbot):
    parent = QObject()
    garbage = Garbage(parent)
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert Circle.died_on == []
    qtbot.waitUntil(lambda: len(Circle.died_on) == 20_000)
    assert set(Circle.died_on) == {threading.get_ident()}
    # With nothing new there is nothing to do.
    garbage.look()
    parent.deleteLater()
