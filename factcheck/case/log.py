"""The log: the form of an entry, canonical JSON, the hash chain, the fingerprint.

An entry says who did what to which thing, when, before and after. Its payload (``changes``) is
bound to the chain by a salted digest, so that a payload can be blanked later and the chain still
verifies. Where canonical JSON meets RFC 8785: for strings, integers, booleans, null, lists and
objects with ASCII keys, ``json.dumps`` with sorted keys gives the same bytes.
"""

import hashlib
import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from factcheck.errors import FactcheckError

ENTRY_VERSION = 1
"""The form of the payload. A migration that renames a column adds a map for older ones."""

NEVER_UNDONE = ("create case", "redact", "restore", "salvage")
"""Actions that no undo takes back: the case itself, what was blanked for good, what was saved."""

NEVER_BLANKED = ("create case",)
"""Actions that no redaction blanks: without its first entry nothing is known of a case."""

LEFT_OUT = "confidential"
"""What an exported log has as the salt of an entry whose changes name a confidential source."""

GENESIS = "0" * 64
"""The ``prev`` of a case's first entry."""

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]
Cell = None | int | str
Row = Mapping[str, Cell]


class RowChange(NamedTuple):
    """One row before and after: the columns that changed, None where the row did not exist."""

    table: str
    id: str
    before: Row | None
    after: Row | None

    def reversed(self) -> "RowChange":
        """Return the change that takes this one back."""
        return RowChange(self.table, self.id, self.after, self.before)


class Entry(NamedTuple):
    """One line of the log, its columns in the order of the table.

    at: UTC, ``YYYY-MM-DDTHH:MM:SS.mmmZ``. salt and changes are None once redacted.
    changes: canonical JSON of a list of ``{table, id, before, after}``.
    """

    seq: int
    id: str
    v: int
    case_id: str
    at: str
    by: str
    via: str
    app: str
    action: str
    claim_id: str | None
    group_id: str | None
    undoes: str | None
    salt: str | None
    changes: str | None
    digest: str
    prev: str
    hash: str


ENTRY_COLUMNS = Entry._fields
# Made once: json.dumps makes a new one for each call.
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
# In the order of canonical JSON.
_HASHED = sorted(set(ENTRY_COLUMNS) - {"salt", "changes", "hash"})
_PICK_HASHED = itemgetter(*map(ENTRY_COLUMNS.index, _HASHED))
_HASHED_JSON = "{" + ",".join(f'"{name}":%s' for name in _HASHED) + "}"
_JSON_OF: dict[type, Callable[[Any], str]] = {
    str: json.encoder.encode_basestring,
    int: str,
    bool: _ENCODER.encode,
    type(None): lambda _: "null",
}
_SURROGATE = re.compile("[\ud800-\udfff]")


def canonical_json(value: Json) -> str:
    """Return the one JSON text of value.

    Raises ValueError for a float, a lone surrogate, or a key that is not ASCII.
    """
    _check(value)
    return _ENCODER.encode(value)


