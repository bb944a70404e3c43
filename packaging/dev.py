#!/usr/bin/env python3
"""Set Factcheck up in a fresh checkout, then run it or test it.

    python3 packaging/dev.py run      the window; without a display the main job on the sample case
    python3 packaging/dev.py test     style, types and all tests

Both make .venv beside pyproject.toml, install the app into it as it lies here (editable), with the
versions of packaging/constraints.txt, and look for the system libraries that Qt needs. A second
call finds all that done and starts at once. Standard library only; Linux, macOS, Windows.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "factcheck-dev.stamp"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
# Whatever changes what has to be installed; another one of these and the set-up runs again.
INPUTS = (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__).resolve())

# The shared objects that the wheels of Qt expect of the system, and their Debian packages.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}
# A name that is no shared object: without one typeface on the system Qt draws empty boxes.
TYPEFACE = "a typeface"
TYPEFACE_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


class SetupError(Exception):
    """What keeps the set-up from going on: one sentence that says what to do."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks for; 0 done, 1 something failed, 2 wrong use."""
    options = parse(arguments)
    try:
        if sys.version_info < OLDEST_PYTHON:
            return run_again_with_newer_python(arguments)
        screen = has_display() and not (options.command == "run" and options.headless)
        python = set_up(windows=screen and options.command == "run")
        compile_sources(python, ROOT / "factcheck")
        if options.command == "test":
            provide_tracer()
            return run_tests(python, options.pytest)
        if screen:
            return subprocess.call([str(python), "-m", "factcheck", *options.case], env=clean_env())
        return headless_main_job(python, options.out)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Run the same command to go on.", file=sys.stderr)
        return 1


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line; ends the process with 0 for --help and 2 for wrong use."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description="Set Factcheck up in this checkout, then run it or test it."
    )
    commands = parser.add_subparsers(dest="command", metavar="run|test", required=True)
    run = commands.add_parser(
        "run", help="open the window; without a display do the main job on the sample case"
    )
    run.add_argument("case", nargs="*", metavar="CASE", help="a case file to open")
    run.add_argument("--headless", action="store_true", help="as if there were no display")
    run.add_argument("--out", type=Path, help="folder for what the main job without display makes")
    test = commands.add_parser("test", help="ruff, mypy --strict and all tests")
    test.add_argument("pytest", nargs="*", metavar="PATH", help="only these tests")
    return parser.parse_args(arguments)


def run_again_with_newer_python(arguments: list[str]) -> int:
    """Hand over to a Python on the path that is new enough."""
    for minor in range(14, OLDEST_PYTHON[1] - 1, -1):
        found = shutil.which("python3.%d" % minor)  # noqa: UP031  old Pythons read this too
        if found:
            return subprocess.call([found, str(Path(__file__).resolve()), *arguments])
    raise SetupError(
        "Factcheck needs Python 3.11 or newer, and this is {}.{}. Install a newer one "
        "(python.org, or your system's packages) and run this again with it.".format(
            *sys.version_info[:2]
        )
    )


# --- the environment ---


def set_up(*, windows: bool) -> Path:
    """Make sure that .venv holds the app and that Qt can load; return the Python in it.

    windows: the libraries for a real window are wanted too, not those for offscreen alone.
    """
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = fingerprint(windows=windows)
    if python.exists() and STAMP.exists() and wanted in STAMP.read_text("utf-8").split():
        return python
    make_venv(python)
    install(python)
    provide_system_libraries(python, windows=windows)
    # The libraries for a window include those for offscreen.
    STAMP.write_text("\n".join({wanted, fingerprint(windows=False)}) + "\n", "utf-8")
    return python


def fingerprint(*, windows: bool) -> str:
    """Return a hash of everything that the set-up depends on."""
    digest = hashlib.sha256()
    for path in INPUTS:
        digest.update(path.read_bytes())
    settings = VENV / "pyvenv.cfg"
    digest.update(settings.read_bytes() if settings.exists() else b"")
    digest.update(f"{ROOT} {sys.platform} {windows}".encode())
    return digest.hexdigest()


def make_venv(python: Path) -> None:
    """Make .venv unless a working one of a fitting Python is there."""
    if python.exists():
        check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
        if subprocess.run([str(python), "-c", check], capture_output=True, check=False).returncode:
            print("The .venv here does not work or is too old; making it anew.")
            shutil.rmtree(VENV)
        else:
            return
    provide_ensurepip()
    print("Making .venv")
    made = captured([sys.executable, "-m", "venv", str(VENV)])
    if made.returncode:
        raise SetupError(
            f"Python could not make the environment in {VENV}: {last_line(made)} "
            "Check that the folder can be written to and the disk is not full, then run this again."
        )


def provide_ensurepip() -> None:
    """Get what `python3 -m venv` needs: Debian leaves it out of its python3 package."""
    if importlib.util.find_spec("ensurepip"):
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if not can_install():
        raise SetupError(
            f"This Python cannot make environments. Install the package {package} "
            f"(sudo apt-get install {package}) and run this again."
        )
    apt_install([package])


def install(python: Path) -> None:
    """Install the app, editable, with the pinned versions."""
    print("Installing packages (a minute or two the first time)")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    pip += ["--constraint", str(CONSTRAINTS)]
    # An isolated build would fetch whatever is the newest builder today.
    for what in (
        ["hatchling", "editables"],
        ["--no-build-isolation", "--editable", f"{ROOT}[semantic,test]"],
    ):
        done = captured(pip + what)
        if done.returncode:
            raise SetupError(why_pip_failed(done))


