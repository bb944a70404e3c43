"""What the keys do line by line: the next unread one, no check needed, unread again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from factcheck.case.changes import Done
    from factcheck.case.reading_changes import NoCheckWhy
    from factcheck.text.spans import Span
    from factcheck.window.check.shown import CheckShown
    from factcheck.window.lines.no_check_menu import NoCheckMenu
    from factcheck.window.lines.open_things import OpenThing
    from factcheck.window.lines.sign_off_dialog import SignOffDialog


def next_unread(check: CheckShown) -> None:
    """Go to the next unread line, after the last to the first."""
    view, lines = check.article.view, check.lines
    line = lines.next_unread(view.current_line().start + 1)
    if line is not None:
        view.go_to_line(line)
        check.article.focus()
    else:
        check.said.emit(_why_none(check))


def next_worth(check: CheckShown) -> None:
    """Go to the next unread line worth checking, after the last to the first."""
    line = check.lines.next_worth(check.article.view.current_line().start)
    if line is not None:
        check.article.view.go_to_line(line)
        check.article.focus()
    elif check.noticing.noticed is None:
        check.said.emit(check.tr("Open an article that is under check first."))
    else:
        check.said.emit(check.tr("Every line worth checking is read."))


def go_on(check: CheckShown, read: Span) -> None:
    """Go on from a line that is being read to the next unread one, and tell how many are read."""
    lines = check.lines
    if lines.reading is None:
        return
    line = lines.next_unread(read.end, without=read)
    if line is not None:
        check.article.view.go_to_line(line)
    elif lines.reading.lines:
        check.said.emit(_why_none(check))


def choose_reason(check: CheckShown) -> NoCheckMenu | None:
    """Ask, by one more key, why the selection or the line needs no check."""
    # Imported when it is asked for, like every dialog.
    from factcheck.window.lines.no_check_menu import NoCheckMenu

    span = _meant(check)
    if span is None:
        return None
    view = check.article.view
    said = any(line.line_ids for line in check.lines.lines_in(span))
    menu = NoCheckMenu(check.lines.last_reason, can_be_unread=said, parent=view)
    menu.chosen.connect(partial(no_check, check))
    menu.unread_wanted.connect(partial(mark_unread, check))
    view.reveal(span)
    rows = view.rows_of(span)
    left, _, _, bottom = rows[-1] if rows else (0.0, 0.0, 0.0, 0.0)
    # Below the line, which stays readable.
    menu.popup(view.viewport().mapToGlobal(QPoint(round(left), round(bottom) + 2)))
    return menu


def no_check(check: CheckShown, why: str, word: str = "") -> None:
    """Say that the selection or the line needs no check; without a selection, go on."""
    # Imported when a case is open: the first paint does without the changes.
    from factcheck.case.changes import NoCheckNeeded

    span = _meant(check)
    document = check.article.document
    if span is None or document is None:
        return
    check.lines.last_reason = why
    goes_on = check.article.view.selection() is None
    change = NoCheckNeeded(document.id, span.start, span.end, cast("NoCheckWhy", why), word)

    def done(_: Done) -> None:
        _tell_read(check)
        if goes_on:
            go_on(check, span)

    check.workspace.do(change, done)


def no_check_again(check: CheckShown) -> None:
    """Say that it needs no check for the reason of the last time."""
    no_check(check, check.lines.last_reason)


def mark_unread(check: CheckShown) -> bool:
    """Make the lines of the selection, or the line, unread again; False where nothing was said."""
    from factcheck.case.changes import UnreadLine

    span = _meant(check)
    if span is None:
        return False
    ids = [id for line in check.lines.lines_in(span) for id in line.line_ids]
    if not ids:
        check.said.emit(check.tr("Nobody said that this line needs no check."))
        return False
    check.workspace.do(UnreadLine(tuple(dict.fromkeys(ids))), lambda _: _tell_read(check))
    return True


def forget_no_check(check: CheckShown) -> bool:
    """Make the line unread again where it was said to need no check; else say False."""
    line = check.lines.line_at(check.article.view.reading_offset())
    if line is None or not line.line_ids or check.source.is_focused():
        return False
    return mark_unread(check)


def _meant(check: CheckShown) -> Span | None:
    """Return the selection or the line of the article; None, with a sentence why, without one."""
    pane = check.article
    document = pane.document
    if check.source.is_focused():
        check.said.emit(check.tr("Lines are read in the article: F6 goes there."))
        return None
    if pane.why_not_written:
        check.said.emit(pane.why_not_written)
        return None
    span = pane.chosen_span()
    if document is None or span is None or not document.under_check:
        check.said.emit(check.tr("Open an article that is under check first."))
        return None
    if check.workspace.why_read_only:
        check.said.emit(check.workspace.why_read_only)
        return None
    return span


def sign_off(check: CheckShown) -> SignOffDialog | None:
    """Ask for the sign-off of the article, or show the standing one."""
    from factcheck.window.lines.sign_off_dialog import SignOffDialog

    reading, pane = check.lines.reading, check.article
    if reading is None or not reading.lines or pane.document is None or pane.text_row is None:
        check.said.emit(_why_none(check))
        return None
    dialog = SignOffDialog(
        check.workspace, reading, pane.document.title, pane.text_row.text, check.window()
    )
    dialog.go_wanted.connect(partial(_go_there, check))
    dialog.signed.connect(check.removed)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def withdraw_sign_off(check: CheckShown) -> None:
    """Take the standing sign-off of the article back."""
    from factcheck.case.changes import WithdrawSignOff

    document = check.article.document
    reading = check.lines.reading
    signed = reading.sign_off if reading is not None else None
    if document is None or signed is None or signed.status != "standing":
        check.said.emit(check.tr("This article is not signed off."))
        return
    check.workspace.do(WithdrawSignOff(document.id), partial(_withdrawn, check))


def _withdrawn(check: CheckShown, _: Done) -> None:
    check.removed.emit(check.tr("Sign-off withdrawn."))


def _go_there(check: CheckShown, thing: OpenThing) -> None:
    if thing.span is not None:
        check.article.view.go_to_line(thing.span)
    else:
        check.activate(thing.claim_id)
    check.article.focus()


def _tell_read(check: CheckShown) -> None:
    from factcheck.window.widgets.announce import announce

    reading = check.lines.reading
    if reading is not None:
        announce(check.article.view, check.lines.words.read(reading))


def _why_none(check: CheckShown) -> str:
    reading = check.lines.reading
    if reading is None:
        document = check.article.document
        if document is None or not document.under_check:
            return check.tr("Open an article that is under check first.")
        if check.article.why_not_written:
            return check.article.why_not_written
        return check.tr("The lines of the article are being looked for.")
    if not reading.lines:
        return check.tr("This article has no lines.")
    words = check.lines.words.read(reading)
    return check.tr("{0}. Ctrl+Shift+L signs the article off.").format(words)
