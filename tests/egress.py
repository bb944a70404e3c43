"""What a program did outside itself, as the kernel saw it: sockets, and files it made or changed.

`strace -f` follows the program and all that it starts, so that also what a compiled library does is
seen, which no hook of Python is told.
"""

import codecs
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.starting import ENVIRONMENT

STRACE = shutil.which("strace")
_SOCKETS = "connect,bind,sendto,sendmsg,sendmmsg"
_FILES = (
    "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,link,linkat,"
    "symlink,symlinkat,unlink,unlinkat,rmdir,truncate"
)
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")
_QUOTED = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE")
# A resolver may listen on this machine: what is asked of a loopback address goes on from there.
_BEYOND = re.compile(r"sa_family=AF_(?!UNIX)")
_REFUSED = re.compile(r" = -1 E(?:ACCES|PERM|ROFS) [^)]*\)$")
_LOOPBACK = re.compile(r'"::1"|"127\.0\.0\.1"')


class Egress(NamedTuple):
    """What went beyond the program.

    sockets: calls that name an address other than that of a process on this machine.
    files: paths that were made, changed or removed, also in vain, but not where that was forbidden.
    """

    sockets: tuple[str, ...]
    files: frozenset[Path]


def watch(script: str, *words: str, home: Path, folder: Path) -> tuple[int, Egress]:
    """Run a script of Python as somebody at home would, in folder; returns its exit code too.

    Nothing of the tests' own surroundings is there: no CI, no folders set by variables.
    """
    assert STRACE
    record, temporary = home / "strace.txt", home / "tmp"
    temporary.mkdir(parents=True)
    env = {
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": ENVIRONMENT["PYTHONPATH"],
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "FACTCHECK_BY": "Zoë",
    }
    traced = [
        STRACE,
        "-f",
        "-y",
        "-s",
        "4096",
        "-e",
        "signal=none",
        "-e",
        f"trace={_SOCKETS},{_FILES}",
    ]
    command = [*traced, "-o", str(record), sys.executable, "-c", script, *words]
    done = subprocess.run(command, env=env, cwd=folder, check=False, timeout=300)
    return done.returncode, _told(record.read_text("utf-8", "replace"), folder)


def _told(record: str, folder: Path) -> Egress:
    sockets: list[str] = []
    files: set[Path] = set()
    for line in record.splitlines():
        call = _CALL.match(line)
        if call is None:
            continue
        name, rest = call.groups()
        if name in _SOCKETS.split(","):
            if _BEYOND.search(rest) and not (name == "bind" and _LOOPBACK.search(rest)):
                sockets.append(line)
        elif not _REFUSED.search(rest) and (not name.startswith("open") or _WRITES.search(rest)):
            # What a link leads to stays as it is.
            files.update(_paths(rest, folder)[-1:] if "link" in name else _paths(rest, folder))
    return Egress(tuple(sockets), frozenset(files))


def _paths(arguments: str, folder: Path) -> list[Path]:
    found = []
    for beneath, quoted in _QUOTED.findall(arguments):
        base = _unescaped(beneath) if beneath else str(folder)
        found.append(Path(os.path.normpath(Path(base, _unescaped(quoted)))))
    return found


def _unescaped(quoted: str) -> str:
    return os.fsdecode(codecs.escape_decode(quoted.encode("latin-1"))[0])
