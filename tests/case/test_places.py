"""Folders in which a case is less safe are told, once."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from factcheck.case.places import on_network, place_warning, synchronised_by, warn_once

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /mnt/desk rw,relatime shared:20 - nfs4 server:/desk rw
41 22 0:41 / /mnt/mit\\040Lücke rw,relatime shared:21 - cifs //server/x rw
42 40 8:2 / /mnt/desk/local rw,relatime shared:22 - ext4 /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("/srv/zoë/Dropbox/東京/a.factcheck", "Dropbox"),
        ("/srv/zoë/Dropbox (Personal)/a.factcheck", "Dropbox"),
        ("/srv/zoë/Library/Mobile Documents/com~apple~CloudDocs/a.factcheck", "iCloud"),
        ("/srv/zoë/OneDrive - Zeitung GmbH/a.factcheck", "OneDrive"),
        ("/srv/zoë/Nextcloud/a.factcheck", "Nextcloud"),
        ("/srv/zoë/Dropboxes of Łódź/a.factcheck", ""),
        ("/srv/zoë/Dropbox.factcheck", ""),
        ("/srv/zoë/Fälle/a.factcheck", ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(path: str, program: str):
    assert synchronised_by(PurePosixPath(path)) == program


def test_a_synchronised_folder_of_windows_is_known_as_well():
    path = PureWindowsPath(r"C:\Users\Zoë\OneDrive\a.factcheck")
    assert synchronised_by(path) == "OneDrive"


@pytest.mark.parametrize(
    ("path", "is_there"),
    [
        ("/mnt/desk/a.factcheck", True),
        ("/mnt/desk/東京/b/a.factcheck", True),
        ("/mnt/mit Lücke/a.factcheck", True),
        ("/mnt/desk/local/a.factcheck", False),
        ("/srv/zoë/a.factcheck", False),
    ],
)
def test_the_mount_nearest_to_a_case_says_whether_it_is_on_the_network(path: str, is_there: bool):
    assert on_network(PurePosixPath(path), MOUNTS) == is_there


def test_a_share_of_windows_is_on_the_network():
    assert on_network(PureWindowsPath(r"\\server\desk\a.factcheck"))
    assert not on_network(PureWindowsPath(r"C:\desk\a.factcheck"))


def test_a_folder_is_warned_of_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "config"))
    folder = tmp_path / "Dropbox" / "東京"
    folder.mkdir(parents=True)
    told = warn_once(folder / "a.factcheck")
    assert told.startswith("a.factcheck lies in a folder that Dropbox synchronises.")
    assert warn_once(folder / "a.factcheck") == ""
    assert place_warning(folder / "a.factcheck") == told
    assert warn_once(tmp_path / "a.factcheck") == ""
