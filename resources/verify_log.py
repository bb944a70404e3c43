#!/usr/bin/env python3
"""Verify the log of a fact-check without the app: Python 3 and this file are enough.

Usage: python3 verify_log.py LOG.csv [FINGERPRINT]

LOG.csv is the table "log", exported in exact mode. Each entry of it holds the hash of the entry
before, so that none can be changed, taken out or put in without all later hashes changing too.
This script computes every hash again and names the first row that is wrong, and why. With the
FINGERPRINT that was handed out earlier (1042-3f9a-51c2-9b0e-77d1-ac04, or 1042:FULLHASH) it also
shows whether the log was cut or written anew as a whole since then. It does not show that what
was written was true, nor that the clock was right.

Exit: 0 the log holds, 1 it does not, 2 it cannot be read.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELDS = (
    "seq", "id", "v", "case_id", "at", "by", "via", "app", "action", "claim_id", "group_id",
    "undoes", "salt", "changes", "digest", "prev", "hash",
)  # fmt: skip
NOT_HASHED = {"salt", "changes", "hash"}
NUMBERS = {"seq", "v"}
LEFT_OUT = "confidential"  # the salt of an entry whose changes name a confidential source
NOT_SHOWN = None  # in the place of the ids that such an entry redacts
CHANGE = ("table", "id", "before", "after")
NULL_IF_EMPTY = {"claim_id", "group_id", "undoes", "salt", "changes"}

Entry = dict[str, Any]  # of a field to its value: str, int or None


class WrongError(Exception):
    """The first thing that is wrong, as a sentence."""


class UnreadableError(Exception):
    """The file or the fingerprint cannot be read, as a sentence."""


class Kept(NamedTuple):
    """A fingerprint: the number of an entry and the beginning of its hash, or all of it."""

    seq: int
    digits: str


def sha256(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def canonical(value: Entry) -> str:
    """Return the one JSON text of a value: sorted keys, no spaces, only the needed escapes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def read(path: str) -> Iterator[tuple[int, Entry]]:
    """Give each row of the file with its number; the names of the columns are row 1."""
    csv.field_size_limit(2**31 - 1)
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, strict=True)
        if tuple(next(rows, ())) != FIELDS:
            raise UnreadableError("This is no log exported in exact mode: its columns are others.")
        for number, row in enumerate(rows, 2):
            if len(row) != len(FIELDS):
                raise WrongError(f"Row {number} has {len(row)} cells instead of {len(FIELDS)}.")
            yield number, {name: value_of(number, name, row[at]) for at, name in enumerate(FIELDS)}


def value_of(row: int, name: str, cell: str) -> str | int | None:
    """Return a cell as the value that was hashed."""
    if name in NUMBERS:
        if not re.fullmatch("0|[1-9][0-9]{0,17}", cell):
            raise WrongError(f"Row {row}: “{cell}” is no number for the column {name}.")
        return int(cell)
    return None if name in NULL_IF_EMPTY and cell == "" else cell


def check(row: int, entry: Entry, seq: int, prev: str, case_id: str) -> None:
    """Raise WrongError where an entry does not follow the one before it."""
    if entry["seq"] != seq:
        raise WrongError(f"Row {row}: entry {seq} is missing, entry {entry['seq']} stands there.")
    if entry["case_id"] != case_id:
        raise WrongError(f"Row {row}: entry {seq} belongs to another case.")
    if entry["prev"] != prev:
        raise WrongError(f"Row {row}: entry {seq} does not follow from the entry before it.")
    hashed = {name: value for name, value in entry.items() if name not in NOT_HASHED}
    if sha256(canonical(hashed)) != entry["hash"]:
        raise WrongError(f"Row {row}: entry {seq} was changed, its hash is not that of its fields.")
    if is_blank(entry):
        if entry["changes"] is not None or entry["salt"] not in (None, LEFT_OUT):
            raise WrongError(f"Row {row}: entry {seq} is blank in part.")
    elif sha256(entry["salt"] + entry["changes"]) != entry["digest"]:
        raise WrongError(f"Row {row}: entry {seq} was changed, its digest is not of its changes.")


def is_blank(entry: Entry) -> bool:
    """Say whether the changes of an entry were redacted."""
    return entry["salt"] is None or entry["changes"] is None


def redacted_by(row: int, entry: Entry) -> list[str | None]:
    """Return the ids that an entry says were redacted."""
    if entry["action"] != "redact" or is_blank(entry):
        left_out = entry["action"] == "redact" and entry["salt"] == LEFT_OUT
        return [NOT_SHOWN] if left_out else []
    try:
        changes = changes_of(entry["changes"])
    except (ValueError, RecursionError):
        raise WrongError(f"Row {row}: the changes of entry {entry['seq']} are none.") from None
    marks = [one["after"] for one in changes if one["table"] == "redactions" and one["after"]]
    return [str(mark.get("target_id")) for mark in marks]


