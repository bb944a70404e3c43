"""What a redaction would do, read beside the window, and said in lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.backup import Backup, backups_at, remove_backups, still_elsewhere
from factcheck.case.read.history import entry_id
from factcheck.case.read.redactions import plan_redaction
from factcheck.case.redaction import Redact, RedactionPlan
from factcheck.errors import FactcheckError
from factcheck.window.tasks import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.case.case import Case

_RANGE = re.compile(r"(\d{1,17})(?:\s*[-–]\s*(\d{1,17}))?")
_MOST = 10_000


class Wish(NamedTuple):
    """What was chosen, as it was typed: entries by number, "12, 15-18"."""

    reason: str
    names: tuple[str, ...]
    entries: str
    documents: tuple[str, ...]
    originals: tuple[str, ...]
    attachments: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was chosen."""
        return not (
            self.names or self.entries or self.documents or self.originals or self.attachments
        )


class Planned(NamedTuple):
    """The change, all that goes and stays, and the backups that still hold it."""

    change: Redact
    plan: RedactionPlan
    backups: tuple[Backup, ...]


class Planning:
    """What runs beside the window: it opens a reader, works out what a wish means, and closes it.

    Raises FactcheckError where the wish names what is not there, and Cancelled.
    """

    def __init__(self, another_reader: Callable[[], Case], wish: Wish) -> None:
        self._open, self._wish = another_reader, wish

    def __call__(self, progress: Progress) -> Planned:
        """Return the plan."""
        with self._open() as reader:
            progress.check()
            return planned(self._wish, reader, progress)


def planned(wish: Wish, case: Case, tell: Callable[[int, int], None] | None = None) -> Planned:
    """Work out what a wish means; raises FactcheckError where it names what is not there."""
    change = Redact(
        wish.reason,
        entries=tuple(case.read(entry_id, str(seq)) for seq in entry_numbers(wish.entries)),
        documents=wish.documents,
        originals=wish.originals,
        attachments=wish.attachments,
        names=wish.names,
    )
    plan = case.read(plan_redaction, change, tell)
    every = backups_at(case.path, case.id)
    if not plan.is_empty:
        plan = plan._replace(stays=(*plan.stays, *still_elsewhere(every)))
    return Planned(change, plan, tuple(each for each in every if not each.whose))


def entry_numbers(typed: str) -> list[int]:
    """Read "12, 15-18" as numbers, each once; raises FactcheckError where it is something else."""
    found: dict[int, None] = {}
    for part in re.split(r"(?<![-–])[,;\s]+(?![-–])", typed.strip()):
        if not part:
            continue
        read = _RANGE.fullmatch(part)
        if read is None:
            raise FactcheckError(f"“{part}” is no number of an entry. Write 12, 15-18.")
        first = int(read[1])
        last = int(read[2] or first)
        if last < first or last - first >= _MOST:
            raise FactcheckError(f"“{part}” is no range of entries: the smaller number is first.")
        found |= dict.fromkeys(range(first, last + 1))
    return list(found)


def plan_lines(plan: RedactionPlan) -> list[str]:
    """Say all that goes: each entry, each text and file, and the fields of each table."""
    goes = list(plan.sentences[: len(plan.sentences) - len(plan.stays)])
    cells = sum(len(row.cells) for row in plan.rows)
    if not cells:
        return goes
    # The last sentence only counts the fields.
    return [*goes[:-1], *_fields(plan)]


def _fields(plan: RedactionPlan) -> list[str]:
    by_table: dict[str, list[set[str]]] = {}
    for row in plan.rows:
        by_table.setdefault(row.table, []).append(set(row.cells))
    return [
        f"In {len(rows):,} {_word(table, len(rows))}: {', '.join(_names(rows))}"
        for table, rows in by_table.items()
    ]


def _names(rows: Sequence[set[str]]) -> list[str]:
    return sorted({name.replace("_", " ") for names in rows for name in names})


def _word(table: str, count: int) -> str:
    many = {"evidence": "links", "properties": "properties of the case"}.get(table, table)
    one = {"evidence": "link", "properties": "property of the case"}.get(table, table[:-1])
    return (one if count == 1 else many).replace("_", " ")


def purge(found: tuple[Backup, ...], _progress: Progress) -> int:
    """Delete the backups; returns how many. Raises FactcheckError where one stays."""
    remove_backups(found)
    return len(found)
