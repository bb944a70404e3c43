"""The views of the window by name, and what makes each: a line a view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from factcheck.window.check.opening import check_view
from factcheck.window.claims.opening import claims_view
from factcheck.window.compare.opening import compare_view
from factcheck.window.copies.opening import copies_view
from factcheck.window.find.opening import find_view
from factcheck.window.grid.opening import grid_view
from factcheck.window.ledger.opening import ledger_view
from factcheck.window.requests.opening import requests_view
from factcheck.window.revisions.opening import review_view

if TYPE_CHECKING:
    from factcheck.window.view import View
    from factcheck.window.views import Views

# Each imports its view where it makes it: the window paints before it knows them.
MAKERS: Final[Mapping[str, Callable[[Views], View]]] = {
    "check": check_view,
    "claims": claims_view,
    "ledger": ledger_view,
    "find": find_view,
    "copies": copies_view,
    "requests": requests_view,
    "places": review_view,
    "compare": compare_view,
    "grid": grid_view,
}
