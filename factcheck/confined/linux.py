"""Linux: what a process gives up for good, by Landlock and seccomp, without any package.

Landlock (from 5.13) leaves it the reading of some files and folders, and nothing else of the file
system; newer kernels also take ports, abstract sockets and signals to others. The filter of system
calls is a list of what is allowed: memory, threads, clocks, and reading what can be opened. So no
program can be started, nothing be opened for writing, no socket be made, no other process be
looked into, whatever a later kernel adds. Either holds without the other.
"""

import ctypes
import os
import platform
import signal
import struct
import sys
import threading
from collections.abc import Iterable, Iterator
from functools import cache

if sys.platform != "linux":
    raise ImportError("this is for Linux alone")

_libc = ctypes.CDLL(None, use_errno=True)

# prctl(2)
_PDEATHSIG, _DUMPABLE, _NAME, _GET_SECCOMP, _NO_NEW_PRIVS = 1, 4, 15, 21, 38

# landlock(7): rights to files, in the order in which kernels learned them
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_WRITE_FILE, _REMOVE_FILE, _MAKE_FILE, _TRUNCATE = 1 << 1, 1 << 5, 1 << 8, 1 << 14
_RIGHTS_OF = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION, _BENEATH = 1, 1

# seccomp(2) and bpf: class LD, JMP or RET with its operand; what a filter answers
_LOAD, _AND, _EQUAL, _GREATER, _ANSWER = 0x20, 0x54, 0x15, 0x35, 0x06
_ALLOW, _KILL, _UNKNOWN, _DENIED = 0x7FFF0000, 0x80000000, 0x50000 | 38, 0x50000 | 13
_OF_ALL_THREADS = 1
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
_X32 = 0x40000000

_ARCHITECTURES = {"x86_64": (0xC000003E, 0, 317), "aarch64": (0xC00000B7, 1, 277)}
"""AUDIT_ARCH of a machine, which number of a call it uses, and the number of seccomp itself."""

_CALLS: dict[str, tuple[int | None, int | None]] = {
    # What is open, and what may be looked at.
    "read": (0, 63), "write": (1, 64), "readv": (19, 65), "writev": (20, 66), "pread64": (17, 67),
    "lseek": (8, 62), "close": (3, 57), "close_range": (436, 436), "fadvise64": (221, 223),
    "stat": (4, None), "lstat": (6, None), "fstat": (5, 80), "newfstatat": (262, 79),
    "statx": (332, 291), "access": (21, None), "faccessat": (269, 48), "faccessat2": (439, 439),
    "readlink": (89, None), "readlinkat": (267, 78), "getdents": (78, None),
    "getdents64": (217, 61), "getcwd": (79, 17), "statfs": (137, 43), "fstatfs": (138, 44),
    "dup": (32, 23), "dup2": (33, None), "dup3": (292, 24),
    # Threads that wait for each other.
    "pipe": (22, None), "pipe2": (293, 59), "eventfd2": (290, 19), "poll": (7, None),
    "ppoll": (271, 73), "select": (23, None), "pselect6": (270, 72), "epoll_create1": (291, 20),
    "epoll_ctl": (233, 21), "epoll_wait": (232, None), "epoll_pwait": (281, 22),
    "futex": (202, 98), "set_robust_list": (273, 99), "set_tid_address": (218, 96),
    "rseq": (334, 293), "membarrier": (324, 283), "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123), "getcpu": (309, 168),
    # Memory.
    "mmap": (9, 222), "munmap": (11, 215), "mprotect": (10, 226), "mremap": (25, 216),
    "brk": (12, 214), "madvise": (28, 233), "mincore": (27, 232),
    # Clocks and chance.
    "clock_gettime": (228, 113), "clock_getres": (229, 114), "clock_nanosleep": (230, 115),
    "nanosleep": (35, 101), "gettimeofday": (96, 169), "time": (201, None), "times": (100, 153),
    "getrusage": (98, 165), "getrandom": (318, 278),
    # Of the process itself.
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132), "restart_syscall": (219, 128), "getpid": (39, 172),
    "gettid": (186, 178), "getppid": (110, 173), "getpgrp": (111, None), "getuid": (102, 174),
    "geteuid": (107, 175), "getgid": (104, 176), "getegid": (108, 177), "uname": (63, 160),
    "sysinfo": (99, 179), "getrlimit": (97, 163), "exit": (60, 93), "exit_group": (231, 94),
}  # fmt: skip
"""System calls that are allowed whatever they are given: numbers on x86_64 and aarch64."""

_TO_FILES: dict[str, tuple[int | None, int | None]] = {
    "open": (2, None), "openat": (257, 56), "pwrite64": (18, 68), "ftruncate": (77, 46),
    "fsync": (74, 82), "fdatasync": (75, 83), "unlink": (87, None), "unlinkat": (263, 35),
}  # fmt: skip
"""And where there is a folder to write in; Landlock then keeps all but that folder."""

_OPEN, _OPENAT, _CLONE, _TGKILL = (2, None), (257, 56), (56, 220), (234, 131)
_FCNTL, _IOCTL, _PRLIMIT, _PRCTL = (72, 25), (16, 29), (302, 261), (157, 167)
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_THREAD, _DETACHED = 0x3D0F00, 0x400000
"""What clone is given for a thread by glibc; musl adds the second, which means nothing."""
_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030)
"""F_DUPFD to F_SETLKW, the locks of open files, F_DUPFD_CLOEXEC; none that sends a signal."""
_IOCTLS = (0x5401, 0x5413, 0x5450, 0x5451, 0x541B)
"""TCGETS, TIOCGWINSZ, FIONCLEX, FIOCLEX, FIONREAD; none that types into a terminal."""


