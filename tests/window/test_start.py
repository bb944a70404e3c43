"""The start: the window paints before it knows SQLModel, the readers or the panels."""

import os
import subprocess
import sys
from pathlib import Path

LATE = (
    "sqlmodel",
    "sqlalchemy",
    "trafilatura",
    "lxml",
    "docx",
    "pypdfium2",
    "rapidfuzz",
    "tqdm",
    "factcheck.case.changes",
    "factcheck.window.check.check_view",
)


def test_the_window_is_named_without_loading_what_is_slow():
    code = (
        "import sys; import factcheck.window.app;"
        f"print([name for name in {LATE!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


def test_an_imported_module_is_asked_for_nothing_by_the_window(tmp_path):
    # PySide would read the source of each, and ask it for what its own __getattr__ may import.
    Path(tmp_path, "curious.py").write_text(
        "asked = []\ndef __getattr__(name):\n"
        "    asked.append(name)\n    raise AttributeError(name)\n"
    )
    code = "import factcheck.window.app, curious; print(curious.asked)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"
