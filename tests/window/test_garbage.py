"""What is garbage dies on the window's thread, never on that of the case or of a task."""

import gc
import threading
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QTimer

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


@pytest.fixture
def garbage(qapp, _collector):
    """The collector of a window that is ready."""
    parent = QObject()
    made = Garbage(parent)
    made.settle()
    yield made
    made.leave()
    parent.deleteLater()


def test_circles_that_a_thread_leaves_die_on_the_thread_of_the_window(garbage, qtbot):
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert Circle.died_on == []
    qtbot.waitUntil(lambda: len(Circle.died_on) == 20_000)
    assert set(Circle.died_on) == {threading.get_ident()}
    # With nothing new there is nothing to do.
    garbage.look()


def test_nothing_is_collected_while_a_case_opens(garbage):
    garbage.rest()
    allocate()
    assert not garbage.findChild(QTimer).isActive()
    assert Circle.died_on == []
    garbage.settle()
    assert len(Circle.died_on) == 20_000


def test_what_an_opening_makes_is_looked_at_again_once_the_window_closes(garbage):
    garbage.rest()
    circle = Circle()
    garbage.settle()
    frozen = gc.get_freeze_count()
    garbage.settle()
    assert gc.get_freeze_count() == frozen > 0
    del circle
    gc.collect()
    assert Circle.died_on == []
    garbage.leave()
    assert gc.get_freeze_count() == 0
    gc.collect()
    assert len(Circle.died_on) == 1
