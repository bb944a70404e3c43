"""Sheets: CSV and workbooks as rows of text, and what their columns say."""

import datetime
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from factcheck.errors import FactcheckError
from factcheck.ingest import sheets
from factcheck.ingest.sheets import guess_columns, read_csv, read_xlsx
from factcheck.ingest.worker import Readers
from tests.hostile import xlsx as made


def workbook(*rows: tuple[object, ...], title: str = "Łódź") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_is_read_with_its_delimiter_and_encoding(delimiter: str, encoding: str):
    lines = [
        ("quote", "note"),
        ('"a, b; 東京\t""so"" 😀"', "Zürich\u00a01"),
        ("", ""),
        ("only", ""),
    ]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    sheet = read_csv(text.encode(encoding), "a.csv")
    assert sheet.header == ("quote", "note")
    assert sheet.rows == (('a, b; 東京\t"so" 😀', "Zürich\u00a01"), ("only", ""))


def test_rows_are_as_wide_as_the_header_and_lose_nothing():
    sheet = read_csv(b"a,b\n1\n1,2,3,,4\n", "a.csv")
    assert sheet.rows == (("1", ""), ("1", "2 3 4"))


def test_cells_with_line_ends_stay_one_cell():
    assert read_csv(b'a\n"x\r\ny"\n', "a.csv").rows == (("x\ny",),)


def test_a_csv_that_is_none_is_refused():
    for data, why in (
        (b"", "has no rows"), (b"\n\n", "has no rows"), (b'a\n"x', "not closed"),
        (b"a\x00\x01\x02\x03" * 400, "a.csv"),
    ):  # fmt: skip
        with pytest.raises(FactcheckError, match=why):
            read_csv(data, "a.csv")


def test_cells_of_a_workbook_come_as_people_read_them():
    data = workbook(
        ("a", "b", "c", "d", "e", "f", "g"),
        (
            1150.0, 61.4, datetime.datetime(2026, 4, 9), datetime.datetime(2026, 4, 9, 18, 20),
            True, datetime.time(9, 30), None,
        ),
        (),
        ("東京 😀", -5, "=1+1", "'+44", "2020", " x ", "\u2028"),
    )  # fmt: skip
    (sheet,) = read_xlsx(data, "a.xlsx")
    assert (sheet.name, len(sheet.header)) == ("Łódź", 7)
    assert sheet.rows == (
        ("1150", "61.4", "2026-04-09", "2026-04-09T18:20", "yes", "09:30:00", ""),
        ("東京 😀", "-5", "", "'+44", "2020", "x", ""),
    )


def test_each_sheet_with_rows_has_its_name():
    book = openpyxl.Workbook()
    book.active.title = "empty"
    book.create_sheet("東京").append(["quote"])
    out = io.BytesIO()
    book.save(out)
    assert [sheet.name for sheet in read_xlsx(out.getvalue(), "a.xlsx")] == ["東京"]
    with pytest.raises(FactcheckError, match="has no rows"):
        read_xlsx(workbook(), "a.xlsx")


