"""What the keys and menus do in the views: each acts in the one that is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.window.check import link_keys, note_keys
from factcheck.window.check_keys import (
    CHECK_KEYS,
    COMPARE_KEYS,
    COPY_KEYS,
    REQUEST_KEYS,
    REVIEW_KEYS,
    STANCES,
    VERDICT_KEYS,
    WORK_KEYS,
    CheckKey,
)
from factcheck.window.compare.opening import compare_claim

if TYPE_CHECKING:
    from factcheck.case.changes import Done, Stance
    from factcheck.window.requests.asking import Asking
    from factcheck.window.views import Views
    from factcheck.window.workspace import Workspace

_TABS = ("check", "claims", "ledger", "find", "copies", "requests")


class ViewActions(QObject):
    """Actions on what a view shows: the active claim, the chosen rows, the passage, the place."""

    def __init__(self, views: Views, workspace: Workspace) -> None:
        super().__init__(views)
        self._views, self._workspace = views, workspace
        self._asking: Asking | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Give what each command does."""
        views = self._views
        handlers: dict[str, Callable[[], object]] = {
            "record": self.record,
            "request": self.ask,
            "request-article": self.ask_about_article,
            "select-row": self.toggle_row,
            "group-claims": self.group_claims,
            "side-by-side": self.side_by_side,
            "review-places": views.review_places,
            "grid": self.toggle_grid,
            "join-documents": self.join_documents,
            "next-pane": partial(views.next_pane, 1),
            "previous-pane": partial(views.next_pane, -1),
        }
        for name in _TABS:
            handlers[f"view-{name}"] = partial(views.show, name)
        for action, key in CHECK_KEYS.items():
            handlers[action] = partial(self.do, key)
        handlers["find-evidence"] = self.find_evidence
        for action, by in (("next-claim", 1), ("previous-claim", -1)):
            handlers[action] = partial(self.step_claim, by)
        for stance in STANCES:
            handlers[stance] = partial(self.link, stance)
            handlers[f"{stance}-several"] = partial(self.link_several, stance)
        for actions, act in (
            (REQUEST_KEYS, self.do_request),
            (VERDICT_KEYS, self.do_verdict),
            (COPY_KEYS, self.decide_copies),
            (REVIEW_KEYS, self.do_review),
            (COMPARE_KEYS, self.do_compare),
            (WORK_KEYS, self.do_work),
        ):
            handlers |= {action: partial(act, action) for action in actions}
        return handlers

    def do(self, key: CheckKey) -> None:
        """Do what a key means in the check view; movements also act in the lists of the others."""
        if self._workspace.is_open:
            key(self._views.check)

    def toggle_grid(self) -> None:
        """Show the grid of claims and documents; from there, go back."""
        if self._workspace.is_open:
            # Imported here: the first paint does without it.
            from factcheck.window.grid.opening import toggle_grid

            toggle_grid(self._views)

    def find_evidence(self) -> None:
        """Look for evidence for the active claim, or for that of the current cell of the grid."""
        if self._views.current == "grid" and self._views.grid is not None:
            self._views.grid.find_evidence()
        else:
            self.do(CHECK_KEYS["find-evidence"])

    def record(self) -> None:
        """Save the form with the keyboard, else record the verdict; never that of a hidden view."""
        if self._views.current == "requests" and self._views.requests is not None:
            self._views.requests.record()
        elif self._views.current == "check":
            note_keys.record(self._views.check)

    def ask(self) -> None:
        """Ask about the chosen claims of the table, or about the active one."""
        if self._workspace.is_open:
            self._ask().ask_about_claims(self._claims_meant())

    def ask_about_article(self) -> None:
        """Ask about the article that is shown as a whole."""
        if self._workspace.is_open:
            document = self._views.check.article.document
            self._ask().ask_about_article(document.id if document is not None else "")

    def do_request(self, command: str) -> None:
        """Do one of `check_keys.REQUEST_KEYS` in the view of the requests."""
        if not self._workspace.is_open:
            return
        requests = self._views.build_requests()
        if self._views.current != "requests":
            self._views.show("requests")
        {
            "attempt": requests.add_attempt,
            "answer": requests.begin_answer,
            "answer-note": requests.save_as_note,
            "copy-message": requests.copy_message,
        }[command]()

    def link(self, stance: Stance) -> None:
        """Link the passage to the active claim; from the table of claims, to the chosen ones."""
        if self._views.current == "claims":
            self.link_several(stance)
        elif self._views.current == "compare" and self._views.compare is not None:
            self._views.compare.set_stance(stance)
        elif self._workspace.is_open:
            self._views.check.link(stance)

    def link_several(self, stance: Stance) -> None:
        """Ask to which claims the passage is linked; those meant are ticked already."""
        if self._workspace.is_open:
            link_keys.link_several(self._views.check, stance, self._claims_meant())

    def toggle_row(self) -> None:
        """Choose the row with the keyboard beside the others, where a list allows several."""
        # Imported when a view is there, as everything that the first paint does without.
        from factcheck.window.tables.rows import RowsMixin

        focused = self._views.pages.window().focusWidget()
        if isinstance(focused, RowsMixin):
            focused.toggle_current()

    def do_work(self, command: str) -> None:
        """Do one of the commands of the work to the current claim of the view that is shown."""
        if not self._workspace.is_open:
            return
        if self._views.current == "claims" and self._views.claims is not None:
            self._views.check.claim.work.do(command, self._views.claims.current)
        else:
            self._views.check.claim.do_work(command)

    def do_verdict(self, command: str) -> None:
        """Do one of `check_keys.VERDICT_KEYS` to the verdict of the claim or row that is shown."""
        if self._views.current == "check":
            self._views.check.claim.judge(command)
        elif self._views.current == "ledger" and self._views.ledger is not None:
            self._views.ledger.judge(command)
        elif self._views.current == "claims" and self._views.claims is not None:
            row = self._views.claims.current
            self._views.judge_claim(command, row.id if row is not None else "")

    def side_by_side(self) -> None:
        """Hold the claim that is meant against its evidence; from there, go back."""
        if not self._workspace.is_open:
            return
        views = self._views
        if views.current == "compare" and views.compare is not None:
            views.compare.leave()
            return
        meant, at = views.check.active_claim or "", ""
        if views.current == "claims" and views.claims is not None:
            meant = views.claims.current.id if views.claims.current is not None else ""
        elif views.current == "grid" and views.grid is not None:
            meant, at = views.grid.current_link
        elif views.current == "ledger" and views.ledger is not None:
            meant = views.ledger.current.claim_id if views.ledger.current is not None else ""
        compare_claim(views, meant, at)

    def step_claim(self, by: int) -> None:
        """Go to the next (1) or previous (-1) claim; side by side, to the next with evidence."""
        if not self._workspace.is_open:
            return
        check = self._views.check
        if self._views.current != "compare":
            check.step_claim(by)
            return
        # Imported here: the first paint does without it.
        from factcheck.case.read.evidence import evidence_of

        seen: set[str | None] = {None}
        check.step_claim(by)
        while check.active_claim not in seen:
            seen.add(check.active_claim)
            if self._workspace.read(evidence_of, check.active_claim or ""):
                compare_claim(self._views, check.active_claim or "")
                return
            check.step_claim(by)

    def do_compare(self, command: str) -> None:
        """Do one of `check_keys.COMPARE_KEYS` side by side."""
        compare = self._views.compare
        if self._workspace.is_open and compare is not None:
            acts: dict[str, Callable[[], object]] = {
                "next-evidence": partial(compare.step, 1),
                "previous-evidence": partial(compare.step, -1),
                "show-both": compare.show_both,
            }
            acts[command]()

    def do_review(self, command: str) -> None:
        """Do one of `check_keys.REVIEW_KEYS` to the place that one looks at."""
        review = self._views.review
        if self._workspace.is_open and review is not None:
            {
                "accept-place": review.accept,
                "place-here": review.place_here,
                "leave-lost": review.leave_lost,
            }[command]()

    def decide_copies(self, command: str) -> None:
        """Do one of `check_keys.COPY_KEYS` to the pair that one looks at."""
        if self._workspace.is_open and self._views.copies is not None:
            {"join-copies": self._views.copies.join, "part-copies": self._views.copies.hold_apart}[
                command
            ]()

    def join_documents(self) -> None:
        """Ask which two documents are one report, and why, also where they share no text."""
        if not self._workspace.is_open:
            return
        # Imported when it is asked for, like every dialog.
        from factcheck.case.read.documents import documents
        from factcheck.window.copies.join_dialog import JoinDialog

        check = self._views.check
        shown = check.source.document if check.source.isVisible() else check.article.document
        rows = self._workspace.read(documents)
        dialog = JoinDialog(rows, shown.id if shown is not None else "", self._views.check.window())
        dialog.joined.connect(self._join)
        dialog.open()

    def _join(self, first: str, second: str, why: str) -> None:
        from factcheck.case.changes import DecideCopies

        change = DecideCopies(((first, second),), "together", why)
        self._workspace.do(change, self._joined)

    def _joined(self, _: Done) -> None:
        self._views.removed.emit(self.tr("They count as one source now."))

    def group_claims(self) -> None:
        """Show all claims and offer what they can be grouped by."""
        self._views.show("claims")
        if self._views.claims is not None:
            self._views.claims.choose_grouping()

    def _ask(self) -> Asking:
        if self._asking is None:
            from factcheck.window.requests.asking import Asking

            self._asking = Asking(self._workspace, self._views.pages)
            self._asking.said.connect(self._views.said)
        return self._asking

    def _claims_meant(self) -> tuple[str, ...]:
        """Give the chosen claims of the table while it is shown, else the active claim."""
        if self._views.current == "claims" and self._views.claims is not None:
            return self._views.claims.chosen_claims()
        return tuple(filter(None, (self._views.check.active_claim,)))
