"""A document has a new version: what stood in it, what a person says of that, and what follows."""

import pytest

from factcheck.case.as_of import case_as_of
from factcheck.case.case import Case
from factcheck.case.changes import (
    AcceptPlace,
    AddDocument,
    Edit,
    LeaveLost,
    LinkEvidence,
    MarkClaim,
    MovePlace,
    PlaceAgain,
    RateClaim,
    RecheckVerdict,
    RemoveClaim,
    RemoveEvidence,
    ReviseDocument,
)
from factcheck.case.models import Line, Signoff
from factcheck.case.read import claims, documents, reviews
from factcheck.case.read.history import history_of, undo_names
from factcheck.case.read.revising import standing_in, texts_of, versions_of
from factcheck.case.read.tables import columns, table
from factcheck.case.relocation import look_for_all
from factcheck.case.transaction import Transaction
from factcheck.case.verify import verify
from factcheck.case.write.anchoring import anchor_columns
from factcheck.errors import FactcheckError
from tests.making import ARTICLE, loaded

ME = "Zoë Ångström"
FIRST = ARTICLE[: ARTICLE.index("\n")]
SAID = "“We counted them twice,” she said."
EDIT = ARTICLE.replace("had sent 1,150 tents", "had sent as many as 1,250 tents")
WITHOUT = ARTICLE.replace(SAID + "\n\n", "")


def mark(case: Case, article: str, words: str, text: str = ARTICLE) -> str:
    start = text.index(words)
    return case.do(MarkClaim(article, start, start + len(words)), by=ME).ids[0]


def revise(case: Case, article: str, text: str, **given: str):
    return case.do(ReviseDocument(article, loaded(text), **given), by=ME)


def place(case: Case, claim: str):
    (row,) = case.read(claims.places_of, claim)
    return row


def whole(case: Case) -> bool:
    return verify(case.path).ok


def test_a_version_has_its_label_and_its_own_times(case: Case, article: str):
    revise(case, article, EDIT, label="UPDATE 2", published="2026-03-12", received="2026-03-13")
    row = case.read(documents.text, article)
    assert (row.number, row.label, row.published, row.received_at) == (
        2, "UPDATE 2", "2026-03-12", "2026-03-13",
    )  # fmt: skip
    assert case.read(documents.document, article).published == ""


def test_going_back_to_an_older_text_is_a_new_version(case: Case, article: str):
    revise(case, article, EDIT)
    revise(case, article, ARTICLE)
    assert case.read(documents.text, article).number == 3
    assert revise(case, article, ARTICLE).status == "known"


def test_an_empty_text_is_no_version(case: Case, article: str):
    with pytest.raises(FactcheckError, match="has no text"):
        revise(case, article, " \n")


def test_an_edited_place_waits_until_it_is_accepted(case: Case, article: str):
    claim = mark(case, article, FIRST)
    (found,) = revise(case, article, EDIT).found
    assert (found.state, found.needs_a_hand) == ("edited", True)
    case.do(AcceptPlace("place", found.id), by=ME)
    row = place(case, claim)
    assert (row.state, row.quote) == ("unchanged", EDIT[: EDIT.index("\n")])
    with pytest.raises(FactcheckError, match="any more"):
        case.do(AcceptPlace("place", found.id), by=ME)
    case.undo(by=ME)
    assert place(case, claim).state == "edited"
    case.redo(by=ME)
    assert place(case, claim).state == "unchanged"
    assert whole(case)


def test_an_edit_that_nobody_looked_at_still_waits_after_the_next_version(case: Case, article: str):
    claim = mark(case, article, FIRST)
    revise(case, article, EDIT)
    revise(case, article, "Łódź.\n\n" + EDIT)
    assert place(case, claim).state == "edited"
    revise(case, article, ARTICLE)
    assert (place(case, claim).state, place(case, claim).quote) == ("unchanged", FIRST)


def test_a_lost_place_is_placed_again_by_hand(case: Case, article: str):
    claim = mark(case, article, SAID)
    (found,) = revise(case, article, WITHOUT).found
    assert (found.state, found.start) == ("lost", None)
    with pytest.raises(FactcheckError, match="was not found"):
        case.do(AcceptPlace("place", found.id), by=ME)
    start = WITHOUT.index("The council")
    case.do(PlaceAgain("place", found.id, start, start + 11), by=ME)
    row = place(case, claim)
    assert (row.state, row.quote) == ("unchanged", "The council")
    assert row.version_id == case.read(documents.text, article).version_id


