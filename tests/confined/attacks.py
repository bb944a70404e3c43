"""What a parser that was taken over would try. Runs inside the confined child."""

import contextlib
import ctypes
import errno
import fcntl
import mmap
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

libc = ctypes.CDLL(None, use_errno=True)
TCP, NETLINK = 6, 16


def serve(pipe):
    """Try all, and report what came of each: the name of the error, or what was reached."""
    while True:
        try:
            asked = pipe.receive().head
        except ValueError:
            return
        if asked["do"] == "attack":
            pipe.send({name: outcome(attack, asked) for name, attack in ATTACKS.items()})
        else:
            pipe.send({"answer": globals()[asked["do"]](asked)})


def outcome(attack, asked):
    try:
        return f"REACHED {attack(asked)!r}"[:300]
    except BaseException as refused:  # noqa: BLE001  # any is as good
        return f"{type(refused).__name__} {getattr(refused, 'errno', '')}"


def call(number, *arguments):
    """Call the kernel past Python and the C library."""
    answer = libc.syscall(number, *arguments)
    if answer < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return answer


def connect(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as made:
        made.connect(address)


def environment(_):
    left = set(os.environ) - {"LD_LIBRARY_PATH", "TZ", "LC_CTYPE"}
    if not left:
        raise PermissionError
    return sorted(left)


def descriptors(_):
    left = []
    for number in range(3, 64):
        with contextlib.suppress(OSError):
            fcntl.fcntl(number, fcntl.F_GETFD)
            left.append(number)
    # The two ends of the pipe to the parent.
    if len(left) <= 2:
        raise PermissionError
    return left


def signal_by_descriptor(asked):
    reading, writing = os.pipe()
    fcntl.fcntl(reading, 8, asked["victim"])  # F_SETOWN
    fcntl.fcntl(reading, 10, 9)  # F_SETSIG
    fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC)
    os.write(writing, b"x")


def thread_that_does_it(asked):
    """Try it from a thread that was started after the filter."""
    found = []

    def run():
        try:
            found.append(Path(asked["secret"]).read_text())
        except OSError as refused:
            found.append(refused)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if isinstance(found[0], OSError):
        raise found[0]
    return found


def through(name):
    return lambda asked: Path(asked["folder"], name).read_bytes()


