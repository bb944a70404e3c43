"""Real processes on one case: killed in the middle, or two that write at the same time."""

import os
from pathlib import Path

import pytest

from tests.benchmarks.faults import kill, two_writers

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="these processes are forked"),
    # Later Pythons warn where other threads run: ours do nothing that a child would wait for.
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture
def worked(tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "Zürich 東京.factcheck"
    return path, kill.made(path)


def test_what_a_killed_process_had_called_saved_is_there(worked: tuple[Path, str]):
    found = kill.kill(*worked, kills=3, seed=3)
    assert (found.kills, found.missing, found.wrong) == (3, 0, 0)
    assert found.saved >= 3


def test_two_processes_leave_all_their_verdicts_without_a_gap_or_an_error(
    worked: tuple[Path, str],
):
    found = two_writers.record(*worked, verdicts=12)
    assert (found.entries, found.errors, found.whole) == (24, 0, True)
