"""The files of added folders: ordinary ones, without following links.

A link in a folder can lead anywhere: to a file that was not meant to be added, to a folder that
holds the link itself, to a device that never ends.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.errors import FactcheckError


def files_of(paths: Iterable[Path]) -> Iterator[Path | FactcheckError]:
    """Give each file of paths, and the files in those that are folders, by name.

    In a folder, what begins with a dot is left out. What is no ordinary file, and each folder that
    cannot be read, is given as the error that names it. What the user named is given as it is,
    also where it is a link.
    """
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        else:
            yield path


def _inside(folder: Path) -> Iterator[Path | FactcheckError]:
    waiting: list[tuple[str, str]] = [("folder", str(folder))]
    while waiting:
        kind, path = waiting.pop()
        name = os.path.basename(path)  # noqa: PTH119  # a Path for each file of many costs time
        if kind == "folder":
            try:
                with os.scandir(path) as found:
                    entries = sorted(found, key=lambda entry: entry.name, reverse=True)
            except OSError as refused:
                yield FactcheckError(f"The folder {path} cannot be read: {refused.strerror}.")
                continue
            waiting += [(_kind(entry), entry.path) for entry in entries]
        elif not name.startswith("."):
            yield FactcheckError(f"“{name}” {kind}") if kind else Path(path)


def _kind(entry: os.DirEntry[str]) -> str:
    """Return "folder", "" for an ordinary file, or why an entry is passed over."""
    try:
        about = entry.stat(follow_symlinks=False)
    except OSError as refused:
        return f"cannot be read: {refused.strerror}."
    # A junction of Windows is a folder that leads elsewhere.
    leads = getattr(about, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT
    if stat.S_ISLNK(about.st_mode) or (leads and stat.S_ISDIR(about.st_mode)):
        return "is a link, and links in folders are not followed: add what it leads to by itself."
    if stat.S_ISDIR(about.st_mode):
        return "folder"
    if stat.S_ISREG(about.st_mode):
        return ""
    return "is no ordinary file, and was passed over."