ATTACKS = {
    # Reading what is not the program's.
    "read a secret": lambda asked: Path(asked["secret"]).read_text(),
    "read a secret from a thread": thread_that_does_it,
    "read through a link": through("link"),
    "read through a hard way round": lambda asked: Path(
        "/usr/../", asked["secret"].lstrip("/")
    ).read_text(),
    "read by openat2": lambda asked: call(437, -100, asked["secret"].encode(), bytes(24), 24),
    "read by name_to_handle_at": lambda asked: call(
        303, -100, asked["secret"].encode(), bytes(128), 0
    ),
    "list the home": lambda _: list(Path("/root").iterdir()),
    "list the root": lambda _: list(Path("/").iterdir()),
    "read passwd": lambda _: Path("/etc/passwd").read_text(),
    "read shadow": lambda _: Path("/etc/shadow").read_text(),
    "read memory of the parent": lambda _: Path(f"/proc/{os.getppid()}/mem").read_bytes(),
    "read environment of the parent": lambda _: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
    "read command lines": lambda _: Path(f"/proc/{os.getppid()}/cmdline").read_bytes(),
    "read files that are open": lambda _: list(Path("/proc/self/fd").iterdir()),
    "open a disk": lambda _: Path("/dev/vda").open("rb").close(),
    "open the memory": lambda _: Path("/dev/mem").read_bytes(),
    "open a terminal": lambda _: Path("/dev/tty").open("rb").close(),
    "environment": environment,
    "open descriptors": descriptors,
    # Writing anything.
    "write a new file": lambda asked: Path(asked["folder"], "new").write_text("x"),
    "write over a secret": lambda asked: Path(asked["secret"]).write_text("x"),
    "write into the temporary folder": lambda _: Path("/", "tmp", "factcheck-attack").write_text(
        "x"
    ),
    "write into the program": lambda asked: Path(asked["program"], "x.py").write_text("x"),
    "write into shared memory": lambda _: Path("/dev/shm/factcheck-attack").write_text("x"),
    "write by creat": lambda asked: call(85, asked["secret"].encode(), 0o600),
    "make a file without a name": lambda asked: os.open(asked["folder"], os.O_TMPFILE | os.O_RDWR),
    "make a folder": lambda asked: Path(asked["folder"], "made").mkdir(),
    "delete": lambda asked: Path(asked["secret"]).unlink(),
    "rename": lambda asked: Path(asked["secret"]).rename(asked["secret"] + "x"),
    "link": lambda asked: os.link(asked["secret"], asked["secret"] + "l"),
    "make a symbolic link": lambda asked: Path(asked["folder"], "s2").symlink_to("/"),
    "truncate": lambda asked: os.truncate(asked["secret"], 0),
    "change the mode": lambda asked: Path(asked["secret"]).chmod(0o777),
    "change the time": lambda asked: os.utime(asked["secret"], (0, 0)),
    "change the owner": lambda asked: os.chown(asked["secret"], 1, 1),
    "add an attribute": lambda asked: os.setxattr(asked["secret"], "user.x", b"x"),
    "make a pipe with a name": lambda asked: os.mkfifo(Path(asked["folder"], "fifo")),
    # The network, and other programs of the same user.
    "connect to this computer": lambda asked: connect(socket.AF_INET, ("127.0.0.1", asked["port"])),
    "connect by IPv6": lambda asked: connect(socket.AF_INET6, ("::1", asked["port"])),
    "connect to a socket with a path": lambda asked: connect(socket.AF_UNIX, asked["socket"]),
    "connect to an abstract socket": lambda asked: connect(
        socket.AF_UNIX, "\0" + asked["abstract"]
    ),
    "listen": lambda _: socket.create_server(("127.0.0.1", 0)),
    "send a datagram": lambda asked: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "raw socket": lambda _: socket.socket(socket.AF_INET, socket.SOCK_RAW, TCP),
    "netlink": lambda _: socket.socket(NETLINK, socket.SOCK_RAW),
    "pair of sockets": lambda _: socket.socketpair(),
    "look up a name": lambda _: socket.getaddrinfo("example.org", 80),
    "type into a terminal": lambda _: fcntl.ioctl(0, 0x5412, b"x"),
    # Other processes.
    "start a program": lambda _: subprocess.run(["/bin/true"], check=True),
    "start a shell": lambda _: {0: "done"}[os.system("true")],
    "replace itself": lambda _: os.execv("/bin/true", ["true"]),
    "fork": lambda _: os.fork(),
    "spawn": lambda _: os.posix_spawn("/bin/true", ["true"], {}),
    "clone a process": lambda _: call(56, 17, 0, 0, 0, 0),
    "clone with a part of a thread's flags": lambda _: call(56, 0x10000, 0, 0, 0, 0),
    "clone into a new user": lambda _: call(56, 0x3D0F00 | 0x10000000, 0, 0, 0, 0),
    "clone3": lambda _: call(435, bytes(88), 88),
    "kill the victim": lambda asked: os.kill(asked["victim"], 9),
    "ask whether the parent is there": lambda _: os.kill(os.getppid(), 0),
    "kill all": lambda _: os.kill(-1, 9),
    "kill its group": lambda _: os.killpg(0, 9),
    "tgkill the victim": lambda asked: call(234, asked["victim"], asked["victim"], 9),
    "tkill the victim": lambda asked: call(200, asked["victim"], 9),
    "queue a signal": lambda asked: call(129, asked["victim"], 9, bytes(128)),
    "signal by descriptor": signal_by_descriptor,
    "signal by pidfd": lambda asked: os.pidfd_open(asked["victim"]),
    "limit the victim": lambda asked: call(302, asked["victim"], 0, bytes(16), 0),
    "trace the victim": lambda asked: call(101, 16, asked["victim"], 0, 0),
    "read the victim": lambda asked: call(310, asked["victim"], 0, 0, 0, 0, 0),
    "write into the victim": lambda asked: call(311, asked["victim"], 0, 0, 0, 0, 0),
    "slow the victim": lambda asked: os.setpriority(os.PRIO_PROCESS, asked["victim"], 19),
    "outlive the parent": lambda _: call(157, 1, 0, 0, 0, 0),
    "be dumped": lambda _: call(157, 4, 1, 0, 0, 0),
    "raise its limits": lambda _: call(160, 9, bytes(16)),
    # The kernel itself.
    "io_uring": lambda _: call(425, 1, bytes(120)),
    "bpf": lambda _: call(321, 0, bytes(64), 64),
    "keys": lambda _: call(250, 0, -3, 0, 0, 0),
    "mount": lambda asked: call(165, b"none", asked["folder"].encode(), b"tmpfs", 0, 0),
    "unshare": lambda _: call(272, 0x10000000),
    "setns": lambda _: call(308, 0, 0),
    "userfaultfd": lambda _: call(323, 0),
    "perf": lambda _: call(298, bytes(128), 0, -1, -1, 0),
    "memory with a name": lambda _: os.memfd_create("x"),
    "shared memory": lambda _: call(29, 0, 4096, 0o1600),
    "semaphores": lambda _: call(64, 0, 1, 0o1600),
    "message queues": lambda _: call(240, b"factcheck", 0o102, 0o600, 0),
    "another root": lambda asked: os.chroot(asked["folder"]),
    "the clock": lambda _: call(164, bytes(16), 0),
    "a new filter": lambda _: call(317, 0, 0, 0),
    "numbers of x32": lambda _: call(0x40000000 + 257, -100, b"/etc/passwd", 0, 0),
}