def test_moving_a_place_judges_it_as_well(case: Case, article: str):
    claim = mark(case, article, SAID)
    (found,) = revise(case, article, WITHOUT).found
    case.do(MovePlace(found.id, 0, 6), by=ME)
    assert place(case, claim).state == "unchanged"
    with pytest.raises(FactcheckError, match="any more"):
        case.do(LeaveLost("place", found.id), by=ME)


def test_what_was_left_as_lost_is_not_asked_again_and_is_found_when_it_is_back(
    case: Case, article: str
):
    claim = mark(case, article, SAID)
    (found,) = revise(case, article, WITHOUT).found
    case.do(LeaveLost("place", found.id), by=ME)
    revise(case, article, "Łódź.\n\n" + WITHOUT)
    assert place(case, claim).state == "lost"
    with pytest.raises(FactcheckError, match="any more"):
        case.do(LeaveLost("place", found.id), by=ME)
    revise(case, article, ARTICLE)
    assert place(case, claim).state in ("unchanged", "moved")


def test_a_wrong_find_goes_back_to_where_it_stood(case: Case, article: str):
    claim = mark(case, article, FIRST)
    first_version = place(case, claim).version_id
    (found,) = revise(case, article, EDIT).found
    case.do(LeaveLost("place", found.id), by=ME)
    row = place(case, claim)
    assert (row.state, row.quote, row.version_id) == ("lost", FIRST, first_version)


def test_links_wait_and_are_accepted_like_places(case: Case, article: str, source: str):
    claim = mark(case, article, FIRST)
    text = case.read(documents.text, source).text
    words = "1,500 tents were ordered; 1,150 tents were received in Łódź."
    start = text.index(words)
    link = LinkEvidence((claim,), source, "supports", start, start + len(words))
    case.do(link, by=ME)
    (found,) = revise(case, source, text.replace("1,150 tents were", "1,250 tents were")).found
    assert (found.kind, found.state) == ("evidence", "edited")
    case.do(AcceptPlace("evidence", found.id), by=ME)
    case.do(RemoveEvidence(found.id), by=ME)
    case.do(RemoveClaim(claim), by=ME)
    assert whole(case)


def test_a_claim_whose_place_waits_can_be_removed_and_comes_back(case: Case, article: str):
    claim = mark(case, article, SAID)
    revise(case, article, WITHOUT)
    case.do(RemoveClaim(claim), by=ME)
    case.undo(by=ME)
    assert place(case, claim).state == "lost"
    assert whole(case)


def test_a_verdict_says_what_changed_under_it_until_it_is_confirmed(
    case: Case, article: str, source: str
):
    edited, lost = mark(case, article, FIRST), mark(case, article, SAID)
    moved = mark(case, article, "The council had ordered 1,500 tents.")
    for claim in (edited, lost, moved):
        case.do(RateClaim(claim, "True", "Counted."), by=ME)
    revise(case, article, EDIT.replace(SAID + "\n\n", ""))
    waiting = case.read(reviews.to_recheck)
    assert [row.claim_no for row in waiting] == [1, 2]
    assert "as many as 1,250 tents" in waiting[0].why
    assert "had sent 1,150 tents" in waiting[0].why
    assert len(waiting[0].why) < 200
    assert f"no longer has “{SAID}”" in waiting[1].why
    case.do(RecheckVerdict(waiting[0].verdict_id), by=ME)
    assert [row.claim_no for row in case.read(reviews.to_recheck)] == [2]
    told = [line.sentence for line in case.read(history_of, edited)]
    assert told[-3].startswith("found its place edited in version 2: “")
    assert told[-2].startswith("said that it needs a recheck")
    assert told[-1] == "checked it again and stands by the verdict"


def test_undo_takes_the_whole_version_back_and_is_called_after_it(case: Case, article: str):
    claim = mark(case, article, FIRST)
    case.do(RateClaim(claim, "True", "Counted."), by=ME)
    mark(case, article, SAID)
    revise(case, article, EDIT.replace(SAID, "She did not say."))
    assert case.read(undo_names, ME)[0] == "add a version"
    case.undo(by=ME)
    assert case.read(documents.text, article).number == 1
    assert {row.state for row in case.read(claims.places_in, article)} == {"unchanged"}
    assert case.read(reviews.to_recheck) == []
    assert whole(case)


