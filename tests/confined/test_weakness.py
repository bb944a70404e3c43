"""Where a kernel lacks what confines a child, a person is told so, once."""

import sys
from pathlib import Path

import pytest

from factcheck.case import places
from factcheck.confined.weakness import weakness

linux = pytest.mark.skipif(sys.platform != "linux", reason="told for Linux alone")


@linux
@pytest.mark.parametrize(
    ("version", "filters", "told"),
    [
        (7, True, ()),
        (1, True, ()),
        (0, True, ("lacks Landlock (Linux 5.13 and newer have it):", "read your other files")),
        (7, False, ("lacks the filter of system calls for this kind", "connect to others")),
        (0, False, ("lacks Landlock and a filter of system calls:", "do what you can do")),
    ],
)
def test_what_a_kernel_lacks_is_told(monkeypatch, version, filters, told):
    monkeypatch.setattr("factcheck.confined.linux.landlock_version", lambda: version)
    monkeypatch.setattr("factcheck.confined.linux.has_seccomp", lambda: filters)
    sentence = weakness()
    assert all(part in sentence for part in told) if told else sentence == ""


def test_it_is_said_once(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "Einstellungen"))
    monkeypatch.setattr(places, "weakness", lambda: "This system lacks it.")
    path = tmp_path / "Łódź.factcheck"
    assert places.warn_once(path) == "This system lacks it."
    assert places.warn_once(path) == ""
    assert places.warn_once(tmp_path / "Dropbox" / "b.factcheck").startswith("b.factcheck lies in")
    assert places.warn_once(tmp_path / "Dropbox" / "b.factcheck") == ""
