"""After a writer died in the middle, the case can be read again, also by who only reads."""

import subprocess
import sys

from factcheck.case.case import Case
from factcheck.case.read.documents import documents

# A cache of one page: unfinished pages are in the file, and the journal knows what stood there.
DIES = """
import os, sqlite3, sys
case = sqlite3.connect(sys.argv[1], isolation_level=None)
case.execute("PRAGMA cache_size=1")
case.execute("BEGIN IMMEDIATE")
for number in range(100):
    case.execute("INSERT INTO snapshots VALUES (?, ?, 9000)", (f"{number:064}", b"x" * 9000))
os._exit(9)
"""


def test_what_a_dead_writer_left_unfinished_is_taken_back_for_a_reader(case, article):
    died = subprocess.run([sys.executable, "-c", DIES, str(case.path)], check=False)
    assert died.returncode == 9
    assert case.path.with_name(f"{case.path.name}-journal").exists()

    with Case.open(case.path, read_only=True) as reader:
        assert [row.id for row in reader.read(documents)] == [article]
    assert not case.path.with_name(f"{case.path.name}-journal").exists()
