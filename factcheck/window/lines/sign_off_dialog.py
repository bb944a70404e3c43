"""The sign-off of an article: nothing open, or a reason; what is open, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from factcheck.case.changes import Done, SignOff, WithdrawSignOff
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.dialog import Dialog
from factcheck.window.lines.open_things import OpenList, OpenThing, OpenThings
from factcheck.window.lines.words import LineWords
from factcheck.window.times import day_and_time
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.read.reading import Reading, SignOffRow

_ROWS: Final = 7
_ROW: Final = 24


class SignOffDialog(Dialog):
    """Signs an article off once, or takes its standing sign-off back; closes when that is on disk.

    go_wanted(OpenThing): the dialog closed, and somebody wants to see what is open.
    signed(str): a sentence that says what was done.
    """

    go_wanted = Signal(object)
    signed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        reading: Reading,
        title: str,
        text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=560)
        self._workspace, self._reading = workspace, reading
        self._words = LineWords(self)
        standing = reading.sign_off is not None and reading.sign_off.status == "standing"
        self._withdraws = standing
        heading = self.tr("Sign off “{0}”")
        self.set_words(
            (self.tr("“{0}” is signed off") if standing else heading).format(title),
            self.tr("Withdraw the sign-off") if standing else self.tr("Sign off"),
        )
        self.reason = QLineEdit()
        self.list = OpenList()
        if reading.sign_off is not None:
            self._tell_before(reading.sign_off)
        self.add_note(f"{', '.join((self._words.read(reading), *self._words.rest(reading)))}.")
        is_open = not reading.is_complete
        if is_open:
            self._add_open(text)
        elif not standing:
            self.add_note(self.tr("Every line is read, and every claim has its verdict."))
        if is_open and not standing:
            self.reason.setMaxLength(2000)
            self.add_field(self.tr("Reason to sign off all the same"), self.reason)
            self.reason.textChanged.connect(self.clear_error)
            self.reason.setFocus()
        else:
            self.main_button.setFocus()
        if workspace.why_read_only:
            self.main_button.setEnabled(False)
            self.main_button.setToolTip(workspace.why_read_only)

    @Slot()
    def accept(self) -> None:
        """Sign off, or withdraw; where that is refused, what was typed stays."""
        reason = self.reason.text().strip()
        document_id = self._reading.document_id
        change: SignOff | WithdrawSignOff = SignOff(document_id, reason)
        if self._withdraws:
            change = WithdrawSignOff(document_id)
        elif not self._reading.is_complete and not reason:
            self.refuse(self.tr("Say why it is signed off all the same."))
            self.reason.setFocus()
            return
        self.main_button.setEnabled(False)
        self._workspace.do(change, self._done, self._refused)

    # Internal

    def _tell_before(self, signed: SignOffRow) -> None:
        who = (signed.signed_by, day_and_time(signed.signed_at))
        words = {
            "standing": self.tr("By {0}, {1}."),
            "lapsed": self.tr("The sign-off by {0}, {1}, has lapsed."),
            "withdrawn": self.tr("The sign-off by {0}, {1}, was withdrawn."),
        }[signed.status].format(*who)
        reason = self.tr("Reason: {0}").format(signed.reason) if signed.reason else ""
        why = signed.lapsed_why if signed.status == "lapsed" else ""
        self.add_note("\n".join(part for part in (words, reason, why) if part))

    def _add_open(self, text: str) -> None:
        what = self._words.what_is_open(self._reading)
        words = self.tr("{0}. Sign off with a reason, or go there.")
        if self._withdraws:
            words = self.tr("Open since: {0}.")
        self.add_note(words.format(what))
        things = OpenThings(self._reading, text, self)
        self.list.setModel(things)
        self.list.setCurrentIndex(things.index(0))
        shown = min(max(things.rowCount(), 2), _ROWS)
        self.list.setMinimumHeight(fonts.scaled(shown * _ROW + 8))
        self.list.chosen.connect(self._go)
        self.body.addWidget(self.list, 1)
        go = QPushButton(self.tr("Go there"))
        go.setAutoDefault(False)
        go.setToolTip(self.tr("Close this, and show the chosen line or claim (Enter in the list)"))
        go.clicked.connect(self.list.choose)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(go)
        self.body.addLayout(row)

    @Slot(object)
    def _go(self, thing: OpenThing) -> None:
        self.reject()
        self.go_wanted.emit(thing)

    def _done(self, _: Done) -> None:
        self.done(self.DialogCode.Accepted)
        said = self.tr("Sign-off withdrawn.") if self._withdraws else self.tr("Signed off.")
        self.signed.emit(said)

    def _refused(self, error: FactcheckError) -> None:
        self.main_button.setEnabled(True)
        self.refuse(str(error))