def why_pip_failed(done: subprocess.CompletedProcess[str]) -> str:
    """Say in one sentence what kept pip from installing and what to do."""
    if "No space left" in done.stdout:
        return "The disk is full. The packages need about 1 GB; free some and run this again."
    if re.search(
        r"NewConnectionError|NameResolution|Max retries|ReadTimeout|ProxyError", done.stdout
    ):
        return (
            "The packages could not be downloaded: the package index does not answer. "
            "Check the network or the proxy and run this again."
        )
    print(done.stdout[-4000:], file=sys.stderr)
    return (
        f"pip could not install the packages: {last_line(done)} "
        "Run this again; where it stays, delete .venv first."
    )


def compile_sources(python: Path, package: Path) -> None:
    """Compile what changed of the package ahead of its first import.

    pip compiles an installed package, never an editable one, and where Python is told to write no
    bytecode each start would compile all of it anew: a third of the start's processor time.
    """
    # A source that does not compile says so better when it is imported.
    captured([str(python), "-m", "compileall", "-q", str(package)])


# --- the libraries of the system ---


def provide_system_libraries(python: Path, *, windows: bool) -> None:
    """Find out what Qt misses on this Linux; install it where we may, else say what it is."""
    missing = missing_libraries(python, windows=windows)
    if not missing:
        return
    packages = sorted(
        {
            TYPEFACE_PACKAGE if name == TYPEFACE else DEBIAN_PACKAGES.get(name, "")
            for name in missing
        }
        - {""}
    )
    if can_install() and packages:
        apt_install(packages)
        missing = missing_libraries(python, windows=windows)
    if missing and shutil.which("apt-get") and packages:
        raise SetupError(
            "Qt misses {} on this system. Install it with: sudo apt-get install {}".format(
                ", ".join(missing), " ".join(packages)
            )
        )
    if missing:
        raise SetupError(
            "Qt misses {} on this system. Install the packages that contain it "
            "and run this again.".format(", ".join(missing))
        )


def missing_libraries(python: Path, *, windows: bool) -> list[str]:
    """Name the shared objects that the parts of Qt we use would not find here."""
    if not sys.platform.startswith("linux"):
        return []
    where = captured(
        [str(python), "-c", "import importlib.util as u; print(u.find_spec('PySide6').origin)"]
    )
    package = Path(where.stdout.strip()).parent
    objects = [package / "Qt" / "lib" / f"libQt6{name}.so.6" for name in ("Gui", "Widgets", "Svg")]
    platforms = ["libqoffscreen.so"]
    if windows:
        platforms.append("libqwayland.so" if not os.environ.get("DISPLAY") else "libqxcb.so")
    objects += [package / "Qt" / "plugins" / "platforms" / name for name in platforms]
    names = {TYPEFACE} if not has_typeface() else set()
    for path in objects:
        if path.exists() and shutil.which("ldd"):
            names.update(re.findall(r"(\S+) => not found", captured(["ldd", str(path)]).stdout))
    return sorted(names)


def has_typeface() -> bool:
    """Tell whether at least one outline font is installed."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(
        path.suffix.lower() in {".ttf", ".otf", ".ttc"}
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
    )


def can_install() -> bool:
    """Tell whether system packages can be installed without asking anybody."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(packages: list[str]) -> None:
    """Install Debian packages; the lists are fetched first, since a fresh machine has none."""
    print("Installing system packages: {}".format(" ".join(packages)))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = captured(command, env)
        if done.returncode:
            raise SetupError(
                "apt-get could not install {}: {} Check the network, then run: "
                "apt-get update && apt-get install {}".format(
                    ", ".join(packages), last_line(done), " ".join(packages)
                )
            )


# --- what is run ---


def headless_main_job(python: Path, out: Path | None) -> int:
    """Do the main job on the sample case without a display and say where the results lie."""
    folder = out or Path(tempfile.mkdtemp(prefix="factcheck-sample-"))
    folder.mkdir(parents=True, exist_ok=True)
    print("No display: doing the main job on the sample case.")
    case = folder / "sample.factcheck"
    for command in (
        ["factcheck", "sample", str(folder)],
        ["factcheck.window.screenshot", str(case), str(folder / "window.png")],
    ):
        code = subprocess.call([str(python), "-m", *command], env=clean_env(offscreen=True))
        if code:
            return code
    for word, ending in (("ledger", "*.csv"), ("screenshot", "*.png")):
        for path in sorted(folder.glob(ending)):
            print(f"{word}: {path}")
    return 0


def provide_tracer() -> None:
    """Get what shows a test each call to the system; without it that test is left out."""
    if not can_install() or shutil.which("strace"):
        return
    try:
        apt_install(["strace"])
    except SetupError as error:
        print(error, file=sys.stderr)


def run_tests(python: Path, paths: list[str]) -> int:
    """Check style, types and behaviour; all of it, also after the first that fails."""
    # A story is told in one file, one test after the other: one worker has to run it whole.
    steps = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy", "--strict"],
        "pytest": ["pytest", "-q", "-n", "2", "--dist", "loadfile", *paths],
    }
    failed = []
    for name, command in steps.items():
        print(f"== {name}", flush=True)
        done = subprocess.call(
            [str(python), "-m", *command], cwd=str(ROOT), env=clean_env(offscreen=True)
        )
        if done:
            failed.append(name)
    print("Failed: {}.".format(", ".join(failed)) if failed else "All passed.")
    return 1 if failed else 0


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def clean_env(*, offscreen: bool = False) -> dict[str, str]:
    """Return the environment without what would point our Python at another one's packages."""
    env = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "PYTHONHOME"}}
    if offscreen:
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env


def captured(
    command: list[str], env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it writes, errors among it."""
    return subprocess.run(
        command,
        env=env or clean_env(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    """Return the last line that a command wrote, with a full stop."""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    return (lines[-1] if lines else "it said nothing").rstrip(".") + "."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
