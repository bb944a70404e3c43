"""Where the files of `resources/` lie: icons, fonts, scales, the sample case."""

from pathlib import Path

_PACKAGED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[1] / "resources"


def asset(*parts: str) -> Path:
    """Give the path of a file or folder of the resources: `asset("icons", "tick.svg")`.

    A wheel carries the folder inside the package; an editable install knows only the checkout's,
    beside the package. Raises FileNotFoundError when the resource does not exist: a file that we
    ship and cannot find is a bug, never something that the user can mend.
    """
    root = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    path = root.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
