"""Where a scale comes from and how many verdicts its versions have."""

from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddScale, MarkClaim, RateClaim, ScaleRating
from factcheck.case.read.scale_origin import ScaleOrigin, scale_origin
from factcheck.case.read.verdicts import scale_in_use
from tests.making import loaded


def test_verdicts_are_counted_for_a_version_and_for_the_older_ones(tmp_path: Path) -> None:
    with Case.create(tmp_path / "a.factcheck", by="Zoë") as case:
        article = case.do(AddDocument(loaded("Zürich 東京", title="😀")), by="Zoë").ids[0]
        claim = case.do(MarkClaim(article, 0, 6), by="Zoë").ids[0]
        case.do(RateClaim(claim, "True", "So."), by="Zoë")
        before = case.read(scale_in_use)
        assert case.read(scale_origin, before.id) == ScaleOrigin("en", "Factcheck", 1, 0)
        ratings = (ScaleRating("Ja", 1), ScaleRating("Nein", 0))
        case.do(AddScale("Général", ratings, scale="general", source="Łódź"), by="Zoë")
        now = case.read(scale_in_use)
        assert case.read(scale_origin, now.id) == ScaleOrigin("", "Łódź", 0, 1)
