"""Changes to a case: the tables and the entries of the log in one transaction each.

Imported at the first change: it brings sqlmodel, and reading does without.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from factcheck.case import header, undoing
from factcheck.case.blame import blaming_damage
from factcheck.case.changes import Change, Changes, Done, Via
from factcheck.case.clock import Clock, new_id, stamp
from factcheck.case.connect import saying_why, to_write
from factcheck.case.index_file import drop_indexes, drop_old_index
from factcheck.case.known_cases import Follower
from factcheck.case.transaction import Transaction
from factcheck.case.write import write
from factcheck.case.write.properties import write_properties
from factcheck.errors import FactcheckError

# A bulk add gives other writers their turn this often: nobody waits longer than a blink.
_MOST_PER_COMMIT = 200
_MOST_SECONDS_PER_COMMIT = 0.2

# Who writes again at once lets those begin who wait: of two with 100 verdicts each, the longest
# wait fell from 1.2 s to 0.4 s. A person is never that fast.
_AT_ONCE_S = 0.05
_GIVE_WAY_S = 0.003


def write_new(path: Path, engine: Engine, *, by: str, scale: str, via: Via, clock: Clock) -> None:
    """Make the tables of a new case in the empty file at path, and write its properties."""
    with saying_why(path):
        header.make_schema(engine)
        case_id = new_id()
        with to_write(engine) as connection, connection.begin():
            tx = Transaction(connection, case_id=case_id, by=by, via=via, at=stamp(clock()))
            write_properties(tx, name=path.stem, scale=scale)


class Writer:
    """What makes the changes of one open case.

    check_in_place: raises FactcheckError where the file is not at its path any more.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        case_id: str,
        clock: Clock,
        check_in_place: Callable[[], None],
    ) -> None:
        self._path = path
        self._engine = engine
        self._case_id = case_id
        self._clock = clock
        self._check_in_place = check_in_place
        self._follower = Follower(path, case_id)
        self._wrote_at = 0.0

    def do(self, change: Change, *, by: str, via: Via, group_id: str | None) -> Done:
        """Make one change; see `Case.do`."""
        with self.transaction(by, via, group_id) as tx:
            done = write(tx, change)
        if tx.was_blanked:
            return replace(done, warnings=(*done.warnings, *self._let_go()))
        return done

    def do_all(
        self,
        changes: Iterable[Change | FactcheckError],
        *,
        by: str,
        via: Via,
        group_id: str | None,
    ) -> Iterator[Done | FactcheckError]:
        """Make many changes; see `Case.do_all`."""
        group = group_id or new_id()
        pending = iter(changes)
        while waiting := _take_some(pending):
            while waiting:
                outcomes: list[Done | FactcheckError] = []
                with self.transaction(by, via, group) as tx:
                    _write_some(tx, waiting, outcomes)
                if tx.was_blanked:
                    self._let_go()
                yield from outcomes

    def undo(self, *, by: str, via: Via) -> Changes:
        """Take back the newest change; see `Case.undo`."""
        with self.transaction(by, via, None) as tx:
            undoing.undo(tx)
            return tx.touched()

    def redo(self, *, by: str, via: Via) -> Changes:
        """Take back the newest undo; see `Case.redo`."""
        with self.transaction(by, via, None) as tx:
            undoing.redo(tx)
            return tx.touched()

    @contextmanager
    def transaction(self, by: str, via: Via, group_id: str | None) -> Iterator[Transaction]:
        """Open a transaction on the case; committed where the block ends, else taken back."""
        self._check_in_place()
        if monotonic() - self._wrote_at < _AT_ONCE_S:
            sleep(_GIVE_WAY_S)
        with (
            blaming_damage(self._path),
            saying_why(self._path),
            to_write(self._engine) as connection,
        ):
            begun = connection.begin()
            try:
                # The head is read inside BEGIN IMMEDIATE: nobody can write between.
                tx = Transaction(
                    connection,
                    case_id=self._case_id,
                    by=by,
                    via=via,
                    at=stamp(self._clock()),
                    group_id=group_id,
                )
                self._follower.begin()
                yield tx
            except BaseException:
                begun.rollback()
                raise
            try:
                begun.commit()
                self._wrote_at = monotonic()
                self._follower.end()
            except DBAPIError as error:
                begun.rollback()
                if isinstance(error, IntegrityError):
                    raise FactcheckError(
                        "Nothing was changed: something else rests on it by now."
                    ) from error
                if not self._is_there(tx):
                    raise

    def _let_go(self) -> tuple[str, ...]:
        """Rewrite the file without the pages that held what was redacted, and drop its indexes.

        Returns sentences for the user where that could not be done.
        """
        return (*self._rewrite(), *self._drop_indexes())

    def _drop_indexes(self) -> tuple[str, ...]:
        try:
            # Derived, and made anew when it is asked next.
            drop_indexes(self._case_id)
            drop_old_index(self._path)
        except OSError as refused:
            return (f"A search index still holds what was redacted. Delete it by hand: {refused}.",)
        return ()

    def _rewrite(self) -> tuple[str, ...]:
        try:
            raw = self._engine.raw_connection()
            try:
                self._follower.begin()
                raw.cursor().execute("VACUUM")
                self._follower.end()
            finally:
                raw.close()
        except (OSError, sqlite3.Error) as refused:
            sentence = f"It is redacted and overwritten, but the file was not rewritten: {refused}."
            return (f"{sentence} Close what else has the case open; the next one tries again.",)
        return ()

    def _is_there(self, tx: Transaction) -> bool:
        # A COMMIT that failed may have been stored all the same: the entry itself tells.
        if not tx.entry_ids:
            return True
        with blaming_damage(self._path), saying_why(self._path), self._engine.connect() as reading:
            return header.has_entry(reading, tx.entry_ids[-1])


def _take_some(pending: Iterator[Change | FactcheckError]) -> deque[Change | FactcheckError]:
    """Take as many changes as come in a short while; none where none are left.

    Taken before the transaction begins: who makes them may be reading files, and nobody else can
    write while one is open.
    """
    taken: deque[Change | FactcheckError] = deque()
    due = monotonic() + _MOST_SECONDS_PER_COMMIT
    while len(taken) < _MOST_PER_COMMIT and (not taken or monotonic() < due):
        change = next(pending, None)
        if change is None:
            break
        taken.append(change)
    return taken


def _write_some(
    tx: Transaction,
    waiting: deque[Change | FactcheckError],
    outcomes: list[Done | FactcheckError],
) -> None:
    """Write changes, taking them from the left, until all are written or the commit is due."""
    due = monotonic() + _MOST_SECONDS_PER_COMMIT
    while waiting and (not outcomes or monotonic() < due):
        change = waiting.popleft()
        if isinstance(change, FactcheckError):
            outcomes.append(change)
            continue
        try:
            with tx.attempt():
                outcomes.append(write(tx, change))
        except FactcheckError as refused:
            outcomes.append(refused)
