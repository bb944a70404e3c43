"""Changes: each is in the tables and in the log, or in neither."""

import json
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AddNote,
    AddPlace,
    Done,
    Edit,
    LinkEvidence,
    MarkClaim,
    MovePlace,
    RateClaim,
    RemoveClaim,
    RemoveDocument,
    RemoveEvidence,
    RemovePlace,
    SetGates,
    UseScale,
)
from factcheck.case.log import GENESIS, Entry, fault_of
from factcheck.case.read import claims, documents, evidence, verdicts
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.unseen import Unseen
from tests.making import ARTICLE, SOURCE, loaded

ME = "Zoë Ångström"
TENTS = ARTICLE.index("東京 had sent 1,150 tents")
SENT = (TENTS, TENTS + len("東京 had sent 1,150 tents 😀"))


def entries(case: Case) -> list[Entry]:
    raw = sqlite3.connect(case.path)
    found = [Entry._make(row) for row in raw.execute("SELECT * FROM entries ORDER BY seq")]
    raw.close()
    return found


def mark(case: Case, article: str, start: int = SENT[0], end: int = SENT[1], **more: object) -> str:
    return case.do(MarkClaim(article, start, end, **more), by=ME).ids[0]


def test_the_chain_of_a_worked_case_is_whole(case: Case, article: str, source: str):
    claim = mark(case, article)
    case.do(LinkEvidence((claim,), source, "contradicts", 15, 40), by="Bo")
    case.do(RateClaim(claim, "false", "The note says otherwise."), by="Bo")
    prev = GENESIS
    for seq, entry in enumerate(entries(case), 1):
        assert fault_of(entry, seq, prev, case.id) is None
        prev = entry.hash
    assert case.head.seq == len(entries(case)) == 6


def test_a_document_keeps_its_text_its_bytes_and_its_particulars(case: Case, article: str):
    row = case.read(documents.document, article)
    assert (row.title, row.under_check, row.source) == ("Tents for Łódź", 1, 0)
    assert case.read(documents.text, article).text == ARTICLE
    assert case.read(documents.snapshot, row.version_id) == ("", ARTICLE.encode())


def test_texts_and_bytes_never_stand_in_an_entry(case: Case, article: str):
    assert "counted them twice" not in (entries(case)[-1].changes or "")


def test_the_same_file_again_is_known_and_records_nothing(case: Case, article: str):
    before = case.head
    done = case.do(AddDocument(loaded(ARTICLE), under_check=True, source=False), by=ME)
    assert (done.status, done.ids, case.head) == ("known", (article,), before)


def test_a_known_article_added_as_a_source_is_both(case: Case, article: str):
    case.do(AddDocument(loaded(ARTICLE)), by=ME)
    row = case.read(documents.document, article)
    assert (row.under_check, row.source) == (1, 1)


def test_the_same_text_under_another_url_is_another_document(case: Case):
    ids = {
        case.do(AddDocument(loaded(SOURCE, url=f"https://example.org/{n}")), by=ME).ids[0]
        for n in range(2)
    }
    assert len(ids) == 2


def test_the_same_url_with_another_text_is_a_new_version(case: Case):
    first = case.do(AddDocument(loaded(SOURCE, url="https://example.org/ž")), by=ME)
    again = case.do(
        AddDocument(loaded(SOURCE + "Corrected.\n", url="https://example.org/ž"), label="UPDATE 2"),
        by=ME,
    )
    assert (again.status, again.ids) == ("revised", first.ids)
    row = case.read(documents.document, first.ids[0])
    assert (row.version_number, row.label) == (2, "UPDATE 2")


def test_what_the_user_says_of_a_document_goes_before_what_the_file_says(case: Case):
    change = AddDocument(
        loaded(SOURCE, title="file", outlet="Radio"), particulars={"title": "Łódź"}
    )
    row = case.read(documents.document, case.do(change, by=ME).ids[0])
    assert (row.title, row.outlet) == ("Łódź", "Radio")


