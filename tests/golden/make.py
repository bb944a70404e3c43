"""Make the golden case of the present schema: one of every thing, by the command line alone.

Once for each schema that is released; the file is then never made again. Later ones open it and
hold it to the fingerprint that is printed here and kept in tests/case/test_migrating.py.

Usage: python -m tests.golden.make [FOLDER]
"""

import contextlib
import gzip
import io
import json
import os
import sys
import tempfile
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.migrations import SCHEMA_VERSION
from factcheck.case.read.documents import text
from factcheck.cli.run import run
from factcheck.sample import make_sample

HERE = Path(__file__).parent

_COMMANDS = (
    ("rules", "--approvals", "1"),
    ("review", "1", "--approve", "--by", "Łucja"),
    ("review", "2", "--send-back", "--reason", "Which article, 東京?", "--by", "Łucja"),
    ("publish", "1", "--url", "https://example.org/東京"),
    (
        "rate", "1", "--rating", "Mostly true", "--reason", "The hour differs.",
        "--what-was-wrong", "The hour", "--note", "An earlier version named another hour.",
    ),
    ("publish", "5", "--url", "print, p. 4"),
    ("withdraw", "5", "--reason", "Asked again", "--note", "We take this back, 東京."),
    ("rate", "7", "--rating", "Unproven", "--reason", "Nobody says so 😀", "--explain", "No time"),
    ("edit", "3", "wording=The flow holds from May to October.", "priority=high", "due=2026-05-01"),
    ("edit", "{place}", "should_read=120 cubic metres"),
    ("edit", "{source}", "condition=retracted", "condition_note=Wrong map", "confidential=yes"),
    ("edit", "{source}", "aliases=Łucja of the gauge, L. Ōe"),
    ("recheck", "8"),
    ("request", "--claim", "3", "--kind", "source", "--to", "Ōe", "--text", "Which table?"),
    ("answer", "{request}", "--outcome", "answered", "--text", "Tafel 4", "--as-note"),
    ("add", "{file}", "--source", "--title", "Anhang für Łódź"),
    ("add", "--note", "1,150, sagt er", "--kind", "call", "--title", "Anruf", "--attach", "{file}"),
    ("redact", "--name", "Tarn Bridge", "--reason", "Protects the gauge keeper"),
    ("copies", "--apart", "{source}", "{article}", "--reason", "Zwei Büros, 東京"),
    ("import-claims", "{earlier}"),
    ("lines", "{article}", "--sign-off", "--reason", "Read by two, the rest is colour"),
    ("revise", "{article}", "{revised}", "--label", "UPDATE 2"),
    ("backup",),
    ("backup", "--restore", "newest"),
)  # fmt: skip


_EARLIER = {
    "id": "e1", "claim": "東京 sent 1,150 tents to Łódź", "rating": "Mixed",
    "url": "https://example.org/e1", "published": "2020-11", "publisher": "Büro",
}  # fmt: skip


def make(folder: Path) -> tuple[Path, str]:
    """Make the case in a folder; return it and its fingerprint."""
    path = folder / f"schema-{SCHEMA_VERSION}.factcheck"
    make_sample(path, via="cli")
    other = folder / "Anhang.txt"
    other.write_text("Anhang\n\n1,150 Zelte, 東京 😀\n", encoding="utf-8")
    earlier = folder / "earlier.jsonl"
    earlier.write_text(json.dumps(_EARLIER, ensure_ascii=False), encoding="utf-8")
    article = _first(path, "documents", "under_check")
    revised = folder / "Neu.txt"
    revised.write_text(_revised(path, article), encoding="utf-8")
    names = {
        "article": article,
        "earlier": str(earlier),
        "revised": str(revised),
        "place": _first(path, "places"),
        "source": _first(path, "documents", "source"),
        "request": _first(path, "requests"),
        "file": str(other),
    }
    for name, *words in _COMMANDS:
        given = [word.format(**names) if word.startswith("{") else word for word in words]
        _run(name, str(path), *given)
    with Case.open(path, read_only=True) as case:
        return path, case.head.fingerprint


def _revised(path: Path, document_id: str) -> str:
    with Case.open(path, read_only=True) as case:
        before = case.read(text, document_id).text
    # One place in two is moved, one is no longer there word for word.
    return "東京 first.\n\n" + before.replace("cubic metres", "cubic meters")


def _first(path: Path, kind: str, mark: str = "id") -> str:
    rows = [json.loads(line) for line in _run("list", str(path), kind, "--json").splitlines()]
    return str(next(row["id"] for row in rows if row[mark]))


def _run(*words: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = run(words, window=lambda *_, **__: 1)
    if code:
        raise SystemExit(f"not done: {' '.join(words)}")
    return out.getvalue()


def main() -> None:
    """Make the golden file in this folder, or in another one, and print its fingerprint."""
    to = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"FACTCHECK_CONFIG_DIR": folder, "FACTCHECK_DATA_DIR": f"{folder}/data",
                       "FACTCHECK_BY": "Zoë Ångström"}  # fmt: skip
        path, fingerprint = make(Path(folder))
        packed = gzip.compress(path.read_bytes(), 9, mtime=0)
    (to / f"{path.name}.gz").write_bytes(packed)
    print(f"{to / path.name}.gz: {len(packed)} bytes, fingerprint {fingerprint}")


if __name__ == "__main__":
    main()
