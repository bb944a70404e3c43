"""Case files that were changed at random are refused or shown, and never changed or harmful."""

import os
from pathlib import Path

import pytest

from tests.benchmarks.faults.bit_flips import flips
from tests.benchmarks.faults.fuzz import HOW, fuzz, originals

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="each file is used by a forked process"),
    # Later Pythons warn where other threads run: ours do nothing that a child would wait for.
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return originals(tmp_path_factory.mktemp("fuzz"))


def test_no_changed_file_does_harm_or_brings_a_process_down(cases: list[Path]):
    for outcome in fuzz(cases, len(HOW), seed=1):
        assert (outcome.crashed, outcome.harmed, outcome.silent) == (False,) * 3, outcome
        assert outcome.whole or not outcome.changed, outcome


def test_each_flipped_bit_inside_the_log_or_the_content_is_found(cases: list[Path]):
    for flip in flips(cases[0], 8, seed=2):
        assert not flip.crashed, flip
        assert flip.found or flip.where != "inside", flip
