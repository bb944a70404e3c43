"""Source notes: typed anew, with files that are kept or watched."""

from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddAttachment,
    AddNote,
    EditNote,
    LinkEvidence,
    MarkClaim,
    RemoveAttachment,
)
from factcheck.case.read import documents, evidence
from factcheck.case.read.attached import attachment_bytes, check_attachment
from factcheck.case.read.history import history
from factcheck.errors import FactcheckError

ME = "Zoë Ångström"
SAID = "She says 1,150 tents 😀 came to Łódź."


@pytest.fixture
def note(case: Case) -> str:
    return case.do(AddNote("call", "Call with the mayor", said=SAID), by=ME).ids[0]


def last(case: Case) -> str:
    return case.read(history, None, 1)[0].sentence


def test_a_note_typed_anew_has_a_new_version_and_keeps_the_old_one(case: Case, note: str):
    old = case.read(documents.text, note)
    done = case.do(EditNote(note, "On Monday. " + SAID), by=ME)
    new = case.read(documents.text, note)
    assert (done.status, new.number, new.text) == ("revised", 2, "On Monday. " + SAID)
    assert case.read(documents.text, note, old.version_id).text == SAID
    assert last(case) == "wrote the source note “Call with the mayor” anew"
    case.undo(by=ME)
    assert case.read(documents.text, note).text == SAID


def test_what_is_linked_in_a_note_is_found_in_its_new_text(case: Case, note: str, article: str):
    claim = case.do(MarkClaim(article, 24, 40), by=ME).ids[0]
    start = SAID.index("1,150")
    case.do(LinkEvidence((claim,), note, "supports", start, start + 11), by=ME)
    case.do(EditNote(note, "On Monday: " + SAID), by=ME)
    (row,) = case.read(evidence.evidence_of, claim)
    assert (row.start, row.quote) == (start + 11, "1,150 tents")


def test_the_same_text_again_records_nothing(case: Case, note: str):
    before = case.head
    assert case.do(EditNote(note, SAID), by=ME).status == "known"
    assert case.head == before


def test_a_note_without_text_gets_one_and_one_with_text_keeps_one(case: Case, note: str):
    book = case.do(AddNote("book", "東京の川"), by=ME).ids[0]
    case.do(EditNote(book, "p. 214: 61.4 m³/s"), by=ME)
    assert case.read(documents.text, book).number == 1
    case.undo(by=ME)
    assert case.read(documents.text, book).text == ""
    with pytest.raises(FactcheckError, match="keeps one"):
        case.do(EditNote(note, " "), by=ME)


def test_a_document_that_was_read_from_a_file_is_no_note(case: Case, article: str, tmp_path: Path):
    with pytest.raises(FactcheckError, match="read from a file"):
        case.do(EditNote(article, "words"), by=ME)
    with pytest.raises(FactcheckError, match="read from a file"):
        case.do(AddAttachment(article, tmp_path), by=ME)


def test_files_are_added_to_a_note_and_taken_away(case: Case, note: str, tmp_path: Path):
    photo, scan = tmp_path / "Łódź 😀.jpg", tmp_path / "scan.pdf"
    photo.write_bytes(b"\xff\xd8 picture")
    scan.write_bytes(b"%PDF")
    first = case.do(AddAttachment(note, photo), by=ME).ids[0]
    case.do(AddAttachment(note, scan), by=ME)
    rows = case.read(documents.attachments, note)
    assert [(row.name, row.media_type) for row in rows] == [
        ("Łódź 😀.jpg", "image/jpeg"), ("scan.pdf", "application/pdf")]  # fmt: skip
    assert case.read(attachment_bytes, first) == b"\xff\xd8 picture"
    case.do(RemoveAttachment(first), by=ME)
    assert last(case) == "removed the file “Łódź 😀.jpg” from “Call with the mayor”"
    assert [row.name for row in case.read(documents.attachments, note)] == ["scan.pdf"]
    case.undo(by=ME)
    assert case.read(attachment_bytes, first) == b"\xff\xd8 picture"
    with pytest.raises(FactcheckError, match=r"already, as “Łódź 😀\.jpg”"):
        case.do(AddAttachment(note, photo), by=ME)


def test_what_is_no_file_is_not_attached(case: Case, note: str, tmp_path: Path):
    with pytest.raises(FactcheckError, match="it is no file"):
        case.do(AddAttachment(note, tmp_path), by=ME)
    with pytest.raises(FactcheckError, match="it is no file"):
        case.do(AddAttachment(note, tmp_path / "gone.mp4"), by=ME)


def test_a_large_file_is_watched_where_it_lies(
    case: Case, note: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("factcheck.case.write.notes.LARGE_FILE", 3)
    film = tmp_path / "film.mp4"
    film.write_bytes(b"film 1")
    id = case.do(AddAttachment(note, film), by=ME).ids[0]
    (row,) = case.read(documents.attachments, note)
    assert check_attachment(row).state == "unchanged"
    with pytest.raises(FactcheckError, match="not in the case: it is kept at"):
        case.read(attachment_bytes, id)
    film.write_bytes(b"film 2")
    state, sentence = check_attachment(row)
    assert state == "changed"
    assert sentence == "“film.mp4” was changed since it was attached: same size, other content."
    film.write_bytes(b"film 2, longer")
    assert "14 bytes, and 6 were attached" in check_attachment(row).sentence
    film.unlink()
    assert check_attachment(row).state == "missing"
    with pytest.raises(FactcheckError, match="not in the case any more"):
        case.read(attachment_bytes, "none")


def test_only_a_file_outside_the_case_is_checked(case: Case, note: str, tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"a")
    case.do(AddAttachment(note, tmp_path / "a.txt"), by=ME)
    (row,) = case.read(documents.attachments, note)
    with pytest.raises(ValueError, match="kept in the case"):
        check_attachment(row)
