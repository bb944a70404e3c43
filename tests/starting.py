"""The program as a process of its own, found wherever the package under test lies."""

import os
import subprocess
import sys
from pathlib import Path

import factcheck

ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(Path(factcheck.__file__).parents[1]),
    "PYTHONUTF8": "1",
}


def start(*words, **options):
    """Start ``factcheck`` with these words."""
    env = ENVIRONMENT | options.pop("env", {})
    return subprocess.Popen([sys.executable, "-m", "factcheck", *words], env=env, **options)
