"""Every column of every table filled with a source's name, every output looked through for it."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import factcheck
from factcheck.case.as_of import case_as_of
from factcheck.case.case import Case
from factcheck.case.changes import Edit, EditNote
from factcheck.case.columns import COLUMNS, Holds
from factcheck.case.grid_table import grid_sheet
from factcheck.case.hand_over import HandOver
from factcheck.case.read.changes_between import changes_table, document_changes
from factcheck.case.read.contradictions import contradictions_table, found_contradictions
from factcheck.case.read.grid import grid_claims
from factcheck.case.read.quotes import check_quotes, quotes_table
from factcheck.case.read.requests import message, requests
from factcheck.case.read.table import Table
from factcheck.case.read.tables import TABLES, corrections_table, table
from factcheck.case.read.worth import worth_lines, worth_table
from factcheck.case.verify_log import verify_log
from factcheck.export.csv_file import Mode, write_csv
from factcheck.text.names import folded_text
from tests.case.filled import BY, fill, tables_of, worked
from tests.making import TickingClock

WHO = "Jitka Quästenberg"
_OF_SOURCE = ("documents", "versions", "attachments")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """All tables filled; the note is a confidential source, and each of its columns has a word."""
    folder = tmp_path_factory.mktemp("filled")
    with Case.create(folder / "a.factcheck", by=BY, clock=TickingClock()) as case:
        note = worked(case, folder)["note"]
        case.do(EditNote(note, "1,150 tents, no more. 20 beds."), by=BY)
        assert tables_of(case) == COLUMNS.keys() - {"texts", "snapshots", "entries"}
        own = {note, *_ids(case, "versions", note), *_ids(case, "attachments", note)}

        def words(table: str, id: str, column: str) -> str | None:
            if id in own:
                return WHO if column == "who" else f"zq{column.replace('_', '')}zq.example"
            return None if column == "quote" else f"{WHO} was here."

        took = fill(case, words)
        case.do(Edit("document", note, {"confidential": "yes"}), by=BY)
        missed = _reached() - took
        assert missed <= {("attachments", "path"), *((t, "quote") for t in COLUMNS)}
        yield case


def _reached() -> set[tuple[str, str]]:
    reached = {Holds.WORDS, Holds.GIVEN, Holds.LIST, Holds.PERSON, Holds.PASSAGE}
    return {
        (table, column)
        for table, columns in COLUMNS.items()
        if table != "entries"
        for column, holds in columns.items()
        if holds in reached
    }


def _ids(case: Case, table: str, document_id: str) -> list[str]:
    sql = f"SELECT id FROM {table} WHERE document_id = ?"
    return list(case.read(lambda c: c.exec_driver_sql(sql, (document_id,)).scalars().all()))


def _note(case: Case) -> str:
    sql = "SELECT id FROM documents WHERE confidential = 1"
    return str(case.read(lambda c: c.exec_driver_sql(sql).scalar_one()))


def _tables(case: Case, hand: HandOver) -> Iterator[Table]:
    """Make every table that there is."""
    for name in TABLES:
        yield table(case, name, hand=hand)
    claims = case.read(grid_claims)
    yield grid_sheet(case, claims, hand)
    documents = case.read(lambda c: c.exec_driver_sql("SELECT id FROM documents").scalars().all())
    for id in documents:
        yield quotes_table(case, check_quotes(case, id), hand)
        yield worth_table(case, worth_lines(case, id)[1], hand)
        yield contradictions_table(
            case, found_contradictions(case, id, lambda _done, _total: None), hand
        )
        if len(_ids(case, "versions", id)) > 1:
            yield changes_table(case, document_changes(case, id), hand)
    places = case.read(lambda c: c.exec_driver_sql("SELECT id FROM places").scalars().all())
    yield corrections_table(case, list(places), hand)


def _hidden(case: Case) -> set[str]:
    note = _note(case)
    sha = "SELECT text_sha256 FROM versions WHERE document_id = ?"
    hashes = case.read(lambda c: c.exec_driver_sql(sha, (note,)).scalars().all())
    return {"quastenberg", "zq", note, *_ids(case, "versions", note), *hashes}


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("moment", ["now", "before it was marked"])
def test_no_output_in_any_option_holds_the_name(
    case: Case, mode: Mode, moment: str, tmp_path: Path
):
    hidden = _hidden(case)
    seen = case if moment == "now" else case_as_of(case.path, case.head.seq - 1)
    for number, made in enumerate(_tables(seen, HandOver(seen, list))):
        out = tmp_path / f"{number}.csv"
        write_csv(made, out, mode)
        told = folded_text(out.read_bytes().decode("utf-8-sig"))
        assert not [words for words in hidden if words in told], (made.name, told[:3000])
    if seen is not case:
        seen.close()


def test_no_message_holds_the_name(case: Case):
    ids = [row.id for row in case.read(requests)]
    told = HandOver(case, list).message(case.read(message, ids), "message")
    assert "Source A was here." in told
    assert "quastenberg" not in folded_text(told)


def test_the_log_still_verifies(case: Case, tmp_path: Path):
    out = tmp_path / "log.csv"
    write_csv(table(case, "log", hand=HandOver(case, list)), out)
    report = verify_log(out, head=case.head.fingerprint)
    assert report.ok, report.sentences


def test_quotes_leave_as_they_are(tmp_path: Path):
    with Case.create(tmp_path / "b.factcheck", by=BY, clock=TickingClock()) as case:
        worked(case, tmp_path)
        before = list(table(case, "evidence").rows)
        note = case.read(lambda c: c.exec_driver_sql(
            "SELECT id FROM documents WHERE kind = 'call'").scalar_one())  # fmt: skip
        # What the quotes say is the name of a source.
        case.do(Edit("document", note, {"who": "1,150 tents", "confidential": "yes"}), by=BY)
        found = table(case, "evidence", hand=HandOver(case, list))
        at = [column.name for column in found.columns].index("quote")
        assert [row[at] for row in found.rows] == [row[at] for row in before]


# What writes a file or puts words on the clipboard, and why it may pass by the gate.
_PAST_THE_GATE = {
    "case_actions.py": "the original of a document that somebody asks for by its name",
    "looking.py": "an attached file that somebody asks for by its name",
    "record_actions.py": "the script that checks a log; a fingerprint",
    "fingerprint.py": "a fingerprint",
    "status_bar.py": "a fingerprint",
    "bug_dialog.py": "the details of a fault, shown before",
    "list.py": "the address of one hint that somebody copies",
    "added_dialog.py": "what was added just now, for whoever added it",
    "result_dialog.py": "what was imported just now, for whoever imported it",
    "csv_file.py": "writes Tables, which the gate alone makes",
    "leaving.py": "the gate",
}


def test_whatever_writes_a_file_or_the_clipboard_passes_the_gate_or_says_why_not():
    found = set()
    for path in Path(factcheck.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
                ("whole_file", "clipboard().setText", "QPrinter", "QPdfWriter")
            ):
                found.add(path.name)
    assert found == _PAST_THE_GATE.keys()


def test_only_the_gate_makes_tables():
    makers = {
        path.name
        for path in Path(factcheck.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "Table"
        and any("read.table" in line for line in path.read_text("utf-8").splitlines())
    }
    assert makers == {"hand_over.py"}
