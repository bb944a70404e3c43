"""What a reading process may use, and how each system is told so."""

import contextlib
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use.

    memory, file_size: bytes. cpu: seconds over the child's life; so one that has used replace_cpu
    seconds, or has read replace_documents, is replaced. wall: seconds by the clock a document.
    """

    memory: int = 2**30
    cpu: int = 20
    file_size: int = 64 * 2**20
    open_files: int = 64
    wall: float = 30.0
    replace_cpu: float = 10.0
    replace_documents: int = 100


def limit_self(memory: int, cpu: int, file_size: int, open_files: int) -> None:
    """Take limits, in the child, before any parser is imported.

    macOS knows no limit of address space; on Windows bound_child does it from outside.
    """
    if sys.platform == "win32":
        return
    import resource

    wanted = (
        (resource.RLIMIT_AS, memory, memory),
        # One second between the signal that ends it and the one that cannot be caught.
        (resource.RLIMIT_CPU, cpu, cpu + 1),
        (resource.RLIMIT_FSIZE, file_size, file_size),
        (resource.RLIMIT_NOFILE, open_files, open_files),
        (resource.RLIMIT_CORE, 0, 0),
    )
    for which, soft, hard in wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (soft, hard))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    # JOB_OBJECT_LIMIT_PROCESS_TIME, _PROCESS_MEMORY, _KILL_ON_JOB_CLOSE (winnt.h).
    _FLAGS = 0x2 | 0x100 | 0x2000
    _EXTENDED = 9
    _ALL_ACCESS = 0x1F0FFF
    _TICKS_A_SECOND = 10_000_000

    def _windows_job(pid: int, limits: Limits) -> object:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        job = kernel.CreateJobObjectW(None, None)
        wanted = _ExtendedLimits()
        wanted.BasicLimitInformation.LimitFlags = _FLAGS
        wanted.BasicLimitInformation.PerProcessUserTimeLimit = limits.cpu * _TICKS_A_SECOND
        wanted.ProcessMemoryLimit = limits.memory
        kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(wanted), ctypes.sizeof(wanted))
        process = kernel.OpenProcess(_ALL_ACCESS, False, pid)
        kernel.AssignProcessToJobObject(job, process)
        kernel.CloseHandle(process)
        return _Handle(kernel, job)

    class _Handle:
        """A job's handle, closed with the child that it bounds."""

        def __init__(self, kernel: ctypes.WinDLL, handle: int) -> None:
            self._kernel = kernel
            self._handle = handle

        def __del__(self) -> None:
            self._kernel.CloseHandle(self._handle)


def bound_child(pid: int, limits: Limits) -> object:
    """Put a child into a Windows job with limits; elsewhere the child limits itself.

    Returns a handle: the child is killed when it is closed, with the program's end at the latest.
    """
    if sys.platform == "win32":
        return _windows_job(pid, limits)
    return None
