"""Backups are verified before they count, turned over, and put back without losing a file."""

import errno
import gzip
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.case import backup as backups
from factcheck.case.backup import back_up, backups_of, contents_of
from factcheck.case.backup_places import usual_folder
from factcheck.case.case import Case
from factcheck.case.changes import AddNote, MarkClaim, RateClaim, Redact
from factcheck.case.known_cases import is_known
from factcheck.case.lock import hold
from factcheck.case.read.history import history
from factcheck.case.read.indexing import hash_at
from factcheck.case.read.redactions import plan_redaction
from factcheck.case.restoring import loss_by, restore
from factcheck.case.verify import verify
from factcheck.errors import Cancelled, DamagedError, FactcheckError

ZOE = "Zoë Ångström"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "Einstellungen 東京"))
    monkeypatch.setenv("FACTCHECK_DATA_DIR", str(tmp_path / "Daten 東京"))


@pytest.fixture
def claim(case: Case, article: str) -> str:
    return case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]


def spoil(path: Path, words: bytes, instead: bytes) -> None:
    content = path.read_bytes()
    assert words in content
    path.write_bytes(content.replace(words, instead))


def test_a_backup_says_when_and_what_in_its_name_and_verifies(case: Case, claim: str):
    made = back_up(case.path)
    assert made.is_new
    assert made.backup.fingerprint == case.head.fingerprint
    assert made.backup.seq == case.head.seq
    assert backups_of(case.id) == (made.backup,)
    assert verify(made.backup.path).ok
    assert contents_of(made.backup.path) == (case.head.seq, 1, 0)
    assert [path.name for path in usual_folder(case.id).iterdir()] == [made.backup.path.name]


def test_none_is_made_where_nothing_changed(case: Case, claim: str):
    first = back_up(case.path)
    again = back_up(case.path)
    assert (again.backup, again.is_new) == (first.backup, False)
    case.do(RateClaim(claim, "True", "Gesehen."), by=ZOE)
    assert back_up(case.path).is_new
    assert len(backups_of(case.id)) == 2


def test_a_case_that_is_not_whole_gets_no_backup_and_the_good_ones_stay(case: Case, claim: str):
    good = back_up(case.path).backup
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    case.close()
    spoil(case.path, "Łódź, a history".encode(), "Łódź, a mystery".encode())
    with pytest.raises(DamagedError, match="is not whole, so no backup was made"):
        back_up(case.path)
    assert backups_of(case.id) == (good,)
    assert list(usual_folder(case.id).glob("*.part")) == []


def test_a_copy_elsewhere_is_made_each_time_and_over_no_file(case: Case, tmp_path: Path):
    folder = tmp_path / "USB 東京"
    folder.mkdir()
    made = back_up(case.path, folder).backup
    assert made.path == folder / case.path.name
    assert back_up(case.path, folder / "named").backup.path == folder / "named.factcheck"
    with pytest.raises(FactcheckError, match="exists already"):
        back_up(case.path, folder)
    assert backups_of(case.id) == ()


def test_a_full_disk_and_a_folder_that_is_a_file_are_said(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9 - 5, 5)
    )
    with pytest.raises(FactcheckError, match="Free some space, then try again"):
        back_up(case.path)
    (tmp_path / "Daten 東京").rename(tmp_path / "weg")
    (tmp_path / "Daten 東京").write_text("a file in its place", "utf-8")
    with pytest.raises(FactcheckError, match="cannot be written to"):
        back_up(case.path)


def test_backing_up_can_be_cancelled_and_leaves_nothing(case: Case):
    def enough(_done: int, _total: int) -> None:
        raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        back_up(case.path, tell=enough)
    assert list(usual_folder(case.id).iterdir()) == []


def test_old_backups_go_and_other_files_stay(
    case: Case, claim: str, monkeypatch: pytest.MonkeyPatch
):
    folder = usual_folder(case.id)
    folder.mkdir(parents=True)
    (folder / "Notizen.txt").write_text("mine", "utf-8")
    for minute in range(12):
        name = f"2026-11-01T08.{minute:02d}.00.000Z {minute + 1}-3f9a-51c2-9b0e-77d1-ac04"
        (folder / f"{name}.factcheck").touch()
    monkeypatch.setattr(backups, "system_clock", lambda: datetime(2026, 11, 2, 9, tzinfo=UTC))
    back_up(case.path)
    assert len(backups_of(case.id)) == 10
    assert (folder / "Notizen.txt").exists()


def test_what_restoring_takes_away_is_said_in_verdicts(case: Case, claim: str):
    old = back_up(case.path).backup.path
    assert loss_by(case.path, old).sentence.startswith("Nothing would be lost")
    for rating in ("True", "Mixed"):
        case.do(RateClaim(claim, rating, "Gesehen."), by=ZOE)
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    loss = loss_by(case.path, old)
    assert loss.sentence == "3 entries of the log would be lost, 2 verdicts among them."
    assert [(v.claim_no, v.rating, v.checker) for v in loss.listed] == [
        (1, "Mixed", ZOE),
        (1, "True", ZOE),
    ]


def test_restoring_says_that_it_brings_back_what_was_redacted(case: Case, claim: str):
    case.do(RateClaim(claim, "True", "Żaneta 東京 hat es gesehen."), by=ZOE)
    old = back_up(case.path).backup.path
    case.do(Redact("Schutz der Quelle", names=("Żaneta 東京",)), by=ZOE)
    assert loss_by(case.path, old).sentence == (
        "1 entry of the log would be lost, no verdict among them. A redaction would be undone:"
        " what was blanked since this backup would be there again."
    )
    case.close()
    aside = restore(case.path, old, by=ZOE).set_aside
    with Case.open(case.path) as restored:
        plan = restored.read(plan_redaction, Redact("x", names=("Żaneta 東京",)))
    assert aside is not None
    assert plan.stays == (
        f"The file that was set aside, {aside.name}, is not touched: delete it yourself.",
    )
    aside.unlink()
    with Case.open(case.path) as restored:
        assert restored.read(plan_redaction, Redact("x", names=("Żaneta 東京",))).stays == ()


