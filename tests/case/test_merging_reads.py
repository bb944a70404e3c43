"""Which claims may be one with a claim, and what rests on them."""

from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, ClaimPart, MarkClaim, MergeClaims, SplitClaim
from factcheck.case.read.merging import mergeable
from tests.making import loaded

TEXT = "Zürich hat 1150 Zelte geschickt 😀. Der Zug fuhr nach 東京."


def test_claims_of_the_same_article_come_first_and_kin_is_left_out(tmp_path: Path) -> None:
    with Case.create(tmp_path / "zelte.factcheck", by="Zoë") as case:

        def do(change: object) -> tuple[str, ...]:
            return case.do(change, by="Zoë").ids

        (other,) = do(AddDocument(loaded(f"{TEXT} Anders.", title="B"), under_check=True))
        (article,) = do(AddDocument(loaded(TEXT, title="A"), under_check=True))
        (far,) = do(MarkClaim(other, 0, 6))
        (own,) = do(MarkClaim(article, 0, 6))
        (near,) = do(MarkClaim(article, 7, 10))
        (gone,) = do(MarkClaim(article, 11, 15))
        do(MergeClaims(near, gone))
        parts = do(SplitClaim(own, (ClaimPart("a"), ClaimPart("東京"))))
        assert [row.id for row in case.read(mergeable, own)] == [near, far]
        assert case.read(mergeable, own)[0].places == 2
        assert own not in {row.id for row in case.read(mergeable, parts[0])}
