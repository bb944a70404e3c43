"""The case of the panels, with a claim that has a past."""

from types import SimpleNamespace

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import Edit, LinkEvidence, RateClaim
from tests.window.panels.conftest import made as made_before
from tests.window.panels.conftest import tasks, workspace

__all__ = ["made_before", "tasks", "workspace"]


@pytest.fixture
def made(made_before: SimpleNamespace) -> SimpleNamespace:
    """Rated False, edited, rated Mixed by somebody else; seqs: the head after each."""
    seqs = []
    with Case.open(made_before.path) as case:
        claim = made_before.claims[0]
        for change, by in (
            (RateClaim(claim, "False", "Die Spedition zählt 1.100."), "Zoë"),
            (Edit("claim", claim, {"wording": "Zürich schickte 1150 Zelte. 😀"}), "Zoë"),
            (RateClaim(claim, "Mixed", "Zwei Züge?"), "Ola <b>Łęcka</b>"),
            (LinkEvidence((claim,), made_before.call, "context"), "Zoë"),
        ):
            case.do(change, by=by)
            seqs.append(case.head.seq)
    made_before.seqs = seqs
    return made_before
