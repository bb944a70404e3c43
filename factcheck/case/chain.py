"""The chain of a log, followed entry by entry, and the report of what was found."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from factcheck.case.clock import stamp, system_clock
from factcheck.case.log import (
    GENESIS,
    LEFT_OUT,
    Entry,
    Head,
    RowChange,
    changes_from_json,
    compare_head,
    fault_of,
)
from factcheck.case.replay import REDACT, Redaction

_MOST_NOTES = 10


class Report(NamedTuple):
    """What verify found.

    sentences: for a person, the first one the outcome.
    first_wrong: the seq of the first wrong entry, None where none is (something else may be).
    head: the fingerprint of the last entry that holds, "" where there is none.
    entries: how many entries hold. content: how many texts and originals were hashed again.
    readable: whether every value has the type and shape that who reads a case relies on.
    """

    ok: bool
    sentences: tuple[str, ...]
    first_wrong: int | None
    head: str
    entries: int
    content: int
    readable: bool = True


class WrongError(Exception):
    """Verifying ends here: the first thing that is wrong.

    readable: False where not even reading the case is safe.
    """

    def __init__(self, sentence: str, seq: int | None = None, *, readable: bool = True) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.seq = seq
        self.readable = readable


class Chain:
    """Follows entries one by one and remembers what is needed for a report.

    kept: a fingerprint that was kept elsewhere, None where there is none.
    exported: entries come from a file, in which changes may be left out to protect a source.
    """

    def __init__(self, kept: Head | None, *, exported: bool = False) -> None:
        self._exported = exported
        self._left_out: list[int] = []
        self._redacts_unseen = False
        self.head = Head(0, GENESIS)
        self.blank: list[tuple[int, str]] = []
        self._kept = kept
        self._at_kept: str | None = None
        self._case_id = ""
        self._clock = ""
        self._back: list[int] = []
        self._ahead: tuple[int, str] | None = None
        self._now = stamp(system_clock() + timedelta(days=1))
        self._notes: list[str] = []

    def follow(self, entry: Entry) -> None:
        """Take the next entry; raises WrongError where it does not follow."""
        if self.head.seq == 0:
            self._case_id = entry.case_id
        fault = fault_of(entry, self.head.seq + 1, self.head.hash, self._case_id)
        if fault is not None:
            raise WrongError(sentence(fault), self.head.seq + 1)
        self.head = Head(entry.seq, entry.hash)
        if self._kept and entry.seq == self._kept.seq:
            self._at_kept = entry.hash
        if self._exported and entry.changes is None and entry.salt == LEFT_OUT:
            self._left_out.append(entry.seq)
            self._redacts_unseen = self._redacts_unseen or entry.action == REDACT
        elif entry.changes is None:
            if entry.salt is not None:
                raise WrongError(f"Entry {entry.seq} was emptied in part.", entry.seq)
            self.blank.append((entry.seq, entry.id))
        if entry.at < self._clock:
            self._back.append(entry.seq)
        self._clock = entry.at
        if not self._ahead and entry.at > self._now:
            self._ahead = (entry.seq, entry.at[:10])

    def close(self, redactions: Mapping[Redaction, int]) -> None:
        """Check what only the whole log can tell; raises WrongError."""
        if self.head.seq == 0:
            raise WrongError("The log is empty: not even the entry that makes the case is there.")
        for seq, id in self.blank:
            by = redactions.get(Redaction("entries", id))
            if by is None and self._redacts_unseen:
                self._notes.append(f"Entry {seq} is blank; what redacted it may be left out here.")
                continue
            if by is None:
                raise WrongError(
                    f"Entry {seq} was emptied, and no entry says that it was redacted.", seq
                )
            self._notes.append(f"Entry {seq} was redacted by entry {by}.")
        if self._left_out:
            numbers = ", ".join(map(str, self._left_out[:_MOST_NOTES]))
            more = ", …" if len(self._left_out) > _MOST_NOTES else ""
            self._notes.append(
                f"The changes of {count(len(self._left_out), 'entry', 'entries')} are not in this"
                f" file, because they name a confidential source: {numbers}{more}."
            )
        if self._ahead:
            self._notes.append(
                f"Entry {self._ahead[0]} is dated {self._ahead[1]}, which lies in the future: the"
                " clock was wrong there, or is wrong here."
            )
        for seq in self._back[:_MOST_NOTES]:
            self._notes.append(f"The clock stood earlier at entry {seq} than at the one before.")
        if self._kept:
            same, sentence = compare_head(self._kept, self._at_kept, self.head.seq)
            if not same:
                raise WrongError(sentence, None if self._at_kept is None else self._kept.seq)
            self._notes.insert(0, sentence)

    def held(self, outcome: str, content: int) -> Report:
        """Return the report where everything holds."""
        told = (outcome, f"Fingerprint: {self.head.fingerprint}.", *self._notes)
        return Report(True, told, None, self.head.fingerprint, self.head.seq, content)

    def failed(self, wrong: WrongError, content: int) -> Report:
        """Return the report for the first thing that is wrong."""
        fingerprint = self.head.fingerprint if self.head.seq else ""
        return Report(
            False, (wrong.sentence,), wrong.seq, fingerprint, self.head.seq, content, wrong.readable
        )


def changes_in(entry: Entry) -> list[RowChange]:
    """Return the row changes of an entry; raises WrongError where there is something else."""
    try:
        return changes_from_json(entry.changes or "")
    except ValueError as wrong:
        raise WrongError(
            f"Entry {entry.seq} cannot be read: {wrong}.", entry.seq, readable=False
        ) from wrong


def sentence(fault: str) -> str:
    """Return a fault as a sentence."""
    return f"{fault[0].upper()}{fault[1:]}."


def count(number: int, one: str, many: str) -> str:
    """Return "1,042 entries" or "1 entry"."""
    return f"{number:,} {one if number == 1 else many}"
