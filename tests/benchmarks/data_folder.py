"""Where a benchmark's material lies: in the folder that is named, or in its own folder there."""

from pathlib import Path


def inside(given: Path, *names: str) -> Path:
    """Return the first of the folders `given/name` that is there, else the folder itself."""
    return next((given / name for name in names if (given / name).is_dir()), given)
