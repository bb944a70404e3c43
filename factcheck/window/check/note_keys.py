"""What the keys do to the document in a reader: its note, files, particulars; and what is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.window.check.reader_pane import ReaderPane
    from factcheck.window.check.shown import CheckShown


def note_pane(check: CheckShown) -> ReaderPane | None:
    """Return the reader that shows a note: the one with the keyboard, else the second one."""
    panes = [pane for pane in (check.source, check.article) if pane.isVisible() and pane.is_note]
    focused = check.window().focusWidget()
    inside = [pane for pane in panes if focused is not None and pane.isAncestorOf(focused)]
    return next(iter(inside or panes), None)


def edit_note(check: CheckShown) -> None:
    """Open the field of what was said."""
    pane = note_pane(check)
    if pane is None:
        check.said.emit(check.tr("Open a source note first: its text is typed and can be changed."))
    else:
        pane.edit_note()


def attach(check: CheckShown) -> None:
    """Keep more files with the note."""
    pane = note_pane(check)
    if pane is None:
        check.said.emit(check.tr("Open a source note first: files are kept with it."))
    else:
        pane.files.attach()


def save_attached(check: CheckShown) -> None:
    """Write a copy of the attached file that is shown."""
    pane = note_pane(check)
    if pane is None:
        check.said.emit(check.tr("Open a source note with a file first."))
    else:
        pane.files.save_current()


def remove_attached(check: CheckShown) -> bool:
    """Take the file from its note where the keyboard is in the list of files; else say False."""
    for pane in (check.source, check.article):
        if pane.files.list.hasFocus():
            pane.files.remove_current()
            return True
    return False


def show_particulars(check: CheckShown, field: str = "title") -> None:
    """Open the particulars of the document with the keyboard, else of the library's row."""
    focused = check.window().focusWidget()
    for pane in (check.source, check.article):
        if focused is not None and pane.isAncestorOf(focused) and pane.document is not None:
            check.library.show_particulars_of(pane.document.id, field)
            return
    if check.library.current is not None:
        check.library.show_particulars_of(check.library.current.id, field)


def show_condition(check: CheckShown) -> None:
    """Open them where a source is said to be corrected, retracted or unreliable."""
    show_particulars(check, "condition")


def record(check: CheckShown) -> None:
    """Save the form with the keyboard, or record the verdict that was chosen."""
    focused = check.window().focusWidget()
    forms = (check.source.note, check.article.note, check.library.particulars)
    for form in forms:
        if focused is not None and form.isVisible() and form.isAncestorOf(focused):
            form.save()
            return
    check.claim.record()