def sweep(_):
    """Try all numbers that are not allowed; returns those that the kernel knew."""
    from factcheck.confined import linux

    column = {"x86_64": 0, "aarch64": 1}[os.uname().machine]
    ruled = (linux._OPEN, linux._OPENAT, linux._CLONE, linux._TGKILL)
    ruled += (linux._FCNTL, linux._IOCTL, linux._PRLIMIT, linux._PRCTL)
    allowed = {numbers[column] for numbers in (*linux._CALLS.values(), *ruled)}
    if libc.syscall((41, 198)[column], 2, 1, 0) != -1 or ctypes.get_errno() != errno.ENOSYS:
        raise AssertionError("there is no filter: the rest would do harm")
    known = []
    # Calls of probes, which newer kernels of x86_64 never filter: they end who calls them himself.
    allowed |= {335, 336} if column == 0 else set()
    for number in range(1024):
        if number not in allowed:
            answer = libc.syscall(number, 0, 0, 0, 0, 0, 0)
            if answer != -1 or ctypes.get_errno() != errno.ENOSYS:
                known.append(number)
    return known


def threads_and_files_work(asked):
    """Do what a reader may: threads, chance, memory, its own modules, what the job lets it read."""
    import json.tool  # noqa: F401  # a module that nobody has imported yet

    import lxml.etree

    seen = []
    threads = [threading.Thread(target=seen.append, args=(at,)) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    mmap.mmap(-1, 2**20).close()
    os.urandom(8)
    text = lxml.etree.fromstring("<p>東京</p>").text
    return [sorted(seen), text, Path(asked["readable"]).read_text(), sys.flags.isolated]


def write_and_delete(asked):
    """Do what taking back a transaction takes."""
    kept, gone = Path(asked["scratch"], "kept"), Path(asked["scratch"], "gone")
    gone.write_text("x")
    gone.unlink()
    with kept.open("w+b") as file:
        file.write("東京 und mehr".encode())
        file.truncate(6)
        os.fsync(file.fileno())
    return kept.read_text("utf-8")


def old_numbers(_):
    """Call the kernel as a program of 32 bits would: the filter ends the process."""
    code = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"  # mov eax, 20 (getpid); int 0x80; ret
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    place = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return ctypes.CFUNCTYPE(ctypes.c_int)(place)()


def eat_memory(_):
    kept = []
    try:
        while True:
            kept.append(bytearray(64 * 2**20))
    except MemoryError:
        return len(kept)


def spin(_):
    while True:
        pass
