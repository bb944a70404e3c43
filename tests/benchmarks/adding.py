"""How fast the command line adds many articles, and how much memory it takes.

    python tests/benchmarks/adding.py [ARTICLES]

Adds 1,000 invented articles of 4 KB from one JSONL and from as many text files, index included,
and prints articles a second, the peak memory of all processes together (proportional set size, so
that shared pages count once; Linux only), and the ratio to plain inserts of the same texts into
SQLite, committed 200 at a time with the same settings.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SIZE = 4000
WORDS = [
    *("agreement", "border", "ceasefire", "délégation", "Zürich", "minister", "said", "that"),
    *("the", "river", "東京", "percent", "water", "rose", "fell", "signed", "on", "Thursday"),
    *("after", "talks", "in", "which", "both", "sides", "claimed", "figures", "of", "their"),
    *("own", "harvest", "drought", "statement", "foreign", "gauge", "report", "according", "to"),
]


def article(number):
    chance = random.Random(number)
    paragraphs, size = [], 0
    while size < SIZE:
        count = chance.randint(30, 80)
        words = " ".join(chance.choices(WORDS, k=count)) + f" {chance.randint(1, 9999)}."
        paragraphs.append(words)
        size += len(words) + 2
    return "\n\n".join(paragraphs)


def plain_inserts(folder, texts):
    """Return the seconds that the texts alone take: two columns, the settings of a case."""
    connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("CREATE TABLE texts (id TEXT PRIMARY KEY, body TEXT, snapshot BLOB)")
    begun = time.perf_counter()
    for at in range(0, len(texts), 200):
        connection.execute("BEGIN IMMEDIATE")
        for number, text in enumerate(texts[at : at + 200], at):
            connection.execute(
                "INSERT INTO texts VALUES (?, ?, ?)", (str(number), text, text.encode())
            )
        connection.execute("COMMIT")
    took = time.perf_counter() - begun
    connection.close()
    return took


class MemoryWatch(threading.Thread):
    """Samples the memory of a process and of all its children until told to stop."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid = pid
        self.peak_mb = 0.0
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.wait(0.02):
            self.peak_mb = max(self.peak_mb, sum(map(pss_mb, family(self.pid))))


def family(pid):
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        try:
            for thread in Path(f"/proc/{one}/task").iterdir():
                children = (thread / "children").read_text()
                waiting.extend(int(child) for child in children.split())
        except OSError:
            continue
    return found


def pss_mb(pid):
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def timed_add(case, paths):
    factcheck = [sys.executable, "-m", "factcheck"]
    subprocess.run([*factcheck, "new", str(case)], check=True, stdout=subprocess.DEVNULL)
    begun = time.perf_counter()
    adding = subprocess.Popen(
        [*factcheck, "add", str(case), *map(str, paths), "--json"], stdout=subprocess.PIPE
    )
    watch = MemoryWatch(adding.pid)
    watch.start()
    out, _ = adding.communicate()
    took = time.perf_counter() - begun
    watch.stopped.set()
    watch.join()
    added = sum(json.loads(line)["status"] == "added" for line in out.splitlines())
    return took, added, watch.peak_mb


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    os.environ.setdefault("FACTCHECK_BY", "benchmark")
    texts = [article(number) for number in range(count)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = folder / "articles.jsonl"
        with rows.open("w", encoding="utf-8") as file:
            for number, text in enumerate(texts):
                file.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")
        paths = []
        for number, text in enumerate(texts):
            paths.append(folder / f"{number}.txt")
            paths[-1].write_text(text, encoding="utf-8")
        plain = plain_inserts(folder, texts)
        print(f"plain inserts: {count / plain:.0f} a second")
        for kind, given in (("one JSONL", [rows]), (f"{count} paths", paths)):
            took, added, peak = timed_add(folder / f"{len(given)}.factcheck", given)
            print(
                f"{kind}: {added} added, {added / took:.0f} a second"
                f" ({took / plain:.1f} times plain inserts), peak memory {peak:.0f} MB"
            )


if __name__ == "__main__":
    main()
