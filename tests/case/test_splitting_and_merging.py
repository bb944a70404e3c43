"""Compounds are split into claims of their own; two claims that are one become one."""

from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AddPlace,
    AskRequest,
    ClaimPart,
    Edit,
    LinkEvidence,
    MarkClaim,
    MergeClaims,
    RateClaim,
    RemoveClaim,
    SetShouldRead,
    SplitClaim,
)
from factcheck.case.read import claims, evidence, requests, verdicts
from factcheck.case.read.claim_list import claim_ids
from factcheck.case.read.compounds import parts_of, speaker_particulars
from factcheck.case.read.history import history_of, undo_names
from factcheck.case.read.tables import columns, table
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from tests.making import ARTICLE, loaded

ME = "Zoë Ångström"
START = ARTICLE.index("東京 had sent")
END = ARTICLE.index("😀") + 1


@pytest.fixture
def compound(case: Case, article: str) -> str:
    marked = MarkClaim(article, START, END, speaker="Ewa Łęcka", tags=("tents",), made_on="2026")
    return case.do(marked, by=ME).ids[0]


@pytest.fixture
def parts(case: Case, compound: str) -> tuple[str, ...]:
    split = SplitClaim(
        compound, (ClaimPart("東京 sent tents.", START, START + 12), ClaimPart("It sent 1,150."))
    )
    return case.do(split, by=ME).ids


def tell(case: Case, claim_id: str) -> list[str]:
    return [line.sentence for line in case.read(history_of, claim_id)]


def exported(case: Case) -> list[dict[str, object]]:
    names = [column.name for column in columns("claims")]
    return [dict(zip(names, row, strict=True)) for row in table(case, "claims").rows]


def test_parts_are_claims_of_their_own_with_what_is_known_of_the_whole(
    case: Case, compound: str, parts: tuple[str, ...]
):
    first, second = (case.read(claims.claim, id) for id in parts)
    assert (first.claim_no, first.part_of, first.state) == (2, compound, "to do")
    assert (second.speaker, second.tags, second.made_on) == ("Ewa Łęcka", ("tents",), "2026")
    assert case.read(claims.places_of, first.id)[0].quote == "東京 had sent"
    # Without a place of its own a part stands where the whole stands.
    assert case.read(claims.places_of, second.id)[0].quote == "東京 had sent 1,150 tents 😀"


def test_parts_are_rated_one_by_one_and_summed_up(
    case: Case, compound: str, parts: tuple[str, ...]
):
    assert str(case.read(parts_of, compound)) == "0 of 2 parts rated"
    case.do(RateClaim(parts[0], "true", "So."), by=ME)
    found = case.read(parts_of, compound)
    assert (str(found), found.rated) == ("1 of 2 parts rated: True", 1)
    assert [(row.claim_no, row.rating, row.state) for row in found.rows] == [
        (2, "True", "rated"), (3, "", "to do")]  # fmt: skip
    case.do(RateClaim(parts[1], "true", "So."), by=ME)
    assert str(case.read(parts_of, compound)) == "2 of 2 parts rated: 2 True"
    assert str(case.read(parts_of, parts[0])) == ""
    assert case.read(claims.claim, compound).rating == ""


def test_a_split_is_told_of_both_sides_and_undone_at_once(
    case: Case, compound: str, parts: tuple[str, ...]
):
    assert tell(case, compound)[-1] == "split it into claim 2, claim 3"
    assert tell(case, parts[0])[0].startswith("marked it in Tents for Łódź")
    assert case.read(undo_names, ME)[0] == "split a claim into parts"
    case.undo(by=ME)
    assert [row.id for row in case.read(claims.claims)] == [compound]
    case.redo(by=ME)
    assert len(case.read(parts_of, compound).rows) == 2


def test_numbers_of_parts_are_never_given_again(case: Case, compound: str, parts: tuple[str, ...]):
    case.undo(by=ME)
    again = case.do(SplitClaim(compound, (ClaimPart("One."),)), by=ME).ids[0]
    assert case.read(claims.claim, again).claim_no == 4


def test_what_cannot_be_split_is_said(case: Case, compound: str, parts: tuple[str, ...]):
    for change, sentence in (
        (SplitClaim(compound, ()), "wording of each part"),
        (SplitClaim(compound, (ClaimPart(" "),)), "a wording of its own"),
        (SplitClaim(parts[0], (ClaimPart("a"),)), "Claim 2 is a part of claim 1 itself"),
    ):
        with pytest.raises(FactcheckError, match=sentence):
            case.do(change, by=ME)


@pytest.fixture
def twin(case: Case, article: str, source: str, compound: str) -> str:
    """A second claim with two places, a link, a request and a verdict."""
    id = case.do(MarkClaim(article, START, START + 17), by=ME).ids[0]
    other = AddDocument(loaded("東京 had sent tents."), under_check=True, source=False)
    case.do(AddPlace(id, case.do(other, by=ME).ids[0], 0, 12), by=ME)
    case.do(LinkEvidence((id,), source, "supports", 15, 40), by=ME)
    case.do(AskRequest("author", "Ewa", "Is it so?", claim_ids=(id,)), by=ME)
    case.do(RateClaim(id, "mixed", "Half of it."), by=ME)
    return id


def test_what_the_merged_claim_rests_on_goes_to_the_kept_one(case: Case, compound: str, twin: str):
    case.do(MergeClaims(compound, twin), by=ME)
    assert [row.quote for row in case.read(claims.places_of, compound)] == [
        "東京 had sent 1,150 tents 😀", "東京 had sent 1,150", "東京 had sent"]  # fmt: skip
    assert len(case.read(evidence.evidence_of, compound)) == 1
    assert [row.claim_nos for row in case.read(requests.requests)] == [(1,)]
    assert case.read(claims.places_of, twin) == []