def test_a_document_without_a_title_is_called_by_its_headline_or_its_file(case: Case):
    by_line = case.do(AddDocument(loaded(SOURCE), file_name="note.txt"), by=ME).ids[0]
    by_file = case.do(AddDocument(loaded(ARTICLE), file_name="zürich.txt"), by=ME).ids[0]
    titles = [case.read(documents.document, id).title for id in (by_line, by_file)]
    assert titles == ["Delivery note", "zürich.txt"]


def test_a_claim_without_wording_is_worded_as_its_quote(case: Case, article: str):
    row = case.read(claims.claim, mark(case, article))
    assert (row.claim_no, row.wording, row.state) == (1, "東京 had sent 1,150 tents 😀", "to do")


def test_white_space_around_a_selection_is_not_part_of_the_place(case: Case, article: str):
    claim = mark(case, article, SENT[0] - 1, SENT[1])
    place = case.read(claims.places_of, claim)[0]
    assert (place.start, place.end) == SENT


def test_a_passage_that_nobody_sees_in_its_file_says_so_when_it_is_marked_or_linked(case: Case):
    hidden = replace(loaded(SOURCE), unseen=(Unseen(15, 40, "white on white"),))
    document = case.do(AddDocument(hidden, under_check=True), by=ME).ids[0]
    said = ("Nobody who looks at the file sees these words: white on white.",)
    marked = case.do(MarkClaim(document, 10, 20), by=ME)
    assert marked.warnings == said
    assert case.do(AddPlace(marked.ids[0], document, 39, 45), by=ME).warnings == said
    assert case.do(LinkEvidence(marked.ids, document, "context", 15, 16), by=ME).warnings == said
    assert not case.do(LinkEvidence(marked.ids, document, "context", 0, 15), by=ME).warnings
    assert case.read(documents.document, document).has_unseen


def test_claims_overlap_and_nest(case: Case, article: str):
    mark(case, article)
    mark(case, article, SENT[0] + 3, SENT[1] - 2)
    mark(case, article, SENT[0] - 5, SENT[0] + 5)
    assert [row.claim_no for row in case.read(claims.places_in, article)] == [3, 1, 2]


def test_a_claim_number_is_never_given_twice(case: Case, article: str):
    first = mark(case, article)
    case.do(RemoveClaim(first), by=ME)
    mark(case, article)
    case.undo(by=ME)
    third = mark(case, article)
    assert case.read(claims.claim, third).claim_no == 3


def test_a_redone_claim_has_its_number_again(case: Case, article: str):
    claim = mark(case, article)
    case.undo(by=ME)
    case.redo(by=ME)
    assert case.read(claims.claim, claim).claim_no == 1


def test_a_claim_can_stand_in_two_articles(case: Case, article: str, source: str):
    claim = mark(case, article)
    place = case.do(AddPlace(claim, source, 15, 34), by=ME).ids[0]
    assert [row.document_id for row in case.read(claims.places_of, claim)] == [article, source]
    case.do(MovePlace(place, 15, 40), by=ME)
    assert case.read(claims.places_of, claim)[1].end == 40
    case.do(RemovePlace(place), by=ME)
    assert len(case.read(claims.places_of, claim)) == 1


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (9, 3), (0, 10**6)])
def test_a_place_outside_the_text_is_refused(case: Case, article: str, start: int, end: int):
    before = case.head
    with pytest.raises(FactcheckError, match="no place"):
        mark(case, article, start, end)
    assert case.head == before


def test_a_place_of_white_space_alone_is_refused(case: Case, article: str):
    blank = ARTICLE.index("\n\n")
    with pytest.raises(FactcheckError, match="white space"):
        mark(case, article, blank, blank + 2)


def test_one_passage_is_linked_to_several_claims_at_once(case: Case, article: str, source: str):
    two = (mark(case, article), mark(case, article, 0, 6))
    done = case.do(LinkEvidence(two, source, "supports", 15, 40, note="p. 2"), by=ME)
    assert len(done.ids) == 2
    assert [len(case.read(evidence.evidence_of, id)) for id in two] == [1, 1]
    case.undo(by=ME)
    assert case.read(evidence.evidence) == []


