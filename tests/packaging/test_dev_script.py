"""packaging/dev.py: what it says and what it decides, without installing anything."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "dev.py"


@pytest.fixture
def dev(tmp_path, monkeypatch):
    """The script as a module whose environment lies in a folder of the test's own."""
    spec = importlib.util.spec_from_file_location("dev_under_test", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / "Zürich 東京" / ".venv")
    monkeypatch.setattr(module, "STAMP", module.VENV / "stamp")
    return module


def failed(output):
    return subprocess.CompletedProcess([], 1, stdout=output)


def test_help_needs_nothing_but_the_standard_library():
    shown = subprocess.run(
        [sys.executable, "-I", "-S", str(SCRIPT), "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.returncode == 0
    assert "run" in shown.stdout
    assert "test" in shown.stdout


def test_wrong_use_is_exit_2():
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, check=False)
    assert done.returncode == 2


def test_an_old_python_hands_over_to_a_newer_one(dev, monkeypatch):
    calls = []
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(dev.subprocess, "call", lambda command: calls.append(command) or 0)

    assert dev.main(["run"]) == 0
    assert calls == [["/bin/python3.14", str(SCRIPT), "run"]]


def test_without_a_new_python_one_sentence_says_what_to_install(dev, monkeypatch, capsys):
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)

    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err.startswith(
        "Factcheck needs Python 3.11 or newer, and this is 3.9. Install"
    )


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("WARNING: Retrying: NewConnectionError('…')\nERROR: No match", "Check the network"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: Cannot install a and b.", "ERROR: Cannot install a and b. Run this again"),
        ("", "it said nothing"),
    ],
)
def test_what_pip_complains_of_becomes_one_sentence(dev, output, words):
    assert words in dev.why_pip_failed(failed(output))


def test_a_finished_set_up_is_not_done_again(dev, monkeypatch):
    python = dev.VENV / ("Scripts/python.exe" if dev.os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    done = []
    monkeypatch.setattr(dev, "make_venv", lambda python: done.append("venv"))
    monkeypatch.setattr(dev, "install", lambda python: done.append("install"))
    monkeypatch.setattr(
        dev, "provide_system_libraries", lambda python, windows: done.append(windows)
    )

    dev.set_up(windows=True)
    dev.set_up(windows=True)
    dev.set_up(windows=False)
    assert done == ["venv", "install", True]


def test_changed_pins_make_the_set_up_run_again(dev, monkeypatch, tmp_path):
    pins = tmp_path / "pins.txt"
    pins.write_text("lxml==6.1.3")
    monkeypatch.setattr(dev, "INPUTS", (pins,))
    before = dev.fingerprint(windows=False)
    pins.write_text("lxml==6.1.4")

    assert dev.fingerprint(windows=False) != before


def test_sources_are_compiled_also_where_python_writes_no_bytecode(dev, monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    source = tmp_path / "Straße" / "wörter.py"
    source.parent.mkdir()
    source.write_text("WORT = 'Zoë'\n", "utf-8")

    dev.compile_sources(Path(sys.executable), source.parent)

    assert Path(importlib.util.cache_from_source(str(source))).is_file()


def test_a_source_that_does_not_compile_ends_no_set_up(dev, tmp_path):
    source = tmp_path / "halb.py"
    source.write_text("def halb(:\n", "utf-8")

    dev.compile_sources(Path(sys.executable), tmp_path)

    assert not Path(importlib.util.cache_from_source(str(source))).exists()


def test_libraries_that_only_root_can_install_are_named_with_the_command(dev, monkeypatch):
    monkeypatch.setattr(dev, "missing_libraries", lambda python, windows: ["libEGL.so.1"])
    monkeypatch.setattr(dev, "can_install", lambda: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: name)

    with pytest.raises(dev.SetupError, match=r"libEGL\.so\.1 .* sudo apt-get install libegl1$"):
        dev.provide_system_libraries(Path("python"), windows=False)


def test_where_there_is_no_apt_the_libraries_themselves_are_named(dev, monkeypatch):
    monkeypatch.setattr(dev, "missing_libraries", lambda python, windows: ["libEGL.so.1"])
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)

    with pytest.raises(dev.SetupError, match=r"misses libEGL\.so\.1 on this system"):
        dev.provide_system_libraries(Path("python"), windows=False)


def test_missing_libraries_are_installed_where_that_is_allowed(dev, monkeypatch):
    answers = [["libGL.so.1", dev.TYPEFACE], []]
    installed = []
    monkeypatch.setattr(dev, "missing_libraries", lambda python, windows: answers.pop(0))
    monkeypatch.setattr(dev, "can_install", lambda: True)
    monkeypatch.setattr(dev, "apt_install", installed.extend)

    dev.provide_system_libraries(Path("python"), windows=False)
    assert installed == ["fonts-dejavu-core", "libgl1"]


def test_the_main_job_says_where_ledger_and_picture_lie(dev, monkeypatch, tmp_path, capsys):
    ran = []

    def job(command, env):
        (tmp_path / "ledger.csv").touch()
        (tmp_path / "check.png").touch()
        ran.append(command[2:4])
        assert env["QT_QPA_PLATFORM"] == "offscreen"
        return 0

    monkeypatch.setattr(dev.subprocess, "call", job)

    assert dev.headless_main_job(Path("python"), tmp_path) == 0
    said = capsys.readouterr().out
    assert f"ledger: {tmp_path / 'ledger.csv'}" in said
    assert f"screenshot: {tmp_path / 'check.png'}" in said
    case = str(tmp_path / "sample.factcheck")
    assert ran == [["factcheck", "sample"], ["factcheck.window.screenshot", case]]


def test_the_main_job_ends_with_the_first_part_that_fails(dev, monkeypatch, tmp_path):
    monkeypatch.setattr(dev.subprocess, "call", lambda command, env: 3)

    assert dev.headless_main_job(Path("python"), tmp_path) == 3


def test_all_checks_run_even_after_one_that_fails(dev, monkeypatch, capsys):
    ran = []

    def check(command, cwd, env):
        ran.append(command[2])
        return int(command[2] == "mypy")

    monkeypatch.setattr(dev.subprocess, "call", check)

    assert dev.run_tests(Path("python"), []) == 1
    assert ran == ["ruff", "ruff", "mypy", "pytest"]
    assert capsys.readouterr().out.endswith("Failed: mypy.\n")