def test_verdicts_of_the_merged_claim_stay_under_its_number(case: Case, compound: str, twin: str):
    case.do(MergeClaims(compound, twin), by=ME)
    assert [row.rating for row in case.read(verdicts.verdicts_of, twin)] == ["Mixed"]
    assert case.read(claims.claim, compound).rating == ""


def test_a_merged_claim_leaves_the_lists_and_stays_in_exports(case: Case, compound: str, twin: str):
    case.do(MergeClaims(compound, twin), by=ME)
    assert [row.id for row in case.read(claims.claims)] == [compound]
    assert case.read(claim_ids) == [compound]
    rows = exported(case)
    assert [(row["claim_no"], row["state"], row["merged_into"]) for row in rows] == [
        (1, "to do", None), (2, "merged", 1)]  # fmt: skip
    shown = case.read(claims.claim, twin)
    assert (shown.state, shown.merged_into) == ("merged", compound)


def test_both_histories_tell_of_a_merge_and_one_undo_takes_it_back(
    case: Case, compound: str, twin: str
):
    before = exported(case)
    case.do(MergeClaims(compound, twin), by=ME)
    assert tell(case, twin)[-1] == "merged it into claim 1"
    assert tell(case, compound)[-1] == "took in claim 2: 2 places, 1 link, 1 request"
    assert case.read(undo_names, ME)[0] == "merge two claims"
    case.undo(by=ME)
    assert exported(case) == before
    case.redo(by=ME)
    assert case.read(claims.claim, twin).state == "merged"
    assert verify(Path(case.path)).ok


def test_the_same_place_and_link_is_kept_once(case: Case, article: str, source: str):
    both = [case.do(MarkClaim(article, START, END), by=ME).ids[0] for _ in range(3)]
    for id in both:
        case.do(LinkEvidence((id,), source, "supports", 15, 40), by=ME)
    corrected = case.read(claims.places_of, both[2])[0].id
    case.do(SetShouldRead(corrected, "1,500 tents"), by=ME)
    case.do(MergeClaims(both[0], both[1]), by=ME)
    assert len(case.read(claims.places_of, both[0])) == 1
    assert len(case.read(evidence.evidence_of, both[0])) == 1
    # Something was said about this place.
    case.do(MergeClaims(both[0], both[2]), by=ME)
    assert [row.should_read for row in case.read(claims.places_of, both[0])] == ["", "1,500 tents"]


def test_a_claim_with_nothing_to_move_is_merged_all_the_same(case: Case, compound: str):
    second = case.do(SplitClaim(compound, (ClaimPart("a"),)), by=ME).ids[0]
    case.do(Edit("claim", second, {"wording": "b"}), by=ME)
    third = case.do(SplitClaim(compound, (ClaimPart("a"),)), by=ME).ids[0]
    case.do(MergeClaims(second, third), by=ME)
    assert tell(case, third)[-1] == "merged it into claim 2"
    assert [row.claim_no for row in case.read(parts_of, compound).rows] == [2]


def test_parts_of_a_merged_compound_are_parts_of_the_kept_one(
    case: Case, article: str, compound: str, parts: tuple[str, ...]
):
    kept = case.do(MarkClaim(article, START, END), by=ME).ids[0]
    case.do(MergeClaims(kept, compound), by=ME)
    assert [row.id for row in case.read(parts_of, kept).rows] == list(parts)


def test_what_cannot_be_merged_is_said(
    case: Case, article: str, source: str, compound: str, parts: tuple[str, ...]
):
    other = case.do(MarkClaim(article, START, END), by=ME).ids[0]
    for change, sentence in (
        (MergeClaims(compound, compound), "merged into itself"),
        (MergeClaims(compound, parts[0]), "Claim 2 is a part of claim 1, not the same claim"),
        (MergeClaims(parts[0], compound), "Claim 2 is a part of claim 1, not the same claim"),
    ):
        with pytest.raises(FactcheckError, match=sentence):
            case.do(change, by=ME)
    case.do(MergeClaims(compound, other), by=ME)
    for change in (
        MergeClaims(parts[0], other),
        AddPlace(other, article, 0, 6),
        RateClaim(other, "true", "So."),
        LinkEvidence((other,), source, "supports", 15, 40),
        AskRequest("author", "Ewa", "So?", claim_ids=(other,)),
        RemoveClaim(other),
    ):
        with pytest.raises(FactcheckError, match="Claim 4 was merged into claim 1: go on with"):
            case.do(change, by=ME)
    with pytest.raises(FactcheckError, match=r"parts stand|was merged into it"):
        case.do(RemoveClaim(compound), by=ME)


def test_role_and_party_of_a_speaker_are_those_of_the_day(case: Case, article: str):
    assert case.read(speaker_particulars, "Ilka Tørn") == ("", "", 0)
    for made_on, role in (("2024-05-01", "mayor"), ("2026-02", "minister"), ("", "citizen")):
        id = case.do(MarkClaim(article, 0, 6, speaker="Ilka Tørn", made_on=made_on), by=ME).ids[0]
        case.do(Edit("claim", id, {"speaker_role": role, "party": "Grün"}), by=ME)
    case.do(MarkClaim(article, 0, 6, speaker="Ilka Tørn", made_on="2026-03-01"), by=ME)
    for on, role in (
        ("", "minister"), ("2026-03-01", "minister"), ("2025", "mayor"), ("2024-05-01", "mayor"),
        ("2020", "citizen"),
    ):  # fmt: skip
        assert case.read(speaker_particulars, " Ilka Tørn", on).role == role, on
