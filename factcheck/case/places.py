"""Folders in which a case is less safe than on the computer's own disk: said once for each.

A synchronising program copies the file while it is written and brings two versions of it into the
world; a file system on the network may forget locks. Neither is refused: many desks have no other
folder. Backups lie elsewhere in any case.
"""

import json
import os
import tempfile
from pathlib import Path, PurePath, PureWindowsPath

from factcheck import profile
from factcheck.confined.weakness import weakness

_SYNCHRONISED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "box sync": "Box",
}
"""How a folder's name begins, in small letters, and the program that keeps it."""

_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.rclone", "davfs",
     "fuse.davfs2", "ncpfs", "webdav"}
)  # fmt: skip
_CONFINED = "confined"
"""In the place of a folder: how well this system confines a child. No folder's path is so."""
_MOUNTS = Path("/proc/self/mountinfo")


def place_warning(path: Path) -> str:
    """Return a sentence where the case at path lies less safe; "" elsewhere."""
    program = synchronised_by(path.resolve())
    if program:
        return (
            f"{path.name} lies in a folder that {program} synchronises. Open it on one computer at"
            " a time, and wait until it is synchronised before you open it on another."
        )
    if on_network(path.resolve()):
        return (
            f"{path.name} lies on a network drive. Some of them forget who is writing: open it on"
            " one computer at a time. Its backups are on this one."
        )
    return ""


def warn_once(path: Path) -> str:
    """Return what the user should know of this computer and of a case's folder, each thing once.

    "" where there is nothing new. Where the folder of the settings cannot be written, it is said
    each time.
    """
    folder = str(path.resolve().parent)
    said = (_once(_CONFINED, weakness()), _once(folder, place_warning(path)))
    return " ".join(filter(None, said))


def _once(what: str, sentence: str) -> str:
    if not sentence or what in (told := _told()):
        return ""
    _write(json.dumps([*told, what], ensure_ascii=False, indent=1))
    return sentence


def synchronised_by(path: PurePath) -> str:
    """Return the program that synchronises the folder of a case by the names above it; "" none."""
    for part in path.parts[:-1]:
        name = part.casefold()
        for beginning, program in _SYNCHRONISED.items():
            # "OneDrive - Example GmbH", "Dropbox (Personal)"
            rest = name.removeprefix(beginning)
            if rest != name and not rest[:1].isalnum():
                return program
    return ""


def on_network(path: PurePath, mounts: str | None = None) -> bool:
    """Say whether a path lies on a file system of the network, as far as the system tells.

    mounts: the table of mounts as Linux gives it; without it, that of this computer.
    """
    if isinstance(path, PureWindowsPath):
        return path.drive.startswith("\\\\")
    try:
        told = _MOUNTS.read_text("utf-8", "replace") if mounts is None else mounts
    except OSError:
        return False
    kinds: dict[str, str] = {}
    for line in told.splitlines():
        before, _, after = line.partition(" - ")
        if len(before.split()) > 4 and after:
            kinds[before.split()[4].replace("\\040", " ")] = after.split()[0]
    for parent in path.parents:
        if str(parent) in kinds:
            return kinds[str(parent)] in _NETWORK
    return False


def _file() -> Path:
    return profile.config_dir() / "warned-folders.json"


def _told() -> list[str]:
    try:
        told = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [str(each) for each in told] if isinstance(told, list) else []


def _write(text: str) -> None:
    path = _file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).replace(path)
    except OSError:
        # It is said again next time: no harm.
        return