def test_a_link_without_a_passage_says_where_in_words(case: Case, article: str):
    note = case.do(AddNote("call", "Call, relief desk", said="“1,150, not more.”"), by=ME).ids[0]
    claim = mark(case, article)
    case.do(LinkEvidence((claim,), note, "supports", locator="00:13:42"), by=ME)
    row = case.read(evidence.evidence_of, claim)[0]
    assert (row.start, row.locator, row.document_kind) == (None, "00:13:42", "call")


def test_a_link_to_an_article_needs_a_passage_or_words(case: Case, article: str, source: str):
    with pytest.raises(FactcheckError, match="Select the passage"):
        case.do(LinkEvidence((mark(case, article),), source, "context"), by=ME)


def test_a_note_keeps_its_text_and_its_files(case: Case, tmp_path: Path):
    file = tmp_path / "aufnahme-ü.mp3"
    file.write_bytes(b"\x00\x01sound")
    change = AddNote("audio", "Tape", said="ok", who="Bo", attachments=(file,))
    note = case.do(change, by=ME).ids[0]
    kept = case.read(documents.attachments, note)
    assert [(row.name, row.size, row.path) for row in kept] == [("aufnahme-ü.mp3", 7, None)]
    assert case.read(documents.text, note).text == "ok"


def test_a_large_file_is_kept_by_path_and_hash(case: Case, tmp_path: Path, monkeypatch):
    monkeypatch.setattr("factcheck.case.write.notes.LARGE_FILE", 5)
    file = tmp_path / "long.wav"
    file.write_bytes(b"123456")
    note = case.do(AddNote("audio", "Tape", attachments=(file,)), by=ME).ids[0]
    assert case.read(documents.attachments, note)[0].path == str(file)


def test_a_verdict_replaces_the_one_before_and_both_stay(case: Case, article: str):
    claim = mark(case, article)
    first = case.do(RateClaim(claim, "True", "Seen."), by=ME).ids[0]
    case.do(RateClaim(claim, "mostly FALSE", "The note says 1,150."), by="Bo")
    rows = case.read(verdicts.verdicts_of, claim)
    assert [(row.rating, row.status, row.checker) for row in rows] == [
        ("Mostly false", "current", "Bo"),
        ("True", "replaced", ME),
    ]
    assert rows[1].id == first
    assert case.read(claims.claim, claim).state == "rated"


def test_an_undone_verdict_is_no_row_and_the_one_before_is_current_again(case: Case, article: str):
    claim = mark(case, article)
    for rating in ("True", "False"):
        case.do(RateClaim(claim, rating, "So."), by=ME)
    case.undo(by=ME)
    rows = case.read(verdicts.verdicts_of, claim)
    assert [(row.rating, row.status) for row in rows] == [("True", "current")]


def test_a_rating_that_the_scale_lacks_is_refused_with_the_list(case: Case, article: str):
    with pytest.raises(UsageError, match="Mostly true"):
        case.do(RateClaim(mark(case, article), "Rather true", "So."), by=ME)


def test_a_verdict_without_a_reason_is_recorded_with_a_warning(case: Case, article: str):
    case.do(SetGates(()), by=ME)
    done = case.do(RateClaim(mark(case, article), "True"), by=ME)
    assert done.warnings == ("Claim 1 was rated without a reason.",)


def test_the_scale_can_change_and_old_verdicts_keep_theirs(case: Case, article: str):
    claim = mark(case, article)
    case.do(RateClaim(claim, "True", "So."), by=ME)
    case.do(UseScale("Wire"), by=ME)
    case.do(RateClaim(claim, "Confirmed", "Twice."), by=ME)
    case.do(UseScale("free text"), by=ME)
    case.do(RateClaim(claim, "Es stimmt, größtenteils.", "So."), by=ME)
    scales = [row.scale for row in case.read(verdicts.verdicts_of, claim)]
    assert len(set(scales)) == 3


def test_fields_are_edited_and_come_back_by_undo(case: Case, article: str):
    claim = mark(case, article)
    values = {"wording": "Tokyo sent 1,150 tents.", "speaker": "Zoë", "tags": ("aid", "東京")}
    case.do(Edit("claim", claim, values), by=ME)
    row = case.read(claims.claim, claim)
    assert (row.wording, row.speaker, row.tags) == (values["wording"], "Zoë", ("aid", "東京"))
    case.undo(by=ME)
    assert case.read(claims.claim, claim).speaker == ""


