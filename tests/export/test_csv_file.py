"""CSV files: exact cells, the guard for spreadsheets, and never half a file."""

import csv
import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.case.read.table import Table, TableRow, columns_of
from factcheck.errors import Cancelled, FactcheckError, UsageError
from factcheck.export import whole_file
from factcheck.export.csv_file import LONGEST_CELL, CellName, write_csv

COLUMNS = columns_of("claim_no wording reason value", numbers="claim_no value")
HEAD = "12-3f9a-51c2-9b0e-77d1-ac04"
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


def table(*rows: TableRow) -> Table:
    return Table("verdicts", COLUMNS, iter(rows), len(rows), HEAD)


def read(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter, strict=True))


@given(st.lists(st.tuples(st.integers(), words, words, st.none() | st.integers())))
def test_exact_cells_come_back_as_they_were(tmp_path_factory, rows: list[TableRow]):
    path = tmp_path_factory.mktemp("out") / "ledger.csv"
    report = write_csv(table(*rows), path)
    assert read(path)[1:] == [["" if c is None else str(c) for c in row] for row in rows]
    assert (report.rows, report.changed_cells, report.head) == (len(rows), (), HEAD)


def test_the_bytes_are_what_the_design_says(tmp_path: Path):
    write_csv(table((1, "Zürich “東京” 😀", 'a "b"\nc', None)), tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_bytes() == (
        "\ufeff" + '"claim_no","wording","reason","value"\r\n'
        '"1","Zürich “東京” 😀","a ""b""\nc",""\r\n'
    ).encode()


@pytest.mark.parametrize(
    "formula", ["=1+1", "+44 20", "-5 degrees", "@Łucja", "\t=1", "\r=1", "\n=1", "＝1+1", "－5"]
)
def test_text_like_a_formula_gets_an_apostrophe_and_is_listed(tmp_path: Path, formula: str):
    path = tmp_path / "x.csv"
    report = write_csv(table((1, "ok", "a", 2), (2, "ok", formula, 3)), path, "spreadsheet")
    assert read(path)[2] == ["2", "ok", f"'{formula}", "3"]
    assert report.changed_cells == (CellName(3, "reason"),)
    assert "1 cell (row 3 reason)" in report.sentences[1]


def test_names_of_columns_are_guarded_too(tmp_path: Path):
    columns = columns_of("claim =HYPERLINK(1) @Łódź")
    made = Table("grid", columns, iter([("a", "b", "c")]), 1, HEAD)
    report = write_csv(made, tmp_path / "x.csv", "spreadsheet")
    assert read(tmp_path / "x.csv")[0] == ["claim", "'=HYPERLINK(1)", "'@Łódź"]
    assert report.changed_cells == (CellName(1, "=HYPERLINK(1)"), CellName(1, "@Łódź"))
    assert "row 1 =HYPERLINK(1)" in report.sentences[1]
    made = Table("grid", columns, iter([]), 0, HEAD)
    assert write_csv(made, tmp_path / "x.csv").changed_cells == ()
    assert read(tmp_path / "x.csv")[0] == ["claim", "=HYPERLINK(1)", "@Łódź"]


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u202e", "\x00", "\x0b", "\u00ad\u2060"])
def test_what_nobody_sees_before_a_formula_does_not_hide_it(tmp_path: Path, unseen: str):
    write_csv(table((1, "ok", f"{unseen}=1+1", 2)), tmp_path / "x.csv", "spreadsheet")
    assert f"'{unseen}=1+1" in (tmp_path / "x.csv").read_bytes().decode()


def test_text_in_a_column_of_numbers_is_guarded(tmp_path: Path):
    write_csv(table(("=1", "ok", "", "-5+cmd|x"), (-5, "", "", "-5.25")), tmp_path / "x.csv",
              "spreadsheet")  # fmt: skip
    assert read(tmp_path / "x.csv")[1:] == [["'=1", "ok", "", "'-5+cmd|x"], ["-5", "", "", "-5.25"]]


def test_numbers_are_never_guarded(tmp_path: Path):
    report = write_csv(table((-1, "ok", "", -5)), tmp_path / "x.csv", "spreadsheet")
    assert read(tmp_path / "x.csv")[1] == ["-1", "ok", "", "-5"]
    assert report.changed_cells == ()


@given(st.lists(st.tuples(st.integers(), words, words, st.integers()), max_size=5))
def test_a_spreadsheet_differs_from_the_exact_file_in_the_listed_cells_only(
    tmp_path_factory, rows: list[TableRow]
):
    folder = tmp_path_factory.mktemp("out")
    write_csv(table(*rows), folder / "exact.csv")
    report = write_csv(table(*rows), folder / "sheet.csv", "spreadsheet", ";")
    exact, sheet = read(folder / "exact.csv"), read(folder / "sheet.csv", ";")
    differing = [
        CellName(row, exact[0][at])
        for row, (left, right) in enumerate(zip(exact, sheet, strict=True), 1)
        for at, (a, b) in enumerate(zip(left, right, strict=True))
        if a != b
    ]
    assert differing == list(report.changed_cells)


def test_cells_that_a_spreadsheet_would_cut_are_listed(tmp_path: Path):
    long = "東" * (LONGEST_CELL + 1)
    report = write_csv(table((1, long, "", 0)), tmp_path / "x.csv", "spreadsheet")
    assert report.long_cells == (CellName(2, "wording"),)
    assert read_long(tmp_path / "x.csv")[1][1] == long


def read_long(path: Path) -> list[list[str]]:
    before = csv.field_size_limit(10**7)
    try:
        return read(path)
    finally:
        csv.field_size_limit(before)


def test_another_delimiter_is_refused(tmp_path: Path):
    with pytest.raises(UsageError, match="comma, a semicolon or a tab"):
        write_csv(table(), tmp_path / "x.csv", delimiter="|")


def test_an_older_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path):
    path = tmp_path / "łódź.csv"
    path.write_text("old")
    write_csv(table((1, "new", "", 0)), path)
    assert read(path)[1][1] == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path):
    path = tmp_path / "x.csv"
    path.write_text("old")

    def enough(done: int, _total: int) -> None:
        raise Cancelled(f"Stopped after {done} rows.")

    rows = [(number, "", "", 0) for number in range(2000)]
    with pytest.raises(Cancelled, match="500"):
        write_csv(table(*rows), path, progress=enough)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_rows_that_fail_leave_the_old_file(tmp_path: Path):
    def rows() -> Iterator[TableRow]:
        yield (1, "a", "b", 2)
        raise FactcheckError("The case is damaged.")

    path = tmp_path / "x.csv"
    path.write_text("old")
    with pytest.raises(FactcheckError, match="damaged"):
        write_csv(Table("verdicts", COLUMNS, rows(), 2, HEAD), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_counts_rows_to_the_end(tmp_path: Path):
    told: list[tuple[int, int]] = []
    rows = [(number, "", "", 0) for number in range(1200)]
    write_csv(table(*rows), tmp_path / "x.csv", progress=lambda *step: told.append(step))
    assert told == [(500, 1200), (1000, 1200), (1200, 1200)]


def test_a_folder_that_is_gone_is_said(tmp_path: Path):
    with pytest.raises(FactcheckError, match=r"x\.csv was not written: there is no folder"):
        write_csv(table(), tmp_path / "gone" / "x.csv")


def test_a_folder_in_place_of_a_file_is_said(tmp_path: Path):
    with pytest.raises(FactcheckError, match="is a folder"):
        write_csv(table(), tmp_path)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "the disk is full. Free space, then try again."),
        (errno.EACCES, "cannot be written to."),
        (errno.EIO, "Input/output error."),
    ],
)
def test_a_disk_that_refuses_is_said(tmp_path: Path, monkeypatch, code: int, sentence: str):
    def refuse(_handle: int) -> None:
        raise OSError(code, "Input/output error")

    monkeypatch.setattr(whole_file.os, "fsync", refuse)
    path = tmp_path / "x.csv"
    path.write_text("old")
    with pytest.raises(FactcheckError) as refused:
        write_csv(table((1, "a", "b", 2)), path)
    assert sentence in str(refused.value)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
