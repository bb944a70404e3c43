"""What a person should know where their system confines a child less than it could."""

import sys


def weakness() -> str:
    """Return a sentence where the kernel lacks what confines a child; "" elsewhere.

    What macOS and Windows give is told in SECURITY.md.
    """
    if sys.platform != "linux":
        return ""
    from factcheck.confined.linux import has_seccomp, landlock_version

    if landlock_version() and has_seccomp():
        return ""
    if has_seccomp():
        lacks, could = "Landlock (Linux 5.13 and newer have it)", "read your other files"
    elif landlock_version():
        lacks, could = "the filter of system calls for this kind of machine", "connect to others"
    else:
        lacks, could = "Landlock and a filter of system calls", "do what you can do"
    return (
        f"This system lacks {lacks}: a file that takes over the process that reads it could"
        f" {could}. Add files of strangers on another computer; SECURITY.md says more."
    )
