"""Reading an article line by line: what is read, what needs no check, the sign-off."""

from collections.abc import Set
from typing import Final

_READING: Final = frozenset({"lines", "signoffs", "relocations"})


def is_only_reading(tables: Set[str]) -> bool:
    """Tell whether a change of these tables says no more than how far an article is read.

    No mark and no claim looks different for it.
    """
    return bool(tables) and tables <= _READING