def confine(readable: Iterable[str], scratch: str, parent: int) -> None:
    """Give up for good what a reader does not need; OSError where what is there does not hold.

    Call it while there is one thread. scratch: the folder that it may write in, "" for none.
    parent: the process that dies no earlier than this one.
    """
    if threading.active_count() > 1:
        # Landlock would bind the calling one alone.
        raise OSError("there is more than one thread")
    _held(_libc.prctl(_PDEATHSIG, signal.SIGKILL, 0, 0, 0))
    if os.getppid() != parent:
        # It died before that was set.
        os._exit(1)
    # No core of it is kept, and no process of the same user looks into it.
    _held(_libc.prctl(_DUMPABLE, 0, 0, 0, 0))
    _held(_libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0))
    if version := landlock_version():
        _leave_only(readable, scratch, version)
    if has_seccomp():
        _filter_calls(writes=bool(scratch))


@cache
def landlock_version() -> int:
    """Return which version of Landlock the kernel has, 0 for none."""
    return max(0, int(_libc.syscall(_CREATE_RULESET, None, 0, _VERSION)))


@cache
def has_seccomp() -> bool:
    """Say whether the kernel filters system calls, on a machine whose numbers are known."""
    # A process of 32 bits on such a machine uses other numbers.
    is_known = platform.machine() in _ARCHITECTURES and sys.maxsize > 2**32
    return is_known and _libc.prctl(_GET_SECCOMP, 0, 0, 0, 0) >= 0


def _leave_only(readable: Iterable[str], scratch: str, version: int) -> None:
    rights = (1 << _RIGHTS_OF[min(version, max(_RIGHTS_OF))]) - 1
    ports = 0b11 if version >= 4 else 0
    others = 0b11 if version >= 6 else 0
    # Older kernels refuse a longer structure.
    wanted = struct.pack("=QQQ", rights, ports, others)[
        : 8 if version < 4 else 16 if version < 6 else 24
    ]
    rules = _held(_libc.syscall(_CREATE_RULESET, wanted, len(wanted), 0))
    for place in filter(None, (*readable, scratch)):
        try:
            at = os.open(place, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        allowed = _READ_FILE | (_READ_DIR if os.path.isdir(place) else 0)  # noqa: PTH112
        if place == scratch:
            allowed |= _WRITE_FILE | _REMOVE_FILE | _MAKE_FILE | (_TRUNCATE & rights)
        _held(_libc.syscall(_ADD_RULE, rules, _BENEATH, struct.pack("=Qi", allowed, at), 0))
        os.close(at)
    _held(_libc.syscall(_RESTRICT_SELF, rules, 0))
    os.close(rules)


def _filter_calls(*, writes: bool) -> None:
    architecture, column, seccomp = _ARCHITECTURES[platform.machine()]
    steps = list(_steps(architecture, column, writes=writes))
    code = b"".join(struct.pack("=HBBI", *step) for step in steps)
    kept = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(steps), ctypes.addressof(kept))
    _held(_libc.syscall(seccomp, 1, _OF_ALL_THREADS, program))


def _steps(architecture: int, column: int, *, writes: bool) -> Iterator[tuple[int, int, int, int]]:
    """Give the filter: operation, steps to jump where true and where false, operand."""
    yield _LOAD, 0, 0, _ARCHITECTURE
    yield _EQUAL, 1, 0, architecture
    yield _ANSWER, 0, 0, _KILL
    yield _LOAD, 0, 0, _NUMBER
    yield _GREATER, 0, 1, _X32
    yield _ANSWER, 0, 0, _UNKNOWN
    for numbers in (_CALLS | _TO_FILES if writes else _CALLS).values():
        if (number := numbers[column]) is not None:
            yield _EQUAL, 0, 1, number
            yield _ANSWER, 0, 0, _ALLOW
    for numbers, argument, mask, allowed in (
        (_OPEN, 1, _TO_WRITE, (0,)),
        (_OPENAT, 2, _TO_WRITE, (0,)),
        (_CLONE, 0, 0xFFFFFFFF ^ _DETACHED, (_THREAD,)),
        (_TGKILL, 0, 0xFFFFFFFF, (os.getpid(),)),
        (_FCNTL, 1, 0xFFFFFFFF, _FCNTLS),
        (_IOCTL, 1, 0xFFFFFFFF, _IOCTLS),
        (_PRLIMIT, 0, 0xFFFFFFFF, (0,)),
        (_PRCTL, 0, 0xFFFFFFFF, (_NAME,)),
    ):
        if (number := numbers[column]) is not None:
            yield _EQUAL, 0, 4 + len(allowed), number
            yield _LOAD, 0, 0, _ARGUMENTS + 8 * argument
            yield _AND, 0, 0, mask
            for at, value in enumerate(allowed):
                yield _EQUAL, len(allowed) - at, 0, value
            yield _ANSWER, 0, 0, _DENIED
            yield _ANSWER, 0, 0, _ALLOW
    yield _ANSWER, 0, 0, _UNKNOWN


def _held(answer: int) -> int:
    if answer < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return answer
