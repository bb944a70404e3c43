"""Where the sample case is made at the first start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from factcheck.window.case_actions import SAMPLE_NAME, sample_path


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What Qt names as the folder of documents, which nobody has made; home is there."""
    folder = tmp_path / "Zoë" / "Dokumente 東京"
    folder.parent.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    monkeypatch.setattr(Path, "home", lambda: folder.parent)
    return folder


def test_the_sample_lies_among_the_documents(documents: Path):
    documents.mkdir()
    assert sample_path() == documents / SAMPLE_NAME


def test_on_a_system_without_that_folder_the_sample_lies_at_home(documents: Path):
    assert sample_path() == documents.parent / SAMPLE_NAME
