"""Work beside the window: its outcome comes back as a value, on the window's thread."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.tasks import Progress, State, Step, Task, Tasks


class Panel(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[FactcheckError] = []
        self.threads: list[int] = []

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.get_ident())

    def failed(self, error: FactcheckError) -> None:
        self.errors.append(error)
        self.threads.append(threading.get_ident())


@pytest.fixture
def panel() -> Panel:
    return Panel()


@pytest.fixture
def tasks(qapp: QApplication):
    made = Tasks()
    yield made
    made.close()


def wait(qtbot: QtBot, *started: Task) -> None:
    qtbot.waitUntil(lambda: not any(task.is_running for task in started))


def test_the_result_comes_back_on_the_windows_thread(
    qtbot: QtBot, tasks: Tasks, panel: Panel
) -> None:
    def work(progress: Progress) -> tuple[str, int]:
        return "東京", threading.get_ident()

    task = tasks.start("Reading", work, panel.done, panel.failed)
    wait(qtbot, task)
    (name, thread), *rest = panel.results
    assert (name, rest, panel.errors) == ("東京", [], [])
    assert thread != threading.get_ident() == panel.threads[0]
    assert task.state is State.DONE
    assert tasks.running() == ()


def test_what_the_user_can_act_on_comes_back_as_a_value(
    qtbot: QtBot, tasks: Tasks, panel: Panel
) -> None:
    def work(progress: Progress) -> None:
        raise FactcheckError("Not saved: the disk is full.")

    task = tasks.start("Saving", work, panel.done, panel.failed)
    wait(qtbot, task)
    assert [str(error) for error in panel.errors] == ["Not saved: the disk is full."]
    assert task.state is State.FAILED


def test_progress_reaches_the_window_and_ends_with_the_last(
    qtbot: QtBot, tasks: Tasks, panel: Panel
) -> None:
    def work(progress: Progress) -> None:
        for number in range(341):
            progress(number, 340, f"{number}.txt")

    task = tasks.start("Indexing", work, panel.done, panel.failed)
    wait(qtbot, task)
    assert task.step == Step(340, 340, "340.txt")


def test_cancel_stops_the_work_and_says_so(qtbot: QtBot, tasks: Tasks, panel: Panel) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress(1, 2)

    task = tasks.start("Adding", work, panel.done, panel.failed)
    assert begun.wait(5)
    assert tasks.running() == (task,)
    task.cancel()
    assert task.state is State.CANCELLING
    wait(qtbot, task)
    assert task.state is State.CANCELLED
    assert isinstance(panel.errors[0], Cancelled)
    assert panel.results == []


def test_a_task_that_waits_its_turn_can_be_cancelled(
    qtbot: QtBot, tasks: Tasks, panel: Panel
) -> None:
    gate = threading.Event()
    with ThreadPoolExecutor(1) as one:
        first = tasks.start("First", lambda _: gate.wait(5), panel.done, panel.failed, one)
        second = tasks.start("Second", lambda _: "never", panel.done, panel.failed, one)
        second.cancel()
        gate.set()
        wait(qtbot, first, second)
    assert (first.state, second.state) == (State.DONE, State.CANCELLED)
    assert panel.results == [True]


def test_the_callers_executor_is_used(qtbot: QtBot, tasks: Tasks, panel: Panel) -> None:
    with ThreadPoolExecutor(1, thread_name_prefix="case") as one:
        task = tasks.start(
            "Saving", lambda _: threading.current_thread().name, panel.done, panel.failed, one
        )
        wait(qtbot, task)
    assert str(panel.results[0]).startswith("case")


def test_a_bug_goes_to_the_excepthook_and_to_no_callback(
    qtbot: QtBot, tasks: Tasks, panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, bug, _trace: bugs.append(bug))
    task = tasks.start("Dividing", lambda _: 1 // 0, panel.done, panel.failed)
    qtbot.waitUntil(lambda: bool(bugs))
    assert isinstance(bugs[0], ZeroDivisionError)
    assert (task.state, panel.results, panel.errors) == (State.FAILED, [], [])


def test_nobody_is_called_when_the_panel_is_gone(
    qapp: QApplication, qtbot: QtBot, tasks: Tasks, panel: Panel
) -> None:
    gate = threading.Event()
    parent = QObject()
    panel.setParent(parent)
    task = tasks.start("Looking", lambda _: gate.wait(5), panel.done, panel.failed)
    parent.deleteLater()
    qapp.sendPostedEvents(None, 52)
    gate.set()
    wait(qtbot, task)
    assert panel.results == []


def test_closing_waits_for_the_work_and_drops_its_outcome(
    qapp: QApplication, qtbot: QtBot, panel: Panel
) -> None:
    own = Tasks()
    ended = threading.Event()

    def work(progress: Progress) -> None:
        while not progress.cancelled:
            pass
        ended.set()

    own.start("Indexing", work, panel.done, panel.failed)
    own.close()
    qapp.processEvents()
    assert ended.is_set()
    assert (panel.results, panel.errors) == ([], [])


def test_what_is_held_begins_once_it_is_released_in_its_order(
    qtbot: QtBot, tasks: Tasks, panel: Panel
) -> None:
    tasks.hold()
    first = tasks.start("Zählen", lambda _: "Łódź", panel.done, panel.failed, tasks.soon)
    second = tasks.start("Zählen", lambda _: "東京", panel.done, panel.failed, tasks.soon)
    with ThreadPoolExecutor(max_workers=1) as of_the_case:
        opening = tasks.start("Öffnen", lambda _: "Fall", panel.done, panel.failed, of_the_case)
        wait(qtbot, opening)
    assert panel.results == ["Fall"]
    assert tasks.running() == (first, second)
    tasks.release()
    wait(qtbot, first, second)
    assert panel.results == ["Fall", "Łódź", "東京"]
    tasks.release()


def test_what_is_cancelled_while_it_is_held_never_begins(
    qtbot: QtBot, tasks: Tasks, panel: Panel
) -> None:
    begun: list[str] = []
    tasks.hold()
    task = tasks.start("Zählen", lambda _: begun.append("ä"), panel.done, panel.failed)
    task.cancel()
    tasks.release()
    wait(qtbot, task)
    assert begun == []
    assert [type(error) for error in panel.errors] == [Cancelled]


def test_what_is_held_is_dropped_when_the_window_closes(panel: Panel) -> None:
    own = Tasks()
    own.hold()
    own.start("Zählen", lambda _: "ä", panel.done, panel.failed)
    own.close()
    own.release()
    assert (panel.results, panel.errors) == ([], [])