def test_an_edit_that_changes_nothing_records_nothing(case: Case, article: str):
    before = case.head
    case.do(Edit("document", article, {"title": "Tents for Łódź"}), by=ME)
    assert case.head == before


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"colour": "red"}, "no field"),
        ({"checks": "hearsay"}, "fact, attribution"),
        ({"wording": "  "}, "empty"),
    ],
)
def test_an_unknown_field_or_value_is_refused_with_the_list(
    case: Case, article: str, values: dict[str, str], told: str
):
    with pytest.raises(UsageError, match=told):
        case.do(Edit("claim", mark(case, article), values), by=ME)


def test_what_something_rests_on_is_not_removed(case: Case, article: str, source: str):
    claim = mark(case, article)
    link = case.do(LinkEvidence((claim,), source, "supports", 15, 40), by=ME).ids[0]
    for change in (RemoveDocument(article), RemoveDocument(source), RemoveClaim(claim)):
        with pytest.raises(FactcheckError, match="stays"):
            case.do(change, by=ME)
    for change in (
        RemoveEvidence(link),
        RemoveClaim(claim),
        RemoveDocument(article),
        RemoveDocument(source),
    ):
        case.do(change, by=ME)
    assert case.read(documents.documents) == []


def test_everything_can_be_undone_and_redone(case: Case, article: str, source: str):
    claim = mark(case, article)
    case.do(LinkEvidence((claim,), source, "supports", 15, 40), by=ME)
    case.do(RateClaim(claim, "True", "So."), by=ME)
    after = (case.read(claims.claims), case.read(evidence.evidence), case.read(verdicts.verdicts))
    steps = 5
    for _ in range(steps):
        case.undo(by=ME)
    with pytest.raises(FactcheckError, match="nothing of yours to undo"):
        case.undo(by=ME)
    assert case.read(documents.documents) == []
    for _ in range(steps):
        case.redo(by=ME)
    assert after == (
        case.read(claims.claims),
        case.read(evidence.evidence),
        case.read(verdicts.verdicts),
    )


def test_a_new_change_ends_redo(case: Case, article: str):
    mark(case, article)
    case.undo(by=ME)
    mark(case, article, 0, 6)
    with pytest.raises(FactcheckError, match="nothing of yours to redo"):
        case.redo(by=ME)


def test_undo_survives_a_restart_and_is_the_checkers_own(case: Case, article: str):
    mark(case, article)
    case.do(Edit("document", article, {"outlet": "Łódź Radio"}), by="Bo")
    case.close()
    with Case.open(case.path) as again:
        again.undo(by=ME)
        assert again.read(claims.claims) == []
        assert again.read(documents.document, article).outlet == "Łódź Radio"


def test_undo_is_refused_where_somebody_changed_it_since(case: Case, article: str):
    claim = mark(case, article)
    case.do(Edit("claim", claim, {"speaker": "Zoë"}), by=ME)
    case.do(Edit("claim", claim, {"speaker": "Ana"}), by="Bo")
    before = case.head
    with pytest.raises(FactcheckError, match="changed since"):
        case.undo(by=ME)
    assert (case.head, case.read(claims.claim, claim).speaker) == (before, "Ana")


def test_undo_is_refused_where_something_rests_on_it(case: Case, article: str, source: str):
    claim = mark(case, article)
    case.do(LinkEvidence((claim,), source, "supports", 15, 40), by="Bo")
    with pytest.raises(FactcheckError, match="Nothing was undone"):
        case.undo(by=ME)


def test_many_documents_are_one_group_and_a_bad_one_does_not_stop_them(case: Case):
    given = [
        AddDocument(loaded("東京 one")),
        FactcheckError("two.pdf is encrypted."),
        AddDocument(loaded("three"), under_check=False, source=False),
        AddDocument(loaded("four")),
    ]
    outcomes = list(case.do_all(given, by=ME))
    assert [type(outcome) is Done for outcome in outcomes] == [True, False, False, True]
    assert len(case.read(documents.documents)) == 2
    case.undo(by=ME)
    assert case.read(documents.documents) == []


