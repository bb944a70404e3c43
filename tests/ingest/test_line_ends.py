"""Rows whose lines end as old spreadsheets end them: with a carriage return alone."""

import io
from pathlib import Path

import pytest

from factcheck.ingest import plain, rows, sheets
from factcheck.ingest.earlier_claims import EarlierFact, read_earlier
from tests.ingest.ingest_files import read_rows

CSV = 'id;text;title\r1;"Łódź\rsent\ntents";“A”\r2;東京 😀;B\r'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1250"])
def test_a_csv_with_carriage_returns_alone_is_read_row_by_row(tmp_path: Path, encoding: str):
    text = CSV.replace("東京 😀", "Żółw") if encoding == "cp1250" else CSV
    (tmp_path / "ü.csv").write_bytes(text.encode(encoding))
    found = list(read_rows(tmp_path / "ü.csv"))
    assert [row.failure for row in found] == ["", ""]
    assert found[0].loaded.text == "Łódź\nsent\ntents"
    assert found[1].loaded.title == "B"
    assert (
        b"".join([found[1].loaded.snapshot])
        .decode({"utf-16": "utf-16-le"}.get(encoding, encoding))
        .startswith("2;")
    )


def test_jsonl_with_carriage_returns_alone_is_read(tmp_path: Path):
    (tmp_path / "a.jsonl").write_bytes('{"id":1,"text":"é"}\r{"id":2,"text":"東京"}\r'.encode())
    assert [row.loaded.text for row in read_rows(tmp_path / "a.jsonl")] == ["é", "東京"]


def test_a_carriage_return_between_parts_of_an_object_is_white_space(tmp_path: Path):
    (tmp_path / "a.jsonl").write_bytes('{"id":1,\r"text":"é"}\n'.encode())
    assert [row.loaded.text for row in read_rows(tmp_path / "a.jsonl")] == ["é"]


def test_mixed_line_ends_are_all_line_ends(tmp_path: Path):
    (tmp_path / "a.csv").write_bytes("id,text\r1,é\r\n2,ö\n3,東京\r".encode())
    assert [row.loaded.text for row in read_rows(tmp_path / "a.csv")] == ["é", "ö", "東京"]


def test_lines_are_cut_alike_wherever_a_read_ends(monkeypatch: pytest.MonkeyPatch):
    text = "id,text\r1,é\r\n2,ö\n\n3,東京\r4,x"
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for longest in range(4, 40, 2):
            monkeypatch.setattr(rows, "MAX_ROW", longest)
            lines = rows._Lines(io.BytesIO(text.encode(encoding)), encoding, with_returns=True)
            got = []
            for line in lines:
                if lines.too_long:
                    break
                got.append(line)
            else:
                assert got == ["id,text\r", "1,é\r\n", "2,ö\n", "\n", "3,東京\r", "4,x"]


def test_sheets_and_earlier_claims_with_carriage_returns_are_read(tmp_path: Path):
    sheet = sheets.read_csv("id;claim\r1;Żółw\r2;東京\r".encode(), "a.csv")
    assert len(sheet.rows) == 2
    for name, text in (
        ("a.csv", "id;claim\r1;Żółw\r2;東京\r"),
        ("a.jsonl", '{"id":"1","claim":"Żółw"}\r{"id":"2","claim":"東京"}\r'),
    ):
        (tmp_path / name).write_bytes(text.encode())
        found = [one for one in read_earlier(tmp_path / name) if isinstance(one, EarlierFact)]
        assert [one.claim for one in found] == ["Żółw", "東京"]


def test_a_text_with_carriage_returns_alone_keeps_its_lines():
    assert plain.read("Łódź\r東京\r".encode(), "a.txt").text == "Łódź\n東京\n"


def test_a_field_of_millions_of_lines_is_one_row(tmp_path: Path):
    (tmp_path / "a.csv").write_bytes(b'id,text\n1,"' + b"a\n" * 300_000 + b'"\n2,b\n')
    first, second = read_rows(tmp_path / "a.csv")
    assert len(first.loaded.text) == 600_000
    assert second.loaded.text == "b"


def test_scripts_that_never_end_are_passed_over_at_once(tmp_path: Path):
    page = tmp_path / "a.html"
    page.write_text('<script type="application/ld+json">' * 30_000 + "<script" * 30_000)
    with pytest.raises(Exception, match="without a ClaimReview"):
        read_earlier(page)
