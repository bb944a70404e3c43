"""A child that was taken over reaches nothing: each attack is tried from inside it."""

import os
import platform
import select
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck.confined import child as starting
from factcheck.confined.child import Child, TimedOut
from factcheck.confined.limits import Limits
from factcheck.confined.told import Died

if sys.platform == "linux":
    from factcheck.confined.linux import has_seccomp, landlock_version

    confining = landlock_version() > 0 and has_seccomp()
else:
    confining = False
pytestmark = pytest.mark.skipif(
    not confining, reason="this system has no Landlock, or does not filter system calls"
)
# The numbers of system calls in attacks.py are those of one machine.
x86_64 = pytest.mark.skipif(platform.machine() != "x86_64", reason="numbers of x86_64")


@pytest.fixture
def start(monkeypatch):
    """Start the work of a function of attacks.py in a child."""
    here = str(Path(__file__).parent)
    path = (here, *starting.import_path())
    monkeypatch.setattr(starting, "import_path", lambda: path)
    children = []

    def started(limits=None):
        children.append(Child("attacks:serve", limits or Limits()))
        return children[-1]

    yield started
    for child in children:
        child.close()


@pytest.fixture
def around(tmp_path, monkeypatch):
    """What the attacks are aimed at."""
    monkeypatch.setenv("FACTCHECK_TOKEN", "geheim 東京")
    secret = tmp_path / "Quelle 東京.txt"
    secret.write_text("Łódź", "utf-8")
    (tmp_path / "link").symlink_to(secret)
    victim = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with (
        socket.create_server(("127.0.0.1", 0)) as port,
        socket.socket(socket.AF_UNIX) as named,
        socket.socket(socket.AF_UNIX) as abstract,
    ):
        named.bind(str(tmp_path / "s"))
        named.listen()
        abstract.bind(f"\0factcheck-{os.getpid()}")
        abstract.listen()
        yield {
            "secret": str(secret), "folder": str(tmp_path), "victim": victim.pid,
            "program": str(Path(factcheck.__file__).parent), "port": port.getsockname()[1],
            "socket": str(tmp_path / "s"), "abstract": f"factcheck-{os.getpid()}",
        }  # fmt: skip
        assert select.select([port, named, abstract], [], [], 0)[0] == []
    assert victim.poll() is None
    victim.communicate()
    assert secret.read_text("utf-8") == "Łódź"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Quelle 東京.txt", "link", "s"]


@x86_64
@pytest.mark.parametrize("writes", [False, True])
def test_a_child_that_was_taken_over_reaches_nothing(start, around, tmp_path_factory, writes):
    limits = Limits(scratch=tmp_path_factory.mktemp("Kopien 東京") if writes else None)
    outcomes = start(limits).ask({"do": "attack", **around}).head
    assert len(outcomes) > 80
    assert [name for name, what in outcomes.items() if str(what).startswith("REACHED")] == []
    assert not Path("/", "tmp", "factcheck-attack").exists()


def test_no_other_system_call_is_known_to_a_child(start):
    assert start().ask({"do": "sweep"}).head == {"answer": []}


@x86_64
def test_a_call_by_the_numbers_of_another_machine_ends_the_child(start):
    with pytest.raises(Died):
        start().ask({"do": "old_numbers"})


def test_a_child_can_do_what_it_needs_and_read_what_its_job_names(start, tmp_path):
    model = tmp_path / "Modell" / "weights 東京.txt"
    model.parent.mkdir()
    model.write_text("0.5", "utf-8")
    child = start(Limits(readable=(model.parent,)))
    answer = child.ask({"do": "threads_and_files_work", "readable": str(model)}).head["answer"]
    assert answer == [list(range(8)), "東京", "0.5", 1]


def test_a_child_writes_only_in_the_folder_that_its_job_names(start, tmp_path):
    scratch = tmp_path / "Kopie 東京"
    scratch.mkdir()
    child = start(Limits(scratch=scratch))
    made = child.ask({"do": "write_and_delete", "scratch": str(scratch)}).head["answer"]
    assert made == "東京"
    assert [path.name for path in scratch.iterdir()] == ["kept"]


def test_limits_are_set_for_each_job(start):
    few = start(Limits(memory=400 * 2**20)).ask({"do": "eat_memory"}).head["answer"]
    more = start(Limits(memory=800 * 2**20)).ask({"do": "eat_memory"}).head["answer"]
    assert 0 < few < more
    with pytest.raises(Died):
        start(Limits(cpu=1)).ask({"do": "spin"})
    with pytest.raises(TimedOut):
        start(Limits(wall=0.2)).ask({"do": "spin"})


def test_a_child_dies_with_its_parent_and_not_with_the_thread_that_asked_for_it():
    code = (
        "import threading\n"
        "from factcheck.confined.child import Child\n"
        "from factcheck.confined.limits import Limits\n"
        "made = []\n"
        "def start(): made.append(Child('factcheck.ingest.serving:serve', Limits()))\n"
        "one = threading.Thread(target=start)\n"
        "one.start(); one.join()\n"
        "answer = made[0].ask({'do': 'read', 'name': 'a.txt'}, b'text').head\n"
        "print(answer['text'], made[0].pid, flush=True)\n"
        "input()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    text, pid = parent.stdout.readline().split()
    assert text == "text"
    handle = os.pidfd_open(int(pid))
    assert select.select([handle], [], [], 0)[0] == []
    parent.kill()
    parent.communicate()
    assert select.select([handle], [], [], 10)[0] == [handle]
    os.close(handle)
