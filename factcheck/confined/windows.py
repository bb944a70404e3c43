"""Windows: a job with limits, and a token without privileges at low integrity. Not yet tried.

The job is made by the parent: no second process, no clipboard, no other window, and the child ends
with it. The token is given up by the child itself: what it may write to is next to nothing, and
processes of the user are out of its reach. It can still read what the user can read.
"""

import sys

from factcheck.confined.limits import Limits

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

    class _Labelled(ctypes.Structure):
        """TOKEN_MANDATORY_LABEL: how far a process is trusted."""

        _fields_ = (("Sid", ctypes.c_void_p), ("Attributes", wintypes.DWORD))

    # JOB_OBJECT_LIMIT_PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY, _KILL_ON_JOB_CLOSE (winnt.h)
    _FLAGS = 0x2 | 0x8 | 0x100 | 0x2000
    _EXTENDED, _OF_THE_SCREEN = 9, 4
    _NO_SCREEN = 0xFF
    _ALL_ACCESS = 0x1F0FFF
    _TICKS_A_SECOND = 10_000_000
    # TOKEN_QUERY, _ADJUST_PRIVILEGES, _ADJUST_DEFAULT; TokenIntegrityLevel, SE_GROUP_INTEGRITY
    _TOKEN = 0x8 | 0x20 | 0x80
    _INTEGRITY_LEVEL, _INTEGRITY = 25, 0x20
    _LOW = "S-1-16-4096"

    class _Job:
        """A job's handle, closed with the child that it bounds."""

        def __init__(self, kernel: ctypes.WinDLL, handle: int) -> None:
            self._kernel = kernel
            self._handle = handle

        def __del__(self) -> None:
            self._kernel.CloseHandle(self._handle)

    def bound(pid: int, limits: Limits) -> object:
        """Put a process into a job; returns what ends the job, and the process, when it goes."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
        )  # fmt: skip
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        job = kernel.CreateJobObjectW(None, None)
        wanted = _ExtendedLimits()
        wanted.BasicLimitInformation.LimitFlags = _FLAGS
        wanted.BasicLimitInformation.ActiveProcessLimit = 1
        wanted.BasicLimitInformation.PerProcessUserTimeLimit = limits.cpu * _TICKS_A_SECOND
        wanted.ProcessMemoryLimit = limits.memory
        kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(wanted), ctypes.sizeof(wanted))
        screen = wintypes.DWORD(_NO_SCREEN)
        kernel.SetInformationJobObject(
            job, _OF_THE_SCREEN, ctypes.byref(screen), ctypes.sizeof(screen)
        )
        process = kernel.OpenProcess(_ALL_ACCESS, False, pid)
        kernel.AssignProcessToJobObject(job, process)
        kernel.CloseHandle(process)
        return _Job(kernel, job)

    def confine() -> None:
        """Give up all privileges and go down to low integrity; OSError where that is refused."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        rights = ctypes.WinDLL("advapi32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        rights.OpenProcessToken.argtypes = (
            wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE),
        )  # fmt: skip
        rights.AdjustTokenPrivileges.argtypes = (
            wintypes.HANDLE, wintypes.BOOL, ctypes.c_void_p, wintypes.DWORD, ctypes.c_void_p,
            ctypes.c_void_p,
        )  # fmt: skip
        rights.ConvertStringSidToSidW.argtypes = (
            wintypes.LPCWSTR, ctypes.POINTER(ctypes.c_void_p),
        )  # fmt: skip
        rights.SetTokenInformation.argtypes = (
            wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
        )  # fmt: skip
        token, low = wintypes.HANDLE(), ctypes.c_void_p()
        _held(rights.OpenProcessToken(kernel.GetCurrentProcess(), _TOKEN, ctypes.byref(token)))
        _held(rights.AdjustTokenPrivileges(token, True, None, 0, None, None))
        _held(rights.ConvertStringSidToSidW(_LOW, ctypes.byref(low)))
        label = _Labelled(low.value, _INTEGRITY)
        _held(
            rights.SetTokenInformation(
                token, _INTEGRITY_LEVEL, ctypes.byref(label), ctypes.sizeof(label)
            )
        )
        kernel.CloseHandle(token)

    def _held(answer: int) -> None:
        if not answer:
            raise ctypes.WinError(ctypes.get_last_error())