def changes_of(text: str) -> list[Any]:
    """Return the changes of rows that an entry holds; raises ValueError or RecursionError."""
    changes, end = STRICT.raw_decode(text)
    if end != len(text) or not isinstance(changes, list):
        raise ValueError
    if "\\u" in text:
        canonical({"": changes}).encode()  # raises for half a pair that stands alone
    keys = 0
    for one in changes:
        if not (isinstance(one, dict) and set(one) == set(CHANGE)):
            raise ValueError
        images = (one["before"], one["after"])
        if not all(map(is_row, images)) or {type(one["table"]), type(one["id"])} != {str}:
            raise ValueError
        keys += len(CHANGE) + sum(len(image or ()) for image in images)
    if text.count('":') != keys:
        ONCE.decode(text)
    return changes


def is_row(image: object) -> bool:
    """Say whether this is a row before or after: texts, whole numbers and nulls by their names."""
    if image is None:
        return True
    return isinstance(image, dict) and all(
        type(v) in (str, int, type(None)) for v in image.values()
    )


def whole(digits: str) -> int:
    """Return a number of 64 bits; raises ValueError."""
    if len(digits) > 20 or not -(2**63) <= int(digits) < 2**63:
        raise ValueError
    return int(digits)


def no_number(words: str) -> None:
    """Refuse a fraction."""
    raise ValueError(words)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object in which no name stands twice; raises ValueError."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError
    return dict(pairs)


STRICT = json.JSONDecoder(parse_float=no_number, parse_constant=no_number, parse_int=whole)
ONCE = json.JSONDecoder(object_pairs_hook=once)


def verify(path: str, kept: Kept | None) -> list[str]:
    """Return the sentences about a log that holds; raises WrongError where it does not."""
    seq, prev, case_id = 0, "0" * 64, ""
    hash_at_kept = ""
    blank: list[tuple[int, Entry]] = []
    redacted: dict[str | None, int] = {}
    for row, entry in read(path):
        case_id = case_id if seq else entry["case_id"]
        check(row, entry, seq + 1, prev, case_id)
        seq, prev = entry["seq"], entry["hash"]
        if kept and seq == kept.seq:
            hash_at_kept = prev
        if is_blank(entry):
            blank.append((row, entry))
        redacted.update((id, seq) for id in redacted_by(row, entry))
    if seq == 0:
        raise WrongError("The log is empty.")
    told = [f"The log is whole: {seq} entries.", f"Fingerprint: {fingerprint_of(seq, prev)}."]
    told += [redaction(row, entry, redacted) for row, entry in blank]
    return told if kept is None else [*told, compare(kept, hash_at_kept, seq)]


def redaction(row: int, entry: Entry, redacted: dict[str | None, int]) -> str:
    """Return the sentence about a blank entry; only one that a later entry names may be blank."""
    if entry["changes"] is None and entry["salt"] == LEFT_OUT:
        return f"Entry {entry['seq']} was left out, because it names a confidential source."
    if entry["id"] not in redacted and NOT_SHOWN in redacted:
        return f"Entry {entry['seq']} is blank; what redacted it may be left out here."
    if entry["id"] not in redacted:
        raise WrongError(f"Row {row}: entry {entry['seq']} was emptied, and no entry redacts it.")
    return f"Entry {entry['seq']} was redacted by entry {redacted[entry['id']]}."


def compare(kept: Kept, hash_at_kept: str, last: int) -> str:
    """Return the sentence about a fingerprint that was kept elsewhere."""
    if not hash_at_kept:
        raise WrongError(
            f"The log was cut: the fingerprint names entry {kept.seq}, the log ends at {last}."
        )
    if not hash_at_kept.startswith(kept.digits):
        raise WrongError(f"The log was rewritten: entry {kept.seq} has another hash.")
    return f"It is unchanged up to entry {kept.seq}; entries since then: {last - kept.seq}."


def parse(words: str) -> Kept:
    """Read a fingerprint, or an entry's number, a colon and its whole hash."""
    given = words.strip().lower()
    if re.fullmatch(r"[1-9][0-9]{0,17}(-[0-9a-f]{4}){5}", given):
        seq, _, digits = given.partition("-")
        return Kept(int(seq), digits.replace("-", ""))
    if re.fullmatch(r"[1-9][0-9]{0,17}:[0-9a-f]{64}", given):
        seq, _, digits = given.partition(":")
        return Kept(int(seq), digits)
    raise UnreadableError(
        f"“{words}” is no fingerprint: it looks like 1042-3f9a-51c2-9b0e-77d1-ac04."
    )


def fingerprint_of(seq: int, digits: str) -> str:
    """Return the number of an entry and the first 80 bits of its hash."""
    return "-".join([str(seq), *(digits[at : at + 4] for at in range(0, 20, 4))])


def main(arguments: list[str]) -> int:
    """Verify, say what was found, and return the exit code."""
    if len(arguments) not in (1, 2):
        sys.stderr.write(__doc__ or "")
        return 2
    try:
        told = verify(arguments[0], parse(arguments[1]) if len(arguments) == 2 else None)
    except WrongError as wrong:
        sys.stdout.write(f"{wrong}\n")
        return 1
    except UnreadableError as unreadable:
        sys.stderr.write(f"{unreadable}\n")
        return 2
    except (OSError, UnicodeDecodeError, csv.Error) as refused:
        why = getattr(refused, "strerror", None) or refused
        sys.stderr.write(f"{arguments[0]} cannot be read: {why}.\n")
        return 2
    sys.stdout.write("".join(f"{sentence}\n" for sentence in told))
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
