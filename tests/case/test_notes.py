"""Source notes: typed anew, with files that are kept or watched."""

import os
from pathlib import Path

import pytest

from factcheck import profile
from factcheck.case.case import Case
from factcheck.case.changes import (
    AddAttachment,
    AddNote,
    EditNote,
    LinkEvidence,
    MarkClaim,
    RemoveAttachment,
)
from factcheck.case.files_here import file_here, remember_file
from factcheck.case.read import documents, evidence
from factcheck.case.read.attached import attachment_bytes, check_attachment, point_to_file
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
    here = file_here(case.id, row.sha256)
    assert here == film
    assert check_attachment(row, here).state == "unchanged"
    with pytest.raises(FactcheckError, match="not in the case: it is kept at"):
        case.read(attachment_bytes, id)
    film.write_bytes(b"film 2")
    state, sentence = check_attachment(row, here)
    assert state == "changed"
    assert sentence == "“film.mp4” was changed since it was attached: same size, other content."
    film.write_bytes(b"film 2, longer")
    assert "14 bytes, and 6 were attached" in check_attachment(row, here).sentence
    film.unlink()
    assert check_attachment(row, here).state == "missing"
    with pytest.raises(FactcheckError, match="not in the case any more"):
        case.read(attachment_bytes, "none")


def test_only_a_file_outside_the_case_is_checked(case: Case, note: str, tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"a")
    case.do(AddAttachment(note, tmp_path / "a.txt"), by=ME)
    (row,) = case.read(documents.attachments, note)
    with pytest.raises(ValueError, match="kept in the case"):
        check_attachment(row, tmp_path / "a.txt")


@pytest.fixture
def film(case: Case, note: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A file that is kept by its path, as a case from elsewhere has it."""
    monkeypatch.setattr("factcheck.case.write.notes.LARGE_FILE", 3)
    (tmp_path / "Füm.mp4").write_bytes(b"film 1")
    case.do(AddAttachment(note, tmp_path / "Füm.mp4"), by=ME)
    (row,) = case.read(documents.attachments, note)
    (profile.data_dir() / "attached" / f"{case.id}.json").unlink()
    return row


def test_a_file_attached_on_another_computer_is_never_looked_for(
    case: Case, film, monkeypatch: pytest.MonkeyPatch
):
    # Neither opened nor asked for: a path such as //server/share tells its server who looks.
    monkeypatch.setattr("os.stat", pytest.fail)
    monkeypatch.setattr("os.open", pytest.fail)
    checked = check_attachment(film, file_here(case.id, film.sha256))
    monkeypatch.undo()
    assert checked.state == "elsewhere"
    assert film.path in checked.sentence


def test_a_file_from_elsewhere_is_found_by_pointing_to_it(case: Case, film, tmp_path: Path):
    (tmp_path / "other.mp4").write_bytes(b"film 2")
    assert point_to_file(case.id, film, tmp_path / "other.mp4").state == "changed"
    assert file_here(case.id, film.sha256) is None
    (tmp_path / "Füm.mp4").rename(tmp_path / "moved.mp4")
    assert point_to_file(case.id, film, tmp_path / "moved.mp4").state == "unchanged"
    assert file_here(case.id, film.sha256) == tmp_path / "moved.mp4"


@pytest.mark.skipif(os.name != "posix", reason="pipes in folders are of POSIX")
def test_a_pipe_or_a_device_in_place_of_a_file_is_not_waited_for(
    case: Case, note: str, film, tmp_path: Path
):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for place in (tmp_path / "pipe", tmp_path / "link", Path("/dev/null"), tmp_path):
        state, sentence = check_attachment(film, place)
        assert state == "unreadable"
        assert "no ordinary file" in sentence or "a folder" in sentence
        with pytest.raises(FactcheckError, match="it is no file"):
            case.do(AddAttachment(note, place), by=ME)


@pytest.mark.parametrize("id", ["../../etc/passwd", "", "x" * 4000, "\0"])
def test_an_id_of_a_foreign_case_is_no_path(id: str, tmp_path: Path):
    remember_file(id, "ab", tmp_path / "ü")
    assert file_here(id, "ab") == tmp_path / "ü"
    assert file_here(id, "cd") is None
