"""History lines, their details, and the names of undo and redo."""

import random
import sqlite3
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AddNote,
    AddPlace,
    Edit,
    LinkEvidence,
    MarkClaim,
    MovePlace,
    RateClaim,
    RemoveClaim,
    RemoveDocument,
    RemoveEvidence,
    RemovePlace,
    UseScale,
)
from factcheck.case.models import Claim
from factcheck.case.read.claims import places_of
from factcheck.case.read.history import Detail, entries, history, history_of, undo_names
from factcheck.case.undoing import undo_lists
from factcheck.errors import FactcheckError
from tests.making import ARTICLE, SOURCE, loaded

ZOE = "Zoë Ångström"


@pytest.fixture
def claim(case: Case, article: str) -> str:
    start = ARTICLE.index("東京")
    return case.do(MarkClaim(article, start, start + 24, speaker="mayor"), by=ZOE).ids[0]


def sentences(case: Case, claim_id: str) -> list[str]:
    return [line.sentence for line in case.read(history_of, claim_id)]


def last(case: Case) -> str:
    return case.read(history, None, 1)[0].sentence


def test_marking_says_where_and_what(case: Case, claim: str):
    assert sentences(case, claim) == [
        "marked it in Tents for Łódź, ¶ 1: “東京 had sent 1,150 tents”"
    ]


def test_linking_and_rating_read_as_people_say_them(case: Case, claim: str, source: str):
    passage = SOURCE.index("1,150 tents were")
    case.do(LinkEvidence((claim,), source, "contradicts", passage, passage + 11), by=ZOE)
    case.do(LinkEvidence((claim,), source, "context", locator="page 214"), by=ZOE)
    case.do(RateClaim(claim, "mostly false", "The note has 1,150."), by=ZOE)
    assert sentences(case, claim)[1:] == [
        "linked Delivery note, ¶ 2, as contradicts",
        "linked Delivery note, page 214, as context",
        "rated it Mostly false",
    ]


def test_in_the_whole_log_a_claim_is_named_by_its_number(case: Case, claim: str, source: str):
    case.do(LinkEvidence((claim,), source, "context", locator="row 17"), by=ZOE)
    case.do(RateClaim(claim, "True"), by=ZOE)
    newest, before, *_ = case.read(history, None, 10)
    assert newest.sentence == "rated claim 1 True"
    assert before.sentence == "linked Delivery note, row 17, to claim 1 as context"
    assert case.read(history, None, 10)[-1].sentence == "made the case"


def test_undo_and_redo_say_what_they_took_back(case: Case, claim: str):
    case.do(RateClaim(claim, "True"), by=ZOE)
    case.undo(by=ZOE)
    case.redo(by=ZOE)
    case.undo(by=ZOE)
    assert sentences(case, claim)[1:] == [
        "rated it True",
        "undid: rated it True",
        "redid: rated it True",
        "undid: rated it True",
    ]


def test_an_edit_shows_before_and_after(case: Case, claim: str):
    case.do(Edit("claim", claim, {"state": "checking"}), by=ZOE)
    case.do(Edit("claim", claim, {"speaker": "", "party": "Grüne"}), by=ZOE)
    assert sentences(case, claim)[1:] == [
        "state: to do → checking",
        "party set to Grüne; speaker emptied, was mayor",
    ]


def test_a_long_value_is_short_in_the_sentence_and_whole_in_the_details(case: Case, claim: str):
    wording = "東京 sent tents. " * 20
    case.do(Edit("claim", claim, {"wording": wording}), by=ZOE)
    line = case.read(history_of, claim)[-1]
    assert "…" in line.sentence
    assert len(line.sentence) < 150
    assert line.details == (Detail("wording", "東京 had sent 1,150 tents", wording.strip()),)


def test_that_new_words_stand_unchanged_in_their_text_is_no_news(
    case: Case, claim: str, source: str
):
    case.do(LinkEvidence((claim,), source, "supports", 0, 8, note="東京"), by=ZOE)
    told = [detail for line in case.read(history_of, claim) for detail in line.details]
    assert "東京" in [detail.after for detail in told]
    assert "unchanged" not in [detail.after for detail in told]


def test_details_never_name_a_column(case: Case, claim: str, source: str):
    case.do(LinkEvidence((claim,), source, "context", 0, 8, note="wie bestellt"), by=ZOE)
    case.do(RateClaim(claim, "Mixed", "Both."), by=ZOE)
    case.do(Edit("claim", claim, {"made_on": "2026-03-11", "tags": ("Zelte", "tents")}), by=ZOE)
    found = [detail for line in case.read(history_of, claim) for detail in line.details]
    assert not [detail for detail in found if "_" in detail.what or "[" in detail.after]
    assert Detail("document", "", "Delivery note") in found
    assert Detail("tags", "", "Zelte, tents") in found
    assert Detail("rating", "", "Mixed") in found


