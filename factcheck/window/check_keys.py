"""What the keys of the check view do, by action; the view is handed over, for it is built later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.window.check import link_keys, note_keys
from factcheck.window.lines import line_keys

if TYPE_CHECKING:
    from factcheck.case.changes import Stance
    from factcheck.window.check.check_view import CheckView

CheckKey = Callable[["CheckView"], object]

STANCES: tuple[Stance, ...] = ("supports", "contradicts", "context")
"""Each is an action that links, and one that links to several claims; `view_actions` does it."""

REQUEST_KEYS = ("attempt", "answer", "answer-note", "copy-message")
"""What acts on the current request of the view of the requests; `view_actions` does it."""

PANE_KEYS = ("next-pane", "previous-pane")
"""What acts where a view has several panes: `views.next_pane` does it."""

REVIEW_KEYS = ("accept-place", "place-here", "leave-lost")
"""What acts in the review of places; `view_actions` does it."""

COPY_KEYS = ("join-copies", "part-copies")
"""What acts in the view of the copies; `view_actions` does it."""

CLAIM_STEPS = ("next-claim", "previous-claim")
"""What goes from claim to claim in the check view and side by side."""

COMPARE_KEYS = ("next-evidence", "previous-evidence", "show-both")
"""What acts side by side; `views.compare` does it."""

WORK_KEYS = ("state", "assign", "due", "priority", "checks")
"""What acts on the current claim of whichever view is shown; `claims.work` does it."""

VERDICT_KEYS = ("approve", "send-back", "confirm", "publish", "withdraw")
"""What is done to the verdict of the current claim or row; `verdicts.judging` does it."""


GRID_KEYS = frozenset({"find-evidence"})
"""Those of `CHECK_KEYS` that also act on the current cell of the grid; `view_actions` does it."""

ROW_KEYS = frozenset({"next-line", "previous-line", "show-place"})
"""Those of `CHECK_KEYS` that also act on the rows of the other views."""


def _rating(number: int) -> CheckKey:
    return lambda check: check.claim.choose_rating(number)


def _no_check(why: str) -> CheckKey:
    return lambda check: line_keys.no_check(check, why)


def find_evidence(check: CheckView) -> None:
    """Look for evidence for the active claim."""
    if not check.hinting.look():
        check.said.emit(check.tr("Choose a claim first: N goes to the next one."))


def record_nothing(check: CheckView) -> None:
    """Record that nothing was found for the active claim."""
    if not check.hinting.record_nothing():
        check.said.emit(check.tr("Choose a claim first: N goes to the next one."))


CHECK_KEYS: dict[str, CheckKey] = {
    "next-line": lambda check: check.step_line(1),
    "previous-line": lambda check: check.step_line(-1),
    "next-unread": line_keys.next_unread,
    "next-worth": line_keys.next_worth,
    "no-check": line_keys.choose_reason,
    **{f"no-check-{why}": _no_check(why) for why in ("opinion", "known", "background", "other")},
    "no-check-again": line_keys.no_check_again,
    "mark-unread": line_keys.mark_unread,
    "sign-off": line_keys.sign_off,
    "withdraw-sign-off": line_keys.withdraw_sign_off,
    "accept": lambda check: check.accept_hint(),
    "next-claim": lambda check: check.step_claim(1),
    "previous-claim": lambda check: check.step_claim(-1),
    "older-version": lambda check: check.step_version(-1),
    "newer-version": lambda check: check.step_version(1),
    "next-changed": lambda check: check.next_changed(),
    "next-badge": lambda check: check.next_badge(),
    "claims-here": lambda check: check.claims_here(),
    "page-down": lambda check: check.page_down(),
    "show-place": lambda check: check.show_current(),
    "mark": lambda check: check.mark(),
    "mark-here-too": lambda check: check.mark_here_too(),
    "wording": lambda check: check.claim.edit_wording(),
    "adjust": lambda check: check.adjust(),
    "split": lambda check: check.claim.split(),
    "should-read": lambda check: check.should_read(),
    "claim-particulars": lambda check: check.claim.open_form(),
    "history": lambda check: check.claim.focus_history(),
    "remove-claim": lambda check: check.remove_claim(),
    "remove": lambda check: check.remove(),
    **{f"rate-{number}": _rating(number) for number in range(1, 10)},
    "open-document": lambda check: check.library.open.trigger(),
    "open-beside": lambda check: check.library.open_beside.trigger(),
    "rename-document": lambda check: check.library.rename.trigger(),
    "document-particulars": note_keys.show_particulars,
    "under-check": lambda check: check.library.mark_under_check.trigger(),
    "as-source": lambda check: check.library.mark_source.trigger(),
    "edit-note": note_keys.edit_note,
    "attach": note_keys.attach,
    "save-attached": note_keys.save_attached,
    "document-condition": note_keys.show_condition,
    "export-original": lambda check: check.library.export_original.trigger(),
    "remove-document": lambda check: check.library.remove.trigger(),
    "evidence-note": lambda check: check.claim.evidence.list.edit_note(),
    "find-evidence": find_evidence,
    "nothing-found": record_nothing,
    "locator": link_keys.link_by_locator,
    "find": lambda check: check.find_words(),
    "find-next": lambda check: check.step_hit(1),
    "find-previous": lambda check: check.step_hit(-1),
    "back": lambda check: check.back(),
    "forward": lambda check: check.forward(),
    "library": lambda check: check.arrangement.toggle_library(),
    "second": lambda check: check.toggle_source(),
    "larger": lambda check: check.zoom_by(10),
    "smaller": lambda check: check.zoom_by(-10),
    "usual-size": lambda check: check.zoom(100),
}
