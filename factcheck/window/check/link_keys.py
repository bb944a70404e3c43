"""Linking with more than a key: to several claims at once, or by a locator in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.case.changes import Stance
    from factcheck.window.check.check_view import CheckView
    from factcheck.window.evidence.claim_choices import ClaimChoice
    from factcheck.window.evidence.link_dialog import LinkDialog


def link_by_locator(check: CheckView) -> LinkDialog | None:
    """Link the source that is shown by words, with the selected passage where there is one."""
    return link_several(check, "supports")


def link_several(
    check: CheckView, stance: Stance, claim_ids: Sequence[str] = ()
) -> LinkDialog | None:
    """Ask which claims the passage or the source is linked to; these are ticked beforehand.

    Without claim_ids the active claim is. None where no source is shown.
    """
    # Imported when it is asked for, like every dialog.
    from factcheck.window.evidence.link_dialog import LinkDialog

    pane = check.pane_to_link()
    if pane is None or pane.document is None:
        check.said.emit(check.tr("Open the source beside the article first."))
        return None
    ticked = tuple(claim_ids) or tuple(filter(None, (check.active_claim,)))
    choices = _choices(check, ticked)
    if not choices:
        check.said.emit(check.tr("No claims yet. Select a sentence and press M."))
        return None
    passage = pane.view.selection()
    dialog = LinkDialog(
        check.workspace,
        pane.document.id,
        pane.document.title,
        choices,
        ticked=ticked,
        stance=stance,
        passage=passage,
        quote=passage.of(pane.view.text()) if passage is not None else "",
        parent=check.window(),
    )
    dialog.linked.connect(check.show_linked)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _choices(check: CheckView, ticked: Sequence[str]) -> list[ClaimChoice]:
    """Return the claims of the article, and those that are ticked from elsewhere after them."""
    from factcheck.case.read.claims import claim, claims_in
    from factcheck.window.evidence.claim_choices import ClaimChoice

    document = check.article.document
    rows = check.workspace.read(claims_in, document.id) if document is not None else []
    there = {row.id for row in rows}
    rows += [check.workspace.read(claim, id) for id in ticked if id not in there]
    return [ClaimChoice(row.id, row.claim_no, row.wording) for row in rows]
