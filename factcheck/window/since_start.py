"""How long this process has been running, as the system knows it."""

import time
from pathlib import Path


def since_start_ms() -> float:
    """Return how long this process has been running, by the system's own account."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        uptime = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    except OSError:
        # Not Linux: the processor time before this line is what the start has cost at least.
        return time.process_time() * 1000
    ticks = 100  # USER_HZ, the unit of these fields on every Linux that CPython runs on
    return (uptime - int(fields[19]) / ticks) * 1000
