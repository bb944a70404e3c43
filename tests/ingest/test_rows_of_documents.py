import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from tests.ingest.ingest_files import read_rows


def written(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_each_line_of_jsonl_is_a_document_with_its_own_bytes(tmp_path):
    first = {
        "id": 7, "text": "Zu\u0308rich\r\n東京 😀", "title": "Titel", "byline": ["Ann", "Bo"],
        "published": "2020-11", "outlet": None, "more": {"x": 1},
    }  # fmt: skip
    lines = [json.dumps(first).encode(), '{"ID": "b", "text": "Łódź"}'.encode()]
    rows = list(read_rows(written(tmp_path, "a.jsonl", b"\n\n".join(lines) + b"\r\n")))
    assert [row.number for row in rows] == [1, 2]
    one, two = (row.loaded for row in rows)
    assert (one.external_id, one.text, one.title) == ("7", "Zürich\n東京 😀", "Titel")
    assert (one.byline, one.published, one.outlet) == ("Ann; Bo", "2020-11", "")
    assert [one.snapshot, two.snapshot] == lines


def test_a_bad_row_is_told_by_its_number_and_the_others_are_read(tmp_path):
    lines = [
        '{"id": "a", "text": "gut"}',
        "kein JSON",
        "[1]",
        '{"text": "ohne id"}',
        '{"id": "c"}',
        '{"id": "d", "text": "  "}',
        '{"id": "e", "text": "x", "title": {"a": 1}}',
        '{"id": "f", "text": "auch gut"}',
    ]
    rows = list(read_rows(written(tmp_path, "a.jsonl", "\n".join(lines))))
    assert [row.loaded is not None for row in rows] == [True, *[False] * 6, True]
    assert [row.failure for row in rows[1:7]] == [
        "Row 2: it is not JSON.",
        "Row 3: it is not a JSON object with “id” and “text”.",
        "Row 4: it has no “id”.",
        "Row 5: it has no “text”.",
        "Row 6: its “text” is empty.",
        "Row 7: its “title” is no text.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_in_its_encoding_and_with_its_delimiter(tmp_path, encoding, delimiter):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    text = 'Премьер-министр заявил:\n"соглашение, подписано; сегодня"\tв среду'
    writer.writerows(
        [["Id", "Text", "URL"], ["1", text, "https://example.org/1"], ["2", "Ещё", ""]]
    )
    rows = list(read_rows(written(tmp_path, "a.csv", out.getvalue().encode(encoding))))
    assert [row.failure for row in rows] == ["", ""]
    first = rows[0].loaded
    assert (first.external_id, first.text, first.url) == ("1", text, "https://example.org/1")
    own = encoding if encoding != "utf-16" else "utf-16-le"
    assert first.snapshot.decode(own.removesuffix("-sig")).startswith(f"1{delimiter}")
    assert rows[-1].done == (tmp_path / "a.csv").stat().st_size


def test_a_csv_row_with_too_many_cells_or_an_open_quotation_mark_is_told(tmp_path):
    data = 'id,text\na,b,c\nd,東京\ne,"offen\n'
    rows = list(read_rows(written(tmp_path, "a.csv", data)))
    assert rows[0].failure == "Row 1: it has 3 cells, but there are 2 columns."
    assert rows[1].loaded.text == "東京"
    assert rows[2].failure == "Row 3: a quotation mark in it is not closed."


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.csv", "name,text\nx,y\n", "“a.csv” has no column “id”"),
        ("a.csv", b"", "“a.csv” is empty"),
        ("a.jsonl", b"\x00\x01\x02" * 99, "“a.jsonl” is not text"),
    ],
)
def test_a_file_that_is_no_table_of_documents_is_refused(tmp_path, name, data, sentence):
    with pytest.raises(FactcheckError, match=sentence):
        list(read_rows(written(tmp_path, name, data)))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FactcheckError, match=r"“fehlt\.csv” could not be read"):
        list(read_rows(tmp_path / "fehlt.csv"))


@given(texts=st.lists(st.text("aZ\"',;\n\r東😀\t é").filter(str.strip), min_size=1, max_size=5))
def test_what_a_csv_writer_wrote_is_read_back(tmp_path_factory, texts):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "text"])
    writer.writerows([[str(number), text] for number, text in enumerate(texts)])
    path = written(tmp_path_factory.mktemp("csv"), "a.csv", out.getvalue())
    rows = list(read_rows(path))
    read = [row.loaded.text for row in rows]
    assert read == [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
