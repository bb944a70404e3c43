"""What a confined process may use."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use.

    memory: bytes of address space. cpu: seconds over the child's life. wall: seconds by the clock
    for one answer. open_files: at a time. readable: files and folders that it may read besides the
    program's own. scratch: a folder in which it may write, None for none. nice: how much others go
    first, 0 to 19.
    """

    memory: int = 2**30
    cpu: int = 20
    wall: float = 30.0
    open_files: int = 64
    readable: tuple[Path, ...] = ()
    scratch: Path | None = None
    nice: int = 0
