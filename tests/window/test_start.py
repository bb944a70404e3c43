"""The start: the window paints before it knows SQLModel, the readers or the panels."""

import subprocess
import sys

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
