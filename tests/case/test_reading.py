"""Reading an article line by line, up to its sign-off."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AcceptPlace,
    AddNote,
    ClaimPart,
    Edit,
    MarkClaim,
    NoCheckNeeded,
    RateClaim,
    RemoveDocument,
    ReviseDocument,
    SignOff,
    SplitClaim,
    UnreadLine,
    WithdrawSignOff,
)
from factcheck.case.read.history import history
from factcheck.case.read.reading import reading, sign_off_of
from factcheck.case.read.revising import waiting_count
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError, UsageError
from tests.making import ARTICLE, loaded

BY = "Zoë Ångström"
SAID = "“We counted them twice,” she said."
LAST = "The council had ordered 1,500 tents."


def span(words: str, text: str = ARTICLE) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def excuse(case: Case, article: str, words: str, why: str = "opinion", note: str = "") -> str:
    return case.do(NoCheckNeeded(article, *span(words), why, note), by=BY).ids[0]


def states(case: Case, article: str) -> list[str]:
    return [line.state for line in case.read(reading, article).lines]


def read_all(case: Case, article: str) -> str:
    """Read each line; returns the one claim, which has no verdict yet."""
    first, *rest = case.read(reading, article).lines
    claim = case.do(MarkClaim(article, *first.span), by=BY).ids[0]
    for line in rest:
        case.do(NoCheckNeeded(article, *line.span, "known"), by=BY)
    return claim


def test_each_line_is_in_a_claim_or_needs_no_check_or_is_unread(case: Case, article: str):
    assert set(states(case, article)) == {"unread"}
    case.do(MarkClaim(article, *span(LAST)), by=BY)
    excuse(case, article, SAID, "other", "東京: only how it was counted")
    read = case.read(reading, article)
    by_words = {line.span.of(ARTICLE): line for line in read.lines}
    assert by_words[LAST].state == "claim"
    assert by_words[LAST].claim_nos == (1,)
    said = by_words[SAID]
    assert (said.state, said.why, said.note, said.read_by) == (
        "no check", "other", "東京: only how it was counted", BY,
    )  # fmt: skip
    assert read.no_check == {"other": 1}
    assert read.counts == f"2 of {len(read.lines)} lines read, 1 claim, 1 without verdict"


def test_a_line_is_unread_again_by_undo_and_by_word(case: Case, article: str):
    line = excuse(case, article, SAID)
    assert states(case, article).count("no check") == 1
    case.undo(by=BY)
    assert "no check" not in states(case, article)
    case.redo(by=BY)
    case.do(UnreadLine((line,)), by=BY)
    assert "no check" not in states(case, article)
    assert verify(case.path).ok


def test_another_word_for_the_same_line_replaces_the_first(case: Case, article: str):
    first = excuse(case, article, SAID)
    seq = case.head.seq
    assert excuse(case, article, SAID) == first
    assert case.head.seq == seq
    excuse(case, article, SAID, "background")
    read = case.read(reading, article)
    assert read.no_check == {"background": 1}
    assert sum(len(line.line_ids) for line in read.lines) == 1


def test_each_line_of_a_passage_is_read_by_itself_in_one_step(case: Case, article: str):
    start, end = span(SAID)[0], span(LAST)[1]
    done = case.do(NoCheckNeeded(article, start, end, "known", "東京"), by=BY)
    assert len(done.ids) == 2
    assert [line.span.of(ARTICLE) for line in case.read(reading, article).lines
            if line.state == "no check"] == [SAID, LAST]  # fmt: skip
    case.do(ReviseDocument(article, loaded(ARTICLE.replace("twice", "once"))), by=BY)
    assert case.read(reading, article).no_check == {"known": 1}
    case.undo(by=BY)
    case.undo(by=BY)
    assert set(states(case, article)) == {"unread"}
    case.redo(by=BY)
    assert case.read(reading, article).no_check == {"known": 2}
    assert verify(case.path).ok
    told = [line.sentence for line in case.read(history, None, 20)]
    assert f"marked “{LAST}” as needing no check (known: 東京)" in told


def test_an_edited_line_is_read_again_once_a_person_accepted_it(case: Case, article: str):
    line = excuse(case, article, SAID)
    case.do(ReviseDocument(article, loaded(ARTICLE.replace("twice", "once"))), by=BY)
    assert "no check" not in states(case, article)
    case.do(AcceptPlace("line", line), by=BY)
    assert states(case, article).count("no check") == 1


def test_an_edited_line_that_is_marked_as_a_claim_waits_no_longer(case: Case, article: str):
    excuse(case, article, SAID)
    new = ARTICLE.replace("twice", "once")
    case.do(ReviseDocument(article, loaded(new)), by=BY)
    assert case.read(waiting_count) == 1
    case.do(MarkClaim(article, *span(LAST, new)), by=BY)
    assert case.read(waiting_count) == 1
    case.do(MarkClaim(article, *span(SAID.replace("twice", "once"), new)), by=BY)
    assert case.read(waiting_count) == 0
    case.undo(by=BY)
    assert case.read(waiting_count) == 1
    assert verify(case.path).ok


def test_only_articles_under_check_are_read_and_only_for_known_reasons(
    case: Case, article: str, source: str
):
    with pytest.raises(FactcheckError, match="is a source"):
        case.do(NoCheckNeeded(source, 0, 8, "known"), by=BY)
    with pytest.raises(UsageError, match="opinion, known, background, other"):
        case.do(NoCheckNeeded(article, 0, 8, "boring"), by=BY)  # type: ignore[arg-type]
    with pytest.raises(FactcheckError, match="Choose a line"):
        case.do(UnreadLine(()), by=BY)


def test_what_is_open_is_named_and_keeps_the_article_from_being_signed_off(
    case: Case, article: str
):
    case.do(MarkClaim(article, *span(LAST)), by=BY)
    read = case.read(reading, article)
    unread = len(read.unread)
    assert read.what_is_open == f"{unread} lines are unread, claim 1 has no verdict"
    with pytest.raises(FactcheckError, match=r"Not signed off: .* claim 1 has no verdict"):
        case.do(SignOff(article, "  "), by=BY)
    case.do(SignOff(article, "Łódź is on deadline."), by=BY)
    row = case.read(sign_off_of, article)
    assert row is not None
    assert (row.status, row.unread, row.open_claims) == ("standing", unread, 1)
    assert row.reason == "Łódź is on deadline."
    with pytest.raises(FactcheckError, match="signed off already"):
        case.do(SignOff(article, "Again."), by=BY)


def test_an_article_that_was_read_and_rated_is_signed_off_without_a_reason(
    case: Case, article: str
):
    claim = read_all(case, article)
    case.do(Edit("claim", claim, {"state": "waiting"}), by=BY)
    assert case.read(reading, article).what_is_open == "claim 1 waits for an answer"
    case.do(RateClaim(claim, "True", "Counted."), by=BY)
    assert case.read(reading, article).is_complete
    case.do(SignOff(article), by=BY)
    case.do(WithdrawSignOff(article), by=BY)
    row = case.read(sign_off_of, article)
    assert row is not None
    assert row.status == "withdrawn"
    with pytest.raises(FactcheckError, match="is not signed off"):
        case.do(WithdrawSignOff(article), by=BY)
    told = [line.sentence for line in case.read(history, None, 10)]
    assert any("signed off “Tents for Łódź”" in sentence for sentence in told)
    assert verify(case.path).ok


def test_a_compound_is_closed_by_its_parts(case: Case, article: str):
    claim = read_all(case, article)
    parts = case.do(SplitClaim(claim, (ClaimPart("One"), ClaimPart("Two"))), by=BY).ids
    assert case.read(reading, article).what_is_open == (
        "claim 2 has no verdict, claim 3 has no verdict"
    )
    for part in parts:
        if part != claim:
            case.do(RateClaim(part, "True", "Seen."), by=BY)
    assert case.read(reading, article).is_complete


def test_a_new_version_makes_changed_lines_unread_and_the_sign_off_lapses(case: Case, article: str):
    case.do(RateClaim(read_all(case, article), "True", "Seen."), by=BY)
    case.do(SignOff(article), by=BY)
    case.do(ReviseDocument(article, loaded(ARTICLE + "\n東京 sent none of them.\n")), by=BY)
    read = case.read(reading, article)
    assert [line.state for line in read.lines].count("unread") == 1
    assert read.sign_off is not None
    assert read.sign_off.status == "lapsed"
    assert "東京 sent none of them." in read.sign_off.lapsed_why


def test_a_document_that_was_signed_off_can_go_and_come_back(case: Case, article: str):
    case.do(SignOff(article, "Nothing in it."), by=BY)
    case.do(RemoveDocument(article), by=BY)
    case.undo(by=BY)
    assert case.read(sign_off_of, article) is not None
    assert verify(case.path).ok


def test_a_note_without_text_has_no_lines(case: Case):
    note = case.do(AddNote("call", "Call from Łódź"), by=BY).ids[0]
    case.do(Edit("document", note, {"under_check": 1}), by=BY)
    read = case.read(reading, note)
    assert (read.lines, read.is_complete) == ((), False)
    with pytest.raises(FactcheckError, match="has no text"):
        case.do(SignOff(note, "Heard."), by=BY)
