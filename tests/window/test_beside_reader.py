"""Questions of big tables: only the newest counts, and none outlives its case."""

import threading

from factcheck.window.tables.beside import BesideReader


class Slow:
    """A question whose answer comes when the test lets it."""

    def __init__(self) -> None:
        self.asked, self.may_answer = threading.Event(), threading.Event()

    def __call__(self, _case: object) -> str:
        self.asked.set()
        assert self.may_answer.wait(10)
        return "東京"


def test_a_question_is_answered_on_the_thread_of_the_window(qtbot, workspace, tasks):
    reader = BesideReader(workspace, tasks)
    with qtbot.waitSignal(reader.answered) as told:
        reader.ask("Zählen", lambda case: case.head.seq)
    assert told.args == [workspace.head.seq]


def test_an_overtaken_question_is_not_answered(qtbot, workspace, tasks):
    reader, slow, told = BesideReader(workspace, tasks), Slow(), []
    reader.answered.connect(told.append)
    reader.ask("Zählen", slow)
    assert slow.asked.wait(10)
    with qtbot.waitSignal(reader.answered):
        reader.ask("Zählen", lambda _: "neu")
        slow.may_answer.set()
    assert told == ["neu"]


def test_what_a_closed_case_was_asked_is_not_answered(qtbot, workspace, tasks, tmp_path):
    reader, slow, told = BesideReader(workspace, tasks), Slow(), []
    for signal in (reader.answered, reader.failed):
        signal.connect(told.append)
    reader.ask("Zählen", slow)
    assert slow.asked.wait(10)
    workspace.close()
    slow.may_answer.set()
    qtbot.waitUntil(lambda: tasks.running() == ())
    assert told == []
    with qtbot.waitSignal(workspace.opened):
        workspace.open(tmp_path / "zwei.factcheck", create_with_scale="wire")
    with qtbot.waitSignal(reader.answered):
        reader.ask("Zählen", lambda _: "zwei")
    assert told == ["zwei"]


def test_a_question_does_not_wait_until_all_documents_are_indexed(qtbot, workspace, tasks):
    reader, long = BesideReader(workspace, tasks), [Slow(), Slow(), Slow()]
    for each in long:
        tasks.start("Indizieren", each, lambda _: None, lambda _: None)
    with qtbot.waitSignal(reader.answered):
        reader.ask("Zählen", lambda _: "gleich")
    for each in long:
        each.may_answer.set()
