"""What a hostile file is, and what became of it when it was read.

Each module of this folder that has a function `specimens` makes files of one class. The test beside
this file holds each to what is right; tests/benchmarks/faults/hostile.py counts them.
"""

import importlib
import pkgutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import tests.hostile
from factcheck.errors import FactcheckError
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.worker import Readers

Outcome = Literal["all text", "said", "refused", "lost in silence", "shown as seen", "crash"]
_SHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".tsv", ".sheet.csv")
WRONG: tuple[Outcome, ...] = ("lost in silence", "shown as seen", "crash")


class Specimen(NamedTuple):
    """A file, by the name under which it comes.

    shown: words that a person who opens the file in its usual program sees.
    hidden: words in it that such a person does not see.
    refused: whether nothing but a refusal is right.
    """

    name: str
    data: bytes
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    refused: bool = False


class Found(NamedTuple):
    """What became of a specimen, and the words or the sentence that tell it."""

    outcome: Outcome
    why: str


def all_specimens() -> Iterator[tuple[str, Specimen]]:
    """Give each specimen with the class that it belongs to."""
    for module in pkgutil.iter_modules(tests.hostile.__path__):
        made = importlib.import_module(f"tests.hostile.{module.name}")
        for specimen in getattr(made, "specimens", tuple)():
            yield module.name, specimen


def outcome(specimen: Specimen, readers: Readers) -> Found:
    """Read a specimen and say what became of its words."""
    try:
        loaded = _read(specimen, readers)
    except FactcheckError as error:
        return Found("refused", str(error))
    except Exception as error:  # noqa: BLE001  # a crash is what is counted here
        return Found("crash", repr(error))
    if specimen.refused:
        return Found("shown as seen", "it was read, and should have been refused")
    return _judged(specimen, loaded)


def _read(specimen: Specimen, readers: Readers) -> Loaded:
    if not specimen.name.endswith(_SHEETS):
        return readers.read_bytes(specimen.data, specimen.name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / specimen.name
        path.write_bytes(specimen.data)
        sheets = readers.read_sheets(path)
    rows = [row for sheet in sheets for row in (sheet.header, *sheet.rows)]
    said = tuple(each for sheet in sheets for each in sheet.warnings)
    text = "\n".join("\t".join(row) for row in rows)
    return Loaded(text, b"", "", "", "", warnings=said)


def _judged(specimen: Specimen, loaded: Loaded) -> Found:
    text = " ".join(loaded.text.split())
    lost = [words for words in specimen.shown if words not in text]
    bare = [words for words in specimen.hidden if _stands_bare(words, loaded)]
    said = " ".join(loaded.warnings)
    if lost and not said:
        return Found("lost in silence", " | ".join(lost))
    if bare:
        return Found("shown as seen", " | ".join(bare))
    return Found("said", said) if lost else Found("all text", said)


def _stands_bare(words: str, loaded: Loaded) -> bool:
    """Tell whether words stand in the text without being marked as unseen, once at least."""
    at = loaded.text.find(words)
    while at >= 0:
        if not any(each.start <= at and at + len(words) <= each.end for each in loaded.unseen):
            return True
        at = loaded.text.find(words, at + 1)
    return False
