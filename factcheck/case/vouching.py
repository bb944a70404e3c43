"""What leaves a case is vouched for: the case is whole, before it is read and after.

The fingerprint that goes out with a table speaks for the log. So a case that another program wrote
to since it was verified is verified again before anything is handed over, and refused where its
tables do not say what its log says. A known case costs a look at its file.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.copying import Tell
from factcheck.case.first_look import READ_ONLY, first_look
from factcheck.case.hand_over import HandOver, Review
from factcheck.case.known_cases import stands, state_of
from factcheck.case.read.table import Table, TableRow
from factcheck.errors import DamagedError, FactcheckError


def vouched_hand_over(case: Case, review: Review, tell: Tell | None = None) -> HandOver:
    """Return a hand-over of a case that is whole, and stays so until its tables are written.

    tell: how far it is verified, where it has to be; it may raise Cancelled.
    Raises DamagedError where it is not whole.
    """
    return HandOver(case, review, Vouched(case.path, tell).held)


class Vouched:
    """That a case is whole, to be asked of what leaves it: before it is read, and after."""

    def __init__(self, path: Path, tell: Tell | None = None) -> None:
        """Verify the case at path where it is not known; raises DamagedError where it is not whole.

        tell: how far that is; it may raise Cancelled.
        """
        self._path = path
        self._state = state_of(path)
        with Case.open(path, read_only=True, as_it_is=True) as case:
            self._case_id = case.id
            why = first_look(case, tell)
        if why:
            raise DamagedError(
                f"Nothing was exported. {why.removesuffix(READ_ONLY)} Restore a backup of it, or"
                " salvage it (factcheck backup --salvage); what is verified can be exported."
            )

    def held(self, table: Table) -> Table:
        """Return a table whose rows end with an error where the case was changed from outside.

        Its file then never takes its place.
        """
        return replace(table, rows=self._rows(table))

    def _rows(self, table: Table) -> Iterator[TableRow]:
        yield from table.rows
        if state_of(self._path) != self._state and not stands(self._path, self._case_id):
            raise FactcheckError(
                f"Nothing was exported: another program changed {self._path.name} meanwhile. Try"
                " again: it is then verified first."
            )
