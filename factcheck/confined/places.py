"""What the program itself consists of: all that a confined process may read."""

import os
import sys
from functools import cache
from pathlib import Path

_SYSTEM = (
    "/usr", "/lib", "/lib64", "/nix/store", "/gnu/store", "/System", "/Library/Fonts",
    "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/alternatives",
    "/etc/mime.types", "/etc/apache/mime.types", "/etc/apache2/mime.types",
    "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/ssl/openssl.cnf",
    "/dev/null", "/dev/urandom",
)  # fmt: skip
"""Libraries, fonts, time zones and types: the same on every computer with this system."""

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def import_path() -> tuple[str, ...]:
    """Return where a child finds modules: where we found them, without the working folder."""
    home = _PACKAGE.parent
    entries = (Path(entry).resolve() for entry in sys.path if entry)
    return tuple(dict.fromkeys(map(str, (home, *(each for each in entries if not _is_own(each))))))


@cache
def program_places() -> tuple[str, ...]:
    """Return the files and folders of the program, its packages, the interpreter and the system."""
    entries = [Path(entry) for entry in import_path()]
    places = [_PACKAGE, *(each for each in entries if each != _PACKAGE.parent)]
    if (_PACKAGE / "resources").is_dir():
        # Installed: our package lies among those that it needs.
        places.append(_PACKAGE.parent)
    else:
        places.append(_PACKAGE.parent / "resources")
    places.append(Path(sys.base_prefix).resolve())
    if unpacked := getattr(sys, "_MEIPASS", ""):
        places.append(Path(unpacked))
    ours = (str(each) for each in places if not _is_own(each))
    return tuple(dict.fromkeys((*ours, *_SYSTEM)))


def _is_own(folder: Path) -> bool:
    """Say whether a folder is a person's: the one that is worked in, or one that holds a home."""
    home = Path(os.path.expanduser("~")).resolve()  # noqa: PTH111  # Path.home() can raise
    return folder in (Path.cwd(), home, *home.parents)