def test_what_was_found_beforehand_is_used_unless_it_changed_since(case: Case, article: str):
    claim, other = mark(case, article, FIRST), mark(case, article, SAID)
    standing = case.read(standing_in, article)
    texts = case.read(texts_of, article)
    found = dict(zip(standing, look_for_all(standing, texts, EDIT), strict=True))
    start = ARTICLE.index("The council")
    case.do(MovePlace(place(case, other).id, start, start + 11), by=ME)
    case.do(ReviseDocument(article, loaded(EDIT), found=found), by=ME)
    assert place(case, claim).state == "edited"
    assert place(case, other).quote == "The council"


def test_a_line_read_stays_read_where_it_is_unchanged_and_waits_where_it_is_not(
    case: Case, article: str
):
    with case._writing().transaction(ME, "window", None) as tx:
        version = tx.scalar("SELECT current_version FROM documents WHERE id = ?", article)
        for number, words in enumerate((FIRST, "The council had ordered 1,500 tents.")):
            start = ARTICLE.index(words)
            anchor = anchor_columns(ARTICLE, start, start + len(words))
            tx.add(
                Line(id=f"line-{number}", document_id=article, version_id=str(version),
                     why="known", read_by=ME, **anchor)
            )  # fmt: skip
        tx.entry("read line")
    found = revise(case, article, EDIT).found
    assert [(one.kind, one.state) for one in found] == [("line", "edited"), ("line", "moved")]
    case.do(AcceptPlace("line", "line-0"), by=ME)
    assert whole(case)


def signed_off(case: Case, article: str) -> None:
    with case._writing().transaction(ME, "window", None) as tx:
        version = tx.scalar("SELECT current_version FROM documents WHERE id = ?", article)
        tx.add(
            Signoff(id="signed", document_id=article, version_id=str(version), lines=4,
                    signed_by=ME, signed_at=tx.at)
        )  # fmt: skip
        tx.entry("sign off")


def signoff(case: Case) -> Signoff:
    with case._writing().transaction(ME, "window", None) as tx:
        return _get(tx)


def _get(tx: Transaction) -> Signoff:
    return tx.get(Signoff, "signed")


def test_a_sign_off_lapses_and_says_which_lines(case: Case, article: str):
    signed_off(case, article)
    revise(case, article, EDIT.replace(SAID + "\n\n", "") + "東京 agreed.\n")
    lapsed = signoff(case)
    assert lapsed.status == "lapsed"
    assert lapsed.lapsed_why.startswith("Version 2: 2 lines are new or changed: “")
    assert "“東京 agreed.”" in lapsed.lapsed_why
    case.undo(by=ME)
    assert signoff(case).status == "standing"


def test_a_new_version_by_the_same_url_does_the_same(case: Case):
    url = {"url": "https://example.org/łódź"}
    article = case.do(AddDocument(loaded(ARTICLE, **url), under_check=True), by=ME).ids[0]
    mark(case, article, SAID)
    done = case.do(AddDocument(loaded(WITHOUT, **url)), by=ME)
    assert (done.status, [one.state for one in done.found]) == ("revised", ["lost"])


def test_a_claim_as_of_before_and_after_a_version_is_as_it_was(case: Case, article: str):
    claim = mark(case, article, FIRST)
    before = case.head.seq
    revise(case, article, EDIT)
    for seq, words in ((before, FIRST), (case.head.seq, EDIT[: EDIT.index("\n")])):
        with case_as_of(case.path, seq) as then:
            assert place(then, claim).quote == words


def test_a_corrected_date_is_that_of_the_first_version_alone(case: Case, article: str):
    case.do(Edit("document", article, {"published": "2026-03-10"}), by=ME)
    assert case.read(documents.text, article).published == "2026-03-10"
    revise(case, article, EDIT, published="2026-03-12")
    case.do(Edit("document", article, {"published": "2026-03-11"}), by=ME)
    assert case.read(documents.text, article).published == "2026-03-12"
    first = case.read(versions_of, article)[-1]
    assert (first.number, first.published) == (1, "2026-03-11")


def test_the_ledger_says_when_the_version_of_a_place_was_published(case: Case, article: str):
    claim = mark(case, article, FIRST)
    case.do(RateClaim(claim, "True", "Counted."), by=ME)
    revise(case, article, EDIT, published="2026-03-12")
    for name in ("verdicts", "places"):
        names = [column.name for column in columns(name)]
        (row,) = (dict(zip(names, row, strict=True)) for row in table(case, name).rows)
        assert (row["article_version"], row["article_published"]) == (2, "2026-03-12")
