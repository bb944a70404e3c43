"""Who is checking, as this computer remembers it. No Qt: command line and window share it."""

import getpass
import json
import os
import tempfile
import unicodedata
from pathlib import Path

import platformdirs

from factcheck.errors import FactcheckError, UsageError

_FILE = "profile.json"
_KEY = "checker"


def config_dir() -> Path:
    """Tell the folder of settings, profile and log; `FACTCHECK_CONFIG_DIR` overrides the system's.

    It need not exist yet.
    """
    told = os.environ.get("FACTCHECK_CONFIG_DIR")
    return Path(told) if told else platformdirs.user_config_path("factcheck", appauthor=False)


def data_dir() -> Path:
    """Tell the folder of what the program makes by itself, such as backups; it need not exist yet.

    `FACTCHECK_DATA_DIR` overrides the system's. Where only the folder of the settings is
    overridden, it lies in that: a second profile shares nothing with the first.
    """
    told = os.environ.get("FACTCHECK_DATA_DIR")
    if told:
        return Path(told)
    if os.environ.get("FACTCHECK_CONFIG_DIR"):
        return config_dir() / "data"
    return platformdirs.user_data_path("factcheck", appauthor=False)


def cache_dir() -> Path:
    """Tell the folder of what can be made again, such as search indexes; it need not exist yet.

    `FACTCHECK_CACHE_DIR` overrides the system's, and like the folder for data it lies in that of
    the settings where only that is overridden.
    """
    told = os.environ.get("FACTCHECK_CACHE_DIR")
    if told:
        return Path(told)
    if os.environ.get("FACTCHECK_CONFIG_DIR"):
        return config_dir() / "cache"
    return platformdirs.user_cache_path("factcheck", appauthor=False)


def checker_name() -> str:
    """Give the name that was kept, or "" when there is none (or its file cannot be read)."""
    try:
        kept = json.loads((config_dir() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    name = kept.get(_KEY) if isinstance(kept, dict) else None
    return _tidy(name) if isinstance(name, str) else ""


def set_checker_name(name: str) -> None:
    """Keep the checker's name; the file is replaced whole, so that no half of it can be read.

    Raises FactcheckError when the folder cannot be written.
    """
    folder = config_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=folder, prefix=_FILE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({_KEY: _tidy(name)}, file, ensure_ascii=False)
        Path(draft).replace(folder / _FILE)
    except OSError as error:
        raise FactcheckError(
            f"Your name was not kept: {folder} cannot be written ({error.strerror})."
        ) from error


def is_told_first(what: str) -> bool:
    """Tell whether something is said for the first time here, and remember that it was.

    what: a short ASCII name. Where nothing can be remembered it is always the first time.
    """
    mark = config_dir() / f"told-{what}"
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    except OSError:
        return True
    return True


def who_is_checking() -> str:
    """Name the person of a change: `FACTCHECK_BY`, then the kept name, then the login name.

    Raises UsageError when none of them is known.
    """
    told = _tidy(os.environ.get("FACTCHECK_BY", ""))
    name = told or checker_name() or _login_name()
    if not name:
        raise UsageError("Nobody's name is known here. Give it with --by NAME or in FACTCHECK_BY.")
    return name


def _login_name() -> str:
    try:
        return _tidy(getpass.getuser())
    # Without a login name the standard library raises ImportError on Windows, KeyError
    # elsewhere, and OSError from Python 3.13 on.
    except (ImportError, KeyError, OSError):
        return ""


def _tidy(name: str) -> str:
    """One line, one spelling of each letter: names are compared when work is reviewed."""
    return " ".join(unicodedata.normalize("NFC", name).split())