def test_what_is_no_workbook_is_refused_with_one_sentence():
    whole = workbook(("a",))
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.xml", "<a/>")
    entities = io.BytesIO()
    with zipfile.ZipFile(entities, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    for data, why in (
        (whole[: len(whole) // 2], "damaged"), (other.getvalue(), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted, or of the Excel before 2007"),
        (entities.getvalue(), "defines entities"), (b"quote", "damaged"),
    ):  # fmt: skip
        with pytest.raises(FactcheckError, match=why):
            read_xlsx(data, "Łódź.xlsx")


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    monkeypatch.setattr(sheets, "MOST_COLUMNS", 2)
    monkeypatch.setattr(sheets, "MOST_CHARACTERS", 20)
    assert len(read_csv(b"a\n1\n2\n\n3\n", "a.csv").rows) == 3
    for data, why in (
        (b"a\n1\n2\n3\n4\n", "more than 3 rows"), (b"a,b,c\n", "more than 2 columns"),
        (b"a\n" + b"1234567\n" * 3, "more text"),
    ):  # fmt: skip
        with pytest.raises(FactcheckError, match=why):
            read_csv(data, "a.csv")


def test_a_workbook_is_read_in_the_limited_process(tmp_path: Path):
    path = tmp_path / "東京.xlsx"
    path.write_bytes(workbook(("quote", "date"), ("1,150 tents", datetime.date(2026, 4, 9))))
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    table = tmp_path / "a.CSV"
    table.write_bytes(b"quote;date\n1;2\n")
    with Readers() as readers:
        (sheet,) = readers.read_sheets(path)
        assert sheet == ("Łódź", ("quote", "date"), (("1,150 tents", "2026-04-09"),), ())
        with pytest.raises(FactcheckError, match=r"“broken\.xlsx” is damaged"):
            readers.read_sheets(broken)
        assert readers.read_sheets(table)[0].rows == (("1", "2"),)
        (tmp_path / "a.ods").write_bytes(b"PK")
        wrong = {"a.txt": "is no sheet", "a.ods": "save it as", "gone.xlsx": "could not be read"}
        for name, why in wrong.items():
            with pytest.raises(FactcheckError, match=why):
                readers.read_sheets(tmp_path / name)


def hostile(rows: str, **more: object) -> sheets.Sheet:
    return read_xlsx(made.book(made.HEAD + rows, **more), "東京.xlsx")[0]


def test_rows_are_where_their_numbers_say_whatever_the_sheet_says_of_its_size():
    sheet = hostile(
        made.row(9, made.cell("neun", "A9"))
        + made.row(2, made.cell("b", "B2"), made.cell("a", "A2"))
        + made.row(0, made.cell("drei")),
        before='<dimension ref="A1:A1"/>',
    )
    assert sheet.rows == (("a", "b"), ("drei", ""), ("neun", ""))
    assert sheet.warnings == ()


def test_a_merged_cell_stands_for_each_of_its_rows_that_has_others():
    sheet = hostile(
        made.row(2, made.cell("Łódź", "A2"), made.cell("1", "B2"))
        + made.row(3, made.cell("2", "B3"))
        + made.row(5, made.cell("3", "B5")),
        after='<mergeCells><mergeCell ref="A2:A4"/></mergeCells>',
    )
    assert sheet.rows == (("Łódź", "1"), ("Łódź", "2"), ("", "3"))
    assert sheet.warnings == ("A merged cell was read for each of its rows, in 1 place.",)


def test_what_is_no_sheet_of_cells_is_said_once():
    second = '<sheet name="S" sheetId="1" r:id="s1"/><sheet name="T" sheetId="2" r:id="s2"/>'
    sheet = hostile(
        made.row(2, made.cell("x", "A2")),
        sheets=second,
        links=(made.Link("s2", "chartsheet", "c.xml"),),
        parts={"xl/c.xml": "<x/>"},
    )
    assert sheet.warnings == ("Left out: chart sheets (1).",)


def test_columns_are_guessed_by_their_whole_names():
    header = (
        "No.",
        "Claim",
        "QUOTE",
        "Speaker",
        "speaker_role",
        "Date",
        "Link",
        "Assigned to",
        "Due",
    )
    assert guess_columns(header) == {
        "quote": 2, "wording": 1, "speaker": 3, "speaker_role": 4, "made_on": 5, "claim_url": 6,
        "assigned_to": 7, "due": 8,
    }  # fmt: skip


def test_no_column_stands_for_two_fields_and_the_best_name_goes_first():
    assert guess_columns(["claim", "wording", "quote"]) == {"quote": 2, "wording": 1}
    assert guess_columns(["Behauptung", "Zitat", "Partei"]) == {
        "quote": 1,
        "wording": 0,
        "party": 2,
    }
    assert guess_columns(["quoted", "x", ""]) == {}
