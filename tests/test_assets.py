"""The locator finds the resources in a checkout and in an installed wheel."""

from pathlib import Path

import pytest

from factcheck import assets


def test_a_checkout_keeps_its_resources_beside_the_package():
    assert assets.asset("fonts", "OFL.txt").read_text("utf-8").startswith("Copyright")


def test_the_packaged_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    packaged = tmp_path / "Zürich 東京"
    (packaged / "icons").mkdir(parents=True)
    monkeypatch.setattr(assets, "_PACKAGED", packaged)

    assert assets.asset("icons") == packaged / "icons"


def test_a_resource_that_is_not_shipped_is_a_bug():
    with pytest.raises(FileNotFoundError):
        assets.asset("icons", "no-such-icon.svg")