def test_a_restored_case_is_the_backup_and_the_present_file_is_set_aside(case: Case, claim: str):
    old = back_up(case.path).backup
    case.do(RateClaim(claim, "True", "Gesehen."), by=ZOE)
    later = case.head
    old_hash = case.read(hash_at, old.seq)
    case.close()
    index = case.path.with_name(case.path.name + "-index")
    index.touch()
    done = restore(case.path, old.path, by="Łucja")
    assert done.set_aside is not None
    assert "set aside" in done.set_aside.name
    # Nobody can tell that it is ours.
    assert index.exists()
    with Case.open(case.path) as again, Case.open(done.set_aside) as aside:
        assert again.read(hash_at, old.seq) == old_hash
        row = again.read(history, None, 1)[0]
        assert (row.by, again.head.seq) == ("Łucja", old.seq + 1)
        assert row.sentence == (
            f"restored the case from the backup {old.fingerprint}; set aside"
            f" “{done.set_aside.name}”, only there: 1 entry, 1 verdict"
        )
        with pytest.raises(FactcheckError, match="nothing of yours to undo"):
            again.undo(by="Łucja")
        assert verify(again.path).ok
        assert aside.head == later
        assert is_known(again)
        again.do(AddNote("book", "Weiter geht’s"), by=ZOE)
        # Two logs that part after the backup: what the other one holds is found all the same.
        assert loss_by(done.set_aside, case.path).verdicts == 1
    assert list(case.path.parent.glob("*.part")) == []
    assert old.path.exists()


def test_a_case_that_vanished_can_be_restored(case: Case, claim: str):
    old = back_up(case.path).backup
    case.close()
    case.path.unlink()
    done = restore(case.path, old.path, by="Łucja")
    assert (done.set_aside, done.loss.is_whole) == (None, False)
    assert verify(case.path).ok


def test_a_damaged_backup_is_not_restored_and_the_case_stays(case: Case, claim: str):
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    old = back_up(case.path).backup.path
    spoil(old, "Łódź, a history".encode(), "Łódź, a mystery".encode())
    case.close()
    before = case.path.read_bytes()
    with pytest.raises(DamagedError, match="Choose another one"):
        restore(case.path, old, by="Łucja")
    assert case.path.read_bytes() == before
    assert [path.name for path in case.path.parent.glob("*.factcheck")] == [case.path.name]


def test_a_case_that_is_open_in_a_window_is_not_restored(case: Case, claim: str):
    old = back_up(case.path).backup.path
    lock, _ = hold(case.path)
    assert lock is not None
    with pytest.raises(FactcheckError, match="Close it there"):
        restore(case.path, old, by="Łucja")
    lock.release()
    assert restore(case.path, old, by="Łucja").set_aside is not None


def test_a_journal_of_the_damaged_file_never_meets_the_restored_one(case: Case, claim: str):
    old = back_up(case.path).backup.path
    case.close()
    journal = case.path.with_name(case.path.name + "-journal")
    journal.write_bytes(b"left by a crash")
    done = restore(case.path, old, by="Łucja")
    assert done.set_aside is not None
    assert not journal.exists()
    assert done.set_aside.with_name(done.set_aside.name + "-journal").exists()


def test_a_page_that_is_gone_is_set_aside_with_all_it_holds(case: Case, claim: str):
    old = back_up(case.path).backup.path
    case.close()
    with closing(sqlite3.connect(case.path)) as raw:
        (root,) = raw.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'entries'"
        ).fetchone()
    content = bytearray(case.path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    case.path.write_bytes(content)
    with pytest.raises(DamagedError):
        back_up(case.path)
    loss = loss_by(case.path, old)
    assert not loss.is_whole
    assert "unless it is salvaged" in loss.sentence
    done = restore(case.path, old, by="Łucja")
    assert done.set_aside is not None
    assert done.set_aside.read_bytes() == content


def test_where_the_folder_cannot_be_written_to_the_sentence_names_it(
    case: Case, claim: str, monkeypatch: pytest.MonkeyPatch
):
    old = back_up(case.path).backup.path
    case.close()
    before = case.path.read_bytes()

    def refuse(path: Path) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr("factcheck.case.copying.open_new", refuse)
    with pytest.raises(FactcheckError) as refused:
        restore(case.path, old, by=ZOE)
    assert str(refused.value) == (
        f"Nothing was restored: {case.path.parent} cannot be written to (Read-only file system)."
    )
    assert case.path.read_bytes() == before


def test_a_backup_of_an_older_factcheck_is_restored_in_todays_form(tmp_path: Path):
    golden = Path(__file__).parent.parent / "golden" / "schema-1.factcheck.gz"
    old = tmp_path / "älter.factcheck"
    old.write_bytes(gzip.decompress(golden.read_bytes()))
    with closing(sqlite3.connect(old)) as raw:
        (last,) = raw.execute("SELECT max(seq) FROM entries").fetchone()
    path = tmp_path / "Fall.factcheck"
    restore(path, old, by="Łucja", via="cli")
    with Case.open(path) as again:
        assert again.head.seq == last + 1
        assert again.read(history, None, 1)[0].sentence.endswith("; no file stood there")
    assert verify(path).ok
    assert [each.name for each in tmp_path.glob("*.part*")] == []