def test_every_action_that_is_recorded_has_a_sentence(
    case: Case, claim: str, article: str, source: str
):
    note = case.do(AddNote("call", "Call to the mayor", said="Ja, 1.150."), by=ZOE).ids[0]
    case.do(Edit("document", note, {"who": "Łucja", "confidential": "yes"}), by=ZOE)
    assert last(case) == "“Call to the mayor” – confidential: no → yes; who set to Łucja"
    case.do(RemoveDocument(note), by=ZOE)
    assert last(case) == "removed “Call to the mayor”"
    url = {"url": "https://example.org/东京"}
    case.do(AddDocument(loaded("Eins.", title="Wire"), particulars=url), by=ZOE)
    case.do(AddDocument(loaded("Zwei."), particulars=url, label="UPDATE 1"), by=ZOE)
    assert last(case) == "added version 2 (UPDATE 1) of “Wire”"
    place = case.do(AddPlace(claim, source, 0, 8), by=ZOE).ids[0]
    assert last(case) == "added a place to claim 1: Delivery note, ¶ 1"
    case.do(MovePlace(place, 9, 13), by=ZOE)
    assert last(case) == "moved a place of claim 1 to “note”"
    case.do(Edit("place", place, {"should_read": "receipt"}), by=ZOE)
    assert last(case).startswith("place of claim 1 – should read set to receipt")
    case.do(RemovePlace(place), by=ZOE)
    assert last(case) == "removed a place of claim 1: Delivery note, ¶ 1"
    link = case.do(LinkEvidence((claim,), source, "context", 0, 8), by=ZOE).ids[0]
    case.do(Edit("evidence", link, {"stance": "supports"}), by=ZOE)
    assert last(case) == "evidence of claim 1 – stance: context → supports"
    case.do(RemoveEvidence(link), by=ZOE)
    assert last(case) == "removed the link to Delivery note, ¶ 1 from claim 1 (supports)"
    case.do(UseScale("wire"), by=ZOE)
    assert last(case) == "changed the scale to Wire"
    case.do(RemoveClaim(claim), by=ZOE)
    assert last(case) == "removed claim 1: “東京 had sent 1,150 tents”"


def test_an_action_of_a_later_factcheck_is_told_by_its_fields(case: Case, claim: str):
    with case._writing().transaction(ZOE, "cli", None) as tx:
        record = tx.get(Claim, claim)
        tx.change(record, {"event": "Flood of Łódź"})
        tx.entry("name the event", claim_id=claim)
    assert sentences(case, claim)[-1] == "name the event – event set to Flood of Łódź"


def test_a_redacted_entry_still_says_what_sort_of_thing_was_done(case: Case, claim: str):
    case.do(RateClaim(claim, "True", "Named her source."), by=ZOE)
    case.close()
    with sqlite3.connect(case.path) as raw:
        (guard,) = raw.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'entries_never_updated'"
        ).fetchone()
        raw.execute("DROP TRIGGER entries_never_updated")
        raw.execute("UPDATE entries SET salt = NULL, changes = NULL WHERE action = 'rate'")
        raw.execute(guard)
    raw.close()
    with Case.open(case.path) as again:
        line = again.read(history_of, claim)[-1]
    assert line.sentence == "rate it (redacted)"
    assert line.details == ()


def test_history_ends_at_a_seq(case: Case, claim: str):
    case.do(Edit("claim", claim, {"state": "checking"}), by=ZOE)
    upto = case.head.seq
    case.do(RateClaim(claim, "True"), by=ZOE)
    assert [line.seq for line in case.read(history_of, claim, upto=upto)] == [upto - 1, upto]


def test_pages_of_the_log_meet_without_a_gap(case: Case, claim: str):
    for state in ("checking", "waiting", "ready", "to do"):
        case.do(Edit("claim", claim, {"state": state}), by=ZOE)
    first = case.read(history, None, 3)
    second = case.read(history, first[-1].seq, 100)
    assert [line.seq for line in first + second] == list(range(case.head.seq, 0, -1))
    assert [entry.seq for entry in case.read(entries, 2, 3)] == [3, 4, 5]


def test_undo_and_redo_have_names(case: Case, article: str, claim: str):
    case.do(RateClaim(claim, "True"), by=ZOE)
    assert case.read(undo_names, ZOE) == ("rate claim 1", "")
    case.undo(by=ZOE)
    assert case.read(undo_names, ZOE) == ("mark claim 1", "rate claim 1")
    case.undo(by=ZOE)
    assert case.read(undo_names, ZOE) == ("add a document", "mark claim 1")
    assert case.read(undo_names, "Bo") == ("", "")


def test_a_group_is_named_by_its_count(case: Case):
    many = [AddDocument(loaded(f"Text {number} 😀")) for number in range(200)]
    assert len(list(case.do_all(many, by=ZOE))) == 200
    assert case.read(undo_names, ZOE) == ("add 200 documents", "")
    case.undo(by=ZOE)
    assert case.read(undo_names, ZOE) == ("", "add 200 documents")


def test_names_and_lists_of_undo_agree_whatever_was_done(case: Case, article: str, claim: str):
    chance = random.Random(7)
    states = ("checking", "waiting", "ready", "to do")
    for number in range(120):
        by = chance.choice((ZOE, "Bo"))
        try:
            match chance.randrange(6):
                case 0 | 1:
                    case.undo(by=by)
                case 2:
                    case.redo(by=by)
                case 3:
                    case.do(Edit("claim", claim, {"state": states[number % 4]}), by=by)
                case 4:
                    case.do(MarkClaim(article, 0, 6), by=by)
                case 5:
                    notes = [AddNote("call", f"Łódź {number}.{part}") for part in range(3)]
                    list(case.do_all(notes, by=by))
        except FactcheckError:
            continue
        for name in (ZOE, "Bo"):
            lists = case.read(undo_lists, name)
            told = case.read(undo_names, name)
            for steps, words in zip(lists, told, strict=True):
                assert bool(steps) == bool(words)
                if steps:
                    expected = {"edit claim": "edit claim", "mark": "mark claim",
                                "add note": "add 3 source notes",
                                "add document": "add a document"}  # fmt: skip
                    assert words.startswith(expected[steps[-1].action])


def test_a_removed_place_keeps_its_words(case: Case, claim: str, tmp_path: Path):
    place = case.read(places_of, claim)[0]
    case.do(RemovePlace(place.id), by=ZOE)
    details = case.read(history_of, claim)[-1].details
    assert Detail("quote", "東京 had sent 1,150 tents", "") in details