def _check(value: Json) -> None:
    # Strings first: nearly all that stands in an entry is one, and verify checks millions.
    if isinstance(value, str):
        # isascii is a flag on the string: the common case costs nothing.
        if not value.isascii() and _SURROGATE.search(value):
            raise ValueError(f"a lone surrogate cannot be recorded: {value!r}")
    elif value is None or isinstance(value, int):
        return
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not (isinstance(key, str) and key.isascii()):
                raise ValueError(f"a key must be ASCII: {key!r}")
            _check(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _check(item)
    else:
        raise ValueError(f"{type(value).__name__} cannot be recorded: {value!r}")


def changes_to_json(changes: Sequence[RowChange]) -> str:
    """Return the payload of an entry for these changes."""
    return canonical_json([change._asdict() for change in changes])


def changes_from_json(payload: str) -> list[RowChange]:
    """Read a payload back.

    Raises ValueError where it is not a list of row changes, each cell a text, a whole number or
    null.
    """
    told = strict_json(payload)
    if not isinstance(told, list):
        raise ValueError("it is not a list of row changes")  # noqa: TRY004  # what was read is wrong
    changes: list[RowChange] = []
    keys = 0
    for item in told:
        try:
            change = RowChange(*_PICK_CHANGE(item))
        except (KeyError, TypeError, IndexError):
            raise ValueError("it is not a list of row changes") from None
        if len(item) != _CHANGE_KEYS or type(change.table) is not str or type(change.id) is not str:
            raise ValueError("it is not a list of row changes")
        keys += _CHANGE_KEYS
        for image in (change.before, change.after):
            if image is not None:
                if type(image) is not dict or not _holds_cells(map(type, image.values())):
                    raise ValueError("a row is something else than texts, whole numbers and null")
                keys += len(image)
        changes.append(change)
    # Within a string the quotes are escaped: where the counts agree, no key stands twice.
    if payload.count('":') != keys:
        _KEYS_ONCE.decode(payload)
    return changes


def strict_json(text: str) -> object:
    """Read JSON that a stranger may have written.

    Raises ValueError for what no JSON of ours holds: fractions, whole numbers of more than 64
    bits, lone surrogates, lists in lists in lists without end.
    """
    try:
        value, end = _STRICT.raw_decode(text)
        # Canonical JSON escapes nothing but control characters, which are rare.
        if "\\" in text and "\\u" in text:
            # Encoding raises a ValueError where half a pair stands alone.
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise ValueError("it has lists in lists without end") from None
    if end != len(text):
        raise ValueError("something follows after its end")
    found: object = value
    return found


def _whole_number(digits: str) -> int:
    if len(digits) < _FEW_DIGITS:
        return int(digits)
    if len(digits) > _MOST_DIGITS or not -(2**63) <= int(digits) < 2**63:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _no_number(words: str) -> object:
    raise ValueError(f"“{words[:40]}” is no whole number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


_PICK_CHANGE = itemgetter(*RowChange._fields)
_CHANGE_KEYS = len(RowChange._fields)
_holds_cells = frozenset({str, int, type(None)}).issuperset
_FEW_DIGITS = 18
_MOST_DIGITS = 20
"""Of a number of 64 bits, with its sign."""
_STRICT = json.JSONDecoder(
    parse_float=_no_number, parse_constant=_no_number, parse_int=_whole_number
)
_KEYS_ONCE = json.JSONDecoder(object_pairs_hook=_once)


def digest_of(salt: str, payload: str) -> str:
    """Bind a payload to its entry: SHA-256 of the salt followed by the payload, as UTF-8."""
    return hashlib.sha256((salt + payload).encode()).hexdigest()


def hash_of(entry: Entry) -> str:
    """Return the SHA-256 of the canonical JSON of all fields but salt, changes and hash.

    Raises ValueError where a field is no text, number or null, or holds a lone surrogate.
    """
    try:
        # The names stand already and the values are flat: half the time of encoding a dict.
        # encode() refuses a lone surrogate.
        fields = _HASHED_JSON % tuple([_JSON_OF[type(each)](each) for each in _PICK_HASHED(entry)])
    except KeyError:
        raise ValueError("a field is neither text nor a whole number") from None
    return hashlib.sha256(fields.encode()).hexdigest()


def seal(entry: Entry) -> Entry:
    """Give an entry its salt, digest and hash; its payload must be set."""
    salt = secrets.token_hex(16)
    salted = entry._replace(salt=salt, digest=digest_of(salt, entry.changes or "[]"))
    return salted._replace(hash=hash_of(salted))


def fault_of(entry: Entry, seq: int, prev: str, case_id: str) -> str | None:
    """Say what is wrong with an entry that should follow the hash prev at seq; None if nothing is.

    A blanked payload is not a fault of the chain; whether it was blanked by the rules is for
    the caller, who knows the redactions.
    """
    if entry.seq != seq:
        return f"entry {seq} is missing: entry {entry.seq} stands in its place"
    if entry.case_id != case_id:
        return f"entry {seq} belongs to another case"
    if entry.prev != prev:
        return f"entry {seq} does not follow from the entry before it"
    try:
        recomputed = hash_of(entry)
    except ValueError as wrong:
        return f"entry {seq} holds what no entry can hold: {wrong}"
    if recomputed != entry.hash:
        return f"entry {seq} was changed after it was written: its hash does not match its fields"
    return _fault_of_payload(entry)


def _fault_of_payload(entry: Entry) -> str | None:
    salt, changes = entry.salt, entry.changes
    # An exported log cannot tell an empty cell from none, so none of these is ever empty.
    if entry.claim_id == "" or entry.group_id == "" or entry.undoes == "":
        return f"entry {entry.seq} has an empty text in the place of none"
    if salt and changes and type(salt) is str and type(changes) is str:
        if digest_of(salt, changes) == entry.digest:
            return None
        return (
            f"entry {entry.seq} was changed after it was written: its changes do not match its"
            " digest"
        )
    if changes is None and (salt is None or salt == LEFT_OUT):
        return None
    if not (isinstance(salt, str | None) and isinstance(changes, str | None)):
        return f"entry {entry.seq} holds bytes in place of text"
    return f"entry {entry.seq} was emptied, and no entry says that it was redacted"


class Head(NamedTuple):
    """The last entry of a case, or an entry that a fingerprint names."""

    seq: int
    hash: str

    @property
    def fingerprint(self) -> str:
        """Its number and the first 80 bits of its hash: ``1042-3f9a-51c2-9b0e-77d1-ac04``."""
        return "-".join([str(self.seq), *(self.hash[i : i + 4] for i in range(0, 20, 4))])


_FINGERPRINT = re.compile(r"([1-9][0-9]{0,17})((?:-[0-9a-f]{4}){5})")
_FULL_HEAD = re.compile(r"([1-9][0-9]{0,17}):([0-9a-f]{64})")


def parse_head(words: str) -> Head:
    """Read a fingerprint or ``seq:fullhash``; hash is then 20 or 64 hexadecimal digits.

    Raises FactcheckError where it is neither.
    """
    given = words.strip().lower()
    if match := _FINGERPRINT.fullmatch(given):
        return Head(int(match[1]), match[2].replace("-", ""))
    if match := _FULL_HEAD.fullmatch(given):
        return Head(int(match[1]), match[2])
    raise FactcheckError(
        f"“{words}” is no fingerprint: it looks like 1042-3f9a-51c2-9b0e-77d1-ac04."
    )


def compare_head(kept: Head, at_seq: str | None, last: int) -> tuple[bool, str]:
    """Compare a kept fingerprint with the log: at_seq is the hash at its seq, None past the end.

    Returns whether the log still holds what the fingerprint vouches for, and the sentence.
    """
    if at_seq is None:
        return False, (
            f"The log was cut: the fingerprint names entry {kept.seq}, the log ends at {last}."
        )
    if not at_seq.startswith(kept.hash):
        return False, f"The log was rewritten: entry {kept.seq} has another hash."
    since = last - kept.seq
    entries = "1 entry" if since == 1 else f"{since} entries"
    return True, f"The log is unchanged up to entry {kept.seq}; {entries} since."