def test_a_change_without_a_name_is_refused(case: Case, article: str):
    with pytest.raises(FactcheckError, match="Who is checking"):
        case.do(Edit("document", article, {"outlet": "x"}), by="  ")


def test_a_read_only_case_refuses_changes(case: Case, article: str):
    with (
        Case.open(case.path, read_only=True) as reader,
        pytest.raises(FactcheckError, match="reading only"),
    ):
        reader.do(Edit("document", article, {"outlet": "x"}), by=ME)


def test_two_writers_leave_no_gap(case: Case, article: str):
    def write(name: str) -> None:
        with Case.open(case.path) as mine:
            for number in range(15):
                mine.do(Edit("document", article, {"outlet": f"{name} {number}"}), by=name)

    before = case.head.seq
    with ThreadPoolExecutor(2) as both:
        list(both.map(write, ["Zoë", "Bo"]))
    rows = entries(case)
    assert [row.seq for row in rows] == list(range(1, before + 31))
    assert {row.by for row in rows[before:]} == {"Zoë", "Bo"}


def test_a_failed_change_leaves_neither_rows_nor_an_entry(case: Case, article: str, monkeypatch):
    before = (case.head, case.read(claims.claims))

    def broken(*_: object) -> None:
        raise RuntimeError("a bug of ours")

    monkeypatch.setattr("factcheck.case.transaction.seal", broken)
    with pytest.raises(RuntimeError):
        mark(case, article)
    assert (case.head, case.read(claims.claims)) == before


def test_a_payload_says_before_and_after_column_by_column(case: Case, article: str):
    case.do(Edit("document", article, {"outlet": "Łódź Radio"}), by=ME)
    assert json.loads(entries(case)[-1].changes or "") == [
        {
            "table": "documents",
            "id": article,
            "before": {"outlet": ""},
            "after": {"outlet": "Łódź Radio"},
        }
    ]


def test_a_new_version_keeps_every_place_and_says_which_are_lost(case: Case):
    url = {"url": "https://example.org/zürich"}
    article = case.do(AddDocument(loaded(ARTICLE, **url), under_check=True), by=ME).ids[0]
    kept = mark(case, article)
    lost = mark(case, article, ARTICLE.index("“We"), ARTICLE.index(" she said"))
    new_text = "Update 2.\n\n" + ARTICLE.replace("“We counted them twice,” she said.\n\n", "")
    case.do(AddDocument(loaded(new_text, **url)), by=ME)
    (moved,) = case.read(claims.places_of, kept)
    (gone,) = case.read(claims.places_of, lost)
    assert (moved.state, new_text[moved.start : moved.end]) == ("moved", moved.quote)
    assert (gone.state, gone.quote) == ("lost", ARTICLE[gone.start : gone.end])
    assert case.read(documents.text, article, gone.version_id).text == ARTICLE
    case.undo(by=ME)
    assert [row.state for row in case.read(claims.places_in, article)] == ["unchanged"] * 2


def test_a_new_version_is_not_undone_where_somebody_marked_in_it(case: Case):
    url = {"url": "https://example.org/zürich"}
    article = case.do(AddDocument(loaded(ARTICLE, **url), under_check=True), by=ME).ids[0]
    case.do(AddDocument(loaded("東京. " + ARTICLE, **url)), by=ME)
    case.do(MarkClaim(article, 0, 2), by="Bo")
    with pytest.raises(FactcheckError, match="something else rests on it"):
        case.undo(by=ME)
    assert case.read(documents.document, article).version_number == 2


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_to_a_file_that_is_no_longer_at_its_path(case: Case, replaced: bool):
    before = case.head
    away = case.path.rename(case.path.with_name("Łódź.factcheck"))
    if replaced:
        case.path.write_bytes(away.read_bytes())
    with pytest.raises(FactcheckError, match="moved, deleted or replaced"):
        case.do(UseScale("wire"), by=ME)
    away.replace(case.path)
    assert case.head == before
    case.do(UseScale("wire"), by=ME)
    assert case.head.seq == before.seq + 1
