"""What a redaction would blank: planned from the case as it is, before anything is done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.case.log import NEVER_BLANKED, RowChange, changes_from_json
from factcheck.case.read.chunks import by_rowid, driver, rows
from factcheck.case.redaction import (
    BLANK,
    BLANKABLE,
    BY_NAME_ALONE,
    GIVEN,
    LISTS,
    PASSAGE,
    PEOPLE,
    TELLING,
    PlannedContent,
    PlannedEntry,
    PlannedRow,
    RedactionPlan,
    finder_of,
    is_lookalike,
    texts_in,
    without_across,
)
from factcheck.errors import FactcheckError
from factcheck.text.canonical import canonical
from factcheck.text.names import folded_text, pieces_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from factcheck.case.log import Row
    from factcheck.case.redaction import Redact
    from factcheck.text.names import Names

    Cells = dict[tuple[str, str], dict[str, str]]
    """By table and id: the cells that change, as they are afterwards."""

# Entries of one statement: few enough that nobody who writes waits for it.
_PAGE = 500
_SHOWN = 10
_ENTRY = 'seq, id, at, "by", action'


def plan_redaction(
    connection: Connection, change: Redact, tell: Callable[[int, int], None] | None = None
) -> RedactionPlan:
    """Return all that a redaction blanks, and what it leaves.

    Reads the whole log where a name is looked for: beside the window, up to the entry that is the
    last when it begins, in statements that are over in milliseconds each. What is written meanwhile
    is planned by the redaction itself, in its own transaction. tell: through how many of how many
    entries it has looked; it may raise Cancelled.
    Raises FactcheckError where a target is not there, or must stay.
    """
    names = finder_of([_name(name) for name in change.names]) if change.names else None
    entries = _entries(connection, change.entries)
    known = {entry.id for entry in entries}
    found = dict.fromkeys(_entries_about(connection, change.documents))
    found |= dict.fromkeys(_entries_with(connection, change.names, names, tell))
    entries += [entry for entry in found if entry.id not in known]
    content = _content(connection, change)
    cells: Cells = {}
    # Of an entry that only holds a name, only the name goes from the tables.
    for entry in entries:
        if entry.id in known:
            _blank_what_it_set(connection, entry, cells)
    for document_id in change.documents:
        _blank_document(connection, document_id, cells)
    for attachment_id in change.attachments:
        _blank_cells(connection, "attachments", attachment_id, ("name", "path"), cells)
    if names is not None:
        _blank_names(connection, names, cells)
    return RedactionPlan(
        tuple(sorted(entries)),
        content,
        tuple(PlannedRow(table, id, told) for (table, id), told in cells.items() if told),
        # Where only a name goes with an entry, the quotes that it set stay in the tables.
        tuple(_stays(connection, change, names, known, content)),
    )


def _name(given: str) -> str:
    name = " ".join(canonical(given).text.split())
    if not name:
        raise FactcheckError("Which name? Give the words that go.")
    return name


# Entries


def _entries(connection: Connection, ids: Sequence[str]) -> list[PlannedEntry]:
    found = []
    for id in dict.fromkeys(ids):
        known = rows(connection, f"SELECT {_ENTRY}, changes IS NULL FROM entries WHERE id = ?", id)
        if not known:
            raise FactcheckError(f"There is no entry {id} in this case.")
        *planned, is_blank = known[0]
        entry = PlannedEntry._make(planned)
        if entry.action in NEVER_BLANKED:
            raise FactcheckError(f"Entry {entry.seq} stays: it makes the case.")
        if not is_blank:
            found.append(entry)
    return found


def _entries_about(connection: Connection, documents: Sequence[str]) -> Iterator[PlannedEntry]:
    """Give the entries that tell of documents themselves, their versions and attached files."""
    if not documents:
        return
    wanted = set(documents)
    last = _last(connection)
    any_of = " OR ".join("instr(changes, ?) > 0" for _ in documents)
    for after in range(0, last, _PAGE):
        found = _log(connection, f"{_ENTRY}, changes", after, last, any_of, *documents)
        for *planned, payload in found:
            entry = PlannedEntry._make(planned)
            if entry.action not in NEVER_BLANKED and any(
                _is_about(change, wanted) for change in changes_from_json(payload)
            ):
                yield entry


def _is_about(change: RowChange, documents: set[str]) -> bool:
    if change.table == "documents":
        return change.id in documents
    if change.table not in TELLING:
        return False
    row = change.after or change.before or {}
    return row.get("document_id") in documents


def _entries_with(
    connection: Connection,
    given: Sequence[str],
    names: Names | None,
    tell: Callable[[int, int], None] | None,
) -> Iterator[PlannedEntry]:
    if names is None:
        return
    last = _last(connection)
    pieces = {piece for name in given for piece in pieces_of(_name(name))}
    for after in range(0, last, _PAGE):
        for *planned, payload in _log(connection, f"{_ENTRY}, changes", after, last):
            # Most entries are passed over unread.
            plain = folded_text(payload or "")
            if not any(piece in plain for piece in pieces):
                continue
            entry, changes = PlannedEntry._make(planned), json.loads(payload)
            if entry.action in NEVER_BLANKED:
                # All else in it are the scales that came with the program.
                changes = [change for change in changes if change["table"] == "properties"]
            if any(names.whole(text) for text in texts_in(changes)):
                yield entry
        if tell is not None:
            tell(min(after + _PAGE, last), last)


def _last(connection: Connection) -> int:
    return int(rows(connection, "SELECT max(seq) FROM entries")[0][0])


def _log(
    connection: Connection, columns: str, after: int, last: int, where: str = "1", *values: object
) -> list[tuple[Any, ...]]:
    """Return the entries of the page that begins after a seq, none beyond last."""
    return rows(
        connection,
        f"SELECT {columns} FROM entries WHERE seq > ? AND seq <= ? AND ({where}) ORDER BY seq",
        after, min(after + _PAGE, last), *values,
    )  # fmt: skip


def _without(value: object, names: Names) -> object:
    """Return a JSON value with names blanked in all its texts."""
    if isinstance(value, str):
        return names.replaced(value)
    if isinstance(value, list):
        if is_lookalike(value):
            quote, prefix, suffix = value[2:]
            prefix, quote, suffix = without_across((prefix, quote, suffix), names)
            return [*value[:2], quote, prefix, suffix]
        return [_without(item, names) for item in value]
    if isinstance(value, dict):
        return {key: _without(item, names) for key, item in value.items()}
    return value


def _blank_what_it_set(connection: Connection, entry: PlannedEntry, cells: Cells) -> None:
    payload = rows(connection, "SELECT changes FROM entries WHERE id = ?", entry.id)[0][0]
    # Somebody may have blanked it since it was planned.
    for change in changes_from_json(payload or "[]"):
        if change.table == "redactions" or change.table in BY_NAME_ALONE:
            continue
        after = change.after or {}
        row = _row(connection, change.table, change.id)
        told = cells.setdefault((change.table, change.id), {})
        for column in BLANKABLE.get(change.table, ()):
            # What was set anew since belongs to the later entry.
            if row and column in after and column not in PEOPLE and row[column] == after[column]:
                _blank(row, column, told)


# Rows


def _blank_cells(
    connection: Connection, table: str, id: str, columns: Sequence[str], cells: Cells
) -> None:
    row = _row(connection, table, id)
    if row is None:
        raise FactcheckError("A thing that was to be redacted is not in the case any more.")
    told = cells.setdefault((table, id), {})
    for column in columns:
        _blank(row, column, told)


def _blank(row: dict[str, Any], column: str, told: dict[str, str]) -> None:
    empty = "[]" if column in LISTS else ""
    # The label of a scale is no word of a person; on a free-text scale it is.
    if column == "rating" and row.get("rating_id") is not None:
        return
    if row[column] not in (None, empty):
        told[column] = "[]" if column in LISTS else "" if column in GIVEN else BLANK


def _blank_document(connection: Connection, document_id: str, cells: Cells) -> None:
    """Blank what is told of a document, of its versions and its attached files."""
    for table, staying in TELLING.items():
        columns = [name for name in BLANKABLE[table] if name not in staying]
        key = "id" if table == "documents" else "document_id"
        for (id,) in rows(connection, f"SELECT id FROM {table} WHERE {key} = ?", document_id):
            _blank_cells(connection, table, id, columns, cells)


def _blank_names(connection: Connection, names: Names, cells: Cells) -> None:
    ours = _came_with_the_program(connection)
    for table, columns in BLANKABLE.items():
        listed = ", ".join(columns)
        for _, id, *values in by_rowid(connection, table, f"id, {listed}", chunk=_PAGE):
            made = ours.get(id, {})
            told = cells.get((table, id), {})
            row = dict(zip(columns, values, strict=True)) | told
            passage = _passage_without(row, names)
            for column, before in row.items():
                if column in made and made[column] == before:
                    continue
                after = _without_names(column, passage.get(column, before), names)
                if after != before:
                    cells.setdefault((table, id), {})[column] = str(after)


def _came_with_the_program(connection: Connection) -> Mapping[str, Row]:
    """Return the scales and labels that a new case has, by id: no person wrote their words."""
    ((payload,),) = rows(connection, "SELECT changes FROM entries WHERE seq = 1")
    return {
        change.id: change.after or {}
        for change in changes_from_json(payload or "[]")
        if change.table in BY_NAME_ALONE
    }


def _passage_without(row: Mapping[str, Any], names: Names) -> dict[str, str]:
    """Return the cells of a passage without names, also where one goes over their ends."""
    if not all(isinstance(row.get(name), str) for name in PASSAGE):
        return {}
    parts = [str(row[name]) for name in PASSAGE]
    return dict(zip(PASSAGE, without_across(parts, names), strict=True))


def _without_names(column: str, value: str | None, names: Names) -> str | None:
    if not value:
        return value
    before: object = json.loads(value) if column in LISTS else value
    told = _without(before, names)
    if told == before:
        return value
    return json.dumps(told, ensure_ascii=False) if column in LISTS else str(told)


def _row(connection: Connection, table: str, id: str) -> dict[str, Any] | None:
    if table not in BLANKABLE:
        return None
    cursor = driver(connection).execute(f"SELECT * FROM {table} WHERE id = ?", (id,))
    names = [column[0] for column in cursor.description]
    found = cursor.fetchall()
    return dict(zip(names, found[0], strict=True)) if found else None


# Content


def _content(connection: Connection, change: Redact) -> tuple[PlannedContent, ...]:
    found: dict[tuple[str, str], None] = {}
    for id in change.documents:
        found |= dict.fromkeys(_of_versions(connection, id, "texts", "text_sha256"))
    for id in (*change.documents, *change.originals):
        found |= dict.fromkeys(_of_versions(connection, id, "snapshots", "snapshot_sha256"))
    for key, ids in (("document_id", change.documents), ("id", change.attachments)):
        for id in ids:
            for (sha256,) in rows(
                connection, f"SELECT snapshot_sha256 FROM attachments WHERE {key} = ?", id
            ):
                if sha256 is not None:
                    found["snapshots", sha256] = None
    planned = (_planned(connection, table, sha256) for table, sha256 in found)
    return tuple(content for content in planned if content is not None)


def _of_versions(
    connection: Connection, document_id: str, table: str, column: str
) -> list[tuple[str, str]]:
    if not rows(connection, "SELECT 1 FROM documents WHERE id = ?", document_id):
        raise FactcheckError("A document that was to be redacted is not in the case any more.")
    return [
        (table, str(sha256))
        for (sha256,) in rows(
            connection,
            f"SELECT {column} FROM versions WHERE document_id = ? ORDER BY number",
            document_id,
        )
    ]


_OF = {
    "texts": "SELECT DISTINCT d.title FROM versions v JOIN documents d ON d.id = v.document_id"
    " WHERE v.text_sha256 = ?1",
    "snapshots": "SELECT DISTINCT d.title FROM versions v JOIN documents d ON d.id = v.document_id"
    " WHERE v.snapshot_sha256 = ?1"
    " UNION SELECT name FROM attachments WHERE snapshot_sha256 = ?1",
}


def _planned(connection: Connection, table: str, sha256: str) -> PlannedContent | None:
    size = "chars" if table == "texts" else "size"
    found = rows(
        connection, f"SELECT {size} FROM {table} WHERE sha256 = ? AND body IS NOT NULL", sha256
    )
    if not found:
        return None
    of = tuple(str(name) for (name,) in rows(connection, _OF[table], sha256))
    return PlannedContent(table, sha256, int(found[0][0]), of)


# What stays


def _stays(
    connection: Connection,
    change: Redact,
    names: Names | None,
    blanked: set[str],
    content: Sequence[PlannedContent],
) -> Iterator[str]:
    quoting = _quoting(connection, content, blanked)
    if quoting:
        more = f" and {len(quoting) - _SHOWN:,} more" if len(quoting) > _SHOWN else ""
        numbers = ", ".join(map(str, quoting[:_SHOWN]))
        yield (
            f"Words of these texts still stand in the entries {numbers}{more}: name them too if"
            " the words have to go."
        )
    for id in change.documents:
        title = rows(connection, "SELECT title FROM documents WHERE id = ?", id)[0][0]
        yield (
            f"That it was there stays of “{title}”, with its title, outlet and dates: name the"
            " words too if they have to go."
        )
    yield from _set_aside(connection)
    if names is None:
        return
    path = Path(str(rows(connection, "PRAGMA database_list")[0][2]))
    if names.whole(path.stem):
        yield f"The file is still called {path.name}: give it another name yourself."
    going = {row.sha256 for row in content if row.table == "texts"}
    for title in _titles_with(connection, names, going):
        yield f"The text of “{title}” still holds it: redact the document too if it has to go."
    made = [name for name in _makers(connection) if names.whole(name)]
    for name in made:
        yield f"Entries made by “{name}” keep that name: it is part of the chain."


def _set_aside(connection: Connection) -> Iterator[str]:
    """Name the files that a restore set aside, where they still lie beside the case."""
    folder = Path(str(rows(connection, "PRAGMA database_list")[0][2])).parent
    for (name,) in rows(connection, "SELECT set_aside FROM restorations WHERE set_aside <> ''"):
        if (folder / name).is_file():
            yield f"The file that was set aside, {name}, is not touched: delete it yourself."


def _quoting(
    connection: Connection, content: Sequence[PlannedContent], blanked: set[str]
) -> list[int]:
    """Return the entries that mark, link or pass over a passage of texts that go."""
    versions = [
        str(id)
        for planned in content
        if planned.table == "texts"
        for (id,) in rows(
            connection, "SELECT id FROM versions WHERE text_sha256 = ?", planned.sha256
        )
    ]
    if not versions:
        return []
    last = _last(connection)
    any_of = " OR ".join("instr(changes, ?) > 0" for _ in versions)
    return [
        int(seq)
        for after in range(0, last, _PAGE)
        for seq, id, payload in _log(connection, "seq, id, changes", after, last, any_of, *versions)
        if id not in blanked and '"quote":' in payload
    ]


def _makers(connection: Connection) -> list[str]:
    """Return everybody who made an entry, in the order of their first ones."""
    last = _last(connection)
    return list(
        dict.fromkeys(
            str(by)
            for after in range(0, last, _PAGE)
            for (by,) in _log(connection, '"by"', after, last)
        )
    )


def _titles_with(connection: Connection, names: Names, going: set[str]) -> list[str]:
    found: dict[str, None] = {}
    held: dict[str, bool] = {}
    for title, sha256 in rows(
        connection,
        "SELECT d.title, v.text_sha256 FROM documents d JOIN versions v ON v.document_id = d.id"
        " ORDER BY d.rowid, v.rowid",
    ):
        if sha256 in going:
            continue
        # A statement each: a text may have a megabyte.
        if sha256 not in held:
            bodies = rows(connection, "SELECT body FROM texts WHERE sha256 = ?", sha256)
            held[sha256] = any(names.whole(body) for (body,) in bodies if body)
        if held[sha256]:
            found[title] = None
    return list(found)
