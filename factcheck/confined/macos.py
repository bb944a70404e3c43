"""macOS: the sandbox of the system, entered by the process itself. Written, and not yet tried.

It is what sandbox-exec uses; Apple calls both deprecated and keeps them, as browsers need them.
"""

import ctypes
import json
from collections.abc import Iterable

_PROFILE = """(version 1)
(deny default)
(allow sysctl-read)
(allow file-read-metadata)
(allow file-read* (literal "/") {places})
"""
_SCRATCH = "(allow file-read* file-write* (subpath {place}))\n"


def confine(readable: Iterable[str], scratch: str) -> None:
    """Leave the process the reading of some places; OSError where that does not hold.

    scratch: the folder that it may write in, "" for none.
    """
    places = " ".join(f"(subpath {_quoted(place)})" for place in readable)
    profile = _PROFILE.format(places=places)
    if scratch:
        profile += _SCRATCH.format(place=_quoted(scratch))
    system = ctypes.CDLL("/usr/lib/libSystem.dylib")
    why = ctypes.c_char_p()
    if system.sandbox_init(profile.encode(), 0, ctypes.byref(why)) != 0:
        raise OSError(f"the sandbox was refused: {(why.value or b'').decode('utf-8', 'replace')}")


def _quoted(place: str) -> str:
    # A string of JSON is one of the profile's language, for what stands in paths.
    return json.dumps(place, ensure_ascii=False)
