"""A power cut takes nothing that was called saved; the same cuts find a setting that would."""

from pathlib import Path

import pytest

from tests.benchmarks.faults.power_loss import cut, work


@pytest.fixture
def cuts(tmp_path: Path):
    def found(synchronous: str):
        folder = tmp_path / synchronous
        folder.mkdir()
        return cut(work(folder, synchronous, rounds=6), 25, seed=11)

    return found


def test_nothing_that_was_called_saved_is_lost_and_no_case_is_damaged(cuts):
    assert cuts("EXTRA") == (25, 0, 0, 0)


def test_without_the_sync_of_the_folder_verdicts_are_lost(cuts):
    assert cuts("FULL").lost > 0


def test_without_any_sync_cases_are_damaged(cuts):
    assert cuts("OFF").corrupt > 0
