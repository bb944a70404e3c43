"""Which scale a case rates with."""

import pytest
from PySide6.QtWidgets import QInputDialog

from factcheck.case.read.verdicts import scale_in_use, scales
from factcheck.window.scale_dialog import ask_scale


@pytest.mark.parametrize(
    ("accepted", "another", "given"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_only_another_scale_that_was_accepted_is_given(
    workspace, monkeypatch, accepted: bool, another: bool, given: bool
):
    known, used = workspace.read(scales), workspace.read(scale_in_use)
    other = next(scale.name for scale in known if scale.name != used.name)
    chosen = other if another else used.name
    asked = []

    def choose(*words, **_kind):
        asked.append(words[3:5])
        return chosen, accepted

    monkeypatch.setattr(QInputDialog, "getItem", choose)
    assert ask_scale(None, known, used) == (chosen if given else None)
    names = [scale.name for scale in known]
    assert asked == [(names, names.index(used.name))]
