"""The program connects to nothing, and writes nowhere but where SECURITY.md says."""

import re
from pathlib import Path

import pytest

from tests.egress import STRACE, Egress, watch

pytestmark = [
    pytest.mark.skipif(STRACE is None, reason="strace is not installed: nothing can be watched."),
    pytest.mark.slow,
]

SECURITY = Path(__file__).parents[1] / "SECURITY.md"

# Every command that reads a format, finds, or hands over; each as a process of its own.
COMMANDS = """
import pathlib, subprocess, sys
page = "<html><title>Zelte</title><body><article><h1>Zelte</h1><p>Am Montag kamen 12 Zelte" \\
    " in Łódź an, sagte die Stadt.</p></article></body></html>"
pathlib.Path("seite.html").write_text(page)
pathlib.Path("rows.csv").write_text("id,text\\n1,Twelve tents came to 東京 on Monday.\\n")
pathlib.Path("earlier.jsonl").write_text('{"id": "e1", "claim": "Twelve tents came to Tokyo."}\\n')
case = "sample.factcheck"
for words in (
    ["sample", "."], ["add", case, "seite.html"], ["add", case, "rows.csv"],
    ["import-claims", case, "earlier.jsonl"], ["index", case], ["evidence", case, "--claim", "1"],
    ["earlier", case, "--text", "Twelve tents came."], ["search", case, "river"], ["copies", case],
    ["export", case, "ledger.csv"], ["export", case, "log.csv", "--rows", "log"],
    ["verify", case], ["verify", "log.csv"], ["backup", case], ["suggest", case, "seite.html"],
    ["redact", case, "--name", "Isenne", "--reason", "Protects 東京"],
):
    done = subprocess.run([sys.executable, "-m", "factcheck", *words], capture_output=True)
    assert b"Traceback" not in done.stderr, (words, done.stderr)
    assert done.returncode in (0, 1), (words, done.stderr)
"""

# Opens the case and stays until its documents are read for meaning.
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from factcheck.window.app import make_application
from factcheck.window.main_window import MainWindow
app, settings = make_application()
window = MainWindow(settings)
read = []
window.indexing.ready.connect(lambda: read.append(True))
def close_when_read():
    if read and window.indexing._vectors is None:
        window.close()
timer = QTimer()
timer.timeout.connect(close_when_read)
timer.start(50)
QTimer.singleShot(120_000, lambda: app.exit(3))
window.show()
window.open_case(Path(sys.argv[1]))
code = app.exec()
from factcheck.vectors.minilm import is_installed
sys.exit(code or (4 if is_installed() and "onnxruntime" not in sys.modules else 0))
"""


def folders(home: Path, case: Path) -> dict[str, Path]:
    """What stands in the table of SECURITY.md, on Linux, as paths."""
    told = re.findall(r"^\| `(~/[^`]+)` ", SECURITY.read_text("utf-8"), re.MULTILINE)
    assert told
    return {each: home / each.removeprefix("~/") for each in told} | {"the case's": case}


def astray(seen: Egress, home: Path, case: Path) -> list[Path]:
    """What was written outside these folders and outside private ones in the temporary folder."""
    # Python itself tries the temporary folder out with a file of such a name, once a process.
    private = re.compile(re.escape(str(home / "tmp")) + r"(/factcheck-.*|/[a-z0-9_]{8})?")
    kept = folders(home, case).values()
    # A folder that leads to one of ours has to be made where it is missing.
    ways = {parent for folder in kept for parent in folder.parents} | {Path("/dev/null")}
    return sorted(
        path
        for path in seen.files - ways
        if not any(path.is_relative_to(folder) for folder in kept)
        and not private.fullmatch(str(path))
    )


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Egress, Path, Path]]:
    """All commands, then the window on the case that they made, both watched."""
    case = tmp_path_factory.mktemp("Fälle")
    found = {}
    for name, script, words in (
        ("commands", COMMANDS, ()),
        ("window", WINDOW, (str(case / "sample.factcheck"),)),
    ):
        home = tmp_path_factory.mktemp("home")
        code, egress = watch(script, *words, home=home, folder=case)
        assert code == 0, name
        found[name] = (egress, home, case)
    return found


@pytest.mark.parametrize("what", ["commands", "window"])
def test_no_socket_leads_beyond_this_machine(seen, what: str):
    assert seen[what][0].sockets == ()


@pytest.mark.parametrize("what", ["commands", "window"])
def test_nothing_is_written_outside_the_folders_that_are_named(seen, what: str):
    egress, home, case = seen[what]
    assert egress.files
    assert astray(egress, home, case) == []
