import os
import signal
import sys
import threading
from dataclasses import replace

import pytest

from factcheck.confined import child
from factcheck.confined.limits import Limits
from factcheck.errors import Cancelled, FactcheckError
from factcheck.ingest.reader import read_bytes
from factcheck.ingest.worker import Readers
from tests.ingest.ingest_files import article, column, page, pdf, word

HTML = page(article("<figure><img><figcaption>東京 😀</figcaption></figure>")).encode()
posix = pytest.mark.skipif(os.name != "posix", reason="limits of POSIX systems")


@pytest.fixture
def readers():
    with Readers() as opened:
        yield opened


def child_of(readers):
    return readers._child._child._process


def test_the_child_reads_what_this_process_reads(readers, tmp_path):
    files = {
        "a.html": HTML,
        "b.pdf": pdf([column("Zürich")]),
        "c.docx": word(lambda document: document.add_paragraph("東京 😀")),
        "d.txt": "Łódź".encode(),
    }
    for name, data in files.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert readers.read(path) == read_bytes(data, name)


def test_text_needs_no_child(readers):
    readers.read_bytes(b"text", "a.txt")
    assert readers._child is None


def test_this_process_does_not_import_the_parsers():
    code = (
        "import sys; from factcheck.ingest.worker import Readers; "
        "r = Readers(); r.read_bytes(b'x', 'a.txt'); "
        "print([name for name in ('trafilatura', 'lxml', 'docx', 'pypdfium2', 'sqlite3')"
        " if name in sys.modules])"
    )
    import subprocess

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_child_is_kept_warm_and_replaced_when_it_is_worn():
    with Readers(replace_after=2) as readers:
        readers.read_bytes(HTML, "a.html")
        first = child_of(readers).pid
        readers.read_bytes(HTML, "a.html")
        assert readers._child is None
        readers.read_bytes(HTML, "a.html")
        assert child_of(readers).pid != first


def test_a_sentence_of_the_child_reaches_the_caller(readers):
    with pytest.raises(FactcheckError, match=r"“leer\.html” is a web page with no text"):
        readers.read_bytes(page("", title="").encode(), "leer.html")
    assert readers.read_bytes(HTML, "a.html").text


@posix
def test_a_document_whose_child_was_killed_is_read_by_another(readers):
    readers.read_bytes(HTML, "a.html")
    first = child_of(readers)
    os.kill(first.pid, signal.SIGKILL)
    assert readers.read_bytes(HTML, "a.html").title == "Zürich nimmt Abkommen an"
    assert child_of(readers).pid != first.pid
    assert first.poll() is not None


@posix
def test_a_child_without_memory_costs_its_file_only():
    with Readers(Limits(memory=16 * 2**20)) as readers:
        with pytest.raises(
            FactcheckError, match=r"“a\.html” (could not be read|needs more memory)"
        ):
            # What the interpreter has already taken is enough for a short page.
            readers.read_bytes(HTML + b"<p>mehr</p>" * 500_000, "a.html")
        assert readers.read_bytes(b"text", "a.txt").text == "text"


@posix
def test_a_child_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(child, "_START", "import time; time.sleep(60)")
    with Readers(Limits(wall=0.1)) as readers:
        with pytest.raises(FactcheckError, match=r"“a\.html” took longer than 0\.1 seconds"):
            readers.read_bytes(HTML, "a.html")
        assert readers._child is None


@posix
def test_an_answer_that_is_no_json_is_no_answer(monkeypatch):
    monkeypatch.setattr(child, "_START", "import sys; sys.stdout.write('x' * 99); sys.exit()")
    with Readers() as readers, pytest.raises(FactcheckError, match=r"“a\.html” could not be read"):
        readers.read_bytes(HTML, "a.html")


@posix
def test_cancel_stops_what_is_being_read(monkeypatch):
    monkeypatch.setattr(child, "_START", "import time; time.sleep(60)")
    with Readers() as readers:
        timer = threading.Timer(0.1, readers.cancel)
        timer.start()
        with pytest.raises(Cancelled):
            readers.read_bytes(HTML, "a.html")
        timer.join()
        with pytest.raises(Cancelled):
            readers.read_bytes(b"text", "a.txt")
        readers.resume()
        assert readers.read_bytes(b"text", "a.txt").text == "text"


@posix
def test_the_child_has_the_limits_that_were_asked_for():
    import resource

    limits = replace(Limits(), memory=900 * 2**20, open_files=50)
    with Readers(limits) as readers:
        readers.read_bytes(HTML, "a.html")
        pid = child_of(readers).pid
        assert os.getsid(pid) == pid
        if hasattr(resource, "prlimit"):
            assert resource.prlimit(pid, resource.RLIMIT_AS)[0] == 900 * 2**20
            assert resource.prlimit(pid, resource.RLIMIT_NOFILE)[0] == 50
            assert resource.prlimit(pid, resource.RLIMIT_CPU)[0] == 20


@pytest.mark.parametrize("name", ["fehlt.txt", "ordner"])
def test_what_is_no_file_is_refused_with_its_name(readers, tmp_path, name):
    (tmp_path / "ordner").mkdir()
    with pytest.raises(FactcheckError, match=f"“{name}”"):
        readers.read(tmp_path / name)
